use graph_entity::{GraphClient, GraphComplex};

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body {
    content: String,
}

async fn send(client: &GraphClient) {
    let _ = Body::draft().content("x").send(client).await;
}

fn main() {}
