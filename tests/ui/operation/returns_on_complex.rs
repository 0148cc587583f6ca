use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", returns = std::collections::HashMap<String, i32>)]
struct Body {
    content: String,
}

fn main() {
    let _ = Body::draft().content("x");
}
