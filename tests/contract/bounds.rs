//! The limits that travel with a request: size and time.

use std::io::Write;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::{DEFAULT_MAX_RESPONSE_BYTES, Limits, Sent, TransportError};
use http::Request;

use crate::failure::failing;
use crate::server::{Server, answering, closes, listener, read_request, untouched};
use crate::transport::Transport;

/// The deadline of the cases that are to miss it, and the longest that they may take: far less than the servers do.
pub(crate) const DEADLINE: Duration = Duration::from_millis(300);
pub(crate) const PROMPT: Duration = Duration::from_secs(4);

/// For a request that has to be answered or refused: if it waits for somebody, the case fails and doesn't hang.
pub(crate) fn soon() -> Limits {
    Limits::default().with_deadline(Instant::now() + PROMPT)
}

fn request(uri: String, limits: Limits) -> Request<Bytes> {
    Request::get(uri).extension(limits).body(Bytes::new()).unwrap()
}

/// Sends with a bound of 1000 bytes and no deadline.
fn too_large<T: Transport>(server: &Server<bool>) {
    let start = Instant::now();
    let error = failing::<T>(request(server.uri("/"), Limits::new(1000)));
    assert!(error.is_too_large() && !error.is_timeout(), "{error:?}");
    assert_eq!(error.sent(), Sent::Maybe);
    assert!(start.elapsed() < PROMPT);
}

fn missing_the_deadline<T: Transport>(script: impl FnOnce(TcpStream) -> bool + Send + 'static) -> TransportError {
    let server = Server::new(script);
    let start = Instant::now();
    let limits = Limits::default().with_deadline(start + DEADLINE);
    let error = failing::<T>(request(server.uri("/"), limits));
    assert!(error.is_timeout(), "{error:?}");
    assert!(start.elapsed() >= DEADLINE && start.elapsed() < PROMPT, "{:?}", start.elapsed());
    assert!(server.join(), "the connection is closed");
    error
}

pub(crate) fn body_of_exactly_the_bound<T: Transport>() {
    let body = "x".repeat(1000);
    let known = answering(format!("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{body}"));
    assert_eq!(T::exchange(request(known.uri("/"), Limits::new(1000))).unwrap().body(), &body);
    let chunked = answering(format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n{body}\r\n0\r\n\r\n"));
    assert_eq!(T::exchange(request(chunked.uri("/"), Limits::new(1000))).unwrap().body(), &body);
}

/// Refused by its head: the body never comes.
pub(crate) fn known_length_over_the_bound<T: Transport>() {
    let server = Server::new(|mut stream| {
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n").unwrap();
        closes(&mut stream)
    });
    too_large::<T>(&server);
    assert!(server.join());
}

pub(crate) fn default_bound<T: Transport>() {
    let length = DEFAULT_MAX_RESPONSE_BYTES + 1;
    let server = answering(format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n"));
    let error = failing::<T>(Request::get(server.uri("/")).body(Bytes::new()).unwrap());
    assert!(error.is_too_large(), "{error:?}");
}

/// 64 MB, which is endless enough for a client that is to stop at 1000 bytes.
pub(crate) fn endless_body<T: Transport>() {
    let server = Server::new(|mut stream| {
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").unwrap();
        let chunk = format!("fa00\r\n{}\r\n", "x".repeat(64_000));
        (0..1000).any(|_| stream.write_all(chunk.as_bytes()).is_err())
    });
    too_large::<T>(&server);
    assert!(server.join(), "the connection is closed");
}

pub(crate) fn no_limits_mean_the_defaults<T: Transport>() {
    let body = "x".repeat(1_000_000);
    let server = answering(format!("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{body}"));
    let response = T::exchange(Request::get(server.uri("/")).body(Bytes::new()).unwrap()).unwrap();
    assert_eq!(response.body(), &body);
}

pub(crate) fn deadline_passed_before<T: Transport>() {
    let (listener, base) = listener();
    let error = failing::<T>(request(base, Limits::default().with_deadline(Instant::now())));
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(error.sent(), Sent::No);
    assert!(untouched(&listener));
}

pub(crate) fn silent_server<T: Transport>() {
    let error = missing_the_deadline::<T>(|mut stream| {
        read_request(&mut stream);
        closes(&mut stream)
    });
    assert_eq!(error.sent(), Sent::Maybe);
}

pub(crate) fn response_head_never_ends<T: Transport>() {
    let error = missing_the_deadline::<T>(|stream| trickle(stream, "HTTP/1.1 200 OK\r\n", "X: y\r\n"));
    assert_eq!(error.sent(), Sent::Maybe);
}

pub(crate) fn response_never_ends<T: Transport>() {
    let error = missing_the_deadline::<T>(|mut stream| {
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345").unwrap();
        closes(&mut stream)
    });
    assert_eq!(error.sent(), Sent::Maybe);
}

/// Each piece comes well in time: it is the whole that takes too long.
pub(crate) fn response_trickles<T: Transport>() {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let error = missing_the_deadline::<T>(move |stream| trickle(stream, head, "1\r\nx\r\n"));
    assert_eq!(error.sent(), Sent::Maybe);
}

/// Writes `piece` until the client has gone.
pub(crate) fn trickle(mut stream: TcpStream, head: &str, piece: &str) -> bool {
    read_request(&mut stream);
    stream.write_all(head.as_bytes()).unwrap();
    for _ in 0..200 {
        thread::sleep(Duration::from_millis(50));
        if stream.write_all(piece.as_bytes()).is_err() {
            return true;
        }
    }
    false
}
