use graph_entity::{GraphEntity, it, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

fn main() {
    let _ = User::collection().list().filter(path!(User.display_name).any(it().eq("x")));
}
