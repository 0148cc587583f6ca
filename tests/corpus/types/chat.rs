//! Messages of chats and channels.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum};

use super::common::{Identity, ItemBody};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.chatMessage",
    collection = "teams/{teamId}/channels/{channelId}/messages",
    collection = "teams/{teamId}/channels/{channelId}/messages/{messageId}/replies"
)]
pub struct ChatMessage {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub attachments: Option<Vec<ChatMessageAttachment>>,
    pub body: Option<ItemBody>,
    pub channel_identity: Option<ChannelIdentity>,
    pub chat_id: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    #[graph(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    pub etag: Option<String>,
    pub event_detail: Option<EventMessageDetail>,
    pub from: Option<ChatMessageFromIdentitySet>,
    pub importance: Option<ChatMessageImportance>,
    pub last_edited_date_time: Option<DateTimeOffset>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub locale: Option<String>,
    pub mentions: Option<Vec<ChatMessageMention>>,
    pub message_history: Option<Vec<ChatMessageHistoryItem>>,
    pub message_type: Option<ChatMessageType>,
    pub policy_violation: Option<ChatMessagePolicyViolation>,
    pub reactions: Option<Vec<ChatMessageReaction>>,
    pub reply_to_id: Option<String>,
    pub subject: Option<String>,
    pub summary: Option<String>,
    #[graph(read_only)]
    pub web_url: Option<String>,
    #[graph(navigation)]
    pub replies: Option<Vec<ChatMessage>>,
    pub deleted: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessageAttachment")]
pub struct ChatMessageAttachment {
    pub content: Option<String>,
    pub content_type: Option<String>,
    pub content_url: Option<String>,
    pub id: Option<String>,
    pub name: Option<String>,
    pub teams_app_id: Option<String>,
    pub thumbnail_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.channelIdentity")]
pub struct ChannelIdentity {
    pub channel_id: Option<String>,
    pub team_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.eventMessageDetail", abstract)]
pub struct EventMessageDetail {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessageFromIdentitySet")]
pub struct ChatMessageFromIdentitySet {
    pub application: Option<Identity>,
    pub device: Option<Identity>,
    pub user: Option<Identity>,
    pub conversation: Option<Identity>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessageMention")]
pub struct ChatMessageMention {
    pub id: Option<i32>,
    pub mentioned: Option<ChatMessageMentionedIdentitySet>,
    pub mention_text: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessageMentionedIdentitySet")]
pub struct ChatMessageMentionedIdentitySet {
    pub application: Option<Identity>,
    pub device: Option<Identity>,
    pub user: Option<Identity>,
    pub conversation: Option<TeamworkConversationIdentity>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamworkConversationIdentity")]
pub struct TeamworkConversationIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub conversation_identity_type: Option<TeamworkConversationIdentityType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessageHistoryItem")]
pub struct ChatMessageHistoryItem {
    pub actions: Option<Flags<ChatMessageActions>>,
    pub modified_date_time: Option<DateTimeOffset>,
    pub reaction: Option<ChatMessageReaction>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessageReaction")]
pub struct ChatMessageReaction {
    pub created_date_time: Option<DateTimeOffset>,
    pub display_name: Option<String>,
    pub reaction_content_url: Option<String>,
    pub reaction_type: Option<String>,
    pub user: Option<ChatMessageReactionIdentitySet>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessageReactionIdentitySet")]
pub struct ChatMessageReactionIdentitySet {
    pub application: Option<Identity>,
    pub device: Option<Identity>,
    pub user: Option<Identity>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessagePolicyViolation")]
pub struct ChatMessagePolicyViolation {
    pub dlp_action: Option<Flags<ChatMessagePolicyViolationDlpActionTypes>>,
    pub justification_text: Option<String>,
    pub policy_tip: Option<ChatMessagePolicyViolationPolicyTip>,
    pub user_action: Option<Flags<ChatMessagePolicyViolationUserActionTypes>>,
    pub verdict_details: Option<Flags<ChatMessagePolicyViolationVerdictDetailsTypes>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessagePolicyViolationPolicyTip")]
pub struct ChatMessagePolicyViolationPolicyTip {
    pub compliance_url: Option<String>,
    pub general_text: Option<String>,
    pub matched_condition_descriptions: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.chatMessageImportance")]
pub enum ChatMessageImportance {
    Normal,
    High,
    Urgent,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamworkConversationIdentityType")]
pub enum TeamworkConversationIdentityType {
    Team,
    Channel,
    Chat,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.chatMessageActions", flags)]
pub enum ChatMessageActions {
    ReactionAdded,
    ReactionRemoved,
    ActionUndefined,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.chatMessageType")]
pub enum ChatMessageType {
    Message,
    ChatEvent,
    Typing,
    UnknownFutureValue,
    SystemEventMessage,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.chatMessagePolicyViolationDlpActionTypes", flags)]
pub enum ChatMessagePolicyViolationDlpActionTypes {
    None,
    NotifySender,
    BlockAccess,
    BlockAccessExternal,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.chatMessagePolicyViolationUserActionTypes", flags)]
pub enum ChatMessagePolicyViolationUserActionTypes {
    None,
    Override,
    ReportFalsePositive,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.chatMessagePolicyViolationVerdictDetailsTypes", flags)]
pub enum ChatMessagePolicyViolationVerdictDetailsTypes {
    None,
    AllowFalsePositiveOverride,
    AllowOverrideWithoutJustification,
    AllowOverrideWithJustification,
    #[graph(unrecognized)]
    Unrecognized(String),
}
