//! The request log, its hook, and canned responses.

use std::sync::mpsc;

use bytes::Bytes;
use http::Response;

use crate::support::{Connection, builder, post, request, send, serve, serve_builder};

#[test]
fn keeps_requests_as_they_came() {
    let server = serve();
    send(
        &server,
        "POST /Beta/a%2fb?x=%20&y HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\nX-Two: 2\r\nAuthorization: Bearer secret\r\nContent-Length: 3\r\n\r\n\x01\x02\x03",
    );
    let log = server.emulator().log();
    let entry = &log[0];
    assert_eq!(
        (entry.method.as_str(), entry.target.as_str(), entry.status.as_u16()),
        ("POST", "/Beta/a%2fb?x=%20&y", 404)
    );
    assert_eq!(entry.body, "\x01\x02\x03");
    assert_eq!(entry.headers.get_all("x-two").iter().collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(entry.headers["authorization"], "Bearer secret");
    assert_eq!(entry.headers.len(), 5);
}

#[test]
fn debug_shows_no_secret() {
    let emulator = builder().build();
    let server = emulator.serve().expect("a free port");
    send(&server, post("/beta/users", r#"{"password":"hunter2"}"#));
    let shown = format!("{:?} {emulator:?} {server:?} {:?}", emulator.log(), builder());
    assert!(shown.contains("22 bytes"), "{shown}");
    assert!(!shown.contains("secret") && !shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_hook_sees_each_entry() {
    let (sender, receiver) = mpsc::channel();
    let hooked = builder().on_request(move |entry| sender.send(entry.status.as_u16()).expect("a receiver"));
    let server = serve_builder(hooked);
    send(&server, request("GET", "/beta/users"));
    send(&server, request("PUT", "/beta/users"));
    send(&server, "GET /beta/users HTTP/1.1\r\n\r\n");
    let seen: Vec<_> = receiver.try_iter().collect();
    assert_eq!(seen, [200, 411, 400]);
}

#[test]
fn a_hook_that_panics_costs_its_connection_only() {
    let server = serve_builder(builder().on_request(|entry| assert_eq!(entry.status, 200)));
    let mut connection = Connection::open(&server);
    connection.write(request("DELETE", "/beta/users"));
    assert!(connection.is_closed());
    assert_eq!(send(&server, request("GET", "/beta/users")).status, 200);
}

#[test]
fn canned_responses_are_given_in_order() {
    let server = serve();
    let canned =
        |status: u16, body: &'static str| Response::builder().status(status).body(Bytes::from_static(body.as_bytes()));
    let throttled = Response::builder().status(429).header("Retry-After", "2.128").header("Content-Length", "99");
    let throttled = throttled.header("Transfer-Encoding", "chunked").body(Bytes::from_static(b"<html>"));
    server.emulator().respond_next(throttled.expect("a response"));
    server.emulator().respond_next(canned(204, "dropped").expect("a response"));
    server.emulator().respond_next(canned(299, "").expect("a response"));

    let mut connection = Connection::open(&server);
    // What is no request takes none.
    assert_eq!(send(&server, "GET / HTTP/1.1\r\n\r\n").status, 400);
    connection.write(
        "POST /anything HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}".to_owned()
            + &request("GET", "/")
            + &request("GET", "/"),
    );
    let reply = connection.read();
    assert_eq!((reply.status, reply.body.as_slice()), (429, &b"<html>"[..]));
    assert_eq!((reply.header("retry-after"), reply.header("content-length"), reply.headers.len()), ("2.128", "6", 2));
    let empty = connection.read();
    assert_eq!((empty.status, empty.headers.len(), empty.body.len()), (204, 0, 0));
    assert_eq!((connection.read().status, send(&server, request("GET", "/beta/users")).status), (299, 200));
    let statuses: Vec<_> = server.emulator().log().iter().map(|entry| entry.status.as_u16()).collect();
    assert_eq!(statuses, [400, 429, 204, 299, 200]);
}

#[test]
fn a_canned_response_can_close() {
    let server = serve();
    let closing = Response::builder().header("Connection", "close").body(Bytes::from_static(b"x")).expect("a response");
    server.emulator().respond_next(closing);
    let mut connection = Connection::open(&server);
    connection.write(request("GET", "/beta/users"));
    assert_eq!(connection.read().body, b"x");
    assert!(connection.is_closed());
}
