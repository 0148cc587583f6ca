use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    shape: Option<Shape>,
}

struct Shape;

fn main() {
    let call = SetPresence { shape: None };
    let _ = call_at("me", &[], &call);
}
