use graph_entity::GraphEntity;

#[derive(serde::Serialize, serde::Deserialize)]
struct NoDefault;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    #[graph(serde, read_only)]
    shape: NoDefault,
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
