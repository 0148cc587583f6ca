use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance", schema = "graph.xml")]
enum Importance {
    Lo,
    #[graph(rename = "HIGH")]
    High,
    Urgent,
    #[graph(unchecked)]
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

fn main() {
    let _ = (Importance::Lo, Importance::from_name("high"));
}
