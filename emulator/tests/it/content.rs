//! What isn't a collection of stored items: singletons, media, redirects.

use graph_entity_emulator::{Builder, Emulator};
use serde_json::json;

use crate::support::{Reply, ask, get, request, send, serve_builder};

fn tenant() -> Builder {
    Emulator::builder()
        .token("secret")
        .collection("v1.0", "users")
        .item("v1.0", "users", json!({"id": "u1"}))
        .item("v1.0", "users", json!({"id": "u2"}))
        .singleton("v1.0", "me", json!({"id": "u1", "displayName": "Me"}))
        .collection("v1.0", "me/messages")
        .reference("v1.0", "me/manager", ["users"])
        .link("v1.0", "me/manager", "users/u2")
        .singleton("v1.0", "users/{id}/mailboxSettings", json!({"timeZone": "UTC"}))
        .media("v1.0", "users/{id}/photo")
        .content("v1.0", "users/u1/photo", "image/png", &b"0123456789"[..])
        .stream("v1.0", "applications/{id}/logo")
        .redirect("v1.0", "drive/items/{id}/content", "https://download.example/file?tempauth=x")
        .redirect("v1.0", "drive/thumbnail", "/files/1")
        .download("/files/1", "text/plain", "hello")
        .alias("v1.0", "self/user", "/users/u2")
}

