use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
enum SetPresence {
    Session(String),
}

fn main() {
    let call = SetPresence::Session(String::new());
    let _ = call_at("me", &[], &call);
}
