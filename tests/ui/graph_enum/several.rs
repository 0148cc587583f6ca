use graph_entity::{GraphEntity, GraphEnum};

#[derive(GraphEnum)]
#[graph_enum(odata = "importance", version = "beta")]
enum Importance {
    #[graph(renamed = "l")]
    Low,
    High(i32),
    #[graph(unrecognized)]
    Other,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "messages")]
struct Message {
    importance: Option<Importance>,
}

fn main() {
    let _ = Message::collection().create().importance(Importance::Low).request();
    let _ = Importance::from_name("low").name().len();
}
