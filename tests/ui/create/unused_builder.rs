#![deny(unused_must_use)]

use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

fn main() {
    User::collection().create().display_name("x");
}
