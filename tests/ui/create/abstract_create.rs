use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", abstract, collection = "directoryObjects")]
struct User {
    display_name: String,
}

fn main() {
    let _ = User::collection().create();
}
