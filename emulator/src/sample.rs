//! A tenant to try things on: what `Builder::sample` sets up. It is made with public calls only.

use bytes::Bytes;
use http::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::builder::Builder;
use crate::operation::OperationCall;
use crate::upload::UploadStyle;

const ADELE: &str = "a1000000-0000-4000-8000-000000000001";
const MEGAN: &str = "a1000000-0000-4000-8000-000000000002";
const ALEX: &str = "a1000000-0000-4000-8000-000000000003";
const DIEGO: &str = "a1000000-0000-4000-8000-000000000004";
const LYNNE: &str = "a1000000-0000-4000-8000-000000000005";
const MARKETING: &str = "b1000000-0000-4000-8000-000000000001";
const EVERYONE: &str = "b1000000-0000-4000-8000-000000000002";
const LAPTOP: &str = "c1000000-0000-4000-8000-000000000001";
const APPLICATION: &str = "d1000000-0000-4000-8000-000000000001";
const SCRIPT: &str = "e1000000-0000-4000-8000-000000000001";

const SIGN_INS: usize = 10_000;

/// A PNG of one pixel.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    4, 0, 0, 0, 0xb5, 0x1c, 0x0c, 0x02, 0, 0, 0, 11, b'I', b'D', b'A', b'T', 0x78, 0xda, 0x63, 0x64, 0x60, 0, 0, 0, 6,
    0, 2, 0x30, 0x81, 0xd0, 0x2f, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

pub(crate) fn add(builder: Builder) -> Builder {
    let builder = ["v1.0", "beta"].into_iter().fold(builder, |builder, version| {
        let builder = people(directory(builder, version), version);
        mail(planner(builder, version), version)
    });
    files(audit(devices(builder)))
}

/// Users, groups, devices and applications, with their rules.
fn directory(builder: Builder, version: &str) -> Builder {
    let kinds = [("users", "user"), ("groups", "group"), ("devices", "device"), ("applications", "application")];
    let builder = kinds.into_iter().fold(builder, |builder, (collection, name)| {
        builder
            .collection(version, collection)
            .odata_type(version, collection, format!("microsoft.graph.{name}"))
            .directory(version, collection)
    });
    let relations = ["groups/{id}/members", "groups/{id}/owners", "applications/{id}/owners"];
    let builder = relations.into_iter().fold(builder, |builder, template| {
        builder
            .references(version, template, ["directoryObjects"])
            .odata_type(version, template, "microsoft.graph.directoryObject")
            .directory(version, template)
    });
    builder
        .delta(version, "users")
        .delta(version, "groups")
        .union(version, "directoryObjects", kinds.map(|(collection, _)| collection))
        .odata_type(version, "directoryObjects", "microsoft.graph.directoryObject")
        .unique(version, "users", "userPrincipalName")
        .alternate_key(version, "groups", "uniqueName")
        .alternate_key(version, "applications", "appId")
        .alternate_key(version, "applications", "uniqueName")
        .reference(version, "users/{id}/manager", ["users"])
        .odata_type(version, "users/{id}/manager", "microsoft.graph.directoryObject")
        .media(version, "users/{id}/photo")
        .stream(version, "applications/{id}/logo")
        .alias(version, "me", format!("users/{ADELE}"))
}

