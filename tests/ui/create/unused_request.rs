#![deny(unused_must_use)]

use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

fn create() -> Result<(), graph_entity::Error> {
    User::collection().create().display_name("x").request()?;
    Ok(())
}

fn main() {
    let _ = create();
}
