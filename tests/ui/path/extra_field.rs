use graph_entity::{GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    #[graph(extra)]
    extra: graph_entity::Extra,
}

fn main() {
    let _ = User::collection().list().order_by(path!(User.extra));
}
