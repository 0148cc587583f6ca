use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
enum User {
    #[graph(read_only)]
    Id { id: String },
}

fn main() {
    let _ = graph_entity::json::from_str::<User>("{}");
}
