use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

struct Plain;

fn main() {
    let _ = User::collection().of::<Plain>().create();
}
