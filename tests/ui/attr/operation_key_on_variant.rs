use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
enum Importance {
    #[graph(action = "low")]
    Low,
    #[graph(unrecognized)]
    Unrecognized(String),
}

fn main() {
    let _ = Importance::from_name("low").name();
}
