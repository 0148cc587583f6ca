use graph_entity::{GraphOperation, call_at};

struct Shape;

#[derive(GraphOperation)]
#[graph_operation(function = "set/presence", version = "beta")]
struct SetPresence {
    #[graph(readonly)]
    session_id: String,
    shape: Shape,
}

fn main() {
    let _ = call_at("me", &[], &SetPresence { session_id: String::new(), shape: Shape });
}
