use graph_entity::GraphEntity;

#[derive(GraphEntity)]
struct User {
    #[graph(odata = "microsoft.graph.user")]
    display_name: String,
}

fn main() {
    let _ = User::draft().display_name("x");
    let _ = serde_json::from_str::<User>("{}");
}
