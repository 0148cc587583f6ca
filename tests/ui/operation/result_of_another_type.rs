use graph_entity::{Error, GraphClient, GraphOperation, HttpClient, call_at};

#[derive(GraphOperation)]
#[graph_operation(function = "delta", returns = i64)]
struct Delta;

async fn call(client: &GraphClient<impl HttpClient>) -> Result<String, Error> {
    call_at("me", &[], &Delta).send(client).await
}

fn main() {}
