#![deny(unused_must_use)]

use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

fn main() {
    User::collection().list();
    User::collection().list().top(1);
    User::collection().count();
    User::collection().item("1").get();
    User::collection().item("1").delete();
    User::collection().item("1").upsert().age(1);
}
