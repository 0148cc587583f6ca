//! What a failure says: whether the request may have left, and nothing about the URL.

use std::error::Error as _;
use std::fmt::Write as _;
use std::io::Write as _;
use std::net::TcpStream;

use bytes::Bytes;
use graph_entity::{Sent, TransportError};
use http::Request;

use crate::server::{Server, listener, read_request};
use crate::transport::Transport;

/// In every request of these cases, and in no error.
const PATH: &str = "/v1.0/users/secret-id?$filter=secret-query";

/// The error of a request that has to fail, its text checked.
pub(crate) fn failing<T: Transport>(request: Request<Bytes>) -> TransportError {
    let error = T::exchange(request).expect_err("no response");
    assert_silent(&error);
    error
}

pub(crate) fn assert_silent(error: &TransportError) {
    let mut text = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(error) = source {
        write!(text, " {error} {error:?}").unwrap();
        source = error.source();
    }
    assert!(!text.contains("secret") && !text.contains("v1.0"), "{text}");
}

fn post(uri: String) -> Request<Bytes> {
    Request::post(uri).header("authorization", "Bearer secret-token").body(Bytes::from_static(b"{}")).unwrap()
}

/// Asserts that the failure isn't one of the limits'.
fn assert_other(error: &TransportError, sent: Sent) {
    assert_eq!(error.sent(), sent, "{error:?}");
    assert!(!error.is_timeout() && !error.is_too_large(), "{error:?}");
}

/// The server reads the request, does `script`, and drops the connection.
fn dropped<T: Transport>(script: impl FnOnce(&mut TcpStream) + Send + 'static) {
    let server = Server::new(|mut stream| {
        let heard = read_request(&mut stream);
        script(&mut stream);
        heard
    });
    assert_other(&failing::<T>(post(server.uri(PATH))), Sent::Maybe);
    assert_eq!(server.join().line, format!("POST {PATH} HTTP/1.1"));
}

pub(crate) fn connection_refused<T: Transport>() {
    let (listener, base) = listener();
    drop(listener);
    assert_other(&failing::<T>(post(base + PATH)), Sent::No);
}

/// A label of more than 63 letters is refused by the resolver itself, so that nobody is asked.
pub(crate) fn host_unknown<T: Transport>() {
    let host = "x".repeat(64);
    assert_other(&failing::<T>(post(format!("http://{host}.invalid{PATH}"))), Sent::No);
}

/// Without a TLS feature, or with one, against a server that speaks none: `https` never falls back.
pub(crate) fn no_tls_here<T: Transport>() {
    let server = Server::new(drop);
    let error = failing::<T>(post(server.uri(PATH).replace("http:", "https:")));
    assert!(!error.is_timeout() && !error.is_too_large(), "{error:?}");
}

pub(crate) fn url_without_a_host<T: Transport>() {
    assert_other(&failing::<T>(post(PATH.to_owned())), Sent::No);
}

pub(crate) fn dropped_before_the_response<T: Transport>() {
    dropped::<T>(|_| ());
}

/// The connection stood in the pool when the request was written to it.
pub(crate) fn reused_connection_dropped<T: Transport>() {
    let server = Server::new(|mut stream| {
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").unwrap();
        read_request(&mut stream)
    });
    let client = T::make();
    let second = T::run(async {
        client.send(post(server.uri(PATH))).await.unwrap();
        client.send(post(server.uri(PATH))).await
    });
    let error = second.expect_err("no response");
    assert_silent(&error);
    assert_other(&error, Sent::Maybe);
    assert_eq!(server.join().body, b"{}");
}

/// The same as a `Content-Length` that is too long.
pub(crate) fn dropped_within_the_body<T: Transport>() {
    dropped::<T>(|stream| stream.write_all(b"HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\n{}").unwrap());
}

pub(crate) fn dropped_within_a_chunk<T: Transport>() {
    dropped::<T>(|stream| {
        stream.write_all(b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n9\r\nabc").unwrap();
    });
}

pub(crate) fn garbage<T: Transport>() {
    dropped::<T>(|stream| stream.write_all(b"220 mail.example.com ESMTP\r\n\r\n").unwrap());
    dropped::<T>(|stream| stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}").unwrap());
}
