#![deny(unused_must_use)]

use graph_entity::{GraphEntity, Search};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

fn main() {
    Search::<User>::text("x");
}
