//! The sample tenant, by the requests that it is there for.

use graph_entity_emulator::{Emulator, Server};
use serde_json::json;

use crate::support::{ask, get, ids, next, request, send, serve_builder};

fn serve() -> Server {
    serve_builder(Emulator::builder().token("secret").sample())
}

#[test]
fn everything_is_there_in_both_versions() {
    let server = serve();
    for version in ["v1.0", "beta"] {
        for (path, count) in [
            ("users", 5),
            ("groups", 2),
            ("devices", 1),
            ("applications", 1),
            ("directoryObjects", 9),
            ("planner/plans", 1),
            ("planner/tasks", 1),
            ("me/messages", 10),
        ] {
            assert_eq!(ids(&get(&server, &format!("/{version}/{path}"))).len(), count, "{version} {path}");
        }
        let me = get(&server, &format!("/{version}/me?$expand=manager($select=displayName)"));
        assert_eq!((&me["displayName"], &me["manager"]["displayName"]), (&json!("Adele Vance"), &json!("Megan Bowen")));
    }
    assert_eq!(get(&server, "/v1.0/deviceManagement/deviceConfigurations")["value"][0]["displayName"], "Kiosks");
}

#[test]
fn mail_has_pages_and_operations() {
    let server = serve();
    let mut list = get(&server, "/v1.0/me/messages?$select=subject&$filter=isRead%20eq%20false&$top=6");
    let mut count = 0;
    loop {
        count += ids(&list).len();
        if next(&list).is_empty() {
            break;
        }
        list = get(&server, next(&list));
    }
    assert_eq!(count, 17);
    assert_eq!(ask(&server, "POST", "/v1.0/me/sendMail", &[], r#"{"message":{}}"#).status, 202);
    let reminders = get(&server, "/v1.0/me/reminderView(StartDateTime='2025-01-01T00:00:00',EndDateTime='2025-01-02')");
    assert_eq!(reminders["value"][0]["eventStartTime"]["dateTime"], "2025-01-01T00:00:00");
}

#[test]
fn the_directory_has_relations_and_rules() {
    let server = serve();
    let group = get(&server, "/v1.0/groups(uniqueName='marketing')?$expand=members($select=displayName)");
    assert_eq!(group["members"].as_array().map(Vec::len), Some(2));
    let everyone = get(&server, "/v1.0/groups/(uniqueName='everyone')/members");
    let types: Vec<_> = everyone["value"].as_array().expect("a list").iter().map(|item| &item["@odata.type"]).collect();
    assert_eq!(types[0], "#microsoft.graph.group");
    assert_eq!(types[4], "#microsoft.graph.device");
    assert_eq!(send(&server, request("GET", "/v1.0/users/$count")).code(), "Request_UnsupportedQuery");
    assert_eq!(ask(&server, "GET", "/v1.0/users/$count", &["ConsistencyLevel: eventual"], "").body, b"5");
    let upn = r#"{"userPrincipalName":"adelev@contoso.com"}"#;
    assert_eq!(ask(&server, "POST", "/v1.0/users", &[], upn).status, 409);
    assert_eq!(send(&server, request("GET", "/v1.0/me/photo/$value")).header("content-type"), "image/png");
    assert_eq!(send(&server, request("GET", "/v1.0/users/a1000000-0000-4000-8000-000000000002/photo")).status, 404);
}

#[test]
fn the_rest_does_what_it_is_there_for() {
    let server = serve();
    let task = get(&server, "/v1.0/planner/tasks")["value"][0].clone();
    let path = format!("/v1.0/planner/tasks/{}", task["id"].as_str().expect("an id"));
    assert_eq!(ask(&server, "PATCH", &path, &[], "{}").status, 428);
    let condition = format!("If-Match: {}", task["@odata.etag"].as_str().expect("an etag"));
    assert_eq!(ask(&server, "PATCH", &path, &[&condition], r#"{"percentComplete":100}"#).status, 204);
    let scripts = "/beta/deviceManagement/deviceShellScripts";
    let script = ids(&get(&server, scripts))[0].to_owned();
    let body = r#"{"successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"x"}"#;
    let created = ask(&server, "POST", &format!("{scripts}/{script}/userRunStates"), &[], body);
    assert_eq!(created.status, 201);
    let path = created.header("location").strip_prefix("http://graph").expect("the host");
    assert_eq!(ask(&server, "PATCH", path, &[], r#"{"errorDeviceCount":1}"#).json()["errorDeviceCount"], 1);
    let sign_ins = get(&server, "/v1.0/auditLogs/signIns?$count=true&$filter=status/errorCode%20ne%200&$top=5");
    assert_eq!((ids(&sign_ins).len(), &sign_ins["@odata.count"]), (5, &json!(1429)));
    assert!(get(&server, "/v1.0/auditLogs/signIns/f2000000-0000-4000-8000-000000009999")["ipAddress"].is_string());
    let file = ids(&get(&server, "/v1.0/me/drive/items"))[0].to_owned();
    let reply = send(&server, request("GET", &format!("/v1.0/me/drive/items/{file}/content")));
    assert_eq!(reply.status, 302);
    let path = reply.header("location").strip_prefix("http://graph").expect("the host");
    let download = send(&server, format!("GET {path} HTTP/1.1\r\nHost: graph\r\n\r\n"));
    assert_eq!(download.body, b"Hello world.");
}
