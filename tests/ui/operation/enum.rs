use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
enum SetPresence {
    Session,
}

fn main() {
    let call = SetPresence::Session;
    let _ = call_at("me", &[], &call);
}
