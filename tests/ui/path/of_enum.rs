use graph_entity::{GraphEnum, path};

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
enum Importance {
    Low,
    #[graph(unrecognized)]
    Unrecognized(String),
}

fn main() {
    let _ = path!(Importance.Low).name();
    let _ = Importance::Low.name();
}
