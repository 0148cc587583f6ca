//! The emulator as a transport of `graph_entity`, without a socket.

use std::io::{self, ErrorKind};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use graph_entity::{Blocking, BoundedBody, HttpClient, Limits, Sent, TransportError};
use http::{HeaderValue, Method, Request, Response, header};

use crate::answer;
use crate::emulator::{Emulator, Reply};
use crate::fault::Fault;

/// Nothing leaves the process: the host of the URL is only looked at for the URLs in answers.
impl HttpClient for Emulator {
    async fn send(&self, mut request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let limits = Limits::of(&request);
        if limits.remaining().is_some_and(|left| left.is_zero()) {
            return Err(TransportError::timeout(Sent::No));
        }
        frame(&mut request);
        let Reply { mut response, fault } = self.reply(&request);
        if let Some(fault) = fault {
            suffer(&fault, limits, request.method(), &mut response)?;
        }
        BoundedBody::new(limits.max_response_bytes).push(response.body())?;
        Ok(response)
    }

    async fn sleep(&self, duration: Duration) {
        thread::sleep(duration);
    }

    fn blocks(&self) -> bool {
        true
    }
}

impl Blocking for Emulator {}

/// Adds what every transport adds, so that the log is the same as over a socket.
fn frame(request: &mut Request<Bytes>) {
    let host = request.uri().authority().and_then(|authority| HeaderValue::try_from(authority.as_str()).ok());
    if let Some(host) = host {
        request.headers_mut().entry(header::HOST).or_insert(host);
    }
    let length = request.body().len();
    if length > 0 || [Method::POST, Method::PUT, Method::PATCH].contains(request.method()) {
        request.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    }
}

/// What a transport makes of a fault of its connection.
fn suffer(
    fault: &Fault,
    limits: Limits,
    method: &Method,
    response: &mut Response<Bytes>,
) -> Result<(), TransportError> {
    let broken = |kind, message| Err(TransportError::new(Sent::Maybe, io::Error::new(kind, message)));
    match fault {
        Fault::Dropped { .. } | Fault::CutRequest { .. } => {
            broken(ErrorKind::UnexpectedEof, "the connection was closed before the answer")
        }
        Fault::CutHead | Fault::CutBody | Fault::LengthTooLong => {
            broken(ErrorKind::UnexpectedEof, "the connection was closed within the answer")
        }
        Fault::Garbage => broken(ErrorKind::InvalidData, "the answer is no HTTP"),
        Fault::EndlessBody => Err(TransportError::too_large(limits.max_response_bytes)),
        Fault::Drip(time) => wait(*time, limits),
        Fault::LengthTooShort => {
            let half = response.body().len() / 2;
            response.body_mut().truncate(half);
            answer::fit(response, method);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Waits, but not beyond the deadline.
fn wait(time: Duration, limits: Limits) -> Result<(), TransportError> {
    let left = limits.remaining().filter(|left| *left < time);
    thread::sleep(left.unwrap_or(time));
    left.map_or(Ok(()), |_| Err(TransportError::timeout(Sent::Maybe)))
}
