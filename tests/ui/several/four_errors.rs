use graph_entity::GraphEntity;

struct NotGraph;

#[derive(GraphEntity)]
#[graph_entity(odata = "user", collection = "users//all")]
struct User {
    #[graph(readonly)]
    id: String,
    display_name: String,
    shape: Option<NotGraph>,
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<Vec<User>>("{}");
}
