use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body {
    content: &'static str,
}

fn main() {
    let _ = Body::draft().content("x");
    let _ = graph_entity::json::from_str::<Body>("{}");
}
