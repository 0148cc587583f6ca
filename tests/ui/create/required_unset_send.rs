use graph_entity::{GraphClient, GraphEntity, HttpClient};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    mail_nickname: String,
    r#type: Option<i32>,
}

async fn create(client: &GraphClient<impl HttpClient>) -> Result<User, graph_entity::Error> {
    User::collection().create().display_name("x").send(client).await
}

fn main() {}
