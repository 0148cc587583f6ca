use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
union SetPresence {
    session: u8,
}

fn main() {
    let call = SetPresence { session: 1 };
    let _ = call_at("me", &[], &call);
}
