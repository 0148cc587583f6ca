use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", abstract, collection = "directoryObjects")]
struct Object {
    display_name: String,
}

fn main() {
    let _ = Object::collection().item("1").update().display_name("x").request();
}
