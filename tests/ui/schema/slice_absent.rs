use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "schema/absent.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    dispaly_name: Option<String>,
}

fn main() {
    let _ = User::collection().create().dispaly_name("Ada");
}
