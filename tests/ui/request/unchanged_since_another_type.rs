use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(etag)]
    etag: Option<String>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
struct Group {
    name: String,
}

fn main() {
    let group = Group { name: String::new() };
    let _ = User::collection().item("1").unchanged_since(&group).delete();
}
