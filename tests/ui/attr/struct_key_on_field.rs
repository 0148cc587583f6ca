use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(collection = "users")]
struct User {
    display_name: String,
    #[graph(odata = "microsoft.graph.user")]
    id: Option<String>,
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
