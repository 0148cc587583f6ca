use graph_entity::{GraphClient, GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

fn list(client: &GraphClient) {
    let _ = User::collection().list().iter(client).count();
}

fn main() {
}
