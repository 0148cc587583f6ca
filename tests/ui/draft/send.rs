use graph_entity::{GraphClient, GraphEntity, HttpClient};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

async fn send(client: &GraphClient<impl HttpClient>) -> Result<User, graph_entity::Error> {
    User::draft().display_name("x").send(client).await
}

fn main() {}
