use graph_entity::{GraphEntity, GraphEnum};

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
enum Importance<T> {
    Low,
    #[graph(unrecognized)]
    Other(T),
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "messages")]
struct Message {
    importance: Importance<String>,
}

fn main() {
    let _ = Importance::<String>::from_name("low").name().len();
    let _ = Message::collection().create().importance(Importance::Low).request();
}
