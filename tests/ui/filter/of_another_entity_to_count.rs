use graph_entity::{GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
struct Group {
    name: String,
}

fn main() {
    let _ = Group::collection().count().filter(path!(User.age).eq(1));
}
