use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

fn main() {
    let user = User { display_name: String::new() };
    let _ = User::collection().item("1").unchanged_since(&user).delete();
}
