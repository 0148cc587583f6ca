use graph_entity::{GraphEntity, GraphComplex};

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mailboxSettings", schema = "graph.xml")]
struct MailboxSettings {
    #[graph(default)]
    time_zone: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    account_enabled: bool,
    mailbox_settings: MailboxSettings,
    user_principal_name: String,
    #[graph(unchecked)]
    display_name: String,
}

fn main() {
    let _ = User::collection().create().account_enabled(true);
}
