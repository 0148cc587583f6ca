use graph_entity::{GraphEntity, GraphOperation};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    session_id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

fn main() {
    let _ = User::collection().item("1").call::<SetPresence>();
}
