//! Each status that a request can be refused with, and which of two is told.

use serde_json::json;

use crate::support::{Connection, Reply, SCRIPTS, post, request, send, serve};

const PATH: &str = "/beta/deviceManagement/deviceShellScripts/s1/userRunStates";

fn posted(path: &str, body: &str) -> Reply {
    send(&serve(), post(path, body))
}

#[test]
fn without_the_token_401() {
    let server = serve();
    for value in
        ["", "Authorization: Bearer wrong\r\n", "Authorization: Bearer \r\n", "Authorization: Basic secret\r\n"]
    {
        // Everything else is wrong, too.
        let reply = send(&server, format!("DELETE /beta/nothing HTTP/1.1\r\nHost: x\r\n{value}\r\n"));
        assert_eq!((reply.status, reply.code().as_str()), (401, "InvalidAuthenticationToken"));
        assert!(reply.header("www-authenticate").starts_with("Bearer realm=\"\", authorization_uri="));
    }
    let twice = "Authorization: Bearer secret\r\n".repeat(2);
    assert_eq!(send(&server, format!("GET /beta/users HTTP/1.1\r\nHost: x\r\n{twice}\r\n")).status, 401);
}

#[test]
fn nothing_there_404() {
    let server = serve();
    for (path, segment) in [
        ("/v2.0/users", "v2.0"),
        ("/Beta/users", "Beta"),
        ("/v1.0/users", "users"),
        ("/beta/deviceManagement", "deviceManagement"),
        ("/beta/deviceManagement/deviceShellScripts/s1/other", "other"),
        ("/beta/users/1/messages", "messages"),
        ("/beta/users/", ""),
        ("/beta//users", ""),
        ("/beta", ""),
        ("/", ""),
    ] {
        let reply = send(&server, request("DELETE", path));
        assert_eq!((reply.status, reply.code().as_str()), (404, "ResourceNotFound"), "{path}");
        let message = json!(format!("Resource not found for the segment '{segment}'."));
        assert_eq!(reply.json()["error"]["message"], message, "{path}");
    }
    for path in ["/beta/users/1", "/beta/deviceManagement/deviceShellScripts/S1"] {
        assert_eq!(send(&server, request("GET", path)).code(), "ResourceNotFound");
    }
}

#[test]
fn no_parent_404() {
    let reply = posted("/beta/deviceManagement/deviceShellScripts/s2/userRunStates", "{");
    assert_eq!((reply.status, reply.code().as_str()), (404, "ResourceNotFound"));
    assert_eq!(posted("/v1.0/groups/any/owners", "{}").status, 201);
}

#[test]
fn other_methods_405() {
    let server = serve();
    for method in ["DELETE", "OPTIONS", "TRACE", "BREW"] {
        let reply = send(&server, request(method, "/beta/users"));
        assert_eq!((reply.status, reply.header("allow")), (405, "GET, POST"), "{method}");
        assert_eq!(reply.code(), "Request_BadRequest");
    }
    let reply = send(&server, post("/beta/deviceManagement/deviceShellScripts/s1", &" ".repeat(2000)));
    assert_eq!((reply.status, reply.header("allow")), (405, "GET, PATCH, PUT, DELETE"));
}

#[test]
fn head_has_no_body() {
    let server = serve();
    let mut connection = Connection::open(&server);
    connection.write(request("HEAD", "/beta/users") + &request("GET", "/beta/users"));
    assert_eq!(connection.read_reply(false).status, 405);
    assert_eq!(connection.read().status, 200);
}

#[test]
fn a_long_body_413() {
    let server = serve();
    let mut connection = Connection::open(&server);
    connection.write(post(PATH, &" ".repeat(200_000)));
    let reply = connection.read();
    assert_eq!((reply.status, reply.code().as_str()), (413, "RequestEntityTooLarge"));
    assert_eq!(reply.header("connection"), "close");
    assert!(connection.is_closed());
    assert_eq!(posted(PATH, &format!("{{}}{}", " ".repeat(998))).status, 201);
    assert_eq!(posted(PATH, &format!("{{}}{}", " ".repeat(999))).status, 413);
}

#[test]
fn no_json_415() {
    let server = serve();
    for (content_type, status) in [
        ("", 415),
        ("Content-Type: text/plain\r\n", 415),
        ("Content-Type: application/jsonx\r\n", 415),
        ("Content-Type: Application/JSON; charset=utf-8\r\n", 400),
    ] {
        let head = "Host: x\r\nAuthorization: Bearer secret\r\nContent-Length: 1";
        let reply = send(&server, format!("POST {PATH} HTTP/1.1\r\n{head}\r\n{content_type}\r\n{{"));
        assert_eq!(reply.status, status, "{content_type}");
        assert_eq!(reply.code(), if status == 415 { "UnsupportedMediaType" } else { "BadRequest" });
    }
}

#[test]
fn not_the_right_object_400() {
    let server = serve();
    for body in [
        "",
        "{",
        "[]",
        "null",
        r#"{"a":1,"a":2}"#,
        r#"{"id":"mine"}"#,
        r#"{"id":null}"#,
        r##"{"@odata.type":"#microsoft.graph.user"}"##,
        r#"{"@odata.type":1}"#,
    ] {
        let reply = send(&server, post(PATH, body));
        assert_eq!((reply.status, reply.code().as_str()), (400, "BadRequest"), "{body}");
    }
    for name in [
        "microsoft.graph.deviceManagementScriptUserState",
        "https://x/$metadata#Microsoft.Graph.DeviceManagementScriptUserState",
    ] {
        assert_eq!(send(&server, post(PATH, &json!({"@odata.type": name}).to_string())).status, 201);
    }
    assert_eq!(server.emulator().items("beta", &format!("{SCRIPTS}/s1/userRunStates")).len(), 2);
}

#[test]
fn the_same_value_409() {
    let server = serve();
    let body = r#"{"userPrincipalName":"a@x"}"#;
    assert_eq!(send(&server, post("/beta/users", body)).status, 201);
    let reply = send(&server, post("/beta/users", body));
    assert_eq!((reply.status, reply.code().as_str()), (409, "Request_MultipleObjectsWithSameKeyValue"));
    assert_eq!(reply.json()["error"]["details"][0]["target"], json!("userPrincipalName"));
}
