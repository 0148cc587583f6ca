use graph_entity::GraphEntity;

struct Entity {
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(base)]
    entity: Entity,
    display_name: String,
}

fn main() {
    let _ = Entity { id: String::new() }.id;
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
