use graph_entity::GraphEnum;

#[derive(GraphEnum)]
enum Importance {
    Low,
    #[graph(unrecognized)]
    Other(String),
}

fn main() {
    let _ = Importance::from_name("low").name().len();
    let _ = Importance::Low;
}