#[test]
fn a_singleton_has_no_key() {
    let server = serve_builder(tenant());
    let me = get(&server, "/v1.0/me?$select=displayName");
    assert_eq!(me["@odata.context"], "http://graph/v1.0/$metadata#me(displayName)");
    assert_eq!((&me["id"], &me["displayName"]), (&json!("u1"), &json!("Me")));
    let etag = me["@odata.etag"].as_str().expect("an etag");
    let condition = format!("If-Match: {etag}");
    assert_eq!(ask(&server, "PATCH", "/v1.0/me", &[&condition], r#"{"displayName":"I"}"#).status, 204);
    assert_eq!(ask(&server, "PATCH", "/v1.0/me", &[&condition], "{}").status, 412);
    assert_eq!(get(&server, "/v1.0/me")["displayName"], "I");
    assert_eq!(server.emulator().items("v1.0", "me"), [json!({"id": "u1", "displayName": "I"})]);
    assert_eq!(ask(&server, "POST", "/v1.0/me/messages", &[], r#"{"subject":"x"}"#).status, 201);
    let me = get(&server, "/v1.0/me?$expand=messages,manager");
    assert_eq!((&me["messages"][0]["subject"], &me["manager"]["id"]), (&json!("x"), &json!("u2")));
    let body = r#"{"manager@odata.bind":"users/u1"}"#;
    assert_eq!(ask(&server, "PATCH", "/v1.0/me", &[], body).status, 204);
    assert_eq!(get(&server, "/v1.0/me/manager")["id"], "u1");
    assert_eq!(ask(&server, "DELETE", "/v1.0/me", &[], "").header("allow"), "GET, PATCH");
    assert_eq!(send(&server, request("GET", "/v1.0/me/other")).status, 404);
}

#[test]
fn each_parent_has_a_singleton_of_its_own() {
    let server = serve_builder(tenant());
    assert_eq!(ask(&server, "PATCH", "/v1.0/users/u1/mailboxSettings", &[], r#"{"timeZone":"CET"}"#).status, 204);
    assert_eq!(get(&server, "/v1.0/users/u1/mailboxSettings")["timeZone"], "CET");
    assert_eq!(get(&server, "/v1.0/users/u2/mailboxSettings")["timeZone"], "UTC");
    assert_eq!(send(&server, request("GET", "/v1.0/users/u3/mailboxSettings")).status, 404);
    assert_eq!(get(&server, "/v1.0/users/u1?$expand=mailboxSettings")["mailboxSettings"]["timeZone"], "CET");
}

#[test]
fn media_are_bytes() {
    let server = serve_builder(tenant());
    let path = "/v1.0/users/u1/photo/$value";
    let photo = send(&server, request("GET", path));
    assert_eq!((photo.status, photo.header("content-type"), &photo.body[..]), (200, "image/png", &b"0123456789"[..]));
    let about = get(&server, "/v1.0/users/u1/photo");
    assert_eq!(
        (&about["@odata.mediaContentType"], &about["@odata.mediaEtag"]),
        (&json!("image/png"), &json!(photo.header("etag")))
    );
    for path in ["users/u2/photo", "users/u2/photo/$value", "users/u3/photo/$value"] {
        assert_eq!(send(&server, request("GET", &format!("/v1.0/{path}"))).status, 404, "{path}");
    }
    let put = "PUT /v1.0/users/u2/photo/$value HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\nContent-Type: image/gif\r\nContent-Length: 2\r\n\r\n\x01\x02";
    assert_eq!(send(&server, put).status, 204);
    let photo = send(&server, request("GET", "/v1.0/users/u2/photo/$value"));
    assert_eq!((photo.header("content-type"), &photo.body[..]), ("image/gif", &b"\x01\x02"[..]));
    let old = format!("If-None-Match: {}", photo.header("etag"));
    assert_eq!(ask(&server, "GET", "/v1.0/users/u2/photo/$value", &[&old], "").status, 304);
    assert_eq!(ask(&server, "PUT", path, &["If-Match: W/\"x\""], "x").status, 412);
    assert_eq!(ask(&server, "DELETE", path, &[], "").status, 204);
    assert_eq!(send(&server, request("GET", path)).status, 404);
    assert_eq!(ask(&server, "PATCH", "/v1.0/users/u1/photo", &[], "{}").status, 405);
}

#[test]
fn a_stream_is_bytes_by_itself() {
    let server = serve_builder(tenant());
    assert_eq!(send(&server, request("GET", "/v1.0/applications/a/logo")).status, 404);
    let put = "PUT /v1.0/applications/a/logo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\nContent-Length: 3\r\n\r\nabc";
    assert_eq!(send(&server, put).status, 204);
    let logo = send(&server, request("GET", "/v1.0/applications/a/logo"));
    assert_eq!((logo.header("content-type"), &logo.body[..]), ("application/octet-stream", &b"abc"[..]));
}

#[test]
fn a_range_is_a_part() {
    let server = serve_builder(tenant());
    let part = |range: &str| -> Reply {
        ask(&server, "GET", "/v1.0/users/u1/photo/$value", &[&format!("Range: bytes={range}")], "")
    };
    for (range, content_range, body) in
        [("0-3", "bytes 0-3/10", "0123"), ("8-", "bytes 8-9/10", "89"), ("-1", "bytes 9-9/10", "9")]
    {
        let reply = part(range);
        assert_eq!((reply.status, reply.header("content-range")), (206, content_range), "{range}");
        assert_eq!(reply.body, body.as_bytes(), "{range}");
    }
    let reply = part("10-");
    assert_eq!((reply.status, reply.header("content-range")), (416, "bytes */10"));
    assert_eq!((part("0-1,2-3").status, part("x").status), (200, 200));
}

#[test]
fn a_redirect_names_another_url() {
    let server = serve_builder(tenant());
    let reply = send(&server, request("GET", "/v1.0/drive/items/a%2Fb/content"));
    assert_eq!(
        (reply.status, reply.header("location"), reply.body.len()),
        (302, "https://download.example/file?tempauth=x", 0)
    );
    assert_eq!(send(&server, request("GET", "/v1.0/drive/thumbnail")).header("location"), "http://graph/files/1");
    assert_eq!(send(&server, request("DELETE", "/v1.0/drive/thumbnail")).header("allow"), "GET");
}

#[test]
fn a_download_wants_no_token() {
    let server = serve_builder(tenant());
    let get = |line: &str| send(&server, format!("GET /files/1?sig=x HTTP/1.1\r\nHost: x\r\n{line}\r\n"));
    let file = get("");
    assert_eq!((file.status, file.header("content-type"), &file.body[..]), (200, "text/plain", &b"hello"[..]));
    assert_eq!(get("Range: bytes=1-2\r\n").body, b"el");
    assert_eq!(get("Authorization: Bearer secret\r\n").status, 401);
    assert_eq!(send(&server, "DELETE /files/1 HTTP/1.1\r\nHost: x\r\n\r\n").status, 405);
}

#[test]
fn an_alias_means_another_path() {
    let server = serve_builder(tenant());
    assert_eq!(get(&server, "/v1.0/Self/User")["@odata.context"], "http://graph/v1.0/$metadata#users/$entity");
    let path = "/v1.0/self/user/mailboxSettings";
    assert_eq!(ask(&server, "PATCH", path, &[], r#"{"timeZone":"CET"}"#).status, 204);
    assert_eq!(get(&server, "/v1.0/users/u2/mailboxSettings")["timeZone"], "CET");
    assert_eq!(server.emulator().items("v1.0", "self/user/mailboxSettings")[0]["timeZone"], "CET");
    assert_eq!(send(&server, request("GET", "/v1.0/self/user/other")).status, 404);
}
