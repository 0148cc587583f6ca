use graph_entity::GraphEntity;

type Phone = Option<String>;
type Names = Vec<String>;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: Vec<String>,
    business_phones: Option<String>,
    #[graph(bind)]
    manager: Vec<String>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml")]
struct Other {
    business_phones: Phone,
    display_name: Names,
}

fn main() {
    let _ = User::collection().create().display_name(["Ada"]);
    let _ = Other { business_phones: None, display_name: Names::new() };
}
