use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.itemBody", collection = "bodies")]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body {
    content: String,
}

fn main() {
    let _ = Body::collection().create().content("x").request();
}
