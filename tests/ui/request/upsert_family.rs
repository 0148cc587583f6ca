use graph_entity::{GraphEntity};

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
    let _ = Object::all().item("1").upsert();
}
