//! Documented creates, written out as a user writes them: each chain makes the body that its sample shows.

use graph_entity::edm::{Date, DateTimeOffset, LocalDateTime};
use graph_entity::{Dictionary, Error, Request};
use serde_json::Value;

use crate::compare::{Allowed, Form, compare};
use crate::raw;
use crate::rows::{Row, data};
use crate::types::access_reviews::{
    AccessReviewQueryScope, AccessReviewReviewerScope, AccessReviewScheduleDefinition, AccessReviewScheduleSettings,
    PrincipalResourceMembershipsScope,
};
use crate::types::calendar::{Attendee, AttendeeType, DateTimeTimeZone, Event};
use crate::types::chat::ChatMessage;
use crate::types::common::{
    BodyType, EmailAddress, Identity, IdentitySet, ItemBody, Location, LocationType, OutlookGeoCoordinates,
    PatternedRecurrence, PhysicalAddress, Recipient, RecurrencePattern, RecurrencePatternType, RecurrenceRange,
    RecurrenceRangeType,
};
use crate::types::conditional_access::{
    BasicAuthentication, ConditionalAccessApplications, ConditionalAccessClientApp, ConditionalAccessConditionSet,
    ConditionalAccessGrantControl, ConditionalAccessGrantControls, ConditionalAccessLocations, ConditionalAccessPolicy,
    ConditionalAccessPolicyState, ConditionalAccessUsers, CountryNamedLocation, IPv4CidrRange, IPv6CidrRange,
    IdentityApiConnector, IpNamedLocation, IpRange, NamedLocationBase,
};
use crate::types::device_configuration::{DeviceConfiguration, OmaSetting, WindowsPhone81CustomConfiguration};
use crate::types::directory::{Group, PasswordProfile, User};
use crate::types::drive::{BaseItem, Bundle, DriveItem, Folder, Permission};
use crate::types::education::{EducationItemBody, EducationRubric, RubricCriterion, RubricLevel, RubricQuality};
use crate::types::mail::{Importance, InternetMessageHeader, Message};
use crate::types::planner::{PlannerAssignment, PlannerTask};
use crate::types::teams::{
    AadUserConversationMember, ChangeTrackedEntity, Channel, ChannelMembershipType, ConversationMemberBase,
    ScheduleEntityTheme, Shift, ShiftActivity, ShiftItem, TeamsTab, TeamsTabConfiguration,
};

/// Compares the request with the sample `id`: its method, its path, its body. Nothing may differ but the types that the
/// builder adds and the spelling of names.
fn is_sample<T>(id: &str, request: Result<Request<T>, Error>) {
    let request = request.unwrap_or_else(|error| panic!("{id}: {error}"));
    let text = std::fs::read_to_string(data("creates.ndjson")).expect("the samples");
    let rows = Row::all(&text);
    let row = rows.iter().find(|row| row.id == id).expect("the sample");
    assert_eq!(request.method(), "POST", "{id}");
    let path = request.path().replace("%3A", ":").replace("%40", "@").replace("%7B", "{").replace("%7D", "}");
    assert!(row.url.ends_with(&path), "{id}: {} {path}", row.url);
    let body = std::str::from_utf8(request.body()).expect("text");
    assert_eq!(raw::members(body)[0].0, "@odata.type", "{id}: {body}");
    let before: Value = serde_json::from_str(row.body("request")).expect("JSON");
    let after: Value = serde_json::from_str(body).expect("JSON");
    let findings = compare(&before, &after, Form::Request);
    assert!(findings.failures.is_empty(), "{id}: {}", findings.failures.join("\n"));
    for allowed in findings.allowed.keys() {
        assert!(matches!(allowed, Allowed::TypeAdded | Allowed::TypeSpelt | Allowed::EnumCase), "{id}: {allowed:?}");
    }
}

#[test]
fn a_private_channel_with_its_owner() {
    let owner = AadUserConversationMember::draft()
        .base(ConversationMemberBase::draft().roles(["owner"]))
        .user_bind("https://graph.microsoft.com/v1.0/users('62855810-484b-4823-9e01-60667f8b12ae')");
    let request = Channel::in_team("57fb72d0-d811-46f4-8947-305e6072eaa5")
        .create()
        .membership_type(ChannelMembershipType::Private)
        .display_name("My First Private Channel")
        .description("This is my first private channels")
        .members([owner])
        .request();
    is_sample("v1.0/channel-post#3", request);
}

