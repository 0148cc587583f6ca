use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", permission(get = "User.Read.All"))]
struct User {
    id: Option<String>,
    display_name: String,
}

fn main() {
    let _ = graph_entity::json::from_str::<User>("{}");
}
