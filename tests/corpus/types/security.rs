//! Threat assessment requests, a family.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, GraphEntity, GraphEnum, Unrecognized};

use super::common::IdentitySet;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.mailAssessmentRequest",
    collection = "informationProtection/threatAssessmentRequests"
)]
pub struct MailAssessmentRequest {
    #[graph(base)]
    pub base: ThreatAssessmentRequestBase,
    pub destination_routing_reason: Option<MailDestinationRoutingReason>,
    pub message_uri: Option<String>,
    pub recipient_email: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.emailFileAssessmentRequest",
    collection = "informationProtection/threatAssessmentRequests"
)]
pub struct EmailFileAssessmentRequest {
    #[graph(base)]
    pub base: ThreatAssessmentRequestBase,
    pub content_data: Option<String>,
    pub destination_routing_reason: Option<MailDestinationRoutingReason>,
    pub recipient_email: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.fileAssessmentRequest",
    collection = "informationProtection/threatAssessmentRequests"
)]
pub struct FileAssessmentRequest {
    #[graph(base)]
    pub base: ThreatAssessmentRequestBase,
    pub content_data: Option<String>,
    pub file_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.urlAssessmentRequest",
    collection = "informationProtection/threatAssessmentRequests"
)]
pub struct UrlAssessmentRequest {
    #[graph(base)]
    pub base: ThreatAssessmentRequestBase,
    pub url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.threatAssessmentRequest")]
pub enum ThreatAssessmentRequest {
    Mail(Box<MailAssessmentRequest>),
    EmailFile(Box<EmailFileAssessmentRequest>),
    File(Box<FileAssessmentRequest>),
    Url(Box<UrlAssessmentRequest>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.threatAssessmentRequest", abstract)]
pub struct ThreatAssessmentRequestBase {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub category: Option<ThreatCategory>,
    pub content_type: Option<ThreatAssessmentContentType>,
    #[graph(read_only)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub expected_assessment: Option<ThreatExpectedAssessment>,
    pub request_source: Option<ThreatAssessmentRequestSource>,
    pub status: Option<ThreatAssessmentStatus>,
    #[graph(navigation)]
    pub results: Option<Vec<ThreatAssessmentResult>>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.threatAssessmentResult")]
pub struct ThreatAssessmentResult {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub message: Option<String>,
    pub result_type: Option<ThreatAssessmentResultType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.threatCategory")]
pub enum ThreatCategory {
    Undefined,
    Spam,
    Phishing,
    Malware,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.threatAssessmentContentType")]
pub enum ThreatAssessmentContentType {
    Mail,
    Url,
    File,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.threatExpectedAssessment")]
pub enum ThreatExpectedAssessment {
    Block,
    Unblock,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.threatAssessmentRequestSource")]
pub enum ThreatAssessmentRequestSource {
    Undefined,
    User,
    Administrator,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.threatAssessmentStatus")]
pub enum ThreatAssessmentStatus {
    Pending,
    Completed,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.threatAssessmentResultType")]
pub enum ThreatAssessmentResultType {
    CheckPolicy,
    Rescan,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.mailDestinationRoutingReason")]
pub enum MailDestinationRoutingReason {
    None,
    MailFlowRule,
    SafeSender,
    BlockedSender,
    AdvancedSpamFiltering,
    DomainAllowList,
    DomainBlockList,
    NotInAddressBook,
    FirstTimeSender,
    AutoPurgeToInbox,
    AutoPurgeToJunk,
    AutoPurgeToDeleted,
    Outbound,
    NotJunk,
    Junk,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}
