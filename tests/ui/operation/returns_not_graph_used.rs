use graph_entity::{Error, GraphClient, GraphOperation, HttpClient, call_at};

struct Shape {
    name: String,
}

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence", returns = Shape)]
struct SetPresence;

async fn call(client: &GraphClient<impl HttpClient>) -> Result<String, Error> {
    Ok(call_at("me", &[], &SetPresence).send(client).await?.name)
}

fn main() {}
