use graph_entity::{GraphComplex, GraphEntity};

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body {
    content: String,
    content_type: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "messages")]
struct Message {
    body: Body,
    subject: Option<String>,
}

fn main() {
    let _ = Message::draft().subject("x").request();
}
