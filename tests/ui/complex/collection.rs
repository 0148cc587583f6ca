use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", collection = "bodies")]
struct Body {
    content: String,
}

fn main() {
    let _ = Body::collection().create().content("x").request();
}
