use graph_entity::{GraphComplex, GraphEntity, GraphEnum};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.itemBody", schema = "graph.xml")]
struct ItemBody {
    content: Option<String>,
}

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.user", schema = "graph.xml")]
struct User {
    id: String,
}

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.message", schema = "graph.xml")]
enum Message {
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.importance", schema = "graph.xml")]
struct Importance {
    low: Option<bool>,
}

#[derive(GraphEnum)]
#[graph_enum(odata = "microsoft.graph.shortText", schema = "graph.xml")]
enum ShortText {
    #[graph(unrecognized)]
    Unrecognized(String),
}

fn main() {
    let _ = (ItemBody { content: None }, User { id: String::new() }, Importance { low: None });
    let _ = (Message::Unrecognized(String::new()), ShortText::Unrecognized(String::new()));
}
