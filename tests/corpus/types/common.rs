//! Complex types and enums of several themes.

use graph_entity::edm::Date;
use graph_entity::{Extra, GraphComplex, GraphEnum};

use super::mail::EmailType;

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
pub struct ItemBody {
    pub content: Option<String>,
    pub content_type: Option<BodyType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.identity")]
pub struct Identity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub user_identity_type: Option<String>,
    pub tenant_id: Option<String>,
    pub identity_provider: Option<String>,
    pub email: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.identitySet")]
pub struct IdentitySet {
    pub application: Option<Identity>,
    pub device: Option<Identity>,
    pub user: Option<Identity>,
    pub conversation: Option<Identity>,
    pub azure_application_instance: Option<Identity>,
    pub application_instance: Option<Identity>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.recipient")]
pub struct Recipient {
    pub email_address: Option<EmailAddress>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.emailAddress")]
pub struct EmailAddress {
    pub address: Option<String>,
    pub name: Option<String>,
    pub r#type: Option<EmailType>,
    pub other_label: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.location")]
pub struct Location {
    pub address: Option<PhysicalAddress>,
    pub coordinates: Option<OutlookGeoCoordinates>,
    pub display_name: Option<String>,
    pub location_email_address: Option<String>,
    pub location_type: Option<LocationType>,
    pub location_uri: Option<String>,
    pub unique_id: Option<String>,
    pub unique_id_type: Option<LocationUniqueIdType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.physicalAddress")]
pub struct PhysicalAddress {
    pub city: Option<String>,
    pub country_or_region: Option<String>,
    pub postal_code: Option<String>,
    pub state: Option<String>,
    pub street: Option<String>,
    pub r#type: Option<String>,
    pub post_office_box: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.outlookGeoCoordinates")]
pub struct OutlookGeoCoordinates {
    pub accuracy: Option<f64>,
    pub altitude: Option<f64>,
    pub altitude_accuracy: Option<f64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.patternedRecurrence")]
pub struct PatternedRecurrence {
    pub pattern: Option<RecurrencePattern>,
    pub range: Option<RecurrenceRange>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.recurrencePattern")]
pub struct RecurrencePattern {
    pub day_of_month: Option<i32>,
    pub days_of_week: Option<Vec<DayOfWeek>>,
    pub first_day_of_week: Option<DayOfWeek>,
    pub index: Option<WeekIndex>,
    pub interval: Option<i32>,
    pub month: Option<i32>,
    pub r#type: Option<RecurrencePatternType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.recurrenceRange")]
pub struct RecurrenceRange {
    pub end_date: Option<Date>,
    pub number_of_occurrences: Option<i32>,
    pub recurrence_time_zone: Option<String>,
    pub start_date: Option<Date>,
    pub r#type: Option<RecurrenceRangeType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.userIdentity")]
pub struct UserIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub ip_address: Option<String>,
    pub user_principal_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.appListItem")]
pub struct AppListItem {
    pub app_id: Option<String>,
    pub app_store_url: Option<String>,
    pub name: Option<String>,
    pub publisher: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
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
#[graph_enum(odata = "microsoft.graph.locationType")]
pub enum LocationType {
    Default,
    ConferenceRoom,
    HomeAddress,
    BusinessAddress,
    GeoCoordinates,
    StreetAddress,
    Hotel,
    Restaurant,
    LocalBusiness,
    PostalAddress,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.locationUniqueIdType")]
pub enum LocationUniqueIdType {
    Unknown,
    LocationStore,
    Directory,
    Private,
    Bing,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.dayOfWeek")]
pub enum DayOfWeek {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.weekIndex")]
pub enum WeekIndex {
    First,
    Second,
    Third,
    Fourth,
    Last,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.recurrencePatternType")]
pub enum RecurrencePatternType {
    Daily,
    Weekly,
    AbsoluteMonthly,
    RelativeMonthly,
    AbsoluteYearly,
    RelativeYearly,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.recurrenceRangeType")]
pub enum RecurrenceRangeType {
    EndDate,
    NoEnd,
    Numbered,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.referenceAttachmentProvider")]
pub enum ReferenceAttachmentProvider {
    Other,
    OneDriveBusiness,
    OneDriveConsumer,
    Dropbox,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.referenceAttachmentPermission")]
pub enum ReferenceAttachmentPermission {
    Other,
    View,
    Edit,
    AnonymousView,
    AnonymousEdit,
    OrganizationView,
    OrganizationEdit,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.requiredPasswordType")]
pub enum RequiredPasswordType {
    DeviceDefault,
    Alphanumeric,
    Numeric,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.androidRequiredPasswordType")]
pub enum AndroidRequiredPasswordType {
    DeviceDefault,
    Alphabetic,
    Alphanumeric,
    AlphanumericWithSymbols,
    LowSecurityBiometric,
    Numeric,
    NumericComplex,
    Any,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.androidRequiredPasswordComplexity")]
pub enum AndroidRequiredPasswordComplexity {
    None,
    Low,
    Medium,
    High,
    #[graph(unrecognized)]
    Unrecognized(String),
}
