//! Actions and functions: how they are called, and what their handlers get.

use bytes::Bytes;
use graph_entity_emulator::{Builder, Emulator, OperationCall};
use http::{Method, Response};
use serde_json::{Value, json};

use crate::support::{ask, call, get, request, send, serve_builder};

/// Answers with what the handler got.
fn echo(call: &OperationCall) -> Response<Bytes> {
    let value = json!({"args": call.args, "keys": call.keys, "query": call.query, "root": call.root});
    Response::new(Bytes::from(value.to_string()))
}

fn tenant() -> Builder {
    Emulator::builder()
        .token("secret")
        .collection("v1.0", "users")
        .item("v1.0", "users", json!({"id": "u1"}))
        .item("v1.0", "users", json!({"id": "delta"}))
        .operation(Method::POST, "v1.0", "users/{id}/sendMail", |call| {
            let mut response = echo(call);
            *response.status_mut() = http::StatusCode::ACCEPTED;
            response
        })
        .operation(Method::GET, "v1.0", "users/{id}/reminderView", echo)
        .operation(Method::GET, "v1.0", "users/delta()", echo)
        .operation(Method::POST, "v1.0", "users/microsoft.graph.validate", echo)
        .operation(Method::GET, "v1.0", "getReport", echo)
        .max_request_bytes(1000)
}

#[test]
fn an_action_gets_its_body() {
    let server = serve_builder(tenant());
    let body = r#"{"message":{"subject":"x"},"saveToSentItems":false}"#;
    for path in ["sendMail", "SENDMAIL", "microsoft.graph.sendMail"] {
        let reply = ask(&server, "POST", &format!("/v1.0/users/u1/{path}"), &[], body);
        assert_eq!(reply.status, 202, "{path}");
        let got = reply.json();
        assert_eq!(got["args"], json!({"message": {"subject": "x"}, "saveToSentItems": false}), "{path}");
        assert_eq!((&got["keys"], &got["root"]), (&json!(["u1"]), &json!("http://graph/v1.0")), "{path}");
        assert_eq!((reply.header("odata-version"), reply.header("request-id").len()), ("4.0", 36));
    }
    assert_eq!(ask(&server, "POST", "/v1.0/users/u1/sendMail", &[], "").json()["args"], json!({}));
    assert_eq!(ask(&server, "POST", "/v1.0/users/validate", &[], "{\"a\":1}").json()["args"], json!({"a": 1}));
    for (path, body, status) in [
        ("users/none/sendMail", body, 404),
        ("users/u1/sendMail", "[", 400),
        ("users/u1/sendMail", &"x".repeat(2000), 413),
        ("users/u1/other", body, 404),
    ] {
        assert_eq!(ask(&server, "POST", &format!("/v1.0/{path}"), &[], body).status, status, "{path}");
    }
    let reply = send(&server, request("GET", "/v1.0/users/u1/sendMail"));
    assert_eq!((reply.status, reply.header("allow")), (405, "POST"));
    let both = tenant().operation(Method::PUT, "v1.0", "users/{id}/sendMail", echo);
    let both = serve_builder(both.operation(Method::POST, "v1.0", "users/me/sendMail", echo));
    assert_eq!(ask(&both, "PUT", "/v1.0/users/u1/sendMail", &[], "{}").json()["keys"], json!(["u1"]));
    assert_eq!(send(&both, request("GET", "/v1.0/users/u1/sendMail")).header("allow"), "POST, PUT");
    // A name wins over a key.
    assert_eq!(ask(&both, "POST", "/v1.0/users/me/sendMail", &[], "{}").json()["keys"], json!([]));
    assert_eq!(ask(&both, "PUT", "/v1.0/users/me/sendMail", &[], "{}").header("allow"), "POST");
}

