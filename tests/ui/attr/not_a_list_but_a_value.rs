use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity = "microsoft.graph.user"]
struct User {
    id: Option<String>,
    display_name: String,
}

fn main() {
    let _ = graph_entity::Collection::<User>::at("users", &[]).create().display_name("x").request();
    let _ = serde_json::from_str::<User>("{}");
}
