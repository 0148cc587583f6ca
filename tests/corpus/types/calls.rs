//! Calls and online meetings.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

use super::common::IdentitySet;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.call", collection = "communications/calls")]
pub struct Call {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub callback_uri: Option<String>,
    pub chat_info: Option<ChatInfo>,
    pub direction: Option<CallDirection>,
    pub media_config: Option<MediaConfig>,
    pub meeting_info: Option<MeetingInfo>,
    pub requested_modalities: Option<Vec<Modality>>,
    pub source: Option<ParticipantInfo>,
    pub subject: Option<String>,
    pub targets: Option<Vec<InvitationParticipantInfo>>,
    pub tenant_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.onlineMeeting", collection = "me/onlineMeetings")]
pub struct OnlineMeeting {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub allowed_presenters: Option<OnlineMeetingPresenters>,
    pub allow_meeting_chat: Option<MeetingChatMode>,
    pub allow_teamwork_reactions: Option<bool>,
    pub audio_conferencing: Option<AudioConferencing>,
    pub chat_info: Option<ChatInfo>,
    pub is_entry_exit_announced: Option<bool>,
    pub join_web_url: Option<String>,
    pub lobby_bypass_settings: Option<LobbyBypassSettings>,
    pub subject: Option<String>,
    pub video_teleconference_id: Option<String>,
    pub creation_date_time: Option<DateTimeOffset>,
    pub end_date_time: Option<DateTimeOffset>,
    pub is_broadcast: Option<bool>,
    pub participants: Option<MeetingParticipants>,
    pub start_date_time: Option<DateTimeOffset>,
    pub auto_admitted_users: Option<AutoAdmittedUsers>,
    pub outer_meeting_auto_admitted_users: Option<AutoAdmittedUsers>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatInfo")]
pub struct ChatInfo {
    pub message_id: Option<String>,
    pub reply_chain_message_id: Option<String>,
    pub thread_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaConfig")]
pub enum MediaConfig {
    ServiceHosted(Box<ServiceHostedMediaConfig>),
    AppHosted(Box<AppHostedMediaConfig>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.serviceHostedMediaConfig")]
pub struct ServiceHostedMediaConfig {
    pub remove_from_default_audio_group: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.appHostedMediaConfig")]
pub struct AppHostedMediaConfig {
    pub blob: Option<String>,
    pub remove_from_default_audio_group: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.meetingInfo")]
pub enum MeetingInfo {
    Organizer(Box<OrganizerMeetingInfo>),
    Token(Box<TokenMeetingInfo>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.organizerMeetingInfo")]
pub struct OrganizerMeetingInfo {
    pub organizer: Option<IdentitySet>,
    pub allow_conversation_without_host: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.tokenMeetingInfo")]
pub struct TokenMeetingInfo {
    pub token: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.participantInfo")]
pub struct ParticipantInfo {
    pub identity: Option<IdentitySet>,
    pub language_id: Option<String>,
    pub region: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.invitationParticipantInfo")]
pub struct InvitationParticipantInfo {
    pub identity: Option<IdentitySet>,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.audioConferencing")]
pub struct AudioConferencing {
    pub conference_id: Option<String>,
    pub dialin_url: Option<String>,
    pub toll_free_number: Option<String>,
    pub toll_number: Option<String>,
    #[graph(rename = "ConferenceId")]
    pub pascal_conference_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.lobbyBypassSettings")]
pub struct LobbyBypassSettings {
    pub is_dial_in_bypass_enabled: Option<bool>,
    pub scope: Option<LobbyBypassScope>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.meetingParticipants")]
pub struct MeetingParticipants {
    pub attendees: Option<Vec<MeetingParticipantInfo>>,
    pub organizer: Option<MeetingParticipantInfo>,
    pub producers: Option<Vec<MeetingParticipantInfo>>,
    pub contributors: Option<Vec<MeetingParticipantInfo>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.meetingParticipantInfo")]
pub struct MeetingParticipantInfo {
    pub identity: Option<IdentitySet>,
    pub role: Option<OnlineMeetingRole>,
    pub upn: Option<String>,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callDirection")]
pub enum CallDirection {
    Incoming,
    Outgoing,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.modality")]
pub enum Modality {
    Audio,
    Video,
    VideoBasedScreenSharing,
    Data,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.onlineMeetingPresenters")]
pub enum OnlineMeetingPresenters {
    Everyone,
    Organization,
    RoleIsPresenter,
    Organizer,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.meetingChatMode")]
pub enum MeetingChatMode {
    Enabled,
    Disabled,
    Limited,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.lobbyBypassScope")]
pub enum LobbyBypassScope {
    Organizer,
    Organization,
    OrganizationAndFederated,
    Everyone,
    UnknownFutureValue,
    Invited,
    OrganizationExcludingGuests,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.onlineMeetingRole")]
pub enum OnlineMeetingRole {
    Attendee,
    Presenter,
    UnknownFutureValue,
    Producer,
    Coorganizer,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.autoAdmittedUsersType")]
pub enum AutoAdmittedUsers {
    EveryoneInCompany,
    Everyone,
    #[graph(unrecognized)]
    Unrecognized(String),
}
