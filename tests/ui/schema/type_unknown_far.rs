use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.driveItem", schema = "graph.xml")]
struct DriveItem {
    #[graph(key, read_only)]
    id: String,
}

fn main() {
    let _ = DriveItem { id: String::new() };
}
