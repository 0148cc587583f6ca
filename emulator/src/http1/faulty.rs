//! Writes a response as a fault has it. What the response is was decided before.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};

use super::reader::{LONGEST, Reader};
use super::socket::Socket;
use super::write;
use crate::fault::Fault;

/// An alert of TLS: "I don't speak this version".
const GARBAGE: &[u8] = b"\x15\x03\x03\x00\x02\x02\x46";
/// How much more than there is `Content-Length` says.
const MISSING: usize = 10;
const CHUNK: usize = 8 * 1024;

/// How the connection goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// As it would without a fault.
    Continue,
    /// It closes after what was written.
    Close,
    /// It closes at once: nothing was written, or nothing may be read any more.
    Vanish,
}

pub(super) fn response(
    stream: &mut Socket,
    reader: &mut Reader,
    mut response: Response<Bytes>,
    fault: &Fault,
) -> io::Result<Then> {
    let length = response.body().len();
    match fault {
        Fault::LengthTooLong => set_length(&mut response, length + MISSING),
        Fault::LengthTooShort => set_length(&mut response, length / 2),
        Fault::EndlessBody => return endless(stream, response),
        _ => {}
    }
    let message = write::message(&response);
    let head = message.len() - length;
    let (bytes, then) = match fault {
        Fault::Dropped { .. } | Fault::CutRequest { .. } => (&[][..], Then::Vanish),
        Fault::CutBody if length > 0 => (&message[..head + length / 2], Then::Close),
        Fault::CutHead | Fault::CutBody => (&message[..head / 2], Then::Close),
        Fault::ClosedAfter => (&*message, Then::Vanish),
        Fault::Garbage => (GARBAGE, Then::Close),
        Fault::LengthTooLong | Fault::LengthTooShort => (&*message, Then::Close),
        Fault::Drip(time) => return drip(stream, reader, &message, *time),
        _ => (&*message, Then::Continue),
    };
    stream.write_all(bytes)?;
    Ok(then)
}

/// Sets another length where there is one.
fn set_length(response: &mut Response<Bytes>, length: usize) {
    if let Some(value) = response.headers_mut().get_mut(header::CONTENT_LENGTH) {
        *value = length.into();
    }
}

fn drip(stream: &mut Socket, reader: &mut Reader, message: &[u8], time: Duration) -> io::Result<Then> {
    let (start, time) = (Instant::now(), time.min(LONGEST));
    let most = usize::try_from(time.as_millis()).unwrap_or(usize::MAX).max(1);
    let pieces = message.chunks(message.len().div_ceil(most));
    let pause = time / u32::try_from(pieces.len()).unwrap_or(u32::MAX);
    let mut due = start;
    for piece in pieces {
        due += pause;
        if !reader.pause_until(due) {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        stream.write_all(piece)?;
    }
    Ok(Then::Continue)
}

/// Writes until that fails.
fn endless(stream: &mut Socket, mut response: Response<Bytes>) -> io::Result<Then> {
    if !response.headers().contains_key(header::CONTENT_LENGTH) {
        *response.status_mut() = StatusCode::OK;
    }
    response.headers_mut().remove(header::CONTENT_LENGTH);
    response.headers_mut().insert(header::TRANSFER_ENCODING, HeaderValue::from_static("chunked"));
    *response.body_mut() = Bytes::new();
    stream.write_all(&write::message(&response))?;
    // Blanks may stand before any JSON: what is being sent isn't wrong yet.
    let chunk = format!("{CHUNK:x}\r\n{}\r\n", " ".repeat(CHUNK));
    loop {
        stream.write_all(chunk.as_bytes())?;
    }
}
