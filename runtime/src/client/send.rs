//! What a program sends, and what the answer means to it. The same for async and blocking transports.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::{IF_MATCH, IF_NONE_MATCH};
use http::{Method, StatusCode};

use super::auth::{AccessToken, TokenError};
use super::byte_stream::ByteStream;
use super::error::{DecodeError, Error, PreconditionError};
use super::http_client::{Blocking, HttpClient};
use super::link::{self, Asked};
use super::pipeline::{Call, History};
use super::race::before;
use super::service_error::{MAX_BODY, ServiceError};
use super::{DEFAULT_TIMEOUT, GraphClient, Shared, trace};
use crate::request::{Decode, Parts, Request, Response};

/// A success, and what became of the attempts before it.
pub(super) struct Exchanged {
    pub(super) response: http::Response<Bytes>,
    pub(super) history: History,
    /// That of the last attempt.
    pub(super) token: Option<AccessToken>,
}

impl<H: HttpClient> GraphClient<H> {
    /// Sends a request and returns what the service answered with.
    ///
    /// A success without content is [`Error::NoContent`]; [`Self::send_response`] takes it for what it is.
    pub async fn send<T, V>(&self, request: Request<T, V>) -> Result<T, Error> {
        self.send_response(request).await.and_then(with_content)
    }

    /// Sends a request and returns the whole response, with the value if there is content.
    pub async fn send_response<T, V>(&self, request: Request<T, V>) -> Result<Response<Option<T>>, Error> {
        let response = self.answer(&request.parts, None).await?;
        self.decode(&request, response)
    }

    /// The answer, a success, before anyone has read it; until `until` at most. Of a monitor it may be a 303.
    pub(crate) async fn answer(&self, parts: &Parts, until: Option<Instant>) -> Result<http::Response<Bytes>, Error> {
        Ok(self.exchange(parts, until).await?.response)
    }

    /// Waits.
    pub(crate) async fn sleep(&self, time: Duration) {
        self.http.sleep(time).await;
    }

    /// The part that does not depend on what the answer means, until `until` at most. The answer is a success.
    pub(super) async fn exchange(&self, parts: &Parts, until: Option<Instant>) -> Result<Exchanged, Error> {
        let span = trace::Call::begin(parts, &self.shared);
        let outcome = span.around(self.settle(parts, until)).await;
        span.end(&outcome);
        outcome
    }

    async fn settle(&self, parts: &Parts, until: Option<Instant>) -> Result<Exchanged, Error> {
        let shared = &*self.shared;
        let mut call = Call::new(parts, &shared.retry);
        call.until = call.until.into_iter().chain(until).min();
        call.timeout = parts.timeout.or(shared.timeout);
        call.max_response_bytes = shared.max_response_bytes;
        let answer = self.run(&mut call, |body| body, |request| self.http.send(request)).await?;
        let response = accepted(parts, call.history, answer.response)?;
        Ok(Exchanged { response, history: call.history, token: call.token })
    }

    /// Sends a request whose body and answer are in chunks; the answer is a success. Only a deadline of the request's
    /// own holds, since media take as long as they take.
    pub(crate) async fn exchange_streaming(
        &self,
        parts: &Parts,
        body: ByteStream,
    ) -> Result<http::Response<ByteStream>, Error> {
        let span = trace::Call::begin(parts, &self.shared);
        let outcome = span.around(self.stream(parts, body)).await;
        span.end(&outcome);
        outcome
    }

    async fn stream(&self, parts: &Parts, body: ByteStream) -> Result<http::Response<ByteStream>, Error> {
        let mut call = Call::new(parts, &self.shared.retry);
        call.timeout = parts.timeout;
        call.repeatable = body.length() == Some(0);
        let mut body = Some(body);
        let once = |_| body.take().unwrap_or_else(|| Bytes::new().into());
        let answer = self.run(&mut call, once, |request| self.http.send_streaming(request)).await?;
        let (head, body) = answer.response.into_parts();
        if head.status.is_success() {
            return Ok(http::Response::from_parts(head, body.holding(answer.permit)));
        }
        let body = self.error_body(body).await;
        Err(refused(parts, call.history, http::Response::from_parts(head, body)))
    }

    /// What there is of an error's body, up to a bound and for as long as an exchange may take: the status is what counts.
    async fn error_body(&self, mut body: ByteStream) -> Bytes {
        let patience = self.shared.timeout.unwrap_or(DEFAULT_TIMEOUT);
        let mut collected = Vec::new();
        let reading = async {
            while collected.len() < MAX_BODY
                && let Some(Ok(chunk)) = body.next().await
            {
                collected.extend_from_slice(&chunk[..chunk.len().min(MAX_BODY - collected.len())]);
            }
        };
        // Over a transport that blocks no chunk is waited for here, and its sleep, which would hold the thread, not begun.
        before(async { self.http.sleep(patience).await }, reading).await;
        collected.into()
    }
}

