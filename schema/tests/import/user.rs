use graph_entity::edm::{Date, DateTimeOffset, Guid};
use graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

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
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamParts", flags)]
pub enum TeamParts {
    Apps,
    Tabs,
    #[graph(unrecognized)]
    Unrecognized(String),
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

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.security.userIdentity")]
pub struct UserIdentity {
    pub id: Option<String>,
    pub extra_: Option<String>,
    pub since: Option<Date>,
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
