use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User<T> {
    display_name: T,
}

fn main() {
    let _ = User::<String>::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User<String>>("{}");
    let _ = serde_json::from_str::<User<String>>("{}").map(|user| serde_json::to_string(&user));
}
