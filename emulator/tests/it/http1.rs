//! The wire: connections, framing, limits, and bytes that are no request.

use std::time::Duration;

use crate::support::{Connection, builder, post, request, send, serve, serve_builder};

const HEAD: &str =
    "POST /beta/users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\nContent-Type: application/json\r\n";

#[test]
fn a_connection_takes_many_requests() {
    let server = serve();
    let mut connection = Connection::open(&server);
    for count in 1..=3 {
        connection.write(post("/beta/users", "{}"));
        assert_eq!(connection.read().status, 201);
        assert_eq!(server.emulator().items("beta", "users").len(), count);
    }
    // Refusals by the rules don't cost the connection; requests may be sent ahead, with empty lines between them.
    connection.write(request("DELETE", "/beta/users") + "\r\n" + &request("GET", "/beta/users"));
    assert_eq!((connection.read().status, connection.read().status), (405, 200));
}

#[test]
fn closes_when_told() {
    let server = serve();
    for head in ["HTTP/1.1\r\nHost: x\r\nConnection: x, Close\r\n\r\n", "HTTP/1.0\r\n\r\n"] {
        let mut connection = Connection::open(&server);
        connection.write(format!("GET /beta/users {head}"));
        assert_eq!(connection.read().header("connection"), "close");
        assert!(connection.is_closed());
    }
    let mut connection = Connection::open(&server);
    for _ in 0..2 {
        connection.write("GET /beta/users HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assert_eq!(connection.read().header("connection"), "");
    }
}

#[test]
fn reads_chunks() {
    let server = serve();
    let mut connection = Connection::open(&server);
    connection.write(format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n"));
    for part in ["5;a=b\r\n{\"a\":\r", "\n", "2\r\n1}\r\n0\r\nTrailer: x\r", "\n\r\n"] {
        connection.write(part);
    }
    assert_eq!(connection.read().json()["a"], 1);
    assert_eq!(server.emulator().log()[0].body, "{\"a\":1}");
    connection.write(request("GET", "/beta/users"));
    assert_eq!(connection.read().status, 200);
}

#[test]
fn refuses_bad_chunks() {
    let server = serve();
    for (chunks, status) in [
        ("x\r\n".to_owned(), 400),
        ("2\r\n{}x\r\n".to_owned(), 400),
        (format!("2;{}", "x".repeat(9000)), 400),
        (format!("0\r\n{}", "x".repeat(9000)), 400),
        (format!("0\r\n{}", "a: b\r\n".repeat(200)), 400),
        (format!("3e9\r\n{}", " ".repeat(9000)), 413),
        ("3e8\r\n".to_owned() + &" ".repeat(1000) + "\r\n1\r\n", 413),
        ("ffffffffffffffff\r\n".to_owned(), 413),
    ] {
        let reply = send(&server, format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n{chunks}"));
        assert_eq!((reply.status, reply.header("connection")), (status, "close"));
    }
}

#[test]
fn says_continue() {
    let server = serve();
    let mut connection = Connection::open(&server);
    connection.write(format!("{HEAD}Expect: 100-Continue\r\nContent-Length: 2\r\n\r\n"));
    assert_eq!(connection.read().status, 100);
    connection.write("{}");
    assert_eq!(connection.read().status, 201);
    connection.write(format!("{HEAD}Expect: 100-continue\r\nContent-Length: 1001\r\n\r\n"));
    assert_eq!(connection.read().status, 413);
    assert_eq!(send(&server, format!("{HEAD}Expect: tea\r\nContent-Length: 2\r\n\r\n{{}}")).status, 417);
}

#[test]
fn wants_one_length() {
    let server = serve();
    for (framing, status, code) in [
        ("", 411, "LengthRequired"),
        ("Content-Length: x\r\n", 400, "BadRequest"),
        ("Content-Length: +2\r\n", 400, "BadRequest"),
        ("Content-Length: 2, 2\r\n", 400, "BadRequest"),
        ("Content-Length: 2\r\nContent-Length: 2\r\n", 400, "BadRequest"),
        ("Content-Length: 99999999999999999999\r\n", 400, "BadRequest"),
        ("Content-Length: 18446744073709551615\r\n", 413, "RequestEntityTooLarge"),
        ("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", 400, "BadRequest"),
        ("Transfer-Encoding: gzip, chunked\r\n", 501, "NotImplemented"),
    ] {
        let reply = send(&server, format!("{HEAD}{framing}\r\n{{}}"));
        assert_eq!((reply.status, reply.code().as_str()), (status, code), "{framing}");
        assert_eq!(server.emulator().log().last().map(|entry| entry.status.as_u16()), Some(status));
    }
}

#[test]
fn bounds_the_head() {
    let server = serve();
    for head in
        [format!("A: {}", "x".repeat(40_000)), "A: x\r\n".repeat(101), format!("A: {}\r\n\r\n", "x".repeat(33_000))]
    {
        let reply = send(&server, format!("GET /beta/users HTTP/1.1\r\nHost: x\r\n{head}\r\n"));
        assert_eq!((reply.status, reply.code().as_str()), (431, "RequestHeaderFieldsTooLarge"));
        assert_eq!(server.emulator().log().last().expect("an entry").target, "/beta/users");
    }
}

#[test]
fn refuses_malformed_requests() {
    let server = serve();
    for (bytes, is_logged) in [
        ("GET /beta/users HTTP/1.1\r\n\r\n", true),
        ("GET /beta/users HTTP/1.1\r\nHost: a b\r\n\r\n", true),
        ("GET /beta/users HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", true),
        ("GET /beta/users HTTP/1.1\r\nHo st: a\r\n\r\n", true),
        ("GET /beta#x HTTP/1.1\r\nHost: a\r\n\r\n", true),
        ("GET beta HTTP/1.1\r\nHost: a/b\r\n\r\n", true),
        ("GET /beta/users HTTP/2.0\r\nHost: a\r\n\r\n", true),
        ("GET / beta HTTP/1.1\r\n\r\n", false),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}", false),
        ("hello\r\n\r\n", false),
    ] {
        let before = server.emulator().log().len();
        let mut connection = Connection::open(&server);
        connection.write(bytes);
        let reply = connection.read();
        assert_eq!((reply.status, reply.code().as_str()), (400, "BadRequest"), "{bytes:?}");
        assert!(connection.is_closed());
        assert_eq!(server.emulator().log().len() - before, usize::from(is_logged), "{bytes:?}");
    }
}

#[test]
fn an_incomplete_request_is_refused() {
    let server = serve();
    for bytes in ["GET /beta/us", "GET /beta/users HTTP/1.1\r\nHost", &format!("{HEAD}Content-Length: 2\r\n\r\n{{")] {
        let mut connection = Connection::open(&server);
        connection.write(bytes);
        connection.finish();
        assert_eq!(connection.read().status, 400, "{bytes:?}");
    }
    let statuses: Vec<_> = server.emulator().log().iter().map(|entry| entry.status.as_u16()).collect();
    assert_eq!(statuses, [400, 400]);
}

#[test]
fn a_slow_request_is_refused() {
    let server = serve_builder(builder().read_timeout(Duration::from_millis(20)));
    for bytes in ["GET /beta/us", &format!("{HEAD}Content-Length: 2\r\n\r\n{{")] {
        assert_eq!(send(&server, bytes).status, 408, "{bytes:?}");
    }
}

#[test]
fn survives_garbage() {
    let server = serve();
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..50 {
        let mut bytes = post("/beta/users", "{}").into_bytes();
        for _ in 0..random.usize(1..40) {
            let at = random.usize(..bytes.len());
            bytes[at] = random.u8(..);
        }
        let mut connection = Connection::open(&server);
        connection.write(bytes);
        connection.finish();
        let replies = connection.read_to_end();
        assert!(replies.is_empty() || replies.starts_with(b"HTTP/1.1 "));
    }
    assert_eq!(send(&server, post("/beta/users", "{}")).status, 201);
}

#[test]
fn takes_an_absolute_target() {
    let server = serve();
    let reply = send(&server, post("https://graph.microsoft.com/beta/users?a=%20b", "{}"));
    assert!(reply.header("location").starts_with("https://graph.microsoft.com/beta/users/"));
    assert_eq!(server.emulator().log()[0].target, "/beta/users?a=%20b");
    assert_eq!(send(&server, "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n").status, 401);
    assert_eq!(send(&server, "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n").status, 401);
}

#[test]
fn stops_on_drop() {
    let server = serve();
    let (mut idle, mut busy) = (Connection::open(&server), Connection::open(&server));
    busy.write("GET /beta/users HTTP/1.1\r\nHo");
    // So that the server has taken all three.
    assert_eq!(send(&server, request("GET", "/beta/users")).status, 200);
    let emulator = server.emulator().clone();
    drop(server);
    // The threads are gone, the half request of the busy connection is refused.
    let statuses: Vec<_> = emulator.log().iter().map(|entry| entry.status.as_u16()).collect();
    assert_eq!(statuses, [200, 400]);
    assert!(idle.is_closed());
    drop(busy);
}
