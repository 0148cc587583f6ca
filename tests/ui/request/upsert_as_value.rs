use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    age: i32,
    manager: Option<Box<User>>,
}

fn main() {
    let manager = User::collection().item("1").upsert().age(1);
    let _ = User::draft().age(2).manager(manager);
}
