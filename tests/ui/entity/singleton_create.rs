use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
struct User {
    display_name: String
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
    let _ = User::me().create();
}
