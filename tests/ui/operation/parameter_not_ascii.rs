use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    größe: String,
}

fn main() {
    let call = SetPresence { größe: String::new() };
    let _ = call_at("me", &[], &call);
}
