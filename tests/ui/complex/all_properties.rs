use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", all_properties)]
struct ItemBody {
    content: String,
}

fn main() {
    let _ = ItemBody::draft().content("x");
}
