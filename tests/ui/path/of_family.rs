use graph_entity::{GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection(path = "directoryObjects", name = "all"))]
enum Object {
    User(Box<User>),
    #[graph(unrecognized)]
    Unrecognized(graph_entity::Unrecognized),
}

fn main() {
    let _ = Object::all().list().filter(path!(Object.display_name).eq("x"));
}
