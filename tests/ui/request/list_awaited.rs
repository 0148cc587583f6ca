use graph_entity::{GraphEntity, Error};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

async fn list() -> Result<(), Error> {
    let page = User::collection().list().await?;
    Ok(())
}

fn main() {
}
