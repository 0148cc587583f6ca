use graph_entity::GraphEntity;
use graph_entity::edm::DateTimeOffset;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    created_date_time: DateTimeOffset,
}

fn main() {
    let _ = User::collection().create();
}
