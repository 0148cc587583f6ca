use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body<T> {
    content: T
}

fn main() {
    let _ = Body::<String>::draft().content("x");
    let _ = graph_entity::json::from_str::<Body<String>>("{}");
    let _ = <Body<String> as GraphComplex>::ODATA_TYPE;
}
