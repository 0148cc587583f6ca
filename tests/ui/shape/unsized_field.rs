use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    name: str,
    id: Option<String>,
}

fn main() {
    let _ = User::collection().create().id("x");
}
