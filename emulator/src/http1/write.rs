//! Writes a response. Its headers are what they are: nothing is added or checked here.

use std::io::{self, Write};

use bytes::Bytes;
use http::Response;

/// Writes `response` in one go, so that a client never waits between head and body.
pub(super) fn response(stream: &mut impl Write, response: &Response<Bytes>) -> io::Result<()> {
    stream.write_all(&message(response))
}

/// The bytes of `response`; the last of them are its body.
pub(super) fn message(response: &Response<Bytes>) -> Vec<u8> {
    let status = response.status();
    let mut bytes =
        format!("HTTP/1.1 {} {}\r\n", status.as_str(), status.canonical_reason().unwrap_or("")).into_bytes();
    for (name, value) in response.headers() {
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(response.body());
    bytes
}