#[test]
fn a_tab_by_reference_to_its_app() {
    let request = TeamsTab::in_channel("{id}", "{id}")
        .create()
        .display_name("My Contoso Tab")
        .teams_app_bind("https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/06805b9e-77e3-4b93-ac81-525eb87513b8")
        .configuration(
            TeamsTabConfiguration::draft()
                .entity_id("2DCA2E6C7A10415CAF6B8AB6661B3154")
                .content_url("https://www.contoso.com/Orders/2DCA2E6C7A10415CAF6B8AB6661B3154/tabView")
                .website_url("https://www.contoso.com/Orders/2DCA2E6C7A10415CAF6B8AB6661B3154")
                .remove_url("https://www.contoso.com/Orders/2DCA2E6C7A10415CAF6B8AB6661B3154/uninstallTab"),
        )
        .request();
    is_sample("v1.0/channel-post-tabs#1", request);
}

#[test]
fn a_shift() {
    let time = |text: &str| text.parse::<DateTimeOffset>().expect("a time");
    let shift = |break_end: &str| {
        let lunch = ShiftActivity::draft()
            .is_paid(true)
            .start_date_time(time("2019-03-11T15:00:00Z"))
            .end_date_time(time(break_end))
            .code("")
            .display_name("Lunch");
        ShiftItem::draft()
            .start_date_time(time("2019-03-11T15:00:00Z"))
            .end_date_time(time("2019-03-12T00:00:00Z"))
            .theme(ScheduleEntityTheme::Blue)
            .display_name("Day shift")
            .notes("Please do inventory as part of your shift.")
            .activities([lunch])
    };
    let request = Shift::in_team("{teamId}")
        .create()
        .base(ChangeTrackedEntity::draft().id("SHFT_577b75d2-a927-48c0-a5d1-dc984894e7b8"))
        .user_id("c5d0c76b-80c4-481c-be50-923cd8d680a1")
        .scheduling_group_id("TAG_228940ed-ff84-4e25-b129-1b395cf78be0")
        .shared_shift(shift("2019-03-11T15:15:00Z"))
        .draft_shift(shift("2019-03-11T15:30:00Z"))
        .request();
    is_sample("v1.0/schedule-post-shifts#1", request);
}

#[test]
fn a_chat_message() {
    let request = ChatMessage::in_channel(
        "fbe2bf47-16c8-47cf-b4a5-4b9b187c508b",
        "19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2",
    )
    .create()
    .body(ItemBody::draft().content("Hello World"))
    .request();
    is_sample("v1.0/channel-post-messages#1", request);
}

#[test]
fn a_group_with_owners_and_members_by_reference() {
    let request = Group::collection()
        .create()
        .description("Group with designated owner and members")
        .display_name("Operations group")
        .group_types(Vec::new())
        .mail_enabled(false)
        .mail_nickname("operations2019")
        .security_enabled(true)
        .owners_bind(["https://graph.microsoft.com/v1.0/users/26be1845-4119-4801-a799-aea79d09f1a2"])
        .members_bind([
            "https://graph.microsoft.com/v1.0/users/ff7cb387-6688-423c-8188-3da9532a73cc",
            "https://graph.microsoft.com/v1.0/users/69456242-0067-49d3-ba96-9de6f2728e14",
        ])
        .request();
    is_sample("v1.0/group-post-groups#3", request);
}

#[test]
fn a_user_with_a_password() {
    let request = User::collection()
        .create()
        .account_enabled(true)
        .display_name("Adele Vance")
        .mail_nickname("AdeleV")
        .user_principal_name("AdeleV@contoso.onmicrosoft.com")
        .password_profile(
            PasswordProfile::draft().force_change_password_next_sign_in(true).password("xWwvJ]6NMw+bWH-d"),
        )
        .request();
    is_sample("v1.0/user-post-users#1", request);
}

#[test]
fn a_message_with_headers() {
    let header = |name: &str, value: &str| InternetMessageHeader::draft().name(name).value(value);
    let request = Message::collection()
        .create()
        .subject("9/8/2018: concert")
        .body(ItemBody::draft().content_type(BodyType::Html).content("The group represents Washington."))
        .to_recipients([
            Recipient::draft().email_address(EmailAddress::draft().address("AlexW@contoso.OnMicrosoft.com"))
        ])
        .internet_message_headers([
            header("x-custom-header-group-name", "Washington"),
            header("x-custom-header-group-id", "WA001"),
        ])
        .request();
    is_sample("v1.0/user-post-messages#6", request);
}

#[test]
fn an_important_message() {
    let to = Recipient::draft().email_address(EmailAddress::draft().address("AdeleV@contoso.onmicrosoft.com"));
    let request = Message::collection()
        .create()
        .subject("Did you see last night's game?")
        .importance(Importance::Low)
        .body(ItemBody::draft().content_type(BodyType::Html).content("They were <b>awesome</b>!"))
        .to_recipients([to])
        .request();
    is_sample("v1.0/user-post-messages#4", request);
}

