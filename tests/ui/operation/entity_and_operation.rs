use graph_entity::{GraphEntity, GraphOperation};

#[derive(GraphEntity, GraphOperation)]
#[graph_entity(odata = "microsoft.graph.presence", collection = "presences")]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    session_id: String,
}

fn main() {
    let _ = SetPresence::collection().create().session_id("x").request();
}
