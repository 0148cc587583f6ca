use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    mail: &'static str,
}

fn main() {
    let _ = User::collection().create().display_name("x").mail("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
