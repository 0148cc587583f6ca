use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
enum Importance {
    #[graph_operation(rename = "low")]
    Minor,
    #[graph(unrecognized)]
    Unrecognized(String),
}

fn main() {
    let _ = Importance::from_name("low").name();
}
