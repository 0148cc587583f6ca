use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

fn main() {
    let _ = User::collection().item("1").get().if_match("x");
    let _ = User::collection().item("1").update().age(1).if_match("x");
}
