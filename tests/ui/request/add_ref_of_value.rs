use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

fn main() {
    let user = User { id: String::new() };
    let _ = User::collection().add_ref(&user);
}
