//! What goes over the wire: the request that was given, framed, and nothing else.

use std::io::Write;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Method, Request};

use crate::server::{Heard, Server, answering, read_request};
use crate::transport::Transport;

const EMPTY_ANSWER: &str = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

/// Every request here accepts JSON: without an `Accept`, reqwest adds one that means the same as none.
fn heard<T: Transport>(method: Method, headers: &[(&str, &str)], body: &'static [u8]) -> (Heard, String) {
    let server = answering(EMPTY_ANSWER);
    let mut request = Request::builder().method(method).uri(server.uri("/v1.0/users?$top=5"));
    request = request.header("accept", "application/json");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let host = server.base.trim_start_matches("http://").to_owned();
    T::exchange(request.body(Bytes::from_static(body)).unwrap()).unwrap();
    (server.join(), host)
}

pub(crate) fn post_sends_the_given_headers_and_no_other<T: Transport>() {
    let given = [
        ("authorization", "Bearer a.b-c"),
        ("content-type", "application/json"),
        ("client-request-id", "0f3f4e1c-8a5e-4b5e-9e2f-1f0c6d2a7b11"),
    ];
    let (heard, host) = heard::<T>(Method::POST, &given, br#"{"displayName":"Ann"}"#);
    assert_eq!(heard.line, "POST /v1.0/users?$top=5 HTTP/1.1");
    assert_eq!(
        heard.headers,
        [
            "accept: application/json",
            "authorization: Bearer a.b-c",
            "client-request-id: 0f3f4e1c-8a5e-4b5e-9e2f-1f0c6d2a7b11",
            "content-length: 21",
            "content-type: application/json",
            &format!("host: {host}"),
        ]
    );
    assert_eq!(heard.body, br#"{"displayName":"Ann"}"#);
}

pub(crate) fn get_sends_no_length<T: Transport>() {
    let (heard, host) = heard::<T>(Method::GET, &[], b"");
    assert_eq!(heard.line, "GET /v1.0/users?$top=5 HTTP/1.1");
    assert_eq!(heard.headers, ["accept: application/json", &format!("host: {host}")]);
}

pub(crate) fn delete_without_a_body<T: Transport>() {
    let (heard, host) = heard::<T>(Method::DELETE, &[("if-match", "W/\"1\"")], b"");
    assert_eq!(heard.line, "DELETE /v1.0/users?$top=5 HTTP/1.1");
    assert_eq!(heard.headers, ["accept: application/json", &format!("host: {host}"), "if-match: W/\"1\""]);
}

pub(crate) fn delete_with_a_body<T: Transport>() {
    let (heard, host) = heard::<T>(Method::DELETE, &[], b"{}");
    assert_eq!(heard.headers, ["accept: application/json", "content-length: 2", &format!("host: {host}")]);
    assert_eq!(heard.body, b"{}");
}

pub(crate) fn empty_post_has_length_zero<T: Transport>() {
    let (heard, host) = heard::<T>(Method::POST, &[], b"");
    assert_eq!(heard.headers, ["accept: application/json", "content-length: 0", &format!("host: {host}")]);
}

pub(crate) fn empty_patch_has_length_zero<T: Transport>() {
    let (heard, host) = heard::<T>(Method::PATCH, &[], b"");
    assert_eq!(heard.headers, ["accept: application/json", "content-length: 0", &format!("host: {host}")]);
}

/// The length is that of the bytes, whatever the request says: a wrong one would smuggle a second request.
pub(crate) fn wrong_framing_is_put_right<T: Transport>() {
    let (heard, host) = heard::<T>(Method::PUT, &[("content-length", "100"), ("transfer-encoding", "chunked")], b"abc");
    assert_eq!(heard.headers, ["accept: application/json", "content-length: 3", &format!("host: {host}")]);
    assert_eq!(heard.body, b"abc");
}

pub(crate) fn large_body_arrives_whole<T: Transport>() {
    let body: Bytes = (0..3_000_000_u32).map(|i| i.to_le_bytes()[0]).collect();
    let server = answering(EMPTY_ANSWER);
    T::exchange(Request::put(server.uri("/")).body(body.clone()).unwrap()).unwrap();
    assert_eq!(server.join().body, body);
}

/// What is set for each request must not cost the pool.
pub(crate) fn connection_is_reused<T: Transport>() {
    let server = Server::new(|mut stream| {
        for _ in 0..3 {
            read_request(&mut stream);
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").unwrap();
        }
    });
    let client = T::make();
    T::run(async {
        for _ in 0..3 {
            let request = Request::get(server.uri("/")).body(Bytes::new()).unwrap();
            assert_eq!(client.clone().send(request).await.unwrap().into_body(), "{}");
        }
    });
    server.join();
}

pub(crate) fn sleep_sleeps<T: Transport>() {
    let start = Instant::now();
    let client = T::make();
    T::run(async { client.sleep(Duration::from_millis(30)).await });
    assert!(start.elapsed() >= Duration::from_millis(30));
}
