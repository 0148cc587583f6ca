use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    mail_nickname: String,
    r#type: Option<i32>,
}

fn main() {
    let _ = User::collection().create().r#type("5");
}
