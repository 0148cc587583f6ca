use graph_entity::{GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    mail: Option<String>,
}

fn main() {
    let _ = User::collection().list().filter(path!(User.mail).eq(Some("x")));
}
