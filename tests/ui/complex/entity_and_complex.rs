use graph_entity::{GraphComplex, GraphEntity};

#[derive(GraphComplex, GraphEntity)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
#[graph_entity(odata = "microsoft.graph.itemBody", collection = "bodies")]
struct Body {
    content: String,
}

fn main() {
    let _ = Body::collection().create().content("x").request();
    let _ = graph_entity::json::from_str::<Body>("{}");
}
