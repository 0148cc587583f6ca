//! The same without a socket, and as a transport of `graph_entity`.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::{Blocking, HttpClient, Limits, Sent};
use graph_entity_emulator::{Emulator, LogEntry};
use http::{Method, Request, Response};
use serde_json::{Value, json};

use crate::support::{builder, send, serve_builder};

/// All that doesn't differ from one exchange to the next.
fn essence(status: u16, headers: &http::HeaderMap, body: &[u8]) -> (u16, Vec<String>, Value) {
    let text = || Value::from(String::from_utf8_lossy(body));
    let mut body: Value = serde_json::from_slice(body).unwrap_or_else(|_| text());
    if let Some(error) = body.get_mut("error").and_then(Value::as_object_mut) {
        error.remove("innerError");
    }
    let varies = ["date", "request-id", "client-request-id", "content-length"];
    let mut headers: Vec<_> = headers
        .iter()
        .map(
            |(name, value)| {
                if varies.contains(&name.as_str()) { name.to_string() } else { format!("{name}: {value:?}") }
            },
        )
        .collect();
    headers.sort();
    (status, headers, body)
}

fn logged(entry: &LogEntry) -> (String, String, http::HeaderMap, Bytes, u16) {
    let LogEntry { method, target, headers, body, status, .. } = entry.clone();
    (method.to_string(), target, headers, body, status.as_u16())
}

#[test]
fn answers_and_logs_as_over_a_socket() {
    let configured = || {
        builder()
            .media("beta", "users/{id}/photo")
            .reference("beta", "users/{id}/manager", ["users"])
            .operation(Method::POST, "beta", "users/{id}/wave", |call| Response::new(call.body.clone()))
            .item("beta", "users", json!({"id": "a"}))
            .item("beta", "users", json!({"id": "b", "manager@odata.bind": "users/a"}))
            .content("beta", "users/a/photo", "image/png", "x")
    };
    let (server, emulator) = (serve_builder(configured()), configured().build());
    for (method, target, token, body) in [
        ("GET", "/beta/deviceManagement/deviceShellScripts?$select=id", "secret", ""),
        ("GET", "/beta/deviceManagement/deviceShellScripts('s1')", "secret", ""),
        ("GET", "/beta/users", "wrong", ""),
        ("PATCH", "/beta/users/a%20b", "secret", "{}"),
        ("PATCH", "/beta/users/a", "secret", "{\"x\":1}"),
        ("GET", "/beta/users?$filter=x%20eq%201%20or%20id%20eq%20'b'&$top=1&$expand=manager", "secret", ""),
        ("GET", "/beta/users/$count", "secret", ""),
        ("GET", "/beta/users/a/photo/$value", "secret", ""),
        ("POST", "/beta/users/a/wave", "secret", "{\"x\":1}"),
        ("DELETE", "/beta/users/b/manager/$ref", "secret", ""),
        ("DELETE", "/beta/users/a", "secret", ""),
        ("POST", "/beta/users", "secret", "[]"),
        ("POST", "/beta/users", "secret", &"x".repeat(1001)),
        ("POST", "/beta/deviceManagement/deviceShellScripts/s1/userRunStates?x", "secret", "{\"id\":1}"),
    ] {
        let length = if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
        let head =
            format!("{method} {target} HTTP/1.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json");
        let reply = send(&server, format!("{head}\r\nHost: graph\r\n{length}\r\n{body}"));
        let request = Request::builder().method(method).uri(format!("http://graph{target}"));
        let request =
            request.header("Authorization", format!("Bearer {token}")).header("Content-Type", "application/json");
        let response =
            ready(emulator.send(request.body(Bytes::from(body.to_owned())).expect("a request"))).expect("an answer");
        let (mut there, here) = (reply.headers.clone(), response.headers());
        there.remove("connection");
        assert_eq!(
            essence(reply.status, &there, &reply.body),
            essence(response.status().as_u16(), here, response.body()),
            "{method} {target}"
        );
    }
    let (there, here) = (server.emulator().log(), emulator.log());
    assert_eq!(there.iter().map(logged).collect::<Vec<_>>(), here.iter().map(logged).collect::<Vec<_>>());
}

#[test]
fn is_a_blocking_transport() {
    fn is_blocking(_: &impl Blocking) {}
    let emulator = builder().build();
    is_blocking(&emulator);
    ready(emulator.sleep(Duration::ZERO));
}

#[test]
fn keeps_the_limits() {
    let emulator = builder().build();
    let send = |limits: Limits| {
        let mut request = Request::get("http://graph/beta/users").body(Bytes::new()).expect("a request");
        request.extensions_mut().insert(limits);
        ready(emulator.send(request))
    };
    let late = send(Limits::default().with_deadline(Instant::now())).expect_err("no time left");
    assert!(late.is_timeout() && late.sent() == Sent::No);
    assert_eq!(emulator.log().len(), 0);
    assert!(send(Limits::new(10)).expect_err("a long answer").is_too_large());
    assert_eq!(emulator.log().len(), 1);
    assert_eq!(send(Limits::new(10_000)).expect("an answer").status(), 401);
}

#[test]
fn clones_share_everything() {
    fn is_shareable<T: Send + Sync + Clone + 'static>(_: &T) {}
    let emulator = builder().build();
    emulator.clone().respond_next(Response::new(Bytes::new()));
    let request = Request::get("/beta").body(Bytes::new()).expect("a request");
    assert_eq!(emulator.handle(&request).status(), 200);
    assert_eq!(emulator.clone().log().len(), 1);
    is_shareable::<Emulator>(&emulator);
}

/// The output of a future that is ready at once.
pub(crate) fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("a blocking transport is never pending"),
    }
}
