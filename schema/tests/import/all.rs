// mod.rs

//! All types of the metadata, version v1.0: a module for each namespace.

pub mod security;

use self::security::{Alert as SecurityAlert, UserIdentity};
use graph_entity::edm::{DateTimeOffset, Guid};
use graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.alert")]
pub struct Alert {
    pub title: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.directoryObject",
    version = "v1.0",
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
    version = "v1.0",
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
    odata = "microsoft.graph.entity",
    version = "v1.0",
    abstract,
    all_properties
)]
pub struct Entity {
    #[graph(key, read_only, default)]
    pub id: String,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.folder",
    version = "v1.0",
    collection = "me/mailbox/folders",
    collection = "users/{userId}/mailbox/folders",
    collection = "me/mailbox/folders/{folderId}/folders",
    all_properties
)]
pub struct Folder {
    #[graph(key, read_only, default)]
    pub id: String,
    #[graph(navigation)]
    pub folders: Vec<Folder>,
    #[graph(navigation)]
    pub parent: Option<Box<Folder>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.identity")]
pub struct Identity {
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

/// Any [`Identity`]: of the type itself, or of a derived one.
#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.identity")]
pub enum AnyIdentity {
    Identity(Box<Identity>),
    UserIdentity(Box<UserIdentity>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.mailbox",
    version = "v1.0",
    singleton = "me/mailbox",
    singleton(path = "users/{userId}/mailbox", name = "user_mailbox"),
    all_properties
)]
pub struct Mailbox {
    #[graph(key, read_only, default)]
    pub id: String,
    #[graph(navigation)]
    pub folders: Vec<Folder>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.malwareCategory")]
pub enum MalwareCategory {
    Box,
    RemoteControlSoftware,
    /// The same, spelt in \<another\> way.
    #[graph(rename = "remote_Control_Software")]
    RemoteControlSoftware2,
    Tls1_0,
    #[graph(rename = "DOM")]
    Dom,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.recordType")]
pub enum RecordType {
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamParts", flags)]
pub enum TeamParts {
    Apps,
    Tabs,
    #[graph(unrecognized)]
    Unrecognized(String),
}

/// Represents a user. Its `id` never changes.
///
/// Streams, each read by a request of its own: `photo`.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.user",
    version = "v1.0",
    collection = "users",
    singleton = "me",
    all_properties
)]
pub struct User {
    #[graph(key, read_only, default)]
    pub id: String,
    pub deleted_date_time: Option<DateTimeOffset>,
    pub r#type: Option<String>,
    pub self_: Option<String>,
    pub request_: Option<bool>,
    /// How large the mailbox is. See <https://contoso.com/size>\[1\].
    #[graph(read_only, rename = "sizeInGB")]
    pub size_in_gb: Option<i64>,
    #[graph(write_only)]
    pub creation_mode: Option<String>,
    #[graph(immutable)]
    pub employee_id: Option<Guid>,
    /// Deprecated: Use businessPhones. It is to be removed on 2027-01-01.
    pub mobile_phone: Option<String>,
    pub business_phones: Vec<String>,
    pub parts: Option<Flags<TeamParts>>,
    pub malware: Vec<MalwareCategory>,
    pub records: Option<RecordType>,
    pub anything: Option<serde_json::Value>,
    pub any_entity: Option<serde_json::Value>,
    pub owner: Option<AnyIdentity>,
    pub error: Option<WorkbookError>,
    #[graph(navigation)]
    pub manager: Option<AnyDirectoryObject>,
    #[graph(navigation)]
    pub member_of: Vec<AnyDirectoryObject>,
    #[graph(navigation)]
    pub alerts: Vec<SecurityAlert>,
    #[graph(navigation)]
    pub mailbox: Option<Box<Mailbox>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.workbookError")]
pub struct WorkbookError {
    pub inner_error: Option<Box<WorkbookError>>,
    pub causes: Vec<WorkbookError>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.workflowVersion",
    version = "v1.0",
    all_properties
)]
pub struct WorkflowVersion {
    #[graph(key, read_only, default)]
    pub version_number: i32,
    #[graph(extra)]
    pub extra: Extra,
}

// security.rs

use super::Alert as GraphAlert;
use graph_entity::edm::Date;
use graph_entity::{Extra, GraphComplex, GraphEntity};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.security.alert",
    version = "v1.0",
    collection = "me/alerts",
    collection = "users/{userId}/alerts",
    all_properties
)]
pub struct Alert {
    #[graph(key, read_only, default)]
    pub id: String,
    pub detail: Option<GraphAlert>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.security.userIdentity")]
pub struct UserIdentity {
    pub id: Option<String>,
    pub extra_: Option<String>,
    pub since: Option<Date>,
    #[graph(extra)]
    pub extra: Extra,
}

