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

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.other")]
struct Other {
    name: String,
}

fn main() {
    let _ = Message::collection().create().body(Other::draft().name("x")).subject("y").request();
}
