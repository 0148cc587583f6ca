use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
enum Importance {
    #[graph(rename = "low,lower")]
    Low,
    #[graph(unrecognized)]
    Other(String),
}

fn main() {
    let _ = Importance::from_name("low").name().len();
    let _ = serde_json::from_str::<Importance>("1").map(|read| serde_json::to_string(&read));
}
