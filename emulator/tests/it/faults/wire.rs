//! Faults of the connection: the bytes that arrive.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use graph_entity_emulator::{Fault, Server};

use super::outcome;
use crate::support::{Connection, builder, get, post, request, send, serve, serve_builder};

/// All bytes that answer a `POST` with `fault`, until the connection ends.
fn answer(server: &Server, fault: Fault) -> String {
    server.emulator().fail_next(fault);
    let mut connection = Connection::open(server);
    connection.write(post("/beta/users", r#"{"a": 1}"#));
    String::from_utf8(connection.read_to_end()).expect("text")
}

/// The head and the body.
fn parts(answer: &str) -> (&str, &str) {
    answer.split_once("\r\n\r\n").expect("a whole head")
}

fn length(head: &str) -> usize {
    let line = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    line.and_then(|length| length.parse().ok()).expect("a length")
}

#[test]
fn nothing_comes() {
    for done in [false, true] {
        let server = serve();
        assert_eq!(answer(&server, Fault::Dropped { done }), "");
        let status = if done { 201 } else { 503 };
        assert_eq!(outcome(server.emulator()), (usize::from(done), status, Some(Fault::Dropped { done })));
    }
}

#[test]
fn an_answer_is_cut() {
    let server = serve();
    let head = answer(&server, Fault::CutHead);
    assert!(head.starts_with("HTTP/1.1 201 Created\r\n") && !head.contains("\r\n\r\n"), "{head}");
    assert_eq!(outcome(server.emulator()), (1, 201, Some(Fault::CutHead)));

    let whole = answer(&server, Fault::CutBody);
    let (head, body) = parts(&whole);
    assert_eq!(body.len(), length(head) / 2);
    assert!(body.starts_with('{') && !head.contains("connection: close"));
    assert_eq!(outcome(server.emulator()), (2, 201, Some(Fault::CutBody)));

    // Without a body.
    let created = send(&server, post("/beta/users", "{}")).json();
    let path = format!("/beta/users/{}", created["id"].as_str().expect("an id"));
    server.emulator().fail_next(Fault::CutBody);
    let mut connection = Connection::open(&server);
    connection.write(request("DELETE", &path));
    let head = String::from_utf8(connection.read_to_end()).expect("text");
    assert!(head.starts_with("HTTP/1.1 204") && !head.contains("\r\n\r\n"), "{head}");
}

#[test]
fn a_connection_closes_unannounced() {
    let server = serve();
    server.emulator().fail_next(Fault::ClosedAfter);
    let mut connection = Connection::open(&server);
    connection.write(post("/beta/users", "{}"));
    let reply = connection.read();
    assert_eq!((reply.status, reply.header("connection")), (201, ""));
    assert!(reply.json()["id"].is_string());
    assert!(connection.is_closed());
    assert_eq!(outcome(server.emulator()), (1, 201, Some(Fault::ClosedAfter)));
}

#[test]
fn an_answer_trickles() {
    let server = serve();
    let time = Duration::from_millis(300);
    server.emulator().fail_next(Fault::Drip(time));
    let mut stream = TcpStream::connect(server.url().replace("http://", "")).expect("a listener");
    let start = Instant::now();
    stream.write_all(post("/beta/users", "{}").as_bytes()).expect("a connection");
    // Sent ahead.
    stream.write_all(request("GET", "/beta/users/x").as_bytes()).expect("a connection");
    let (mut text, mut reads) = (String::new(), 0);
    // The connection goes on behind the answer.
    while !text.contains("HTTP/1.1 404") {
        let mut some = [0; 1000];
        let count = stream.read(&mut some).expect("a connection");
        assert_ne!(count, 0, "{text}");
        if text.is_empty() {
            // The log has it before the first byte.
            assert_eq!(server.emulator().log().len(), 1);
        }
        text += str::from_utf8(&some[..count]).expect("text");
        reads += 1;
    }
    assert!(start.elapsed() >= time && reads > 10, "{reads} reads in {:?}", start.elapsed());
    assert!(text.starts_with("HTTP/1.1 201 Created\r\n"));
    assert_eq!(server.emulator().log()[0].fault, Some(Fault::Drip(time)));
    assert_eq!(server.emulator().items("beta", "users").len(), 1);
    server.emulator().fail_next(Fault::Drip(Duration::ZERO));
    assert_eq!(get(&server, "/beta/users")["value"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_comes_is_no_http() {
    let server = serve();
    server.emulator().fail_next(Fault::Garbage);
    let mut connection = Connection::open(&server);
    connection.write(post("/beta/users", "{}"));
    assert_eq!(connection.read_to_end(), b"\x15\x03\x03\x00\x02\x02\x46");
    assert_eq!(outcome(server.emulator()), (1, 201, Some(Fault::Garbage)));
}

#[test]
fn a_length_is_wrong() {
    let server = serve();
    let long = answer(&server, Fault::LengthTooLong);
    let (head, body) = parts(&long);
    assert_eq!((length(head), body.ends_with('}')), (body.len() + 10, true));
    assert_eq!(outcome(server.emulator()), (1, 201, Some(Fault::LengthTooLong)));
    let short = answer(&server, Fault::LengthTooShort);
    let (head, body) = parts(&short);
    assert_eq!((length(head), body.ends_with('}')), (body.len() / 2, true));
    assert_eq!(outcome(server.emulator()), (2, 201, Some(Fault::LengthTooShort)));
}

#[test]
fn a_body_never_ends() {
    let server = serve();
    for (request, line) in [
        (post("/beta/users", "{}"), "HTTP/1.1 201 Created\r\n"),
        (request("DELETE", "/beta/deviceManagement/deviceShellScripts/s1"), "HTTP/1.1 200 OK\r\n"),
    ] {
        server.emulator().fail_next(Fault::EndlessBody);
        let mut stream = TcpStream::connect(server.url().replace("http://", "")).expect("a listener");
        stream.write_all(request.as_bytes()).expect("a connection");
        let mut bytes = vec![0; 3_000_000];
        stream.read_exact(&mut bytes).expect("so many bytes");
        let text = String::from_utf8(bytes).expect("text");
        let (head, body) = parts(&text);
        assert!(head.starts_with(line), "{head}");
        assert!(head.contains("transfer-encoding: chunked") && !head.contains("content-length"));
        assert!(body.starts_with("2000\r\n  ") && !body.contains("\r\n0\r\n"));
        assert_eq!(server.emulator().take_log()[0].fault, Some(Fault::EndlessBody));
        // Others aren't kept waiting.
        assert_eq!(get(&server, "/beta/users")["value"].as_array().map(Vec::len), Some(1));
        server.emulator().take_log();
    }
}

#[test]
fn a_stop_ends_slow_and_endless_answers() {
    for fault in [Fault::Drip(Duration::from_secs(3600)), Fault::EndlessBody] {
        let server = serve_builder(builder().read_timeout(Duration::from_secs(60)));
        server.emulator().fail_next(fault.clone());
        let mut connection = Connection::open(&server);
        connection.write(request("GET", "/beta/users"));
        while server.emulator().log().is_empty() {
            std::thread::sleep(Duration::from_millis(1));
        }
        // So that an endless body has filled all buffers: nobody reads it.
        std::thread::sleep(Duration::from_millis(100));
        assert_eq!(get(&server, "/beta/users")["value"], serde_json::json!([]));
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            drop(server);
            sender.send(()).expect("a receiver");
        });
        assert_eq!(receiver.recv_timeout(Duration::from_secs(5)), Ok(()), "{fault:?}");
    }
}

#[test]
fn a_client_that_goes_away_ends_a_slow_answer() {
    let (sender, receiver) = mpsc::channel();
    let server = serve_builder(builder().on_request(move |_| sender.send(()).expect("a receiver")));
    server.emulator().fail_next(Fault::Drip(Duration::from_secs(3600)));
    let mut connection = Connection::open(&server);
    connection.write(request("GET", "/beta/users"));
    receiver.recv_timeout(Duration::from_secs(5)).expect("a request");
    connection.finish();
    // Far from whole.
    assert!(!String::from_utf8_lossy(&connection.read_to_end()).contains("\r\n\r\n"));
}
