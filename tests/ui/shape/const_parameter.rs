use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User<const N: usize> {
    display_name: [u8; N],
}

fn main() {
    let _ = User::<2>::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User<2>>("{}");
    let _ = serde_json::from_str::<User<2>>("{}").map(|user| serde_json::to_string(&user));
}
