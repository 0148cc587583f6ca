use graph_entity::{GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    phones: Vec<String>,
}

fn main() {
    let _ = User::collection().list().filter(path!(User.phones).contains("1"));
}
