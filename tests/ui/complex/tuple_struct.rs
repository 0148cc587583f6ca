use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body(String);

fn main() {
    let _ = Body::draft();
    let _ = graph_entity::json::from_str::<Body>("{}");
}
