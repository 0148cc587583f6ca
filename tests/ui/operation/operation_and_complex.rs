use graph_entity::{GraphComplex, GraphOperation, call_at};

#[derive(GraphComplex, GraphOperation)]
#[graph_operation(action = "setPresence")]
#[graph_complex(odata = "microsoft.graph.presence")]
struct SetPresence {
    session_id: String,
}

fn main() {
    let _ = call_at("me", &[], &SetPresence { session_id: String::new() });
}
