use graph_entity::{GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(navigation)]
    owner: Option<Box<Object>>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject")]
enum Object {
    User(Box<User>),
    #[graph(unrecognized)]
    Unrecognized(graph_entity::Unrecognized),
}

fn main() {
    let _ = User::collection().list().filter(path!(User.owner.display_name).eq("x"));
}
