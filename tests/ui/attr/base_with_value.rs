use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.entity", abstract)]
struct Entity {
    #[graph(key, read_only)]
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(base = "x")]
    entity: Entity,
    display_name: String
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
