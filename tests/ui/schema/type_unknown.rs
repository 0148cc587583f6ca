use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.usr", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
}

fn main() {
    let _ = User::collection().create().request();
}
