use graph_entity::transport::UreqClient;
use graph_entity::{GraphClient, GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

fn send(client: &GraphClient<UreqClient>) -> Result<User, graph_entity::Error> {
    User::draft().display_name("x").send_blocking(client)
}

fn main() {}
