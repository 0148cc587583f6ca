use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", schema = "graph.xml")]
struct DirectoryObject {
    #[graph(key, read_only)]
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    manager: Option<DirectoryObject>,
    #[graph(navigation)]
    display_name: Option<String>,
    #[graph(bind)]
    mailbox_settings: Option<String>,
}

fn main() {
    let _ = User::collection().create().display_name("Ada");
}
