use graph_entity::{Change, GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
struct Group {
    id: String,
    #[graph(annotation = "members@delta")]
    members: Vec<Change<String>>,
}

fn main() {
    let _ = Group::collection().delta().request();
    let _ = graph_entity::json::from_str::<Group>("{}");
}
