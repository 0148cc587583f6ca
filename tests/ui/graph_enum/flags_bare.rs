use graph_entity::{GraphEntity, GraphEnum};

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamParts", flags)]
enum Part {
    Apps,
    #[graph(unrecognized)]
    Other(String),
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.team", collection = "teams")]
struct Team {
    parts: Part,
}

fn main() {
    let _ = Team::collection().create().parts(Part::Apps).request();
    let _ = graph_entity::json::from_str::<Team>("{}");
}
