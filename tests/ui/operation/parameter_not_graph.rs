use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    shape: Shape,
}

struct Shape;

fn main() {
    let call = SetPresence { shape: Shape };
    let _ = call_at("me", &[], &call);
}
