use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, GraphComplex, GraphEntity, Unrecognized};

/// Represents a user. Its `id` never changes.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.user",
    version = "beta",
    collection = "users",
    singleton = "me"
)]
pub struct User {
    #[graph(key, read_only)]
    pub id: String,
    pub r#type: Option<String>,
    #[graph(navigation)]
    pub manager: Option<AnyDirectoryObject>,
    #[graph(navigation)]
    pub alerts: Vec<SecurityAlert>,
    #[graph(navigation)]
    pub mailbox: Option<Box<Mailbox>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.directoryObject",
    version = "beta",
    all_properties
)]
pub struct DirectoryObject {
    #[graph(key, read_only, default)]
    pub id: String,
    pub deleted_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

/// Any [`DirectoryObject`]: of the type itself, or of a derived one.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.directoryObject",
    version = "beta",
    collection = "directoryObjects"
)]
pub enum AnyDirectoryObject {
    DirectoryObject(Box<DirectoryObject>),
    User(Box<User>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.security.alert",
    version = "beta",
    collection = "me/alerts",
    collection = "users/{userId}/alerts",
    all_properties
)]
pub struct SecurityAlert {
    #[graph(key, read_only, default)]
    pub id: String,
    pub detail: Option<Alert>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.mailbox",
    version = "beta",
    singleton = "me/mailbox",
    singleton(path = "users/{userId}/mailbox", name = "user_mailbox"),
    all_properties
)]
pub struct Mailbox {
    #[graph(key, read_only, default)]
    pub id: String,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.alert")]
pub struct Alert {
    pub title: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}
