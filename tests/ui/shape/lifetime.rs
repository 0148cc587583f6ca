use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User<'a> {
    display_name: &'a str,
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User<'_>>("{}");
    let _ = serde_json::from_str::<User<'_>>("{}").map(|user| serde_json::to_string(&user));
}
