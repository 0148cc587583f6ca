use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(etag)]
    etag: Option<String>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.guest", collection = "guests")]
struct Guest {
    #[graph(base)]
    user: User,
}

fn main() {
    let user = User { etag: Some("1".to_owned()) };
    let _ = User::collection().item("1").unchanged_since(&user).delete();
    let _ = Guest::collection().item("1").unchanged_since(&Guest { user }).delete();
}
