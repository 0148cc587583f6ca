use std::fmt;

use graph_entity::GraphComplex;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
struct Body {
    #[graph(sensitive)]
    content: String,
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.content)
    }
}

fn main() {
    let _ = Body::draft().content("x");
    let _ = format!("{:?}", Body { content: String::new() });
}
