//! What is stored and read: create, get, list, select, keys.

use http::StatusCode;
use serde_json::{Value, json};

use crate::support::{SCRIPTS, builder, call, post, request, send, serve};

const STATES_OF_S1: &str = "deviceManagement/deviceShellScripts/s1/userRunStates";

#[test]
fn creates_with_a_new_id() {
    let server = serve();
    let body = r##"{"@odata.type":"#microsoft.graph.deviceManagementScriptUserState","successDeviceCount":2,
        "@odata.etag":"x","manager@odata.bind":"users/1","count@odata.type":"#Int64"}"##;
    let reply = send(&server, post(&format!("/beta/{STATES_OF_S1}"), body));
    assert_eq!(reply.status, 201);
    let id = reply.json()["id"].as_str().expect("an id").to_owned();
    assert_eq!(id.len(), 36);
    assert_eq!(reply.header("location"), format!("http://graph/beta/{STATES_OF_S1}/{id}"));
    let stored = json!({
        "@odata.type": "#microsoft.graph.deviceManagementScriptUserState", "successDeviceCount": 2,
        "count@odata.type": "#Int64", "id": id,
    });
    let mut answered = stored.clone();
    answered["@odata.etag"] = json!(reply.header("etag"));
    answered["@odata.context"] =
        json!("http://graph/beta/$metadata#deviceManagement/deviceShellScripts('s1')/userRunStates/$entity");
    assert_eq!(reply.json(), answered);
    assert_eq!(server.emulator().items("beta", STATES_OF_S1), [stored]);
    let context = String::from_utf8(reply.body.clone()).expect("text").find("@odata.context");
    assert_eq!(context, Some(2), "the context comes first");
    assert!(reply.header("etag").starts_with("W/\""));
    let got = send(&server, request("GET", &format!("/beta/{STATES_OF_S1}/{id}")));
    assert_eq!((got.status, got.json()), (200, answered));
}

#[test]
fn every_response_has_the_headers_of_graph() {
    let server = serve();
    for (path, sent) in [("/beta/users", ""), ("/beta/nothing", "client-request-id: mine\r\n")] {
        let head = format!("GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: bearer secret\r\n{sent}\r\n");
        let reply = send(&server, head);
        let id = reply.header("request-id");
        assert_eq!(id.len(), 36);
        assert_eq!(reply.header("client-request-id"), if sent.is_empty() { id } else { "mine" });
        assert!(reply.header("date").ends_with(" GMT"));
        assert_eq!(reply.header("odata-version"), "4.0");
        assert!(reply.header("content-type").starts_with("application/json;odata.metadata=minimal;"));
        if path == "/beta/nothing" {
            let inner = &reply.json()["error"]["innerError"];
            assert_eq!((&inner["request-id"], &inner["client-request-id"]), (&json!(id), &json!("mine")));
            assert_eq!(inner["date"].as_str().map(str::len), Some("2021-05-18T19:03:10".len()));
        }
    }
}

#[test]
fn lists_in_order_and_selects() {
    let emulator = builder()
        .item("beta", "users", json!({"id": "a", "displayName": "A", "mail": "a@x"}))
        .item("beta", "users", json!({"id": "b", "displayName": "B"}))
        .build();
    let (status, mut list) = call(&emulator, "GET", "https://graph.microsoft.com/beta/users?$select=DisplayName", "");
    assert_eq!(status, StatusCode::OK);
    for user in list["value"].as_array_mut().expect("a list") {
        let etag = user.as_object_mut().expect("an object").remove("@odata.etag").expect("an etag");
        assert!(etag.as_str().expect("text").starts_with("W/\""));
    }
    let context = "https://graph.microsoft.com/beta/$metadata#users(DisplayName)";
    let users = json!([{"id": "a", "displayName": "A"}, {"id": "b", "displayName": "B"}]);
    assert_eq!(list, json!({"@odata.context": context, "value": users}));
    let (_, user) = call(&emulator, "GET", "/beta/users/a?$select=mail", "");
    let context = "http://localhost/beta/$metadata#users(mail)/$entity";
    assert_eq!(user, json!({"@odata.context": context, "@odata.etag": user["@odata.etag"], "id": "a", "mail": "a@x"}));
    assert_eq!(call(&emulator, "GET", "/beta/users?$select=%zz", "").0, StatusCode::BAD_REQUEST);
    assert_eq!(call(&emulator, "GET", "/v1.0/groups/any/owners", "").1["value"], json!([]));
}

