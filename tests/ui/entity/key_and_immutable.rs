use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, immutable)]
    id: String,
    display_name: String,
}

fn main() {
    let _ = User::collection().create().id("1").display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