#[test]
fn a_function_gets_its_parameters() {
    let server = serve_builder(tenant());
    for (call, args) in [
        (
            "reminderView(StartDateTime='2020-01-01T00:00:00.0000000',EndDateTime='a''b,(c)')",
            json!({"StartDateTime": "2020-01-01T00:00:00.0000000", "EndDateTime": "a'b,(c)"}),
        ),
        (
            "microsoft.graph.reminderView(date=2018-03-05,n=-7,f=1.5,on=true,none=null)",
            json!({"date": "2018-03-05", "n": -7, "f": 1.5, "on": true, "none": null}),
        ),
        (
            "reminderView(kind=microsoft.graph.timeZoneStandard'Iana',id=184efa21-98c3-4e5d-95ab-d07053a96e67)",
            json!({"kind": "Iana", "id": "184efa21-98c3-4e5d-95ab-d07053a96e67"}),
        ),
        (
            "reminderView(p=@p,list=@l,missing=@m)?@p='x%2Fy%26z'&@l=%5B1,%22a%22%5D",
            json!({"p": "x/y&z", "list": [1, "a"], "missing": null}),
        ),
        ("reminderView", json!({})),
        ("reminderView()", json!({})),
    ] {
        assert_eq!(get(&server, &format!("/v1.0/users/u1/{call}"))["args"], args, "{call}");
    }
    for call in ["reminderView(a)", "reminderView(a='x)", "reminderView(a=@p)?@p='", "reminderView(a=,b=1)"] {
        assert_eq!(send(&server, request("GET", &format!("/v1.0/users/u1/{call}"))).status, 400, "{call}");
    }
    assert_eq!(send(&server, request("GET", "/v1.0/users/u1/reminderView(a=1")).status, 404);
    let got = get(&server, "/v1.0/getReport?$top=5&x=a%20b");
    assert_eq!(got["query"], json!([["$top", "5"], ["x", "a b"]]));
}

#[test]
fn an_operation_wins_over_a_key() {
    let server = serve_builder(tenant());
    for path in ["delta", "delta()", "microsoft.graph.delta()", "microsoft.graph.delta"] {
        assert_eq!(get(&server, &format!("/v1.0/users/{path}"))["keys"], json!([]), "{path}");
    }
    assert_eq!(get(&server, "/v1.0/users('delta')")["id"], "delta");
}

#[test]
fn a_handler_may_use_the_emulator() {
    let shared: std::sync::Arc<std::sync::OnceLock<Emulator>> = std::sync::Arc::default();
    let own = shared.clone();
    let emulator = tenant()
        .operation(Method::GET, "v1.0", "users/number", move |_| {
            let count = own.get().map_or(0, |emulator| emulator.items("v1.0", "users").len());
            Response::builder()
                .header("X-Own", "1")
                .header("Content-Type", "text/plain")
                .body(count.to_string().into())
                .expect("a response")
        })
        .build();
    shared.set(emulator.clone()).expect("an empty cell");
    assert_eq!(call(&emulator, "GET", "/v1.0/users/number", "").1, Value::from(2));
    let server = emulator.serve().expect("a free port");
    let reply = send(&server, request("GET", "/v1.0/users/number"));
    assert_eq!((reply.header("x-own"), reply.header("content-type"), &reply.body[..]), ("1", "text/plain", &b"2"[..]));
    assert_eq!(emulator.log().len(), 2);
}

#[test]
fn debug_of_a_call_shows_no_secret() {
    let (sender, receiver) = std::sync::mpsc::channel();
    let emulator = tenant()
        .operation(Method::POST, "v1.0", "users/{id}/changePassword", move |call| {
            sender.send(format!("{call:?}")).expect("a receiver");
            Response::new(Bytes::new())
        })
        .build();
    call(&emulator, "POST", "/v1.0/users/u1/changePassword?x=hunter2", r#"{"newPassword":"hunter2"}"#);
    let shown = receiver.recv().expect("a call");
    assert!(shown.contains("newPassword") && shown.contains("25 bytes"), "{shown}");
    assert!(!shown.contains("hunter2") && !shown.contains("secret"), "{shown}");
}
