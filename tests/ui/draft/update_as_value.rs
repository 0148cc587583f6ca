use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    #[graph(navigation)]
    manager: Option<Box<User>>,
}

fn main() {
    let manager = User::collection().item("1").update().display_name("x");
    let _ = User::collection().create().display_name("x").manager(manager).request();
}
