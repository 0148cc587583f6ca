use graph_entity::edm::Date;
use graph_entity::{Flags, GraphEntity, GraphEnum};

#[derive(Clone, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags, schema = "graph.xml")]
enum Parts {
    Apps,
    #[graph(unrecognized)]
    Unrecognized(String),
}

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
    display_name: Option<Flags<Parts>>,
    #[graph(default)]
    mailbox_settings: Settings,
    #[graph(default)]
    user_principal_name: std::collections::HashMap<String, String>,
}

fn main() {
    let _ = (User::collection().create(), Parts::Apps);
}
