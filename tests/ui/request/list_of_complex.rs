use graph_entity::{Collection, GraphComplex};

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body {
    content: String,
}

fn main() {
    let _ = Collection::<Body>::at("bodies", &[]).list().request();
    let _ = Body::draft().content("x");
}
