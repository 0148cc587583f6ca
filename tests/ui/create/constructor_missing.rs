use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "groups/{id}/members")]
struct User {
    display_name: String,
}

fn main() {
    let _ = User::collection();
}
