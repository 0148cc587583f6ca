use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph_enum(function = "importance")]
enum Importance {
    Low,
    #[graph(unrecognized)]
    Unrecognized(String),
}

fn main() {
    let _ = Importance::from_name("low").name();
}
