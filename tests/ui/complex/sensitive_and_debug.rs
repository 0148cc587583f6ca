use graph_entity::GraphComplex;

#[derive(Debug, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body {
    #[graph(sensitive)]
    content: String
}

fn main() {
    let _ = Body::draft().content("x");
    let _ = graph_entity::json::from_str::<Body>("{}");
    let _ = <Body as GraphComplex>::ODATA_TYPE;
}
