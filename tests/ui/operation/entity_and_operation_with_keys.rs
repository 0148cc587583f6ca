use graph_entity::{GraphEntity, GraphOperation};

#[derive(GraphEntity, GraphOperation)]
#[graph_entity(odata = "microsoft.graph.presence", collection = "presences")]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    #[graph(key, read_only)]
    id: String,
}

fn main() {
    let set = SetPresence { id: String::new() };
    let _ = SetPresence::collection().item("1").call(&set);
}
