use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.entity", abstract)]
struct Entity {
    #[graph(key, read_only)]
    id: String,
    age: Option<i32>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(base)]
    entity: Entity,
    id: String,
    display_name: String,
    age: i32,
}

fn main() {
    let _ = User::collection().create().id("1").display_name("x").age(3).request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
