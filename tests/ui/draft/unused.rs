#![deny(unused_must_use)]

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
    body: Option<Body>,
    subject: Option<String>,
}

fn main() {
    Message::draft().subject("x");
}
