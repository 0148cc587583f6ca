//! Ready-made transports: one file for each library, and here what both need to keep the contract of
//! [`HttpClient`](crate::HttpClient).
//!
//! | feature | type | |
//! |---|---|---|
//! | `reqwest` | `ReqwestClient` | async, on tokio |
//! | `ureq` | `UreqClient` | blocking, no runtime |
//!
//! Neither brings TLS by itself: switch on `rustls` or `native-tls`, or build the inner client yourself and hand it over.

#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "ureq")]
mod ureq;
#[cfg(feature = "ureq")]
mod ureq_failure;

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestClient;
#[cfg(feature = "ureq")]
pub use self::ureq::UreqClient;

#[cfg(any(feature = "reqwest", feature = "ureq"))]
use {
    crate::client::http_client::{Limits, Sent, TransportError},
    bytes::Bytes,
    http::{HeaderValue, Method, Request, header},
    std::time::Duration,
};

/// The time that is left for the exchange, or the error if it is over before it began. `None`: there is no deadline.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
fn time_left(limits: &Limits) -> Result<Option<Duration>, TransportError> {
    match limits.remaining() {
        Some(Duration::ZERO) => Err(TransportError::timeout(Sent::No)),
        left => Ok(left),
    }
}

/// Makes `Content-Length` say what will be sent, whatever framing the request came with.
///
/// Methods that are about a body send the length of an empty one too (RFC 9110, 8.6): services answer 411 without it.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
fn set_length(request: &mut Request<Bytes>) {
    let length = request.body().len();
    let about_a_body = matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH);
    let headers = request.headers_mut();
    headers.remove(header::TRANSFER_ENCODING);
    headers.remove(header::CONTENT_LENGTH);
    if length > 0 || about_a_body {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
}

/// Refuses `user:password@`: both libraries would make an `Authorization` of it that nobody asked for.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
fn refuse_userinfo(uri: &http::Uri) -> Result<(), TransportError> {
    if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err(TransportError::new(Sent::No, "the URL carries user information"));
    }
    Ok(())
}

/// Refuses at once a response that says itself that it passes the bound.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
fn refuse_longer(length: Option<u64>, max: usize) -> Result<(), TransportError> {
    if length.is_some_and(|length| usize::try_from(length).map_or(true, |length| length > max)) {
        return Err(TransportError::too_large(max));
    }
    Ok(())
}