#[test]
fn an_event_in_three_places() {
    let time = |text: &str| {
        DateTimeTimeZone::draft()
            .date_time(text.parse::<LocalDateTime>().expect("a time"))
            .time_zone("Pacific Standard Time")
    };
    let attendee = |address: &str, name: &str| {
        Attendee::draft()
            .email_address(EmailAddress::draft().address(address).name(name))
            .r#type(AttendeeType::Required)
    };
    let request = Event::collection()
        .create()
        .subject("Plan summer company picnic")
        .body(ItemBody::draft().content_type(BodyType::Html).content("Let's kick-start this event planning!"))
        .start(time("2017-08-30T11:00:00"))
        .end(time("2017-08-30T12:00:00"))
        .attendees([
            attendee("DanaS@contoso.onmicrosoft.com", "Dana Swope"),
            attendee("AlexW@contoso.onmicrosoft.com", "Alex Wilber"),
        ])
        .location(
            Location::draft()
                .display_name("Conf Room 3; Fourth Coffee; Home Office")
                .location_type(LocationType::Default),
        )
        .locations([
            Location::draft().display_name("Conf Room 3"),
            Location::draft()
                .display_name("Fourth Coffee")
                .address(
                    PhysicalAddress::draft()
                        .street("4567 Main St")
                        .city("Redmond")
                        .state("WA")
                        .country_or_region("US")
                        .postal_code("32008"),
                )
                .coordinates(OutlookGeoCoordinates::draft().latitude(47.672).longitude(-102.103)),
            Location::draft().display_name("Home Office"),
        ])
        .allow_new_time_proposals(true)
        .request();
    is_sample("v1.0/user-post-events#8", request);
}