fn people(builder: Builder, version: &str) -> Builder {
    let people = [
        (ADELE, "Adele Vance", "Retail Manager", "AdeleV", "Bellevue"),
        (MEGAN, "Megan Bowen", "Marketing Manager", "MeganB", "Pittsburgh"),
        (ALEX, "Alex Wilber", "Marketing Assistant", "AlexW", "San Diego"),
        (DIEGO, "Diego Siciliani", "HR Manager", "DiegoS", "Birmingham"),
        (LYNNE, "Lynne Robbins", "Planner", "LynneR", "Tulsa"),
    ];
    let builder = people.into_iter().fold(builder, |builder, person| builder.item(version, "users", user(person)));
    builder
        .link(version, format!("users/{ADELE}/manager"), format!("users/{MEGAN}"))
        .link(version, format!("users/{ALEX}/manager"), format!("users/{MEGAN}"))
        .content(version, format!("users/{ADELE}/photo"), "image/png", PIXEL)
        .item(
            version,
            "groups",
            json!({
                "id": MARKETING, "displayName": "Marketing", "mailNickname": "marketing", "uniqueName": "marketing",
                "groupTypes": ["Unified"], "mailEnabled": true, "securityEnabled": false,
                "createdDateTime": "2024-03-05T09:30:00Z",
                "members@odata.bind": [format!("users/{MEGAN}"), format!("users/{ALEX}")],
                "owners@odata.bind": [format!("users/{MEGAN}")],
            }),
        )
        .item(
            version,
            "groups",
            json!({
                "id": EVERYONE, "displayName": "Everyone at Contoso", "mailNickname": "everyone", "uniqueName": "everyone",
                "groupTypes": [], "mailEnabled": false, "securityEnabled": true,
                "createdDateTime": "2023-11-20T14:00:00Z",
                "members@odata.bind": [
                    format!("groups/{MARKETING}"), format!("users/{ADELE}"), format!("users/{DIEGO}"),
                    format!("users/{LYNNE}"), format!("devices/{LAPTOP}"),
                ],
            }),
        )
        .item(
            version,
            "devices",
            json!({"id": LAPTOP, "displayName": "LAPTOP-1", "operatingSystem": "Windows", "accountEnabled": true}),
        )
        .item(
            version,
            "applications",
            json!({
                "id": APPLICATION, "appId": "d2000000-0000-4000-8000-000000000001", "uniqueName": "contoso-app",
                "displayName": "Contoso App", "signInAudience": "AzureADMyOrg",
                "owners@odata.bind": [format!("users/{ADELE}")],
            }),
        )
}

fn user((id, name, title, nickname, city): (&str, &str, &str, &str, &str)) -> Value {
    let (given, surname) = name.split_once(' ').unwrap_or((name, ""));
    let address = format!("{nickname}@contoso.com");
    json!({
        "id": id, "displayName": name, "givenName": given, "surname": surname, "jobTitle": title, "mail": address,
        "userPrincipalName": address, "accountEnabled": true, "businessPhones": ["+1 425 555 0109"], "mobilePhone": null,
        "officeLocation": city, "city": city, "preferredLanguage": "en-US", "userType": "Member",
        "createdDateTime": "2023-06-01T08:15:00Z",
    })
}

fn mail(builder: Builder, version: &str) -> Builder {
    let builder = builder
        .collection(version, "users/{id}/messages")
        .odata_type(version, "users/{id}/messages", "microsoft.graph.message")
        .page_size(version, "users/{id}/messages", 10)
        .operation(Method::POST, version, "users/{id}/sendMail", |_| status(StatusCode::ACCEPTED))
        .operation(Method::GET, version, "users/{id}/reminderView", reminders);
    (1..=25).fold(builder, |builder, n| builder.item(version, format!("users/{ADELE}/messages"), message(n)))
}

fn message(n: u32) -> Value {
    let is_each = |count| n.is_multiple_of(count);
    let address =
        |name: &str| json!({"emailAddress": {"name": name, "address": format!("{}@contoso.com", &name[..3])}});
    json!({
        "id": format!("AAMkAGI2THVSAAA{n:02}="), "subject": format!("Report of week {n}"), "isRead": is_each(3),
        "importance": if is_each(5) { "high" } else { "normal" }, "hasAttachments": is_each(4),
        "receivedDateTime": format!("2025-01-{n:02}T07:30:00Z"), "bodyPreview": "The numbers are in.",
        "body": {"contentType": "text", "content": "The numbers are in."},
        "from": address("Megan Bowen"), "toRecipients": [address("Adele Vance")], "categories": [],
    })
}

/// One reminder, at the start of the time that is asked about.
fn reminders(call: &OperationCall) -> Response<Bytes> {
    let start = call.args.get("StartDateTime").cloned().unwrap_or_default();
    let at = json!({"dateTime": start, "timeZone": "UTC"});
    let reminder = json!({"eventId": "AAMkAGI2EVENT1=", "eventSubject": "Stand-up", "eventStartTime": at});
    let context = format!("{}/$metadata#Collection(microsoft.graph.reminder)", call.root);
    body(&json!({"@odata.context": context, "value": [reminder]}))
}

