use graph_entity::{GraphEntity, Unrecognized};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml")]
struct User {
    #[graph(key, read_only)]
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", schema = "graph.xml")]
struct Message {
    #[graph(key, read_only)]
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", schema = "graph.xml", collection = "directoryObjects")]
enum DirectoryObject {
    User(Box<User>),
    Message(Box<Message>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObjekt", schema = "graph.xml")]
enum Misspelt {
    User(Box<User>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

fn main() {
    let _ = DirectoryObject::collection().list();
    let _ = Misspelt::from(User { id: String::new() });
}
