//! The twenty traps of W11, each with the JSON of its page, read into what a user would write for it. Nothing is lost,
//! and what is written is what the rules want.

use std::sync::Arc;

use bytes::Bytes;
use graph_entity::edm::{Binary, DateTimeOffset, Duration, LocalDateTime};
use graph_entity::{
    Blocking, Dictionary, Error, Extra, Flags, GraphClient, GraphComplex, GraphEntity, GraphEnum, Guarded, HttpClient,
    Partial, TransportError, Unrecognized,
};
use graph_entity_emulator::Emulator;
use http::{Request, Response};
use serde_json::{Value, json};

use super::{body, fails, read, stored, survives};

/// Windows 10 custom configuration: the nested type has no `#`.
#[test]
fn trap_01_a_type_without_hash() {
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.omaSetting", abstract)]
    struct OmaSetting {
        display_name: Option<String>,
        oma_uri: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.omaSettingInteger")]
    struct OmaSettingInteger {
        #[graph(base)]
        base: OmaSetting,
        value: i32,
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.omaSetting")]
    enum AnyOmaSetting {
        Plain(OmaSetting),
        Integer(OmaSettingInteger),
        #[graph(unrecognized)]
        Unrecognized(Unrecognized),
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(
        odata = "microsoft.graph.windows10CustomConfiguration",
        collection = "deviceManagement/deviceConfigurations"
    )]
    struct Windows10CustomConfiguration {
        #[graph(key, read_only)]
        id: Option<String>,
        display_name: Option<String>,
        oma_settings: Vec<AnyOmaSetting>,
    }

    let text = r##"{
        "@odata.type": "#microsoft.graph.windows10CustomConfiguration",
        "id": "de5a3d6b-3d6b-de5a-6b3d-5ade6b3d5ade",
        "displayName": "Display Name value",
        "omaSettings": [
            {"@odata.type": "microsoft.graph.omaSetting", "displayName": "Display Name value", "omaUri": "Oma Uri value"},
            {"@odata.type": "microsoft.graph.omaSettingInteger", "omaUri": "./x", "value": 5},
            {"@odata.type": "microsoft.graph.omaSettingNew", "omaUri": "./y"}
        ]
    }"##;
    let configuration: Windows10CustomConfiguration = read(text);
    let [AnyOmaSetting::Plain(plain), AnyOmaSetting::Integer(integer), AnyOmaSetting::Unrecognized(new)] =
        &configuration.oma_settings[..]
    else {
        panic!("{configuration:?}")
    };
    assert_eq!(plain.oma_uri.as_deref(), Some("Oma Uri value"));
    assert_eq!((integer.base.oma_uri.as_deref(), integer.value), (Some("./x"), 5));
    assert_eq!(new.odata_type.as_deref(), Some("microsoft.graph.omaSettingNew"));
    survives(&configuration);

    // Sent with `#`, and an abstract type's name not at all.
    let created = Windows10CustomConfiguration::collection()
        .create()
        .display_name("Display Name value")
        .oma_settings(configuration.oma_settings)
        .request();
    assert_eq!(
        body(created),
        r##"{"@odata.type":"#microsoft.graph.windows10CustomConfiguration","displayName":"Display Name value","omaSettings":[{"displayName":"Display Name value","omaUri":"Oma Uri value"},{"@odata.type":"#microsoft.graph.omaSettingInteger","omaUri":"./x","value":5},{"@odata.type":"#microsoft.graph.omaSettingNew","omaUri":"./y"}]}"##
    );
}

/// A question of an access package assignment policy.
#[test]
fn trap_02_a_type_that_is_not_first() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.accessPackageQuestion", abstract)]
    struct AccessPackageQuestion {
        #[graph(key)]
        id: String,
        is_required: bool,
        text: Option<Content>,
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.accessPackageLocalizedContent")]
    struct Content {
        default_text: String,
        localized_texts: Vec<Value>,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.accessPackageTextInputQuestion")]
    struct TextInputQuestion {
        #[graph(base)]
        base: AccessPackageQuestion,
        is_single_line_question: Option<bool>,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.accessPackageQuestion")]
    enum Question {
        TextInput(TextInputQuestion),
        #[graph(unrecognized)]
        Unrecognized(Unrecognized),
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.accessPackageAssignmentPolicy")]
    struct Policy {
        questions: Vec<Question>,
    }

    let text = r##"{"questions": [{
        "id": "d2f5b9b6", "isRequired": true,
        "text": {"defaultText": "what state are you from?", "localizedTexts": [{"text": "¿De qué estado eres?", "languageCode": "es"}]},
        "isSingleLineQuestion": false,
        "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion"
    }, {"id": "n", "isRequired": false, "regexPattern": "[a-z]+", "@odata.type": "#microsoft.graph.accessPackageNewQuestion"}]}"##;
    let policy: Policy = read(text);
    let [Question::TextInput(question), Question::Unrecognized(new)] = &policy.questions[..] else { panic!() };
    assert!(question.base.is_required && question.is_single_line_question == Some(false));
    assert_eq!(question.base.text.as_ref().unwrap().localized_texts[0]["languageCode"], "es");
    assert_eq!(new.members.get("regexPattern"), Some(&json!("[a-z]+")));
    let written = stored(&policy);
    assert!(
        written.contains(r##"{"@odata.type":"#microsoft.graph.accessPackageTextInputQuestion","id":"d2f5b9b6""##),
        "{written}"
    );
    assert!(written.contains(r##"{"@odata.type":"#microsoft.graph.accessPackageNewQuestion","id":"n""##), "{written}");
    survives(&policy);
}

/// The recipient of a submission.
#[test]
fn trap_03_the_case_of_the_key() {
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.educationSubmissionRecipient")]
    enum Recipient {
        Individual(Individual),
        #[graph(unrecognized)]
        Unrecognized(Unrecognized),
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.educationSubmissionIndividualRecipient")]
    struct Individual {
        user_id: String,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.educationSubmission")]
    struct Submission {
        recipient: Option<Recipient>,
        more: Vec<Recipient>,
    }

    let submission: Submission = read(
        r##"{"recipient": {"userId": "13015", "@Odata.type": "microsoft.graph.educationSubmissionRecipient"},
            "more": [{"userId": "13015", "@ODATA.Type": "#Microsoft.Graph.EducationSubmissionIndividualRecipient"}]}"##,
    );
    let Some(Recipient::Unrecognized(recipient)) = &submission.recipient else { panic!("{submission:?}") };
    assert_eq!(recipient.members.get("userId"), Some(&json!("13015")));
    assert_eq!(recipient.members.len(), 1, "the type is no member");
    assert_eq!(submission.more, [Recipient::Individual(Individual { user_id: "13015".into() })]);
    assert_eq!(
        stored(&submission),
        r##"{"@odata.type":"#microsoft.graph.educationSubmission","recipient":{"@odata.type":"#microsoft.graph.educationSubmissionRecipient","userId":"13015"},"more":[{"@odata.type":"#microsoft.graph.educationSubmissionIndividualRecipient","userId":"13015"}]}"##
    );
    survives(&submission);
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.publicError")]
struct PublicError {
    code: Option<String>,
    message: Option<String>,
    inner_error: Option<Value>,
    #[graph(extra)]
    extra: Extra,
}

/// Following sites: a 207, an item of which is an error of another service's type.
#[test]
fn trap_04_a_foreign_type_in_a_partial_success() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.site")]
    struct Site {
        #[graph(key, read_only)]
        id: String,
        web_url: Option<String>,
        error: Option<PublicError>,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.followed", untagged)]
    struct Followed {
        value: Vec<Site>,
    }

    let followed: Followed = read(
        r##"{"value": [
            {"id": "contoso.sharepoint.com,da60e844,712a596e", "webUrl": "http://contoso.sharepoint.com/sites/SiteFollowed"},
            {"id": "contoso.sharepoint.com,da60e844,0271110f", "error": {
                "@odata.type": "#oneDrive.error", "code": "invalidRequest", "message": "The site Id is not valid.",
                "innerError": {"@odata.type": "#oneDrive.error", "code": "badSite"}}}
        ]}"##,
    );
    assert_eq!(followed.value[0].error, None);
    let error = followed.value[1].error.as_ref().unwrap();
    assert_eq!(error.code.as_deref(), Some("invalidRequest"));
    assert_eq!(followed.value[1].web_url, None);
    let written = stored(&followed);
    assert!(written.contains(r##""error":{"@odata.type":"#oneDrive.error","code":"invalidRequest""##), "{written}");
    assert!(written.contains(r##""innerError":{"@odata.type":"#oneDrive.error","code":"badSite"}"##), "{written}");
    survives(&followed);
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "me/messages")]
struct Message {
    #[graph(key, read_only)]
    id: String,
    subject: String,
    is_read: bool,
    #[graph(annotation = "@removed", serde)]
    removed: Option<Removed>,
}

#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
struct Removed {
    reason: Option<String>,
}

/// A message that was deleted, told by a delta query.
#[test]
fn trap_05_a_partial_item() {
    let text = r##"{"value": [
        {"@odata.type": "#microsoft.graph.message", "id": "AAMk1", "@removed": {"reason": "deleted"}},
        {"@odata.type": "#microsoft.graph.message", "@odata.etag": "W/\"1\"", "id": "AAMk2", "isRead": true}
    ]}"##;
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.messages", untagged)]
    struct Page {
        value: Vec<Partial<Message>>,
    }
    let page: Page = read(text);
    let [deleted, changed] = &page.value[..] else { panic!() };
    assert_eq!(deleted.present().collect::<Vec<_>>(), ["id", "@removed"]);
    assert_eq!(
        (deleted.value().id.as_str(), deleted.value().removed.as_ref().unwrap().reason.as_deref()),
        ("AAMk1", Some("deleted"))
    );
    assert_eq!(changed.present().collect::<Vec<_>>(), ["id", "isRead"]);
    assert!(changed.clone().into_complete().is_err());
    let mut message = Message { id: "AAMk2".into(), subject: "kept".into(), is_read: false, removed: None };
    changed.apply_to(&mut message).unwrap();
    assert_eq!(message, Message { is_read: true, ..message.clone() });
    assert_eq!(message.subject, "kept");
    assert_eq!(
        stored(&page),
        r##"{"value":[{"@odata.type":"#microsoft.graph.message","id":"AAMk1","@removed":{"reason":"deleted"}},{"@odata.type":"#microsoft.graph.message","id":"AAMk2","isRead":true}]}"##
    );
    survives(&page);
    // As a whole entity it is none.
    assert_eq!(fails::<Message>(r#"{"id":"AAMk1","@removed":{"reason":"deleted"}}"#).0, "$.subject");
}

/// Changes of a group's members, told beside the group.
#[test]
fn trap_06_an_annotation_with_the_name_of_a_property() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.directoryObject", abstract)]
    struct DirectoryObject {
        #[graph(key, read_only)]
        id: String,
        #[graph(extra)]
        extra: Extra,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
    struct Group {
        #[graph(key, read_only)]
        id: String,
        display_name: Option<String>,
        #[graph(navigation)]
        members: Vec<DirectoryObject>,
        #[graph(annotation = "members@delta", read_only)]
        members_delta: Vec<DirectoryObject>,
        #[graph(extra)]
        extra: Extra,
    }

    let text = r##"{"@odata.type":"#microsoft.graph.group","id":"c2f798fd","displayName":"All","members@delta":[{"@odata.type":"#microsoft.graph.user","id":"632f6bb2","@removed":{"reason":"deleted"}},{"@odata.type":"#microsoft.graph.user","id":"37de1ae3"}],"owners@delta":[{"id":"x"}]}"##;
    let group: Group = read(text);
    assert!(group.members.is_empty());
    assert_eq!(group.members_delta[0].extra.get("@removed"), Some(&json!({"reason": "deleted"})));
    assert_eq!(group.members_delta[1].extra.get("@removed"), None);
    assert_eq!(group.extra.get("owners@delta"), Some(&json!([{"id": "x"}])));
    // The same, and the empty list of members.
    assert_eq!(stored(&group).replace(r#""members":[],"#, ""), text);
    survives(&group);
    // A request has none of it.
    let update = Group::collection().item("c2f798fd").replace(&group).check();
    assert_eq!(body(update), r##"{"@odata.type":"#microsoft.graph.group","displayName":"All"}"##);
}

/// Deleted drive items are told by a facet that is empty.
#[test]
fn trap_07_presence_is_the_signal() {
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.deleted", untagged)]
    struct Deleted {
        state: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.folder", untagged)]
    struct Folder {
        child_count: Option<i32>,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.driveItem", untagged)]
    struct DriveItem {
        id: String,
        name: Option<String>,
        deleted: Option<Deleted>,
        folder: Option<Folder>,
        file: Option<Value>,
    }

    let items: Vec<DriveItem> = read(
        r#"[{"id":"0123456789abc","name":"folder2","folder":{ }},{"id":"123010204abac","name":"file.txt","file":{ }},
            {"id":"2353010204ddgg","name":"file5.txt","deleted":{ }},{"id":"x","deleted":null}]"#,
    );
    assert_eq!(items[0].folder, Some(Folder { child_count: None }));
    assert_eq!(items[1].file, Some(json!({})));
    assert_eq!(items[2].deleted, Some(Deleted { state: None }));
    assert_eq!(items[3].deleted, None);
    assert_eq!(
        stored(&items),
        r#"[{"id":"0123456789abc","name":"folder2","folder":{}},{"id":"123010204abac","name":"file.txt","file":{}},{"id":"2353010204ddgg","name":"file5.txt","deleted":{}},{"id":"x"}]"#
    );
    survives(&items);
}

/// The schedule of a calendar.
#[test]
fn trap_08_a_date_without_offset() {
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.dateTimeTimeZone", untagged)]
    struct DateTimeTimeZone {
        date_time: LocalDateTime,
        time_zone: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.scheduleItem", untagged)]
    struct ScheduleItem {
        start: DateTimeTimeZone,
        end: DateTimeTimeZone,
        seen: Option<DateTimeOffset>,
    }

    let text = r#"{"start":{"dateTime":"2019-03-15T12:00:00.0000000","timeZone":"Pacific Standard Time"},"end":{"dateTime":"2019-03-15T14:00","timeZone":"Pacific Standard Time"}}"#;
    let item: ScheduleItem = read(text);
    assert_eq!(item.start.date_time, "2019-03-15T12:00:00.0000000".parse().unwrap());
    assert_eq!(stored(&item), text, "the digits stay as they were");
    survives(&item);
    // Where an offset is promised, none is an error.
    let (path, error) = fails::<ScheduleItem>(&text.replace(r#"{"start""#, r#"{"seen":"2019-03-15T12:00:00","start""#));
    assert_eq!(path, "$.seen");
    assert!(error.contains("2019-03-15T12:00:00"), "{error}");
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.signIn", untagged)]
struct SignIn {
    authentication_step_date_time: Option<DateTimeOffset>,
    modified: Option<DateTimeOffset>,
    steady_state_first_achieved_time: Option<DateTimeOffset>,
    birthday: Option<DateTimeOffset>,
}

/// A sign-in, and what Intune sends.
#[test]
fn trap_09_eight_fraction_digits() {
    let text = r#"{"authenticationStepDateTime":"2018-11-06T18:48:12.94725647Z","modified":"2017-01-01T00:00:35.1329464-08:00"}"#;
    let sign_in: SignIn = read(text);
    let step = sign_in.authentication_step_date_time.unwrap();
    assert_eq!((step.unix_seconds(), step.subsecond_nanos()), (1_541_530_092, 947_256_470));
    let modified = sign_in.modified.unwrap();
    assert_eq!((modified.offset_minutes(), modified.subsecond_nanos()), (-480, 132_946_400));
    assert_eq!(stored(&sign_in), text);
    survives(&sign_in);
}

/// A profile's birthday, and a job's time that never was.
#[test]
fn trap_10_an_empty_string_for_a_date_and_the_sentinel() {
    let text = r#"{"birthday":"","steadyStateFirstAchievedTime":"0001-01-01T00:00:00Z"}"#;
    let sign_in: SignIn = read(text);
    assert_eq!(sign_in.birthday, None);
    assert!(sign_in.steady_state_first_achieved_time.unwrap().is_never());
    assert_eq!(stored(&sign_in), r#"{"steadyStateFirstAchievedTime":"0001-01-01T00:00:00Z"}"#);
    survives(&sign_in);

    // A plain field has no place for it: an error, unless it is `default`.
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.profile", untagged)]
    struct Plain {
        birthday: DateTimeOffset,
    }
    let (path, error) = fails::<Plain>(r#"{"birthday":""}"#);
    assert_eq!(path, "$.birthday");
    assert!(error.contains("the field is not an `Option`"), "{error}");
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.profile", untagged)]
    struct Never {
        #[graph(default)]
        birthday: DateTimeOffset,
    }
    assert!(read::<Never>(r#"{"birthday":""}"#).birthday.is_never());
}

/// An Android app protection policy, and a synchronization job.
#[test]
fn trap_11_negative_and_maximal_durations() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.androidManagedAppProtection", untagged)]
    struct Protection {
        period_offline_before_access_check: Duration,
        interval: Option<Duration>,
    }
    let text = r#"{"periodOfflineBeforeAccessCheck":"-PT17.1357909S","interval":"P10675199DT2H48M5.4775807S"}"#;
    let protection: Protection = read(text);
    assert!(protection.period_offline_before_access_check < "PT0S".parse().unwrap());
    assert!(protection.interval.unwrap() > "P10675199DT2H48M5.4775806S".parse().unwrap());
    assert_eq!(stored(&protection), text);
    survives(&protection);
}

/// What a team is cloned with, and mail tips.
#[test]
fn trap_12_flags_as_one_string() {
    #[derive(Debug, Clone, PartialEq, GraphEnum)]
    #[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
    enum ClonableTeamParts {
        Apps,
        Tabs,
        Settings,
        Channels,
        Members,
        #[graph(unrecognized)]
        Unrecognized(String),
    }

    #[derive(Debug, Clone, PartialEq, GraphEnum)]
    #[graph_enum(odata = "microsoft.graph.mailTipsType", flags)]
    enum MailTipsType {
        AutomaticReplies,
        MailboxFullStatus,
        #[graph(unrecognized)]
        Unrecognized(String),
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "contoso.parameters", untagged)]
    struct Parameters {
        parts_to_clone: Flags<ClonableTeamParts>,
        #[graph(rename = "MailTipsOptions")]
        mail_tips_options: Option<Flags<MailTipsType>>,
    }

    let parameters: Parameters = read(
        r#"{"partsToClone":"apps,tabs,settings,channels,members","MailTipsOptions":"automaticReplies, mailboxFullStatus, new"}"#,
    );
    assert_eq!(parameters.parts_to_clone.len(), 5);
    let tips = parameters.mail_tips_options.as_ref().unwrap();
    assert_eq!(
        tips.iter().collect::<Vec<_>>(),
        [&MailTipsType::AutomaticReplies, &MailTipsType::MailboxFullStatus, &MailTipsType::Unrecognized("new".into())]
    );
    assert_eq!(
        stored(&parameters),
        r#"{"partsToClone":"apps,tabs,settings,channels,members","MailTipsOptions":"automaticReplies,mailboxFullStatus,new"}"#
    );
    survives(&parameters);
}

/// A planner task: its keys are ids of users, and data.
#[test]
fn trap_13_a_dictionary_keyed_by_id() {
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.plannerAssignment")]
    struct PlannerAssignment {
        #[graph(read_only)]
        assigned_date_time: Option<DateTimeOffset>,
        order_hint: String,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.plannerTask", collection = "planner/tasks")]
    struct PlannerTask {
        #[graph(etag)]
        etag: Option<String>,
        assignments: Dictionary<PlannerAssignment>,
        shared_with: Dictionary<bool>,
        applied_categories: Option<Dictionary<Option<bool>>>,
    }

    let text = r##"{"@odata.type":"#microsoft.graph.plannerTask","@odata.etag":"W/\"JzEtVGFzay\"","assignments":{"@odata.type":"#microsoft.graph.plannerAssignments","AaA27244":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":"8586"},"fbab97d0-4932-4511-b675-204639209557":{"@odata.type":"#microsoft.graph.plannerAssignment","assignedDateTime":"2015-03-25T18:38:21.956Z","orderHint":"RWk1"}},"sharedWith":{"aaa27244-1db4-476a-a5cb-004607466324":true},"appliedCategories":{"category3":null}}"##;
    let task: PlannerTask = read(text);
    assert_eq!(task.assignments.get("fbab97d0-4932-4511-b675-204639209557").unwrap().order_hint, "RWk1");
    assert!(task.assignments.get("aaa27244").is_none(), "a key is never re-cased");
    assert_eq!(task.shared_with.iter().collect::<Vec<_>>(), [("aaa27244-1db4-476a-a5cb-004607466324", &true)]);
    assert_eq!(task.applied_categories.as_ref().unwrap().get("category3"), Some(&None));
    assert_eq!(stored(&task), text);
    survives(&task);
    // In a request: no etag and nothing read-only in there; a null takes a key away.
    let update = PlannerTask::collection()
        .item("1")
        .update()
        .assignments(task.assignments)
        .applied_categories(task.applied_categories.unwrap())
        .request();
    assert_eq!(
        body(update),
        r##"{"@odata.type":"#microsoft.graph.plannerTask","assignments":{"@odata.type":"#microsoft.graph.plannerAssignments","AaA27244":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":"8586"},"fbab97d0-4932-4511-b675-204639209557":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":"RWk1"}},"appliedCategories":{"category3":null}}"##
    );
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.chatMessage", untagged)]
struct ChatMessage {
    #[graph(etag)]
    odata_etag: Option<String>,
    #[graph(key, read_only)]
    id: String,
    etag: Option<String>,
    subject: Option<String>,
    mentions: Vec<Mention>,
    from: Option<IdentitySet>,
    policy_violation: Option<Value>,
    attachments: Vec<Value>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chatMessageMention", untagged)]
struct Mention {
    id: i32,
    mention_text: String,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.identitySet", untagged)]
struct IdentitySet {
    application: Option<Identity>,
    device: Option<Identity>,
    user: Option<Identity>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.identity", untagged)]
struct Identity {
    id: String,
    display_name: Option<String>,
}

/// A chat message and its mentions.
#[test]
fn trap_14_an_id_that_is_a_number() {
    let text = r#"{"id":"1612289992105","mentions":[{"id":0,"mentionText":"Jane Smith"}],"attachments":[]}"#;
    let message: ChatMessage = read(text);
    assert_eq!((message.id.as_str(), message.mentions[0].id), ("1612289992105", 0));
    assert_eq!(stored(&message), text);
    survives(&message);
    // Neither is taken for the other.
    assert_eq!(fails::<ChatMessage>(r#"{"id":1612289992105}"#).0, "$.id");
    assert_eq!(fails::<ChatMessage>(r#"{"id":"1","mentions":[{"id":"0","mentionText":""}]}"#).0, "$.mentions[0].id");
}

/// Control information and data of nearly one name.
#[test]
fn trap_15_two_etags() {
    let text = r#"{"@odata.etag":"\"{896A8E4D-27BF-424B-A0DA-F073AE6570E2},2\"","id":"1","etag":"1612289992105","mentions":[],"attachments":[]}"#;
    let message: ChatMessage = read(text);
    assert_eq!(message.odata_etag.as_deref(), Some("\"{896A8E4D-27BF-424B-A0DA-F073AE6570E2},2\""));
    assert_eq!(message.etag.as_deref(), Some("1612289992105"));
    assert_eq!(stored(&message), text);
    survives(&message);

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.driveItem", untagged)]
    struct DriveItem {
        #[graph(etag)]
        etag: Option<String>,
        e_tag: Option<String>,
        #[graph(rename = "etag")]
        other: Option<String>,
    }
    let item: DriveItem = read(r#"{"etag":"c","eTag":"b","@odata.etag":"a"}"#);
    let etags = [&item.etag, &item.e_tag, &item.other].map(|etag| etag.as_deref().unwrap());
    assert_eq!(etags, ["a", "b", "c"]);
    survives(&item);
}

/// The index of a conversation.
#[test]
fn trap_16_standard_base64() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.message", untagged)]
    struct Indexed {
        conversation_index: Option<Binary>,
    }
    let text = r#"{"conversationIndex":"AQHTpH5EZfLlhf/DnUK56FDP+qUfcQ=="}"#;
    let indexed: Indexed = read(text);
    assert_eq!(stored(&indexed), text);
    let url_safe = text.replace('/', "_").replace('+', "-").replace('=', "");
    assert_eq!(read::<Indexed>(&url_safe), indexed);
    assert_eq!(stored(&read::<Indexed>(&url_safe)), text, "written in the alphabet that Graph has");
    survives(&indexed);
}

/// A chat message after `$select`.
#[test]
fn trap_17_null_for_everything() {
    let message: ChatMessage = read(
        r#"{"id":"1","etag":null,"subject":null,"mentions":null,"attachments":null,"policyViolation":null,"@odata.etag":null,
            "from":{"application":null,"device":null,"user":{"id":"8ea0e38b","displayName":null}}}"#,
    );
    let from = message.from.as_ref().unwrap();
    assert_eq!((&from.application, &from.device), (&None, &None));
    assert_eq!(from.user, Some(Identity { id: "8ea0e38b".into(), display_name: None }));
    assert!(message.mentions.is_empty() && message.attachments.is_empty());
    assert_eq!((&message.etag, &message.subject, &message.odata_etag), (&None, &None, &None));
    // An untyped null is a value.
    assert_eq!(message.policy_violation, Some(Value::Null));
    survives(&message);
}

/// An open extension: an annotation names a property that is not there.
#[test]
fn trap_18_dynamic_members() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.openTypeExtension", collection = "me/messages/{messageId}/extensions")]
    struct OpenTypeExtension {
        extension_name: String,
        #[graph(key, read_only)]
        id: Option<String>,
        #[graph(extra)]
        extra: Extra,
    }
    let text = r##"{"@odata.type":"#microsoft.graph.openTypeExtension","extensionName":"Com.Contoso.Estimate","id":"Microsoft.OutlookServices.OpenTypeExtension.Com.Contoso.Estimate","@odata.context":"https://graph.microsoft.com/v1.0/$metadata#x","companyName":"Contoso","DealValue":1010100,"Strings@odata.type":"#Collection(String)","topPicks":["Employees only","Add spouse or guest","Add family"],"nothing":null}"##;
    let extension: OpenTypeExtension = read(text);
    assert_eq!(extension.extra.get("DealValue"), Some(&json!(1_010_100)));
    assert_eq!(extension.extra.get("Strings"), None);
    assert_eq!(extension.extra.get("nothing"), Some(&Value::Null));
    assert_eq!(stored(&extension), text);
    survives(&extension);
    // Sent again it has the type of the property, and no context.
    let created = OpenTypeExtension::in_message("1")
        .create()
        .extension_name("Com.Contoso.Estimate")
        .extra(extension.extra)
        .request();
    assert_eq!(
        body(created),
        r##"{"@odata.type":"#microsoft.graph.openTypeExtension","extensionName":"Com.Contoso.Estimate","companyName":"Contoso","DealValue":1010100,"Strings@odata.type":"#Collection(String)","topPicks":["Employees only","Add spouse or guest","Add family"],"nothing":null}"##
    );
}

/// Answers all the same.
#[derive(Clone)]
struct Canned(Arc<dyn Fn() -> Response<Bytes> + Send + Sync>);

impl Canned {
    fn client(status: u16, content_type: &'static str, body: &'static str) -> GraphClient<Self> {
        let answer = move || {
            let response = Response::builder().status(status).header("Content-Type", content_type);
            response.header("Location", "https://graph.microsoft.com/v1.0/x").body(body.into()).unwrap()
        };
        GraphClient::builder(Self(Arc::new(answer))).token("t").build().unwrap()
    }
}

impl HttpClient for Canned {
    async fn send(&self, _: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        Ok((self.0)())
    }

    async fn sleep(&self, _: std::time::Duration) {}
}

impl Blocking for Canned {}

/// Errors of a batch's items, of the reference and of a drive: an empty code, and members by other names.
///
/// As bodies of whole responses. Those within a `$batch` wait for it.
#[test]
fn trap_19_an_error_with_an_empty_code_and_other_names() {
    let cases = [
        (
            r#"{"error":{"code":"","message":"You do not have the required permissions to access this item.","innerError":{"date":"2025-02-13T10:17:05","request-id":"93b6f17e","client-request-id":"e70c5c1b"}}}"#,
            ("", ""),
            "You do not have the required permissions to access this item.",
            (Some("93b6f17e"), Some("e70c5c1b")),
        ),
        (
            r#"{"error":{"code":"badRequest","message":"Uploaded fragment overlaps.","innerError":{"code":"invalidRange","requestId":"r","date":"date-time"}}}"#,
            ("badRequest", "invalidRange"),
            "Uploaded fragment overlaps.",
            (Some("r"), None),
        ),
        (
            r#"{"error":{"code":"notAllowed","message":"m","innererror":{"code":"accountUpgradeRequired","innererror":{"code":"deepest"}}}}"#,
            ("notAllowed", "deepest"),
            "m",
            (None, None),
        ),
    ];
    for (text, (code, innermost), message, (id, client_id)) in cases {
        let client = Canned::client(403, "application/json", text);
        let Err(Error::Service(error)) = Message::collection().item("1").get().send_blocking(&client) else { panic!() };
        assert_eq!((error.code(), error.message(), error.status().as_u16()), (code, message, 403));
        assert_eq!(error.innermost_code(), innermost);
        assert_eq!((error.request_id(), error.client_request_id()), (id, client_id));
        assert_eq!(error.body(), text);
    }
    // As the property of an entity in a success it is data like any other.
    let error: PublicError =
        read(r#"{"code":"","innerError":{"date":"2025-02-13T10:17:05"},"innererror":{"code":"x"},"request-id":"r"}"#);
    assert_eq!((error.code.as_deref(), error.message.as_deref()), (Some(""), None));
    assert_eq!(error.extra.len(), 2);
    survives(&error);
}

/// Successes without content. Those that are no JSON: the number of `$count` waits for it, an item without a body in a
/// `$batch` too.
#[test]
fn trap_20_a_success_that_is_empty_or_no_json() {
    let get = || Message::collection().item("1").get().request().unwrap();
    let update = || Message::collection().item("1").update().subject("s");
    // PATCH: 204.
    for status in [200, 204] {
        assert_eq!(update().send_blocking(&Canned::client(status, "application/json", "")).unwrap(), None);
    }
    let updated = r#"{"id":"1","subject":"s","isRead":true}"#;
    let message = update().send_blocking(&Canned::client(200, "application/json", updated)).unwrap().unwrap();
    assert_eq!(message.subject, "s");
    // A read without content has no value, and says so.
    for status in [200, 202, 204] {
        match get().send_blocking(&Canned::client(status, "", "")) {
            Err(Error::NoContent(response)) => assert_eq!(response.status().as_u16(), status),
            other => panic!("{other:?}"),
        }
        assert_eq!(get().send_response_blocking(&Canned::client(status, "", "")).unwrap().into_value(), None);
    }
    // What is no JSON is told as it is, and the status is not lost.
    for body in ["893", "\u{feff}893", "<html></html>"] {
        match get().send_blocking(&Canned::client(200, "text/plain", body)) {
            Err(Error::Decode(error)) => {
                assert_eq!((error.status().as_u16(), &error.body()[..]), (200, body.as_bytes()))
            }
            other => panic!("{other:?}"),
        }
    }
    // A redirect is no success; it is followed, and not for ever. (Where its target gets no token: `requests/links.rs`.)
    assert!(matches!(get().send_blocking(&Canned::client(302, "", "")), Err(Error::Link(_))));

    // The whole way, without a network.
    let emulator = Emulator::builder().entity::<Message>().build();
    let client = GraphClient::builder(emulator).base_url("http://localhost").token("any").build().unwrap();
    let created = Message::collection().create().subject("s").is_read(false).send_blocking(&client).unwrap();
    let read = Message::collection().item(&created.id).get().send_blocking(&client).unwrap();
    assert_eq!(read, created);
}

/// Not one of the twenty, but their sum: a page of which every item is one of the traps.
#[test]
fn a_page_of_traps_does_not_break() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.page", untagged)]
    struct Page {
        value: Vec<Guarded<ChatMessage>>,
    }
    let page: Page = read(
        r##"{"value":[{"id":1},{"id":"1","@Odata.Type":"#oneDrive.error","mentions":[{"id":"x"}]},{"@removed":{}},null,{"id":"4"}]}"##,
    );
    assert_eq!(page.value.iter().filter(|item| item.as_ref().is_ok()).count(), 1);
    survives(&page);
}
