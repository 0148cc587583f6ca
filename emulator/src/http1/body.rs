//! Reads the body of a request: how it is framed, and its bytes. What they mean isn't known here.

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Method, StatusCode, header};

use super::head::Head;
use super::reader::Reader;
use crate::error::Failure;

/// A chunk's size with its extensions, or a line of the trailer, is at most this long.
const MAX_LINE: usize = 4 * 1024;
const MAX_TRAILERS: usize = 100;

/// How the end of a body is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Framing {
    Length(u64),
    Chunked,
}

impl Framing {
    /// How long the body is, as far as that is said in advance.
    pub(super) fn declared(self) -> u64 {
        match self {
            Self::Length(length) => length,
            Self::Chunked => 0,
        }
    }
}

/// How the body of the request is framed. Two ways at once are refused, since two readers could disagree on the end.
pub(super) fn framing(head: &Head) -> Result<Framing, Failure> {
    let length = length(&head.headers)?;
    let codings: Vec<_> = head.headers.get_all(header::TRANSFER_ENCODING).iter().collect();
    match (length, codings.as_slice()) {
        (Some(length), []) => Ok(Framing::Length(length)),
        (None, []) if [Method::POST, Method::PUT, Method::PATCH].contains(&head.method) => {
            let message = "The request has neither a Content-Length nor chunks.";
            Err(Failure::new(StatusCode::LENGTH_REQUIRED, "LengthRequired", message))
        }
        (None, []) => Ok(Framing::Length(0)),
        (None, [coding]) if head.is_current && coding.as_bytes().eq_ignore_ascii_case(b"chunked") => {
            Ok(Framing::Chunked)
        }
        (None, _) if head.is_current => {
            let message = "The only transfer coding that can be read is chunked.";
            Err(Failure::new(StatusCode::NOT_IMPLEMENTED, "NotImplemented", message))
        }
        _ => Err(Failure::bad_request("The length of the request body is ambiguous.")),
    }
}

fn length(headers: &HeaderMap) -> Result<Option<u64>, Failure> {
    let mut values = headers.get_all(header::CONTENT_LENGTH).iter();
    let Some(value) = values.next() else { return Ok(None) };
    // `parse` alone would take a `+`.
    let digits = value.to_str().ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    match (digits.and_then(|digits| digits.parse().ok()), values.next()) {
        (Some(length), None) => Ok(Some(length)),
        _ => Err(Failure::bad_request("The Content-Length is not valid.")),
    }
}

/// Reads the body; `None` if it is longer than `max`, and then the rest of it is still to come.
pub(super) fn read(reader: &mut Reader, framing: Framing, max: usize) -> Result<Option<Bytes>, Failure> {
    match framing {
        Framing::Length(length) => match usize::try_from(length) {
            Ok(length) if length <= max => reader.take_exactly(length).map(Some).map_err(Failure::from),
            _ => Ok(None),
        },
        Framing::Chunked => chunks(reader, max),
    }
}

fn chunks(reader: &mut Reader, max: usize) -> Result<Option<Bytes>, Failure> {
    let mut body = BytesMut::new();
    loop {
        let size = chunk_size(reader)?;
        let Some(size) = usize::try_from(size).ok().filter(|size| *size <= max - body.len()) else { return Ok(None) };
        if size == 0 {
            skip_trailer(reader)?;
            return Ok(Some(body.freeze()));
        }
        body.extend_from_slice(&reader.take_exactly(size)?);
        if reader.take_exactly(2)? != "\r\n" {
            return Err(malformed());
        }
    }
}

fn chunk_size(reader: &mut Reader) -> Result<u64, Failure> {
    loop {
        match httparse::parse_chunk_size(reader.buffer()) {
            Ok(httparse::Status::Complete((length, size))) => {
                reader.take(length);
                return Ok(size);
            }
            Ok(httparse::Status::Partial) if reader.buffer().len() <= MAX_LINE => {
                reader.fill()?;
            }
            _ => return Err(malformed()),
        }
    }
}

/// Reads the fields behind the last chunk, which nobody needs, and the empty line.
fn skip_trailer(reader: &mut Reader) -> Result<(), Failure> {
    for _ in 0..=MAX_TRAILERS {
        let length = loop {
            match reader.buffer().windows(2).position(|pair| pair == b"\r\n") {
                Some(length) => break length,
                None if reader.buffer().len() <= MAX_LINE => reader.fill()?,
                None => return Err(malformed()),
            }
        };
        reader.take(length + 2);
        if length == 0 {
            return Ok(());
        }
    }
    Err(malformed())
}

fn malformed() -> Failure {
    Failure::bad_request("The chunks of the request body are malformed.")
}
