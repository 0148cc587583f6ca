use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    dispaly_name: Option<String>,
    #[graph(rename = "DisplayName")]
    name: Option<String>,
    favourite_colour: Option<String>,
    #[graph(unchecked)]
    extension_shoe_size: Option<i32>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", schema = "graph.xml")]
struct DirectoryObject {
    #[graph(key, read_only)]
    id: String,
    business_phones: Vec<String>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.workbook", schema = "graph.xml")]
struct Workbook {
    #[graph(key, read_only)]
    id: String,
}

fn main() {
    let _ = User::collection().create().dispaly_name("Ada").request();
    let _ = DirectoryObject { id: String::new(), business_phones: Vec::new() };
    let _ = Workbook { id: String::new() };
}
