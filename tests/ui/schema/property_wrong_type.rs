use graph_entity::edm::Date;
use graph_entity::GraphEntity;

/// An alias is seen through.
type Settings = Option<String>;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    account_enabled: Option<String>,
    business_phones: Vec<i32>,
    #[graph(read_only)]
    created_date_time: Date,
    deleted_date_time: Option<String>,
    #[graph(serde)]
    display_name: Option<String>,
    mailbox_settings: Settings,
    user_principal_name: std::collections::HashMap<String, String>,
}

fn main() {
    let _ = User::collection().create();
}