#[test]
fn a_task_with_its_assignment_by_user() {
    let assignment = graph_entity::json::from_str::<PlannerAssignment>(r#"{"orderHint": " !"}"#).expect("a value");
    let request = PlannerTask::collection()
        .create()
        .plan_id("xqQg5FS2LkCp935s-FIFm2QAFkHM")
        .bucket_id("hsOf2dhOJkqyYYZEtdzDe2QAIUCR")
        .title("Update client list")
        .assignments(Dictionary::from([("fbab97d0-4932-4511-b675-204639209557", assignment)]))
        .request();
    is_sample("v1.0/planner-post-tasks#1", request);
}

#[test]
fn an_access_review_with_scopes_in_its_scope() {
    let scope = |query: &str| AccessReviewQueryScope::draft().query(query).query_type("MicrosoftGraph");
    let reviewer = |query: &str| AccessReviewReviewerScope::draft().query(query).query_type("MicrosoftGraph");
    let others = "/groups/072ac5f4-3f13-4088-ab30-0a276f3e6322/transitiveMembers";
    let date = |text: &str| text.parse::<Date>().expect("a date");
    let request = AccessReviewScheduleDefinition::collection()
        .create()
        .display_name("Review employee access to LinkedIn")
        .description_for_admins("Review employee access to LinkedIn")
        .scope(
            PrincipalResourceMembershipsScope::draft()
                .principal_scopes([scope("/users")])
                .resource_scopes([scope("/servicePrincipals/bae11f90-7d5d-46ba-9f55-8112b59d92ae")]),
        )
        .reviewers([reviewer("./manager").query_root("decisions")])
        .backup_reviewers([reviewer(others)])
        .fallback_reviewers([reviewer(others)])
        .settings(
            AccessReviewScheduleSettings::draft()
                .mail_notifications_enabled(true)
                .reminder_notifications_enabled(true)
                .justification_required_on_approval(true)
                .default_decision_enabled(true)
                .default_decision("Recommendation")
                .instance_duration_in_days(180)
                .auto_apply_decisions_enabled(true)
                .recommendations_enabled(true)
                .recurrence(
                    PatternedRecurrence::draft()
                        .pattern(
                            RecurrencePattern::draft()
                                .r#type(RecurrencePatternType::AbsoluteMonthly)
                                .interval(6)
                                .day_of_month(0),
                        )
                        .range(
                            RecurrenceRange::draft()
                                .r#type(RecurrenceRangeType::Numbered)
                                .start_date(date("2021-05-05"))
                                .end_date(date("2022-05-05")),
                        ),
                ),
        )
        .request();
    is_sample("v1.0/accessreviewscheduledefinition-post#5", request);
}

#[test]
fn a_conditional_access_policy() {
    let request = ConditionalAccessPolicy::collection()
        .create()
        .display_name("Access to EXO requires MFA")
        .state(ConditionalAccessPolicyState::Enabled)
        .conditions(
            ConditionalAccessConditionSet::draft()
                .client_app_types([
                    ConditionalAccessClientApp::MobileAppsAndDesktopClients,
                    ConditionalAccessClientApp::Browser,
                ])
                .applications(
                    ConditionalAccessApplications::draft()
                        .include_applications(["00000002-0000-0ff1-ce00-000000000000"]),
                )
                .users(ConditionalAccessUsers::draft().include_groups(["ba8e7ded-8b0f-4836-ba06-8ff1ecc5c8ba"]))
                .locations(
                    ConditionalAccessLocations::draft().include_locations(["All"]).exclude_locations(["AllTrusted"]),
                ),
        )
        .grant_controls(
            ConditionalAccessGrantControls::draft()
                .operator("OR")
                .built_in_controls([ConditionalAccessGrantControl::Mfa]),
        )
        .request();
    is_sample("v1.0/conditionalaccessroot-post-policies#1", request);
}

#[test]
fn a_named_location_with_ranges_of_two_types() {
    let request = IpNamedLocation::collection()
        .create()
        .base(NamedLocationBase::draft().display_name("Untrusted IP named location"))
        .is_trusted(false)
        .ip_ranges([
            IpRange::from(
                graph_entity::json::from_str::<IPv4CidrRange>(r#"{"cidrAddress": "12.34.221.11/22"}"#)
                    .expect("a range"),
            ),
            IpRange::from(
                graph_entity::json::from_str::<IPv6CidrRange>(r#"{"cidrAddress": "2001:0:9d38:90d6:0:0:0:0/63"}"#)
                    .expect("a range"),
            ),
        ])
        .request();
    is_sample("v1.0/conditionalaccessroot-post-namedlocations#1", request);
    let request = CountryNamedLocation::collection()
        .create()
        .base(NamedLocationBase::draft().display_name("Named location with unknown countries and regions"))
        .countries_and_regions(["US", "GB"])
        .include_unknown_countries_and_regions(true)
        .request();
    is_sample("v1.0/conditionalaccessroot-post-namedlocations#3", request);
}

#[test]
fn an_api_connector_with_a_password() {
    let request = IdentityApiConnector::collection()
        .create()
        .display_name("Test API")
        .target_url("https://someapi.com/api")
        .authentication_configuration(BasicAuthentication::draft().username("MyUsername").password("MyPassword"))
        .request();
    is_sample("v1.0/identityapiconnector-create#1", request);
}

#[test]
fn a_device_configuration_over_its_base() {
    let request = WindowsPhone81CustomConfiguration::collection()
        .create()
        .base(
            DeviceConfiguration::draft().description("Description value").display_name("Display Name value").version(7),
        )
        .oma_settings([graph_entity::json::from_str::<OmaSetting>(
            r#"{"@odata.type": "microsoft.graph.omaSetting", "displayName": "Display Name value",
                "description": "Description value", "omaUri": "Oma Uri value"}"#,
        )
        .expect("a setting of a type that the family does not name")])
        .request();
    is_sample("v1.0/intune-deviceconfig-windowsphone81customconfiguration-create#1", request);
}

#[test]
fn a_rubric() {
    let text = |content: &str| EducationItemBody::draft().content(content).content_type(BodyType::Text);
    let level = |name: &str| RubricLevel::draft().display_name(name).description(text(""));
    let criterion = |content: &str| RubricCriterion::draft().description(text(content));
    let request = EducationRubric::collection()
        .create()
        .display_name("Example Credit Rubric")
        .description(text("This is an example of a credit rubric (no points)"))
        .levels([level("Good"), level("Poor")])
        .qualities([
            RubricQuality::draft().description(text("Argument")).criteria([
                criterion("The essay's argument is persuasive."),
                criterion("The essay's argument does not make sense."),
            ]),
            RubricQuality::draft().description(text("Spelling and Grammar")).criteria([
                criterion("The essay uses proper spelling and grammar with few or no errors."),
                criterion("The essay has numerous errors in spelling and/or grammar."),
            ]),
        ])
        .request();
    is_sample("v1.0/educationuser-post-rubrics#1", request);
}

#[test]
fn a_folder_and_a_bundle() {
    let request = DriveItem::collection()
        .create()
        .base(BaseItem::draft().name("New Folder"))
        .folder(Folder::draft())
        .conflict_behavior("rename")
        .request();
    is_sample("v1.0/driveitem-post-children#5", request);
    let child = |id: &str| DriveItem::draft().base(BaseItem::draft().id(id));
    let request = DriveItem::bundles()
        .create()
        .base(BaseItem::draft().name("Just some files"))
        .conflict_behavior("rename")
        .bundle(Bundle::draft())
        .children([child("1234asdf"), child("1234qwerty")])
        .request();
    is_sample("beta/drive-post-bundles#1", request);
}

#[test]
fn a_permission_of_an_application() {
    let application =
        Identity::draft().id("89ea5c94-7736-4e25-95ad-3fa95f62b66e").display_name("Contoso Time Manager App");
    let request = Permission::in_site("{sitesId}")
        .create()
        .roles(["write"])
        .granted_to_identities([IdentitySet::draft().application(application)])
        .request();
    is_sample("v1.0/site-post-permissions#1", request);
}
