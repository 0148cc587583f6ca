use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
union Importance {
    low: u8,
}

fn main() {
    let _ = Importance::from_name("low").name().len();
}
