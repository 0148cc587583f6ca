use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(etag)]
    etag: Option<String>,
}

fn main() {
    let user = User { etag: None };
    let _ = User::collection().item("1").if_match(user.etag).delete();
}
