use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", collection(path = "groups/{id}/members", name = "draft"))]
struct User {
    display_name: String
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
