use graph_entity::{GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    #[graph(navigation)]
    manager: Option<Box<User>>,
}

fn main() {
    let _ = User::collection().list().filter(path!(User.manager.displayName).eq("x"));
}
