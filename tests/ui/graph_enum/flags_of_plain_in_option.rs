use graph_entity::{Flags, GraphEntity, GraphEnum};

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamParts")]
enum Part {
    Apps,
    #[graph(unrecognized)]
    Other(String),
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.team", collection = "teams")]
struct Team {
    parts: Option<Flags<Part>>,
}

fn main() {
    let _ = Team::collection().create().request();
    let _ = graph_entity::json::from_str::<Team>("{}");
}
