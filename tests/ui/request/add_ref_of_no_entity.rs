use graph_entity::{GraphEntity, Item};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

struct Plain;

fn main() {
    let _ = User::collection().add_ref(Item::<Plain>::at("me", &[]));
}
