use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", permission(get = "User.Read.All"))]
struct Body {
    content: String,
}

fn main() {
    let _ = Body::draft().content("x");
    let _ = graph_entity::json::from_str::<Body>("{}");
}
