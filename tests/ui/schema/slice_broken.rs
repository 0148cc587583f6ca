use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "broken.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
}

fn main() {
    let _ = User::collection().create();
}
