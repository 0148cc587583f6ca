use graph_entity::{GraphEntity, Unrecognized};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct User {
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "objects", abstract, strict, untagged, all_properties)]
enum Object {
    User(User),
    #[graph(unrecognized)]
    Other(Unrecognized),
}

fn main() {
    let _ = Object::collection().item("1").get().request();
    let _ = graph_entity::json::from_str::<Vec<Object>>("[]");
}
