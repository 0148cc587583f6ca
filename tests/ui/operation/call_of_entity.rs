use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

fn main() {
    let user = User { id: String::new() };
    let _ = User::collection().item("1").call(&user);
    let _ = User::collection().call(&user);
}
