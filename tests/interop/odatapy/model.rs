//! Types of Graph, as far as `metadata.xml` has them. All that the server leaves out where it is not set is optional.

use graph_entity::edm::{Binary, DateTimeOffset, Duration};
use graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

/// With its states: a relationship.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceShellScript",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts"
)]
pub struct Script {
    #[graph(key, read_only)]
    pub id: String,
    pub display_name: String,
    pub script_content: Option<Binary>,
    pub created_date_time: Option<DateTimeOffset>,
    pub run_as_account: Option<RunAsAccount>,
    pub role_scope_tag_ids: Vec<String>,
    pub execution_frequency: Option<Duration>,
    pub retry_count: Option<i32>,
    #[graph(navigation)]
    pub user_run_states: Vec<State>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates"
)]
pub struct State {
    #[graph(key, read_only)]
    pub id: String,
    pub success_device_count: i32,
    pub error_device_count: i32,
    pub user_principal_name: Option<String>,
}

/// A state that has to have a name.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates"
)]
pub struct NamedState {
    #[graph(key, read_only)]
    pub id: String,
    pub user_principal_name: String,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.runAsAccountType")]
pub enum RunAsAccount {
    System,
    User,
    #[graph(unrecognized)]
    Unrecognized(String),
}

/// A user whose id is the client's to choose.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
pub struct User {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub job_title: Option<String>,
    pub other_mails: Vec<String>,
    #[graph(navigation)]
    pub manager: Option<Box<User>>,
    #[graph(navigation)]
    pub direct_reports: Vec<User>,
}

/// A user who is made with relationships to others.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub struct BoundUser {
    #[graph(key)]
    pub id: String,
    #[graph(bind)]
    pub manager: Option<String>,
    #[graph(bind)]
    pub direct_reports: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "me/messages", collection = "users/{userId}/messages")]
pub struct Message {
    #[graph(key, read_only)]
    pub id: String,
    #[graph(etag)]
    pub etag: Option<String>,
    pub subject: Option<String>,
    pub body: Option<ItemBody>,
    pub importance: Option<Importance>,
    pub received_date_time: Option<DateTimeOffset>,
    pub size: Option<i64>,
    pub conversation_index: Option<Binary>,
    pub is_read: Option<bool>,
    pub categories: Vec<String>,
    pub parts: Option<Flags<Part>>,
    pub from: Option<Recipient>,
    pub to_recipients: Vec<Recipient>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.eventMessage")]
pub struct EventMessage {
    #[graph(base)]
    pub base: Message,
    pub meeting_message_type: Option<MeetingMessageType>,
    pub start_date_time: Option<DateTimeTimeZone>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.eventMessageRequest")]
pub struct EventMessageRequest {
    #[graph(base)]
    pub base: EventMessage,
    pub allow_new_time_proposals: Option<bool>,
}

/// Any message. That there are `calendarSharingMessage`s it does not know.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "users/{userId}/messages")]
pub enum AnyMessage {
    Message(Box<Message>),
    EventMessage(Box<EventMessage>),
    EventMessageRequest(Box<EventMessageRequest>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.calendarSharingMessage")]
pub struct CalendarSharingMessage {
    #[graph(key, read_only)]
    pub id: String,
    pub subject: Option<String>,
    pub can_accept: Option<bool>,
}

/// A message with its attachments, which are of derived types.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "users/{userId}/messages")]
pub struct MessageWithAttachments {
    #[graph(key, read_only)]
    pub id: String,
    pub subject: String,
    #[graph(navigation)]
    pub attachments: Vec<Attachment>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.attachment", abstract)]
pub struct AttachmentBase {
    #[graph(key, read_only)]
    pub id: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.fileAttachment")]
pub struct FileAttachment {
    #[graph(base)]
    pub base: AttachmentBase,
    pub content_bytes: Option<Binary>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.attachment")]
pub enum Attachment {
    File(FileAttachment),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

/// An open type: what nobody declared is in `extra`.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.openTypeExtension")]
pub struct OpenExtension {
    #[graph(key, read_only)]
    pub id: String,
    pub extension_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
pub enum Importance {
    Low,
    Normal,
    High,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.bodyType")]
pub enum BodyType {
    Text,
    Html,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.meetingMessageType")]
pub enum MeetingMessageType {
    MeetingRequest,
    MeetingAccepted,
    #[graph(unrecognized)]
    Unrecognized(String),
}

/// Combine.
#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
pub enum Part {
    Apps,
    Tabs,
    Settings,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
pub struct ItemBody {
    pub content: Option<String>,
    pub content_type: Option<BodyType>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.recipient")]
pub struct Recipient {
    pub email_address: EmailAddress,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.emailAddress")]
pub struct EmailAddress {
    pub address: String,
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.dateTimeTimeZone")]
pub struct DateTimeTimeZone {
    pub date_time: String,
    pub time_zone: Option<String>,
}

/// A part of a message, and what came beside it.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "me/messages")]
pub struct Subject {
    #[graph(key, read_only)]
    pub id: String,
    pub subject: String,
    #[graph(extra)]
    pub extra: Extra,
}