impl<H> GraphClient<H> {
    /// The same client for calls that block.
    pub(crate) fn blocking(&self) -> Self {
        Self { blocks: true, ..self.clone() }
    }

    /// What a request of this client is to the links in its answer.
    pub(crate) fn asked<'a>(&'a self, parts: &'a Parts) -> Asked<'a> {
        self.shared.asked(parts)
    }

    /// What an answer to a request of this client means.
    pub(crate) fn decode<T, V>(
        &self,
        request: &Request<T, V>,
        response: http::Response<Bytes>,
    ) -> Result<Response<Option<T>>, Error> {
        decode(&self.asked(&request.parts), request.decode, request.empty, response)
    }

    /// What does not depend on the transport.
    pub(crate) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }

    /// The URL that a request of this client asks.
    pub(crate) fn url(&self, parts: &Parts) -> String {
        parts.url(&self.shared.base.url, &self.shared.version)
    }

    /// The URL of a link in the answer to a request of this client.
    pub(crate) fn link(&self, version: Option<&'static str>, link: &str) -> String {
        link::resolve(link, &self.shared.base, version.unwrap_or(&self.shared.version))
    }
}

impl Shared {
    pub(crate) fn asked<'a>(&'a self, parts: &'a Parts) -> Asked<'a> {
        Asked { parts, base: &self.base, version: &self.version }
    }
}

impl<H: Blocking> GraphClient<H> {
    /// [`Self::send`] over a transport that blocks.
    pub fn send_blocking<T, V>(&self, request: Request<T, V>) -> Result<T, Error> {
        ready(self.blocking().send(request))
    }

    /// [`Self::send_response`] over a transport that blocks.
    pub fn send_response_blocking<T, V>(&self, request: Request<T, V>) -> Result<Response<Option<T>>, Error> {
        ready(self.blocking().send_response(request))
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

/// Whether a deletion that may have been done is answered by there being nothing to delete: then it was.
fn is_gone_already(parts: &Parts, history: History, status: StatusCode) -> bool {
    parts.method == Method::DELETE && history.unsettled && matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE)
}

/// The response if it is a success, and else its error.
pub(super) fn accepted(
    parts: &Parts,
    history: History,
    response: http::Response<Bytes>,
) -> Result<http::Response<Bytes>, Error> {
    let tells_where = parts.is_monitor && response.status() == StatusCode::SEE_OTHER;
    if response.status().is_success() || tells_where {
        return Ok(response);
    }
    if is_gone_already(parts, history, response.status()) {
        let (mut head, _) = response.into_parts();
        head.status = StatusCode::NO_CONTENT;
        return Ok(http::Response::from_parts(head, Bytes::new()));
    }
    Err(refused(parts, history, response))
}

/// The value of an answer that has one.
pub(crate) fn with_content<T>(response: Response<Option<T>>) -> Result<T, Error> {
    let (status, headers, value) = response.into_parts();
    value.ok_or_else(|| Error::NoContent(Box::new(Response::new(status, headers, ()))))
}

/// By status and emptiness (W5): 204, 205 and anything empty is a success without a value.
pub(crate) fn decode<T>(
    asked: &Asked<'_>,
    decode: Decode<T>,
    empty: fn() -> Option<T>,
    response: http::Response<Bytes>,
) -> Result<Response<Option<T>>, Error> {
    let (head, body) = response.into_parts();
    let (status, headers) = (head.status, head.headers);
    if body.is_empty() || status == StatusCode::NO_CONTENT || status == StatusCode::RESET_CONTENT {
        return Ok(Response::new(status, headers, empty()));
    }
    match decode(asked, &body) {
        Ok(value) => Ok(Response::new(status, headers, Some(value))),
        Err(error) => {
            let wrote = !asked.parts.method.is_safe();
            Err(Error::Decode(Box::new(DecodeError { status, headers, body, error, wrote })))
        }
    }
}

/// The error of a response that is no success.
fn refused(request: &Parts, history: History, response: http::Response<Bytes>) -> Error {
    let (head, body) = response.into_parts();
    let service = ServiceError::new(head.status, head.headers, &body, history).of_request(request);
    let of_condition: fn(Box<PreconditionError>) -> Error = match head.status {
        StatusCode::PRECONDITION_FAILED => Error::PreconditionFailed,
        StatusCode::PRECONDITION_REQUIRED => Error::PreconditionRequired,
        _ => return Error::Service(Box::new(service)),
    };
    let sent = request.headers.get(IF_MATCH).or_else(|| request.headers.get(IF_NONE_MATCH)).cloned();
    of_condition(Box::new(PreconditionError { service, sent }))
}
