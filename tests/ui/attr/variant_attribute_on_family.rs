use graph_entity::{GraphEntity, Unrecognized};

#[derive(GraphEntity)]
#[graph(odata = "microsoft.graph.directoryObject", collection = "objects")]
enum Object {
    #[graph(unrecognized)]
    Other(Unrecognized),
}

fn main() {
    let _ = Object::collection().item("1").get().request();
}
