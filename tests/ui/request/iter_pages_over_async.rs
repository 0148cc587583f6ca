use graph_entity::{GraphClient, GraphEntity, HttpClient};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

fn list(client: &GraphClient<impl HttpClient>) {
    let _ = User::collection().list().iter_pages(client).count();
}

fn main() {
}
