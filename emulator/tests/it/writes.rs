//! Updates, replacements, deletions, upserts, and the conditions that they make.

use graph_entity_emulator::{Builder, Emulator, Server};
use serde_json::{Value, json};

use crate::support::{ask, get, request, send, serve_builder};

fn tasks() -> Builder {
    Emulator::builder()
        .token("secret")
        .collection("v1.0", "tasks")
        .unique("v1.0", "tasks", "slug")
        .odata_type("v1.0", "tasks", "a.task")
        .collection("v1.0", "tasks/{id}/notes")
        .item(
            "v1.0",
            "tasks",
            json!({"id": "t1", "title": "One", "slug": "a", "body": {"content": "x", "type": "text"}}),
        )
        .item("v1.0", "tasks", json!({"id": "t2", "slug": "b"}))
        .item("v1.0", "tasks/t1/notes", json!({"id": "n1"}))
}

fn stored(server: &Server) -> Value {
    server.emulator().items("v1.0", "tasks")[0].clone()
}

#[test]
fn a_patch_merges() {
    let server = serve_builder(tasks());
    let body = r##"{"id":"t1","title":null,"body":{"content":"y","extra":{"a":1,"b":null}},"tags":["x"],"@odata.etag":"W/\"x\"",
        "@odata.context":"x","tags@odata.type":"#Collection(String)","map":{"k1":1,"k2":2}}"##;
    let reply = ask(&server, "PATCH", "/v1.0/tasks/t1", &[], body);
    assert_eq!((reply.status, reply.body.len(), reply.header("content-type")), (204, 0, ""));
    let expected = json!({
        "id": "t1", "title": null, "slug": "a", "body": {"content": "y", "type": "text", "extra": {"a": 1}},
        "tags": ["x"], "tags@odata.type": "#Collection(String)", "map": {"k1": 1, "k2": 2},
    });
    assert_eq!(stored(&server), expected);
    ask(&server, "PATCH", "/v1.0/tasks('t1')", &[], r#"{"tags":["y","z"],"map":{"k1":null,"k3":3},"body":null}"#);
    let task = stored(&server);
    assert_eq!((&task["tags"], &task["map"]), (&json!(["y", "z"]), &json!({"k2": 2, "k3": 3})));
    assert_eq!(task["body"], Value::Null);
}

