use graph_entity::{GraphOperation, call_at};

#[derive(Debug, GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    #[graph(sensitive)]
    session_id: String,
}

fn main() {
    let call = SetPresence { session_id: String::new() };
    let _ = call_at("me", &[], &call);
}
