use graph_entity::{GraphClient, GraphEntity, HttpClient};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

fn create(client: &GraphClient<impl HttpClient>) -> Result<User, graph_entity::Error> {
    User::collection().create().display_name("x").send_blocking(client)
}

fn main() {}
