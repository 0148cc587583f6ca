use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(required)]
    mail: Option<String>,
}

fn main() {
    let _ = User::collection().create().request();
}
