use graph_entity::{Error, GraphClient, GraphEntity, HttpClient};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

struct SetPresence;

async fn call(client: &GraphClient<impl HttpClient>) -> Result<(), Error> {
    User::collection().item("1").call(&SetPresence).send(client).await
}

fn main() {}
