use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence(String);

fn main() {
    let call = SetPresence(String::new());
    let _ = call_at("me", &[], &call);
}