#[test]
fn a_patch_that_is_refused_changes_nothing() {
    let server = serve_builder(tasks());
    let before = stored(&server);
    for (body, status) in [
        (r#"{"id":"t9","title":"x"}"#, 400),
        (r#"{"title":"x","title":"y"}"#, 400),
        (r#"{"title":"x","notes":[{}]}"#, 400),
        (r#"{"title":"x","slug":"B"}"#, 409),
        (r##"{"@odata.type":"#a.other"}"##, 400),
        ("[]", 400),
        ("", 400),
    ] {
        assert_eq!(ask(&server, "PATCH", "/v1.0/tasks/t1", &[], body).status, status, "{body}");
    }
    assert_eq!(ask(&server, "PATCH", "/v1.0/tasks/t9", &[], "[").status, 404);
    let text =
        "PATCH /v1.0/tasks/t1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\nContent-Length: 2\r\n\r\n{}";
    assert_eq!(send(&server, text).status, 415);
    assert_eq!(stored(&server), before);
}

#[test]
fn a_put_replaces() {
    let server = serve_builder(tasks().answers_updates("v1.0", "tasks"));
    let reply = ask(&server, "PUT", "/v1.0/tasks/t1", &[], r#"{"title":"New","body":{"a":null,"b":1}}"#);
    assert_eq!((reply.status, &reply.json()["title"]), (200, &json!("New")));
    assert_eq!(stored(&server), json!({"id": "t1", "title": "New", "body": {"b": 1}}));
    assert_eq!(ask(&server, "PUT", "/v1.0/tasks/t9", &[], "{}").status, 404);
    assert_eq!(get(&server, "/v1.0/tasks/t1/notes/n1")["id"], "n1");
}

#[test]
fn a_client_can_choose_what_is_answered() {
    let plain = serve_builder(tasks());
    let intune = serve_builder(tasks().answers_updates("v1.0", "tasks"));
    for (server, prefer, status, applied) in [
        (&plain, "", 204, ""),
        (&plain, "Prefer: return=representation", 200, "return=representation"),
        (&plain, "Prefer: return=minimal", 204, "return=minimal"),
        (&intune, "X: y", 200, ""),
        (&intune, "Prefer: respond-async, return=minimal", 204, "return=minimal"),
    ] {
        let headers = if prefer.is_empty() { vec![] } else { vec![prefer] };
        let reply = ask(server, "PATCH", "/v1.0/tasks/t1", &headers, r#"{"title":"Two"}"#);
        assert_eq!((reply.status, reply.header("preference-applied")), (status, applied), "{prefer}");
        if status == 200 {
            assert_eq!(
                (&reply.json()["title"], &reply.json()["@odata.etag"]),
                (&json!("Two"), &json!(reply.header("etag")))
            );
        }
    }
    let reply = ask(&plain, "POST", "/v1.0/tasks", &["Prefer: return=minimal"], "{}");
    assert_eq!((reply.status, reply.body.len()), (204, 0));
    assert_eq!(reply.header("preference-applied"), "return=minimal");
    assert_eq!(reply.header("location"), reply.header("odata-entityid"));
    let path = reply.header("location").strip_prefix("http://graph").expect("the host");
    assert_eq!(send(&plain, request("GET", path)).status, 200);
    let reply = ask(&plain, "POST", "/v1.0/tasks", &["Prefer: return=representation"], "{}");
    assert_eq!((reply.status, reply.header("preference-applied")), (201, "return=representation"));
}

#[test]
fn each_write_has_an_etag_of_its_own() {
    let server = serve_builder(tasks());
    let first = send(&server, request("GET", "/v1.0/tasks/t1")).header("etag").to_owned();
    assert!(first.starts_with("W/\"") && first.ends_with("=\""), "{first}");
    assert_eq!(get(&server, "/v1.0/tasks")["value"][0]["@odata.etag"], json!(first));
    let known = format!("If-None-Match: {first}");
    let reply = ask(&server, "GET", "/v1.0/tasks/t1", &[&known], "");
    assert_eq!((reply.status, reply.body.len(), reply.header("etag")), (304, 0, first.as_str()));
    let matching = format!("If-Match: {first}");
    assert_eq!(ask(&server, "PATCH", "/v1.0/tasks/t1", &[&matching], "{}").status, 204);
    let second = send(&server, request("GET", "/v1.0/tasks/t1")).header("etag").to_owned();
    assert_ne!(first, second);
    assert_eq!(ask(&server, "GET", "/v1.0/tasks/t1", &[&known], "").status, 200);
    for method in ["PATCH", "PUT", "DELETE"] {
        let reply = ask(&server, method, "/v1.0/tasks/t1", &[&matching], "{}");
        assert_eq!((reply.status, reply.header("etag")), (412, second.as_str()), "{method}");
        assert_eq!(reply.code(), "PreconditionFailed");
    }
    assert_eq!(ask(&server, "PATCH", "/v1.0/tasks/t1", &["If-Match: *"], "{}").status, 204);
    assert_eq!(ask(&server, "PATCH", "/v1.0/tasks/t9", &["If-Match: *"], "{}").status, 404);
    assert_eq!(ask(&server, "PATCH", "/v1.0/tasks/t1", &["If-Match: \u{e9}"], "{}").status, 412);
    assert_eq!(ask(&server, "DELETE", "/v1.0/tasks/t1", &["If-Match: *"], "").status, 204);
}

#[test]
fn a_write_without_a_condition_can_be_refused() {
    let server = serve_builder(tasks().require_if_match("v1.0", "tasks"));
    for method in ["PATCH", "PUT", "DELETE"] {
        assert_eq!(ask(&server, method, "/v1.0/tasks/t1", &[], "{}").status, 428, "{method}");
    }
    let etag = format!("If-Match: {}", send(&server, request("GET", "/v1.0/tasks/t1")).header("etag"));
    assert_eq!(ask(&server, "PATCH", "/v1.0/tasks/t1", &[&etag], "{}").status, 204);
    assert_eq!(ask(&server, "DELETE", "/v1.0/tasks/t1", &[&etag], "").status, 412);
    assert_eq!(ask(&server, "POST", "/v1.0/tasks", &[], "{}").status, 201);
}

#[test]
fn what_is_deleted_is_gone_with_all_below_it() {
    let server = serve_builder(tasks());
    assert_eq!(ask(&server, "DELETE", "/v1.0/tasks/t1", &[], "").status, 204);
    for path in ["tasks/t1", "tasks/t1/notes", "tasks/t1/notes/n1"] {
        assert_eq!(send(&server, request("GET", &format!("/v1.0/{path}"))).status, 404, "{path}");
    }
    assert_eq!(ask(&server, "DELETE", "/v1.0/tasks/t1", &[], "").status, 404);
    assert_eq!(server.emulator().items("v1.0", "tasks").len(), 1);
    // Another item with the same key has nothing below it.
    let reply = ask(&server, "PATCH", "/v1.0/tasks/t1", &["Prefer: create-if-missing"], "{}");
    assert_eq!(reply.status, 201);
    assert_eq!(get(&server, "/v1.0/tasks/t1/notes")["value"], json!([]));
}

#[test]
fn a_post_creates_what_is_below_it() {
    let server = serve_builder(tasks().odata_type("v1.0", "tasks/{id}/notes", "a.note"));
    let reply = ask(&server, "POST", "/v1.0/tasks", &[], r#"{"title":"x","notes":[{"text":"1"},{"text":"2"}]}"#);
    assert_eq!((reply.status, reply.json().get("notes")), (201, None));
    let id = reply.json()["id"].as_str().expect("an id").to_owned();
    let notes = get(&server, &format!("/v1.0/tasks/{id}/notes"));
    assert_eq!((&notes["value"][0]["text"], &notes["value"][1]["text"]), (&json!("1"), &json!("2")));
    for body in
        [r#"{"notes":{}}"#, r#"{"notes":[1]}"#, r#"{"notes":[{"id":"x"}]}"#, r##"{"notes":[{"@odata.type":"#b.c"}]}"##]
    {
        assert_eq!(ask(&server, "POST", "/v1.0/tasks", &[], body).status, 400, "{body}");
    }
    assert_eq!(server.emulator().items("v1.0", "tasks").len(), 3);
}

#[test]
fn what_is_created_together_is_created_together_or_not_at_all() {
    let server = serve_builder(tasks().unique("v1.0", "tasks/{id}/notes", "text"));
    let body = r#"{"notes":[{"text":"1"},{"text":"2"},{"text":"1"}]}"#;
    assert_eq!(ask(&server, "POST", "/v1.0/tasks", &[], body).status, 409);
    assert_eq!(server.emulator().items("v1.0", "tasks").len(), 2);
}

#[test]
fn upserts() {
    let server = serve_builder(
        Emulator::builder()
            .token("secret")
            .collection("v1.0", "groups")
            .alternate_key("v1.0", "groups", "uniqueName")
            .collection("v1.0", "groups/{id}/notes"),
    );
    let path = "/v1.0/groups(uniqueName='a''b')";
    assert_eq!(send(&server, request("GET", path)).status, 404);
    assert_eq!(ask(&server, "PATCH", path, &[], "{}").status, 404);
    let create = "Prefer: create-if-missing";
    assert_eq!(ask(&server, "PATCH", path, &[create], r#"{"uniqueName":"other"}"#).status, 400);
    assert_eq!(ask(&server, "PATCH", "/v1.0/groups('')", &[create], "{}").status, 400);
    let other_case = ask(&server, "PATCH", "/v1.0/groups(UNIQUENAME='n')", &[create], "{}");
    assert_eq!((other_case.status, &other_case.json()["uniqueName"]), (201, &json!("n")));
    assert_eq!(ask(&server, "PATCH", path, &[create, "If-Match: *"], "{}").status, 412);
    let reply = ask(&server, "PATCH", path, &[create, "If-None-Match: *"], r#"{"displayName":"x"}"#);
    let created = reply.json();
    assert_eq!((reply.status, &created["uniqueName"], &created["displayName"]), (201, &json!("a'b"), &json!("x")));
    assert!(reply.header("location").ends_with(created["id"].as_str().expect("an id")));
    let reply = ask(&server, "PATCH", path, &[create], r#"{"displayName":"y"}"#);
    assert_eq!((reply.status, reply.body.len()), (204, 0));
    let reply = ask(&server, "PATCH", path, &["Prefer: create-if-missing, return=representation"], "{}");
    assert_eq!((reply.status, &reply.json()["displayName"]), (200, &json!("y")));
    assert_eq!(ask(&server, "PATCH", path, &[create, "If-None-Match: *"], "{}").status, 412);
    for path in ["/v1.0/groups/(uniqueName='A%27%27b')", "/v1.0/groups(UniqueName=%27a%27%27b%27)"] {
        assert_eq!(get(&server, path)["id"], created["id"], "{path}");
    }
    assert_eq!(ask(&server, "POST", &format!("{path}/notes"), &[], "{}").status, 201);
    assert_eq!(get(&server, "/v1.0/groups/(uniqueName='a''b')/notes")["value"].as_array().map(Vec::len), Some(1));
    assert_eq!(send(&server, request("GET", "/v1.0/groups(uniqueName='z')/notes")).status, 404);
    assert_eq!(send(&server, request("GET", "/v1.0/groups(displayName='y')")).status, 400);
    assert_eq!(ask(&server, "POST", "/v1.0/groups", &[], r#"{"uniqueName":"A'B"}"#).status, 409);
    let by_key = ask(&server, "PATCH", "/v1.0/groups/mine", &[create], r#"{"id":"mine"}"#);
    assert_eq!((by_key.status, &by_key.json()["id"]), (201, &json!("mine")));
    assert_eq!(ask(&server, "DELETE", path, &[], "").status, 204);
    assert_eq!(send(&server, request("GET", path)).status, 404);
}
