use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(function = "setPresence()", returns = String)]
struct SetPresence {
    session_id: String,
}

fn main() {
    let call = SetPresence { session_id: String::new() };
    let _ = call_at("me", &[], &call);
}
