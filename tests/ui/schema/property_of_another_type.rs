use graph_entity::{GraphComplex, GraphEntity, GraphEnum};

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", schema = "graph.xml")]
struct ItemBody {
    content: Option<String>,
}

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance", schema = "graph.xml")]
enum Importance {
    Low,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", schema = "graph.xml")]
struct DirectoryObject {
    #[graph(key, read_only)]
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", schema = "graph.xml")]
struct Message {
    #[graph(key, read_only)]
    id: String,
    body: ItemBody,
    importance: Importance,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    mailbox_settings: Option<ItemBody>,
    #[graph(navigation)]
    manager: Option<Box<Message>>,
    #[graph(navigation)]
    messages: Vec<DirectoryObject>,
}

fn main() {
    let _ = (User::collection().create(), Importance::Low, Message::draft());
}
