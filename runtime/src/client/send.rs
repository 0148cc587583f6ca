//! The pipeline: what happens to a request between `send` and its answer. The same for async and blocking transports.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::{AUTHORIZATION, IF_MATCH, IF_NONE_MATCH};
use http::{HeaderValue, Method, StatusCode};

use super::auth::{AccessToken, TokenError, TokenRequest};
use super::byte_stream::ByteStream;
use super::error::{DecodeError, Error, LinkError, PreconditionError, UsageError};
use super::http_client::{Blocking, HttpClient, Limits, TransportError};
use super::link::Asked;
use super::origin::Origin;
use super::redirect;
use super::service_error::{MAX_BODY, ServiceError};
use super::{DEFAULT_TIMEOUT, GraphClient};
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
        let inner = &*self.inner;
        decode(&request, &Asked { parts: &request.parts, base: &inner.base, version: &inner.version }, response)
    }

    /// The part that does not depend on what the answer means.
    async fn exchange(&self, parts: &Parts) -> Result<http::Response<Bytes>, Error> {
        let inner = &*self.inner;
        let limits = limits(inner.max_response_bytes, parts.timeout.or(inner.timeout));
        let request = self.prepare(parts, limits).await?;
        self.following(request, |request| inner.http.send(request)).await
    }

    /// Sends a request whose body and answer are in chunks; the answer is a success. Only a deadline of the request's
    /// own holds, since media take as long as they take.
    pub(crate) async fn exchange_streaming(
        &self,
        parts: &Parts,
        body: ByteStream,
    ) -> Result<http::Response<ByteStream>, Error> {
        let inner = &*self.inner;
        let request = self.prepare(parts, limits(usize::MAX, parts.timeout)).await?.map(|_| body);
        let response = self.following(request, |request| inner.http.send_streaming(request)).await?;
        if response.status().is_success() {
            return Ok(response);
        }
        let (head, body) = response.into_parts();
        let body = self.error_body(body).await;
        Err(refused(parts, http::Response::from_parts(head, body)))
    }

    /// Sends a request by `send`, and if it is a GET, once more to where its answer redirects.
    async fn following<B, R, F>(
        &self,
        mut request: http::Request<B>,
        send: impl Fn(http::Request<B>) -> F,
    ) -> Result<http::Response<R>, Error>
    where
        B: From<Bytes>,
        F: Future<Output = Result<http::Response<R>, TransportError>>,
    {
        for _ in 0..=redirect::MAX {
            let asked = (*request.method() == Method::GET).then(|| redirect::head(&request));
            let response = send(request).await?;
            let Some(asked) = asked else { return Ok(response) };
            match redirect::location(asked.uri(), response.status(), response.headers())? {
                Some(to) => request = redirect::follow(asked, to, &self.inner.base.origin),
                None => return Ok(response),
            }
        }
        Err(LinkError::too_many_redirects().into())
    }

    /// What there is of an error's body, up to a bound and for as long as an exchange may take: the status is what counts.
    async fn error_body(&self, mut body: ByteStream) -> Bytes {
        let patience = self.inner.timeout.unwrap_or(DEFAULT_TIMEOUT);
        let started = Instant::now();
        // Polled only where a chunk is waited for: over a transport that blocks it would hold the thread.
        let mut waited = pin!(self.inner.http.sleep(patience));
        let mut collected = Vec::new();
        while collected.len() < MAX_BODY && started.elapsed() < patience {
            let chunk = poll_fn(|context| match pin!(body.next()).poll(context) {
                Poll::Pending => waited.as_mut().poll(context).map(|()| None),
                chunk @ Poll::Ready(_) => chunk,
            });
            match chunk.await {
                Some(Ok(chunk)) => collected.extend_from_slice(&chunk[..chunk.len().min(MAX_BODY - collected.len())]),
                Some(Err(_)) | None => break,
            }
        }
        collected.into()
    }

    /// The request as it goes to the service, with its token.
    async fn prepare(&self, parts: &Parts, limits: Limits) -> Result<http::Request<Bytes>, Error> {
        let inner = &*self.inner;
        let mut request = match (parts.to_http(&inner.base.url, &inner.version), &parts.link) {
            (Err(_), Some(_)) if parts.wrong.is_none() => return Err(LinkError::malformed().into()),
            (request, _) => request?,
        };
        // The check is on the URL that is sent, whatever it was made of.
        if Origin::of(request.uri()).as_ref() != Some(&inner.base.origin) {
            return Err(match parts.link {
                Some(_) => LinkError::foreign().into(),
                None => UsageError::new("the request's URL is not of the client's origin").into(),
            });
        }
        let token = self.token().await?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, token.header());
        if !headers.contains_key(CLIENT_REQUEST_ID) {
            headers.insert(CLIENT_REQUEST_ID, new_request_id());
        }
        request.extensions_mut().insert(limits);
        Ok(request)
    }

    async fn token(&self) -> Result<AccessToken, TokenError> {
        match &self.inner.token {
            Some(provider) => provider.token(TokenRequest { resource: &self.inner.base.resource }).await,
            None => Err(TokenError::message("the client has no token: give its builder a `token` or `token_provider`")),
        }
    }
}

