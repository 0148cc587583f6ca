use graph_entity::{GraphEntity, Null};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    phones: Vec<String>,
    faxes: Vec<Option<String>>,
}

fn main() {
    let _ = User::collection().create().faxes([Null]).phones([Null]).request();
}
