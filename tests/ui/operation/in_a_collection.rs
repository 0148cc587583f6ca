use graph_entity::{Collection, GraphOperation};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    session_id: String,
}

fn main() {
    let _ = Collection::<SetPresence>::at("me", &[]).create();
    let _ = Collection::<SetPresence>::at("me", &[]).list();
}
