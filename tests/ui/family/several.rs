use graph_entity::{GraphEntity, Unrecognized};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct User {
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "directoryObject", collection = "objects", strict)]
enum Object {
    #[graph(rename = "user")]
    User(Box<User>),
    Nothing,
    #[graph(unrecognised)]
    Other(Unrecognized),
}

fn main() {
    let _ = Object::collection().item("1").get().request();
    let _ = graph_entity::json::from_str::<Object>("{}").map(|read| matches!(read, Object::Nothing));
    let _ = Object::from(User { id: String::new() });
}
