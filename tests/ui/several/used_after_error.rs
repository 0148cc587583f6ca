use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odta = "microsoft.graph.user", collection = "groups/{id}/members")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
}

fn odata_type<T: GraphEntity>(_: &T) -> &'static str {
    T::ODATA_TYPE
}

fn main() {
    let _ = User::in_group("1").create().display_name("x").request();
    let _ = serde_json::from_str::<User>("{}").map(|user| odata_type(&user));
    let _ = User::in_group("1").item("2").get();
}
