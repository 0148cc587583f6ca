use graph_entity::GraphEnum;

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance", flags, schema = "graph.xml")]
enum Importance {
    Low,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.clonableTeamParts", schema = "graph.xml")]
enum Part {
    Apps,
    #[graph(unrecognized)]
    Unrecognized(String),
}

fn main() {
    let _ = (Importance::Low, Part::Apps);
}
