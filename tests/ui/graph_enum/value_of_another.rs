use graph_entity::{GraphEntity, GraphEnum};

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
enum Importance {
    Low,
    #[graph(unrecognized)]
    Other(String),
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "messages")]
struct Message {
    importance: Option<Importance>,
}

fn main() {
    let _ = Message::collection().create().importance(Importance::Low).request();
    let _ = Message::collection().create().importance("low").request();
}