#[test]
fn reads_paths_as_graph_does() {
    let emulator = builder().item("beta", SCRIPTS, json!({"id": "O'Neil/1"})).build();
    let (status, created) =
        call(&emulator, "POST", "/beta/DEVICEMANAGEMENT/deviceshellscripts('O''Neil%2F1')/userRunStates", "{}");
    assert_eq!(status, StatusCode::CREATED);
    assert_eq!(emulator.items("beta", "/deviceManagement/deviceShellScripts/O'Neil%2f1/userRunStates").len(), 1);
    let id = created["id"].as_str().expect("an id");
    for path in [
        format!("/beta/deviceManagement/deviceShellScripts/O'Neil%2F1/userRunStates/{id}"),
        format!("/beta/deviceManagement/deviceShellScripts/%4F%27Neil%2F1/userRunStates('{id}')"),
        format!("/beta/deviceManagement/deviceShellScripts(%27O%27%27Neil%2F1%27)/userRunStates({id})"),
    ] {
        assert_eq!(call(&emulator, "GET", &path, ""), (StatusCode::OK, created.clone()), "{path}");
    }
    for path in ["o'Neil%2F1", "O'Neil%252F1", "O'Neil/1", "O''Neil%2F1"] {
        let path = format!("/beta/deviceManagement/deviceShellScripts/{path}");
        assert_eq!(call(&emulator, "GET", &path, "").0, StatusCode::NOT_FOUND, "{path}");
    }
    let (status, _) = call(&emulator, "GET", "/beta/deviceManagement/deviceShellScripts/%C3", "");
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

#[test]
fn a_location_is_encoded() {
    let server = serve();
    let reply = send(&server, post("/v1.0/groups('a%2Fb%20''c')/owners", "{}"));
    assert!(reply.header("location").starts_with("http://graph/v1.0/groups/a%2Fb%20%27c/owners/"));
    let context = reply.json()["@odata.context"].clone();
    assert_eq!(context, json!("http://graph/v1.0/$metadata#groups('a%2Fb%20%27%27c')/owners/$entity"));
    let path = reply.header("location").strip_prefix("http://graph").expect("the host");
    assert_eq!(send(&server, request("GET", path)).status, 200);
}

#[test]
fn a_name_wins_over_a_key() {
    let emulator = builder()
        .collection("beta", "users/special")
        .item("beta", "users", json!({"id": "special"}))
        .item("beta", "users", json!({"id": "other"}))
        .build();
    assert_eq!(call(&emulator, "GET", "/beta/users/special", "").1["value"], json!([]));
    assert_eq!(call(&emulator, "GET", "/beta/users('special')", "").1["id"], json!("special"));
    assert_eq!(call(&emulator, "GET", "/beta/users/other", "").1["id"], json!("other"));
}

#[test]
fn what_is_unique_is_unique_in_its_collection() {
    let emulator = builder().build();
    let add = |name: Value| call(&emulator, "POST", "/beta/users", &json!({"userPrincipalName": name}).to_string()).0;
    assert_eq!(add(json!("A@x")), StatusCode::CREATED);
    assert_eq!(add(json!("a@X")), StatusCode::CONFLICT);
    assert_eq!((add(Value::Null), add(Value::Null)), (StatusCode::CREATED, StatusCode::CREATED));
    assert_eq!((add(json!(1)), add(json!(1))), (StatusCode::CREATED, StatusCode::CONFLICT));
    assert_eq!(emulator.items("beta", "users").len(), 4);
}
