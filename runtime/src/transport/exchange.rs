//! What both transports need to keep the contract of [`HttpClient`](crate::HttpClient).

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderValue, Method, Response, header};

use crate::client::byte_stream::ByteStream;
use crate::client::http_client::{Limits, Sent, TransportError};

/// Refuses `user:password@`: both libraries would make an `Authorization` of it that nobody asked for.
pub(super) fn refuse_userinfo(uri: &http::Uri) -> Result<(), TransportError> {
    if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err(TransportError::new(Sent::No, "the URL carries user information"));
    }
    Ok(())
}

/// Makes the headers say how the body will be framed, whatever framing the request came with: by its length, or in
/// chunks if that isn't known. Says whether there is a body at all.
///
/// Methods that are about a body send the length of an empty one too (RFC 9110, 8.6): services answer 411 without it.
pub(super) fn frame(method: &Method, headers: &mut HeaderMap, length: Option<u64>) -> bool {
    headers.remove(header::TRANSFER_ENCODING);
    headers.remove(header::CONTENT_LENGTH);
    match length {
        Some(0) if !matches!(*method, Method::POST | Method::PUT | Method::PATCH) => return false,
        Some(length) => headers.insert(header::CONTENT_LENGTH, length.into()),
        None => headers.insert(header::TRANSFER_ENCODING, HeaderValue::from_static("chunked")),
    };
    true
}

/// Takes a body that says it is empty by its word. Neither library would look, and an upload of nothing overwrites.
pub(super) async fn check_empty(body: &mut ByteStream) -> Result<(), TransportError> {
    if body.length() == Some(0) {
        body.next().await.transpose().map_err(|error| TransportError::new(Sent::No, error))?;
    }
    Ok(())
}

/// A length as `Content-Length` has it.
pub(super) fn length_of(bytes: &[u8]) -> Option<u64> {
    u64::try_from(bytes.len()).ok()
}

/// The response's body within its bound. One that says itself that it passes the bound is refused at once.
pub(super) fn bounded(body: ByteStream, length: Option<u64>, limits: Limits) -> Result<ByteStream, TransportError> {
    let max = limits.max_response_bytes;
    let body = body.bounded(max);
    match length {
        Some(length) if usize::try_from(length).map_or(true, |length| length > max) => {
            Err(TransportError::too_large(max))
        }
        Some(length) => Ok(body.with_length(length)),
        None => Ok(body),
    }
}

/// The response with all of its body, which is bounded already.
pub(super) async fn collected(response: Response<ByteStream>) -> Result<Response<Bytes>, TransportError> {
    let (head, body) = response.into_parts();
    Ok(Response::from_parts(head, body.collect(usize::MAX).await?))
}

/// The failure of a request's body, on its way around the library that sends the body.
///
/// The library is only told that there was one. It would take the failure for its own: a file that timed out for the
/// deadline, a connection that the body came over and that was refused for the request's.
#[derive(Clone, Default)]
pub(super) struct BodyFailure(Arc<Mutex<Option<TransportError>>>);

impl BodyFailure {
    /// The body that tells its failure here.
    pub(super) fn watch(&self, body: ByteStream) -> ByteStream {
        let length = body.length();
        let watched = ByteStream::new(Watched { body, failure: self.clone() });
        match length {
            Some(length) => watched.with_length(length),
            None => watched,
        }
    }

    /// Why the exchange failed: because of the body, or else of `error`.
    pub(super) fn or(&self, error: TransportError) -> TransportError {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(failure) if failure.sent() == Sent::Maybe && !failure.is_timeout() && !failure.is_too_large() => {
                failure
            }
            // What it says is of where the body came from, not of this exchange.
            Some(failure) => TransportError::new(Sent::Maybe, failure),
            None => error,
        }
    }
}

struct Watched {
    body: ByteStream,
    failure: BodyFailure,
}

impl Stream for Watched {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = ready!(Pin::new(&mut self.body).poll_next(context));
        Poll::Ready(chunk.map(|chunk| {
            chunk.map_err(|error| {
                *self.failure.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                TransportError::new(Sent::Maybe, "the request's body failed")
            })
        }))
    }
}
