use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph(odata = "microsoft.graph.importance")]
enum Importance {
    Low,
    #[graph(unrecognized)]
    Other(String),
}

fn main() {
    let _ = Importance::from_name("low").name().len();
}
