use graph_entity::{Blocking, GraphClient, GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    mail_nickname: String,
    r#type: Option<i32>,
}

fn create(client: &GraphClient<impl Blocking>) -> Result<User, graph_entity::Error> {
    User::collection().create().mail_nickname("x").send_blocking(client)
}

fn main() {}
