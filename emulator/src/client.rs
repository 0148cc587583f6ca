//! The emulator as a transport of `graph_entity`, without a socket.

use std::thread;
use std::time::Duration;

use bytes::Bytes;
use graph_entity::{Blocking, BoundedBody, HttpClient, Limits, Sent, TransportError};
use http::{HeaderValue, Method, Request, Response, header};

use crate::emulator::Emulator;

/// Nothing leaves the process: the host of the URL is only looked at for the URLs in answers.
impl HttpClient for Emulator {
    async fn send(&self, mut request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let limits = Limits::of(&request);
        if limits.remaining().is_some_and(|left| left.is_zero()) {
            return Err(TransportError::timeout(Sent::No));
        }
        frame(&mut request);
        let response = self.handle(&request);
        BoundedBody::new(limits.max_response_bytes).push(response.body())?;
        Ok(response)
    }

    async fn sleep(&self, duration: Duration) {
        thread::sleep(duration);
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