impl<H> GraphClient<H> {
    /// The URL that a request of this client asks.
    pub(crate) fn url(&self, parts: &Parts) -> String {
        parts.url(&self.inner.base.url, &self.inner.version)
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

fn limits(max_response_bytes: usize, timeout: Option<Duration>) -> Limits {
    let limits = Limits::new(max_response_bytes);
    match timeout.and_then(|timeout| Instant::now().checked_add(timeout)) {
        Some(deadline) => limits.with_deadline(deadline),
        None => limits,
    }
}

/// The result of a future that is ready at its first poll, as over a blocking transport all are but a token provider's.
pub(crate) fn ready<T>(future: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    ready_or(future, || TokenError::message("a blocking call can't wait for an async token provider").into())
}

/// The same; `waiting` tells what it is if it is not ready.
pub(crate) fn ready_or<T>(
    future: impl Future<Output = Result<T, Error>>,
    waiting: impl FnOnce() -> Error,
) -> Result<T, Error> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => Err(waiting()),
    }
}

/// By status and emptiness (W5): 204, 205 and anything empty is a success without a value.
fn decode<T>(
    request: &Request<T>,
    asked: &Asked<'_>,
    response: http::Response<Bytes>,
) -> Result<Response<Option<T>>, Error> {
    let status = response.status();
    if !status.is_success() {
        return Err(refused(&request.parts, response));
    }
    let (head, body) = response.into_parts();
    let headers = head.headers;
    if body.is_empty() || status == StatusCode::NO_CONTENT || status == StatusCode::RESET_CONTENT {
        return Ok(Response::new(status, headers, (request.empty)()));
    }
    match (request.decode)(asked, &body) {
        Ok(value) => Ok(Response::new(status, headers, Some(value))),
        Err(error) => {
            let wrote = request.parts.method != Method::GET;
            Err(Error::Decode(Box::new(DecodeError { status, headers, body, error, wrote })))
        }
    }
}

/// The error of a response that is no success.
fn refused(request: &Parts, response: http::Response<Bytes>) -> Error {
    let (head, body) = response.into_parts();
    let service = ServiceError::new(head.status, head.headers, &body);
    let of_condition: fn(Box<PreconditionError>) -> Error = match head.status {
        StatusCode::PRECONDITION_FAILED => Error::PreconditionFailed,
        StatusCode::PRECONDITION_REQUIRED => Error::PreconditionRequired,
        _ => return Error::Service(Box::new(service)),
    };
    let sent = request.headers.get(IF_MATCH).or_else(|| request.headers.get(IF_NONE_MATCH)).cloned();
    of_condition(Box::new(PreconditionError { service, sent }))
}

/// A random UUID.
fn new_request_id() -> HeaderValue {
    let id = uuid::Builder::from_random_bytes(fastrand::u128(..).to_le_bytes()).into_uuid();
    let mut text = uuid::Uuid::encode_buffer();
    // Hexadecimal digits and hyphens are always a header's value.
    HeaderValue::from_str(id.hyphenated().encode_lower(&mut text)).unwrap_or(HeaderValue::from_static(""))
}
