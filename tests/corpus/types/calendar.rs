//! Calendars and events.

use graph_entity::edm::{DateTimeOffset, Guid, LocalDateTime};
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum};

use super::common::{EmailAddress, ItemBody, Location, PatternedRecurrence, Recipient};
use super::extensions::Extension;
use super::mail::{Attachment, Importance, OutlookItem};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.event", collection = "me/events", collection = "groups/{id}/events")]
pub struct Event {
    #[graph(base)]
    pub base: OutlookItem,
    pub allow_new_time_proposals: Option<bool>,
    pub attendees: Option<Vec<Attendee>>,
    pub body: Option<ItemBody>,
    pub body_preview: Option<String>,
    pub end: Option<DateTimeTimeZone>,
    pub has_attachments: Option<bool>,
    pub hide_attendees: Option<bool>,
    pub i_cal_u_id: Option<String>,
    pub importance: Option<Importance>,
    pub is_all_day: Option<bool>,
    pub is_cancelled: Option<bool>,
    pub is_draft: Option<bool>,
    pub is_online_meeting: Option<bool>,
    pub is_organizer: Option<bool>,
    pub is_reminder_on: Option<bool>,
    pub location: Option<Location>,
    pub locations: Option<Vec<Location>>,
    pub online_meeting: Option<OnlineMeetingInfo>,
    pub online_meeting_provider: Option<OnlineMeetingProviderType>,
    pub online_meeting_url: Option<String>,
    pub organizer: Option<Recipient>,
    pub original_end_time_zone: Option<String>,
    pub original_start_time_zone: Option<String>,
    pub recurrence: Option<PatternedRecurrence>,
    pub reminder_minutes_before_start: Option<i32>,
    pub response_requested: Option<bool>,
    pub response_status: Option<ResponseStatus>,
    pub sensitivity: Option<Sensitivity>,
    pub series_master_id: Option<String>,
    pub show_as: Option<FreeBusyStatus>,
    pub start: Option<DateTimeTimeZone>,
    pub subject: Option<String>,
    pub transaction_id: Option<String>,
    pub r#type: Option<EventType>,
    pub web_link: Option<String>,
    #[graph(navigation)]
    pub attachments: Option<Vec<Attachment>>,
    #[graph(navigation)]
    pub extensions: Option<Vec<Extension>>,
    #[graph(navigation)]
    pub instances: Option<Vec<Event>>,
    pub uid: Option<String>,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.calendar",
    collection = "me/calendars",
    collection = "me/calendarGroups/{calendarGroupId}/calendars"
)]
pub struct Calendar {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub allowed_online_meeting_providers: Option<Vec<OnlineMeetingProviderType>>,
    pub can_edit: Option<bool>,
    pub can_share: Option<bool>,
    pub can_view_private_items: Option<bool>,
    pub change_key: Option<String>,
    pub color: Option<CalendarColor>,
    pub default_online_meeting_provider: Option<OnlineMeetingProviderType>,
    pub hex_color: Option<String>,
    pub is_default_calendar: Option<bool>,
    pub is_removable: Option<bool>,
    pub is_tallying_responses: Option<bool>,
    pub name: Option<String>,
    pub owner: Option<EmailAddress>,
    pub calendar_group_id: Option<String>,
    pub is_shared: Option<bool>,
    pub is_shared_with_me: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.calendarGroup", collection = "me/calendarGroups")]
pub struct CalendarGroup {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub change_key: Option<String>,
    pub class_id: Option<Guid>,
    pub name: Option<String>,
    #[graph(navigation)]
    pub calendars: Option<Vec<Calendar>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.attendee")]
pub struct Attendee {
    pub email_address: Option<EmailAddress>,
    pub r#type: Option<AttendeeType>,
    pub status: Option<ResponseStatus>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.responseStatus")]
pub struct ResponseStatus {
    pub response: Option<ResponseType>,
    pub time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.dateTimeTimeZone")]
pub struct DateTimeTimeZone {
    pub date_time: Option<LocalDateTime>,
    pub time_zone: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.onlineMeetingInfo")]
pub struct OnlineMeetingInfo {
    pub conference_id: Option<String>,
    pub join_url: Option<String>,
    pub toll_number: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.attendeeType")]
pub enum AttendeeType {
    Required,
    Optional,
    Resource,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.responseType")]
pub enum ResponseType {
    None,
    Organizer,
    TentativelyAccepted,
    Accepted,
    Declined,
    NotResponded,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.onlineMeetingProviderType")]
pub enum OnlineMeetingProviderType {
    Unknown,
    SkypeForBusiness,
    SkypeForConsumer,
    TeamsForBusiness,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.sensitivity")]
pub enum Sensitivity {
    Normal,
    Personal,
    Private,
    Confidential,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.freeBusyStatus")]
pub enum FreeBusyStatus {
    Unknown,
    Free,
    Tentative,
    Busy,
    Oof,
    WorkingElsewhere,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.eventType")]
pub enum EventType {
    SingleInstance,
    Occurrence,
    Exception,
    SeriesMaster,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.calendarColor")]
pub enum CalendarColor {
    Auto,
    LightBlue,
    LightGreen,
    LightOrange,
    LightGray,
    LightYellow,
    LightTeal,
    LightPink,
    LightBrown,
    LightRed,
    MaxColor,
    #[graph(unrecognized)]
    Unrecognized(String),
}
