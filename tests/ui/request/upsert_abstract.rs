use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "directoryObjects", abstract)]
struct Object {
    name: String,
}

fn main() {
    let _ = Object::collection().item("1").upsert().name("x").request();
}
