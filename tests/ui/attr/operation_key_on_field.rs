use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(returns = std::collections::HashMap<String, String>, required)]
    display_name: Option<String>,
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
}