/// Plans and their tasks, which nobody changes without `If-Match`.
fn planner(builder: Builder, version: &str) -> Builder {
    let builder = ["planner/plans", "planner/tasks"].into_iter().fold(builder, |builder, collection| {
        builder.collection(version, collection).require_if_match(version, collection)
    });
    builder
        .odata_type(version, "planner/plans", "microsoft.graph.plannerPlan")
        .odata_type(version, "planner/tasks", "microsoft.graph.plannerTask")
        .item(version, "planner/plans", json!({"id": "xqQg5FS2LkCp935s-FIFm2QAFkHM", "title": "Launch"}))
        .item(
            version,
            "planner/tasks",
            json!({
                "id": "01gzSlKkIUSUl6DF_EilrmQAKDhh", "planId": "xqQg5FS2LkCp935s-FIFm2QAFkHM",
                "title": "Write the announcement", "percentComplete": 50, "priority": 5,
                "assignments": {MEGAN: {
                    "@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": "8585269241124027585",
                }},
            }),
        )
}

/// Intune: updates are answered with the item, and some types are abstract.
fn devices(builder: Builder) -> Builder {
    let kinds = [
        ("deviceShellScripts", "deviceShellScript"),
        ("deviceManagementScripts", "deviceManagementScript"),
        ("deviceCustomAttributeShellScripts", "deviceCustomAttributeShellScript"),
    ];
    let builder = kinds.into_iter().fold(builder, |builder, (collection, name)| {
        let (scripts, states) =
            (format!("deviceManagement/{collection}"), format!("deviceManagement/{collection}/{{id}}/userRunStates"));
        builder
            .collection("beta", &scripts)
            .odata_type("beta", &scripts, format!("microsoft.graph.{name}"))
            .answers_updates("beta", &scripts)
            .collection("beta", &states)
            .odata_type("beta", &states, "microsoft.graph.deviceManagementScriptUserState")
            .answers_updates("beta", &states)
            .item("beta", &scripts, json!({"id": SCRIPT, "displayName": "Clean up", "fileName": "clean-up.sh"}))
    });
    let configurations = "deviceManagement/deviceConfigurations";
    builder
        .item(
            "beta",
            format!("deviceManagement/deviceShellScripts/{SCRIPT}/userRunStates"),
            json!({
                "id": format!("{SCRIPT}:{ADELE}"), "successDeviceCount": 2, "errorDeviceCount": 0,
                "userPrincipalName": "AdeleV@contoso.com",
            }),
        )
        .collection("v1.0", configurations)
        .odata_type("v1.0", configurations, "microsoft.graph.deviceConfiguration")
        .abstract_type("v1.0", configurations)
        .answers_updates("v1.0", configurations)
        .item(
            "v1.0",
            configurations,
            json!({
                "@odata.type": "#microsoft.graph.windows10CustomConfiguration", "displayName": "Kiosks",
                "id": "f1000000-0000-4000-8000-000000000001", "version": 1, "omaSettings": [],
            }),
        )
}

/// Far more items than anyone wants at once.
fn audit(builder: Builder) -> Builder {
    builder.odata_type("v1.0", "auditLogs/signIns", "microsoft.graph.signIn").generated(
        "v1.0",
        "auditLogs/signIns",
        SIGN_INS,
        |n| {
            let (day, minute) = (1 + n / 1440 % 28, n % 1440);
            json!({
                "id": format!("f2000000-0000-4000-8000-{n:012}"),
                "createdDateTime": format!("2025-01-{day:02}T{:02}:{:02}:00Z", minute / 60, minute % 60),
                "userPrincipalName": if n % 2 == 0 { "AdeleV@contoso.com" } else { "MeganB@contoso.com" },
                "ipAddress": format!("203.0.113.{}", n % 256), "status": {"errorCode": if n % 7 == 0 { 50126 } else { 0 }},
            })
        },
    )
}

/// A file whose content is at another URL, where no token is wanted.
fn files(builder: Builder) -> Builder {
    builder
        .collection("v1.0", "users/{id}/drive/items")
        .odata_type("v1.0", "users/{id}/drive/items", "microsoft.graph.driveItem")
        .item(
            "v1.0",
            format!("users/{ADELE}/drive/items"),
            json!({"id": "01BYE5RZ6QN3", "name": "notes.txt", "size": 12, "file": {"mimeType": "text/plain"}}),
        )
        .upload_session("v1.0", "me/drive/root:/{path}:/createUploadSession", UploadStyle::Drive)
        .upload_session("v1.0", "me/messages/{id}/attachments/createUploadSession", UploadStyle::Outlook)
        .redirect("v1.0", "users/{id}/drive/items/{id}/content", "/download/notes.txt?tempauth=sample")
        .download("/download/notes.txt", "text/plain", "Hello world.")
}

fn status(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

fn body(value: &Value) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(value.to_string()));
    response.headers_mut().insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
    response
}
