//! The pipeline: what happens to a request between `send` and its answer. The same for async and blocking transports.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Instant;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Method, StatusCode};

use super::GraphClient;
use super::auth::{AccessToken, TokenError, TokenRequest};
use super::error::{DecodeError, Error, UsageError};
use super::http_client::{Blocking, HttpClient, Limits};
use super::origin::Origin;
use super::service_error::ServiceError;
use crate::request::response::CLIENT_REQUEST_ID;
use crate::request::{Parts, Request, Response};

impl<H: HttpClient> GraphClient<H> {
    /// Sends a request and returns what the service answered with.
    ///
    /// A success without content is [`Error::NoContent`]; [`Self::send_response`] takes it for what it is.
    pub async fn send<T>(&self, request: Request<T>) -> Result<T, Error> {
        let (status, headers, value) = self.send_response(request).await?.into_parts();
        value.ok_or_else(|| Error::NoContent(Box::new(Response::new(status, headers, ()))))
    }

    /// Sends a request and returns the whole response, with the value if there is content.
    pub async fn send_response<T>(&self, request: Request<T>) -> Result<Response<Option<T>>, Error> {
        let response = self.exchange(&request.parts).await?;
        decode(&request, response)
    }

    /// The part that does not depend on what the answer means.
    async fn exchange(&self, parts: &Parts) -> Result<http::Response<Bytes>, Error> {
        let inner = &*self.inner;
        let mut request = parts.to_http(&inner.base.url, &inner.version)?;
        let limits = Limits::new(inner.max_response_bytes);
        let limits = match parts.timeout.or(inner.timeout).and_then(|timeout| Instant::now().checked_add(timeout)) {
            Some(deadline) => limits.with_deadline(deadline),
            None => limits,
        };
        // The check is on the URL that is sent, whatever it was made of.
        if Origin::of(request.uri()).as_ref() != Some(&inner.base.origin) {
            return Err(UsageError::new("the request's URL is not of the client's origin").into());
        }
        let token = self.token().await?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, token.header());
        if !headers.contains_key(CLIENT_REQUEST_ID) {
            headers.insert(CLIENT_REQUEST_ID, new_request_id());
        }
        request.extensions_mut().insert(limits);
        Ok(inner.http.send(request).await?)
    }

    async fn token(&self) -> Result<AccessToken, TokenError> {
        match &self.inner.token {
            Some(provider) => provider.token(TokenRequest { resource: &self.inner.base.resource }).await,
            None => Err(TokenError::message("the client has no token: give its builder a `token` or `token_provider`")),
        }
    }
}

impl<H: Blocking> GraphClient<H> {
    /// [`Self::send`] over a transport that blocks.
    pub fn send_blocking<T>(&self, request: Request<T>) -> Result<T, Error> {
        ready(self.send(request))
    }

    /// [`Self::send_response`] over a transport that blocks.
    pub fn send_response_blocking<T>(&self, request: Request<T>) -> Result<Response<Option<T>>, Error> {
        ready(self.send_response(request))
    }
}

/// The result of a future that is ready at its first poll, as over a blocking transport all are but a token provider's.
fn ready<T>(future: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => Err(TokenError::message("a blocking call can't wait for an async token provider").into()),
    }
}

/// By status and emptiness (W5): 204, 205 and anything empty is a success without a value.
fn decode<T>(request: &Request<T>, response: http::Response<Bytes>) -> Result<Response<Option<T>>, Error> {
    let (parts, body) = response.into_parts();
    let (status, headers) = (parts.status, parts.headers);
    if !status.is_success() {
        return Err(Error::Service(Box::new(ServiceError::new(status, headers, &body))));
    }
    if body.is_empty() || status == StatusCode::NO_CONTENT || status == StatusCode::RESET_CONTENT {
        return Ok(Response::new(status, headers, (request.empty)()));
    }
    match (request.decode)(&body) {
        Ok(value) => Ok(Response::new(status, headers, Some(value))),
        Err(error) => {
            let wrote = request.parts.method != Method::GET;
            Err(Error::Decode(Box::new(DecodeError { status, headers, body, error, wrote })))
        }
    }
}

/// A random UUID.
fn new_request_id() -> HeaderValue {
    let id = uuid::Builder::from_random_bytes(fastrand::u128(..).to_le_bytes()).into_uuid();
    let mut text = uuid::Uuid::encode_buffer();
    // Hexadecimal digits and hyphens are always a header's value.
    HeaderValue::from_str(id.hyphenated().encode_lower(&mut text)).unwrap_or(HeaderValue::from_static(""))
}
