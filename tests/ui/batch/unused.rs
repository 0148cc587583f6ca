#![deny(unused_must_use)]
use graph_entity::{GraphEntity, batch};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

fn main() {
    let user = User::collection().item("1");
    batch::join((user.clone().delete(), user.delete()));
}
