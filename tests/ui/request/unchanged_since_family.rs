use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(etag)]
    etag: Option<String>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection(path = "directoryObjects", name = "all"))]
enum Object {
    User(Box<User>),
    #[graph(unrecognized)]
    Unrecognized(graph_entity::Unrecognized),
}

fn main() {
    let object = Object::User(Box::new(User { etag: None }));
    let _ = Object::all().item("1").unchanged_since(&object).delete();
}
