use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    #[graph(rename = "a\"b")]
    display_name: Option<String>,
}

fn main() {
    let user: User = graph_entity::json::from_str("{}").unwrap();
    let _ = graph_entity::json::to_vec(&user);
    let _ = User::collection().create().display_name("Ada").request();
}
