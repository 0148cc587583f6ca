use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_operation(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
}
