#![deny(unused_must_use)]

use graph_entity::{GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

fn main() {
    path!(User.age).eq(1);
    !path!(User.age).eq(1);
    path!(User.age).eq(1) & path!(User.age).eq(2);
}
