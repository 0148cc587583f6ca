use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    acount_enabled: Option<bool>,
    display_name: String,
    mailbox_settings: Option<i32>,
    #[graph(navigation)]
    user_principal_name: String,
}

fn main() {
    let _ = User::collection().create().display_name("Ada");
}
