use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key)]
    id: String,
    display_name: String,
    #[graph(immutable)]
    employee_id: Option<String>,
    #[graph(navigation)]
    manager: Option<Box<User>>,
    #[graph(read_only)]
    created: Option<String>,
}

fn main() {
    let _ = User::collection().item("1").update().employee_id("1").request();
}
