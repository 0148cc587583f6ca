use graph_entity::{GraphClient, GraphEntity, HttpClient, Error};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

async fn upsert(client: &GraphClient<impl HttpClient>) -> Result<Option<User>, Error> {
    User::collection().item("1").upsert().send(client).await
}

fn main() {
}
