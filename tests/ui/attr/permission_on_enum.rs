use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance", permission(get = "User.Read.All"))]
enum Importance {
    Low,
    #[graph(unrecognized)]
    Other(String),
}

fn main() {
    let _ = Importance::Low;
}
