use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    session_id: &str,
}

fn main() {
    let call = SetPresence { session_id: "x" };
    let _ = call_at("me", &[], &call);
}
