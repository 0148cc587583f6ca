use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body {
    #[graph(key)]
    id: String,
    content: String
}

fn main() {
    let _ = Body::draft().id("1").content("x");
    let _ = graph_entity::json::from_str::<Body>("{}");
    let _ = <Body as GraphComplex>::ODATA_TYPE;
}
