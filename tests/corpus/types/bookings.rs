//! Bookings: businesses, services, appointments, customers, staff.

use graph_entity::edm::{Date, DateTimeOffset, Duration, TimeOfDay};
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum};

use super::calendar::DateTimeTimeZone;
use super::common::{DayOfWeek, Location, PhysicalAddress};
use super::mail::Phone;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.bookingBusiness", collection = "solutions/bookingBusinesses")]
pub struct BookingBusiness {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub address: Option<PhysicalAddress>,
    pub booking_page_settings: Option<BookingPageSettings>,
    pub business_hours: Option<Vec<BookingWorkHours>>,
    pub business_type: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub default_currency_iso: Option<String>,
    pub display_name: Option<String>,
    pub email: Option<String>,
    pub is_published: Option<bool>,
    pub language_tag: Option<String>,
    pub last_updated_date_time: Option<DateTimeOffset>,
    pub phone: Option<String>,
    pub public_url: Option<String>,
    pub scheduling_policy: Option<BookingSchedulingPolicy>,
    pub web_site_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.bookingAppointment",
    collection = "solutions/bookingBusinesses/{businessId}/appointments"
)]
pub struct BookingAppointment {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub additional_information: Option<String>,
    pub anonymous_join_web_url: Option<String>,
    pub appointment_label: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub customer_email_address: Option<String>,
    pub customer_name: Option<String>,
    pub customer_notes: Option<String>,
    pub customer_phone: Option<String>,
    pub customers: Option<Vec<BookingCustomerInformationBase>>,
    pub customer_time_zone: Option<String>,
    pub duration: Option<Duration>,
    pub end_date_time: Option<DateTimeTimeZone>,
    pub filled_attendees_count: Option<i32>,
    pub is_customer_allowed_to_manage_booking: Option<bool>,
    pub is_location_online: Option<bool>,
    pub join_web_url: Option<String>,
    pub last_updated_date_time: Option<DateTimeOffset>,
    pub maximum_attendees_count: Option<i32>,
    pub opt_out_of_customer_email: Option<bool>,
    pub post_buffer: Option<Duration>,
    pub pre_buffer: Option<Duration>,
    pub price: Option<f64>,
    pub price_type: Option<BookingPriceType>,
    pub reminders: Option<Vec<BookingReminder>>,
    pub self_service_appointment_id: Option<String>,
    pub service_id: Option<String>,
    pub service_location: Option<Location>,
    pub service_name: Option<String>,
    pub service_notes: Option<String>,
    pub sms_notifications_enabled: Option<bool>,
    pub staff_member_ids: Option<Vec<String>>,
    pub start_date_time: Option<DateTimeTimeZone>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.bookingService",
    collection = "solutions/bookingBusinesses/{businessId}/services"
)]
pub struct BookingService {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub additional_information: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub custom_questions: Option<Vec<BookingQuestionAssignment>>,
    pub default_duration: Option<Duration>,
    pub default_location: Option<Location>,
    pub default_price: Option<f64>,
    pub default_price_type: Option<BookingPriceType>,
    pub default_reminders: Option<Vec<BookingReminder>>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub is_anonymous_join_enabled: Option<bool>,
    pub is_customer_allowed_to_manage_booking: Option<bool>,
    pub is_hidden_from_customers: Option<bool>,
    pub is_location_online: Option<bool>,
    pub language_tag: Option<String>,
    pub last_updated_date_time: Option<DateTimeOffset>,
    pub maximum_attendees_count: Option<i32>,
    pub notes: Option<String>,
    pub post_buffer: Option<Duration>,
    pub pre_buffer: Option<Duration>,
    pub scheduling_policy: Option<BookingSchedulingPolicy>,
    pub sms_notifications_enabled: Option<bool>,
    pub staff_member_ids: Option<Vec<String>>,
    #[graph(read_only)]
    pub web_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.bookingCustomer",
    collection = "solutions/bookingBusinesses/{businessId}/customers"
)]
pub struct BookingCustomer {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub addresses: Option<Vec<PhysicalAddress>>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub display_name: Option<String>,
    pub email_address: Option<String>,
    pub last_updated_date_time: Option<DateTimeOffset>,
    pub phones: Option<Vec<Phone>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.bookingStaffMember",
    collection = "solutions/bookingBusinesses/{businessId}/staffMembers"
)]
pub struct BookingStaffMember {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub availability_is_affected_by_personal_calendar: Option<bool>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub display_name: Option<String>,
    pub email_address: Option<String>,
    pub is_email_notification_enabled: Option<bool>,
    pub last_updated_date_time: Option<DateTimeOffset>,
    pub membership_status: Option<BookingStaffMembershipStatus>,
    pub role: Option<BookingStaffRole>,
    pub time_zone: Option<String>,
    pub use_business_hours: Option<bool>,
    pub working_hours: Option<Vec<BookingWorkHours>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingPageSettings")]
pub struct BookingPageSettings {
    pub access_control: Option<BookingPageAccessControl>,
    pub booking_page_color_code: Option<String>,
    pub business_time_zone: Option<String>,
    pub customer_consent_message: Option<String>,
    pub enforce_one_time_password: Option<bool>,
    pub is_business_logo_display_enabled: Option<bool>,
    pub is_customer_consent_enabled: Option<bool>,
    pub is_search_engine_indexability_disabled: Option<bool>,
    pub is_time_slot_time_zone_set_to_business_time_zone: Option<bool>,
    pub privacy_policy_web_url: Option<String>,
    pub terms_and_conditions_web_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingWorkHours")]
pub struct BookingWorkHours {
    pub day: Option<DayOfWeek>,
    pub time_slots: Option<Vec<BookingWorkTimeSlot>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingWorkTimeSlot")]
pub struct BookingWorkTimeSlot {
    pub end_time: Option<TimeOfDay>,
    pub start_time: Option<TimeOfDay>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingSchedulingPolicy")]
pub struct BookingSchedulingPolicy {
    pub allow_staff_selection: Option<bool>,
    pub custom_availabilities: Option<Vec<BookingsAvailabilityWindow>>,
    pub general_availability: Option<BookingsAvailability>,
    pub is_meeting_invite_to_customers_enabled: Option<bool>,
    pub maximum_advance: Option<Duration>,
    pub minimum_lead_time: Option<Duration>,
    pub send_confirmations_to_owner: Option<bool>,
    pub time_slot_interval: Option<Duration>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingsAvailabilityWindow")]
pub struct BookingsAvailabilityWindow {
    pub availability_type: Option<BookingsServiceAvailabilityType>,
    pub business_hours: Option<Vec<BookingWorkHours>>,
    pub end_date: Option<Date>,
    pub start_date: Option<Date>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingsAvailability")]
pub struct BookingsAvailability {
    pub availability_type: Option<BookingsServiceAvailabilityType>,
    pub business_hours: Option<Vec<BookingWorkHours>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingCustomerInformationBase", abstract)]
pub struct BookingCustomerInformationBase {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingReminder")]
pub struct BookingReminder {
    pub message: Option<String>,
    pub offset: Option<Duration>,
    pub recipients: Option<BookingReminderRecipients>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bookingQuestionAssignment")]
pub struct BookingQuestionAssignment {
    pub is_required: Option<bool>,
    pub question_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.bookingPageAccessControl")]
pub enum BookingPageAccessControl {
    Unrestricted,
    RestrictedToOrganization,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.bookingsServiceAvailabilityType")]
pub enum BookingsServiceAvailabilityType {
    BookWhenStaffAreFree,
    NotBookable,
    CustomWeeklyHours,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.bookingPriceType")]
pub enum BookingPriceType {
    Undefined,
    FixedPrice,
    StartingAt,
    Hourly,
    Free,
    PriceVaries,
    CallUs,
    NotSet,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.bookingReminderRecipients")]
pub enum BookingReminderRecipients {
    AllAttendees,
    Staff,
    Customer,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.bookingStaffMembershipStatus")]
pub enum BookingStaffMembershipStatus {
    Active,
    PendingAcceptance,
    RejectedByStaff,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.bookingStaffRole")]
pub enum BookingStaffRole {
    Guest,
    Administrator,
    Viewer,
    ExternalGuest,
    UnknownFutureValue,
    Scheduler,
    TeamMember,
    #[graph(unrecognized)]
    Unrecognized(String),
}
