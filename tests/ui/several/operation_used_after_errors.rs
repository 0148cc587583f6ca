use graph_entity::{Error, GraphClient, GraphOperation, HttpClient, call_at};

#[derive(GraphOperation)]
#[graph_operation(function = "a/b(c)", returns = &'static str, version = "beta")]
struct Find {
    #[graph(renam = "Text")]
    text: &'static str,
    #[graph(key)]
    max: i32,
}

async fn find(client: &GraphClient<impl HttpClient>) -> Result<(), Error> {
    let find = Find { text: "x", max: 1 };
    call_at("me", &[], &find).send(client).await
}

fn main() {}
