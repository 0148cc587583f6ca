use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    #[graph(write_only)]
    password: String,
}

fn main() {
    let _ = User::collection().create().display_name("x").password("y").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
