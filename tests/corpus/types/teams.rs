//! Teams with channels, tabs, apps, members and schedules.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Unrecognized};
use serde_json::Value;

use super::chat::ChatMessage;
use super::common::IdentitySet;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.team", collection = "teams")]
pub struct Team {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub classification: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub first_channel_name: Option<String>,
    pub fun_settings: Option<TeamFunSettings>,
    pub guest_settings: Option<TeamGuestSettings>,
    pub internal_id: Option<String>,
    pub is_archived: Option<bool>,
    pub member_settings: Option<TeamMemberSettings>,
    pub messaging_settings: Option<TeamMessagingSettings>,
    pub specialization: Option<TeamSpecialization>,
    pub summary: Option<TeamSummary>,
    pub tenant_id: Option<String>,
    pub visibility: Option<TeamVisibilityType>,
    #[graph(read_only)]
    pub web_url: Option<String>,
    #[graph(navigation)]
    pub channels: Option<Vec<Channel>>,
    #[graph(navigation)]
    pub installed_apps: Option<Vec<TeamsAppInstallation>>,
    #[graph(navigation)]
    pub members: Option<Vec<ConversationMember>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.channel", collection = "teams/{teamId}/channels")]
pub struct Channel {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub created_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub email: Option<String>,
    pub is_archived: Option<bool>,
    pub is_favorite_by_default: Option<bool>,
    pub layout_type: Option<ChannelLayoutType>,
    pub membership_type: Option<ChannelMembershipType>,
    pub migration_mode: Option<MigrationMode>,
    pub original_created_date_time: Option<DateTimeOffset>,
    pub summary: Option<ChannelSummary>,
    pub tenant_id: Option<String>,
    #[graph(read_only)]
    pub web_url: Option<String>,
    #[graph(navigation)]
    pub members: Option<Vec<ConversationMember>>,
    #[graph(navigation)]
    pub messages: Option<Vec<ChatMessage>>,
    #[graph(navigation)]
    pub tabs: Option<Vec<TeamsTab>>,
    pub moderation_settings: Option<ChannelModerationSettings>,
    #[graph(annotation = "@microsoft.graph.channelCreationMode")]
    pub channel_creation_mode: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.teamsTab", collection = "teams/{teamId}/channels/{channelId}/tabs")]
pub struct TeamsTab {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub configuration: Option<TeamsTabConfiguration>,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub web_url: Option<String>,
    #[graph(navigation)]
    pub teams_app: Option<TeamsApp>,
    pub sort_order_index: Option<String>,
    #[graph(bind, rename = "teamsApp")]
    pub teams_app_bind: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.teamsApp")]
pub struct TeamsApp {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub distribution_method: Option<TeamsAppDistributionMethod>,
    pub external_id: Option<String>,
    #[graph(navigation)]
    pub app_definitions: Option<Vec<TeamsAppDefinition>>,
    pub name: Option<String>,
    pub version: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.teamsAppInstallation",
    collection = "teams/{teamId}/installedApps",
    collection(path = "users/{userId}/teamwork/installedApps", name = "in_user")
)]
pub struct TeamsAppInstallation {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub consented_permission_set: Option<TeamsAppPermissionSet>,
    #[graph(navigation)]
    pub teams_app: Option<TeamsApp>,
    #[graph(navigation)]
    pub teams_app_definition: Option<TeamsAppDefinition>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.conversationMember")]
pub enum ConversationMember {
    AadUser(Box<AadUserConversationMember>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.conversationMember", abstract)]
pub struct ConversationMemberBase {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub roles: Option<Vec<String>>,
    pub visible_history_start_date_time: Option<DateTimeOffset>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.aadUserConversationMember",
    collection = "teams/{teamId}/members",
    collection = "teams/{teamId}/channels/{channelId}/members"
)]
pub struct AadUserConversationMember {
    #[graph(base)]
    pub base: ConversationMemberBase,
    pub email: Option<String>,
    pub tenant_id: Option<String>,
    pub user_id: Option<String>,
    #[graph(bind, rename = "user")]
    pub user_bind: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.shift", collection = "teams/{teamId}/schedule/shifts")]
pub struct Shift {
    #[graph(base)]
    pub base: ChangeTrackedEntity,
    pub draft_shift: Option<ShiftItem>,
    pub scheduling_group_id: Option<String>,
    pub shared_shift: Option<ShiftItem>,
    pub user_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.timeOffReason", collection = "teams/{teamId}/schedule/timeOffReasons")]
pub struct TimeOffReason {
    #[graph(base)]
    pub base: ChangeTrackedEntity,
    pub display_name: Option<String>,
    pub icon_type: Option<TimeOffReasonIconType>,
    pub is_active: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.timeOff", collection = "teams/{teamId}/schedule/timesOff")]
pub struct TimeOff {
    #[graph(base)]
    pub base: ChangeTrackedEntity,
    pub draft_time_off: Option<TimeOffItem>,
    pub shared_time_off: Option<TimeOffItem>,
    pub user_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.swapShiftsChangeRequest",
    collection = "teams/{teamId}/schedule/swapShiftsChangeRequests"
)]
pub struct SwapShiftsChangeRequest {
    #[graph(base)]
    pub base: ScheduleChangeRequest,
    pub recipient_action_date_time: Option<DateTimeOffset>,
    pub recipient_action_message: Option<String>,
    pub recipient_user_id: Option<String>,
    pub sender_shift_id: Option<String>,
    pub recipient_shift_id: Option<String>,
    pub open_shift_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.schedule")]
pub struct Schedule {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub enabled: Option<bool>,
    pub offer_shift_requests_enabled: Option<bool>,
    pub open_shifts_enabled: Option<bool>,
    pub provision_status: Option<OperationStatus>,
    pub provision_status_code: Option<String>,
    pub swap_shifts_requests_enabled: Option<bool>,
    pub time_clock_enabled: Option<bool>,
    pub time_off_requests_enabled: Option<bool>,
    pub time_zone: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.schedulingGroup", collection = "teams/{teamId}/schedule/schedulingGroups")]
pub struct SchedulingGroup {
    #[graph(base)]
    pub base: ChangeTrackedEntity,
    pub display_name: Option<String>,
    pub is_active: Option<bool>,
    pub user_ids: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.openShiftChangeRequest",
    collection = "teams/{teamId}/schedule/openShiftChangeRequests"
)]
pub struct OpenShiftChangeRequest {
    #[graph(base)]
    pub base: ScheduleChangeRequest,
    pub open_shift_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamFunSettings")]
pub struct TeamFunSettings {
    pub allow_custom_memes: Option<bool>,
    pub allow_giphy: Option<bool>,
    pub allow_stickers_and_memes: Option<bool>,
    pub giphy_content_rating: Option<GiphyRatingType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamGuestSettings")]
pub struct TeamGuestSettings {
    pub allow_create_update_channels: Option<bool>,
    pub allow_delete_channels: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamMemberSettings")]
pub struct TeamMemberSettings {
    pub allow_add_remove_apps: Option<bool>,
    pub allow_create_private_channels: Option<bool>,
    pub allow_create_update_channels: Option<bool>,
    pub allow_create_update_remove_connectors: Option<bool>,
    pub allow_create_update_remove_tabs: Option<bool>,
    pub allow_delete_channels: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamMessagingSettings")]
pub struct TeamMessagingSettings {
    pub allow_channel_mentions: Option<bool>,
    pub allow_owner_delete_messages: Option<bool>,
    pub allow_team_mentions: Option<bool>,
    pub allow_user_delete_messages: Option<bool>,
    pub allow_user_edit_messages: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamSummary")]
pub struct TeamSummary {
    pub guests_count: Option<i32>,
    pub members_count: Option<i32>,
    pub owners_count: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.channelSummary")]
pub struct ChannelSummary {
    pub guests_count: Option<i32>,
    pub has_members_from_other_tenants: Option<bool>,
    pub members_count: Option<i32>,
    pub owners_count: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamsTabConfiguration")]
pub struct TeamsTabConfiguration {
    pub content_url: Option<String>,
    pub entity_id: Option<String>,
    pub remove_url: Option<String>,
    pub website_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.teamsAppDefinition")]
pub struct TeamsAppDefinition {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub authorization: Option<TeamsAppAuthorization>,
    #[graph(read_only)]
    pub created_by: Option<IdentitySet>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub publishing_state: Option<TeamsAppPublishingState>,
    pub short_description: Option<String>,
    pub teams_app_id: Option<String>,
    pub version: Option<String>,
    #[graph(navigation)]
    pub bot: Option<TeamworkBot>,
    #[graph(rename = "azureADAppId")]
    pub azure_ad_app_id: Option<String>,
    pub required_resource_specific_application_permissions: Option<Vec<Value>>,
    pub shortdescription: Option<String>,
    pub allowed_installation_scopes: Option<Flags<TeamsAppInstallationScopes>>,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamsAppAuthorization")]
pub struct TeamsAppAuthorization {
    pub client_app_id: Option<String>,
    pub required_permission_set: Option<TeamsAppPermissionSet>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamsAppPermissionSet")]
pub struct TeamsAppPermissionSet {
    pub resource_specific_permissions: Option<Vec<TeamsAppResourceSpecificPermission>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.teamsAppResourceSpecificPermission")]
pub struct TeamsAppResourceSpecificPermission {
    pub permission_type: Option<TeamsAppResourceSpecificPermissionType>,
    pub permission_value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.teamworkBot")]
pub struct TeamworkBot {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.channelModerationSettings")]
pub struct ChannelModerationSettings {
    pub user_new_message_restriction: Option<UserNewMessageRestriction>,
    pub reply_restriction: Option<ReplyRestriction>,
    pub allow_new_message_from_bots: Option<bool>,
    pub allow_new_message_from_connectors: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.changeTrackedEntity", abstract)]
pub struct ChangeTrackedEntity {
    #[graph(key)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    #[graph(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.shiftItem")]
pub struct ShiftItem {
    pub end_date_time: Option<DateTimeOffset>,
    pub start_date_time: Option<DateTimeOffset>,
    pub theme: Option<ScheduleEntityTheme>,
    pub activities: Option<Vec<ShiftActivity>>,
    pub display_name: Option<String>,
    pub notes: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.shiftActivity")]
pub struct ShiftActivity {
    pub code: Option<String>,
    pub display_name: Option<String>,
    pub end_date_time: Option<DateTimeOffset>,
    pub is_paid: Option<bool>,
    pub start_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.timeOffItem")]
pub struct TimeOffItem {
    pub end_date_time: Option<DateTimeOffset>,
    pub start_date_time: Option<DateTimeOffset>,
    pub theme: Option<ScheduleEntityTheme>,
    pub time_off_reason_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.scheduleChangeRequest", abstract)]
pub struct ScheduleChangeRequest {
    #[graph(base)]
    pub base: ChangeTrackedEntity,
    pub assigned_to: Option<ScheduleChangeRequestActor>,
    pub manager_action_date_time: Option<DateTimeOffset>,
    pub manager_action_message: Option<String>,
    pub manager_user_id: Option<String>,
    pub sender_date_time: Option<DateTimeOffset>,
    pub sender_message: Option<String>,
    pub sender_user_id: Option<String>,
    pub state: Option<ScheduleChangeState>,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.giphyRatingType")]
pub enum GiphyRatingType {
    Strict,
    Moderate,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamSpecialization")]
pub enum TeamSpecialization {
    None,
    EducationStandard,
    EducationClass,
    EducationProfessionalLearningCommunity,
    EducationStaff,
    HealthcareStandard,
    HealthcareCareCoordination,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamVisibilityType")]
pub enum TeamVisibilityType {
    Private,
    Public,
    HiddenMembership,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.channelLayoutType")]
pub enum ChannelLayoutType {
    Post,
    Chat,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.channelMembershipType")]
pub enum ChannelMembershipType {
    Standard,
    Private,
    UnknownFutureValue,
    Shared,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.migrationMode")]
pub enum MigrationMode {
    InProgress,
    Completed,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamsAppDistributionMethod")]
pub enum TeamsAppDistributionMethod {
    Store,
    Organization,
    Sideloaded,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamsAppResourceSpecificPermissionType")]
pub enum TeamsAppResourceSpecificPermissionType {
    Delegated,
    Application,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamsAppPublishingState")]
pub enum TeamsAppPublishingState {
    Submitted,
    Rejected,
    Published,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamsAppInstallationScopes", flags)]
pub enum TeamsAppInstallationScopes {
    Team,
    GroupChat,
    Personal,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.userNewMessageRestriction")]
pub enum UserNewMessageRestriction {
    Everyone,
    EveryoneExceptGuests,
    Moderators,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.replyRestriction")]
pub enum ReplyRestriction {
    Everyone,
    AuthorAndModerators,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.scheduleEntityTheme")]
pub enum ScheduleEntityTheme {
    White,
    Blue,
    Pink,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.timeOffReasonIconType")]
pub enum TimeOffReasonIconType {
    None,
    Car,
    Calendar,
    Running,
    Plane,
    FirstAid,
    Doctor,
    NotWorking,
    Clock,
    JuryDuty,
    Globe,
    Cup,
    Phone,
    Weather,
    Umbrella,
    PiggyBank,
    Dog,
    Cake,
    TrafficCone,
    Pin,
    Sunny,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.scheduleChangeRequestActor")]
pub enum ScheduleChangeRequestActor {
    Sender,
    Recipient,
    Manager,
    System,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.scheduleChangeState")]
pub enum ScheduleChangeState {
    Pending,
    Approved,
    Declined,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.operationStatus")]
pub enum OperationStatus {
    #[graph(rename = "NotStarted")]
    NotStarted,
    #[graph(rename = "Running")]
    Running,
    #[graph(rename = "Completed")]
    Completed,
    #[graph(rename = "Failed")]
    Failed,
    #[graph(unrecognized)]
    Unrecognized(String),
}
