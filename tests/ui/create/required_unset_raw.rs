use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    r#type: i32,
}

fn main() {
    let _ = User::collection().create().request();
}
