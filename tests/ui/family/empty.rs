use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "objects")]
enum Object {}

fn main() {
    let _ = Object::collection().item("1").get().request();
    let _ = graph_entity::json::from_str::<Vec<Object>>("[]");
}
