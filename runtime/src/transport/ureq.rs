//! [`HttpClient`] on ureq, blocking. What ureq would decide by itself (redirects, errors by status, headers of its own)
//! is switched off here, for each request.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use ureq::config::AutoHeaderValue;
use ureq::{AsSendBody, Body, SendBody};

use super::exchange::{BodyFailure, bounded, check_empty, collected, frame, length_of, refuse_userinfo};
use super::ureq_failure::{broken_off, failure};
use crate::client::byte_stream::ByteStream;
use crate::client::http_client::{Blocking, HttpClient, Limits, TransportError};

/// Sends requests with [ureq](::ureq), blocking the thread: its futures are ready at the first poll.
///
/// A clone shares the connections of the original.
///
/// # What it can't keep of the contract
/// - It runs to its end once it is polled, so dropping its future stops nothing; the deadline does, between the chunks
///   of a body that is sent: a body that blocks is waited for.
/// - It reads no answer before it has sent the whole body. If the service answers earlier and closes the connection, the
///   exchange counts as broken off.
/// - A deadline that passes while the connection is being made, and a certificate that is refused, are reported as
///   [`Sent::Maybe`](crate::Sent::Maybe), since ureq doesn't say how far it had come. An agent's own `timeout_resolve`
///   and `timeout_connect` do, and give `Sent::No`.
/// - A response with neither `Content-Length` nor chunks whose connection is reset counts as complete.
/// - If any crate of the program switches on ureq's `cookies`, cookies are kept and sent.
#[derive(Clone)]
pub struct UreqClient(ureq::Agent);

impl UreqClient {
    /// With ureq's defaults: a proxy from the environment, no compression.
    pub fn new() -> Self {
        Self::from_agent(ureq::Agent::config_builder().user_agent("").build().new_agent())
    }

    /// With an agent of your own: its proxy, certificates, TLS library, pool and timeouts.
    ///
    /// Whatever the agent is set to, a request follows no redirect and has no error by status. `Accept` and
    /// `Accept-Encoding` are sent if you gave the agent a value, not ureq's defaults. **`User-Agent` is sent as the
    /// agent has it**, `ureq/…` unless you set `user_agent("")`: ureq gives up its pool for a request that changes it.
    /// Of the agent's `timeout_global` and the deadline of a request, the shorter holds. Middleware sees each request,
    /// its token included.
    pub fn from_agent(agent: ureq::Agent) -> Self {
        Self(agent)
    }

    fn exchange(
        &self,
        mut request: Request<impl AsSendBody>,
        length: Option<u64>,
    ) -> Result<Response<ByteStream>, TransportError> {
        let limits = Limits::of(&request);
        let left = limits.time_left()?;
        refuse_userinfo(request.uri())?;
        let method = request.method().clone();
        // ureq takes its framing from the type of the body: `()` is none, which is not the same as an empty one.
        let response = if frame(&method, request.headers_mut(), length) {
            self.run(request, left)
        } else {
            self.run(request.map(|_| ()), left)
        };
        let (mut head, body) = response.map_err(failure)?.into_parts();
        // ureq's extensions hold the URL.
        head.extensions.clear();
        let length = body.content_length();
        let body = bounded(ByteStream::to_end(body.into_reader(), broken_off), length, limits)?;
        Ok(Response::from_parts(head, body))
    }

    fn run(&self, request: Request<impl AsSendBody>, left: Option<Duration>) -> Result<Response<Body>, ureq::Error> {
        let own = self.0.config();
        let global = own.timeouts().global;
        let request = self
            .0
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .accept(chosen(own.accept()))
            .accept_encoding(chosen(own.accept_encoding()))
            .timeout_global(left.into_iter().chain(global).min())
            .build();
        self.0.run(request)
    }
}

/// A header that the agent's owner chose; none in place of ureq's default.
fn chosen(value: &AutoHeaderValue) -> AutoHeaderValue {
    match value {
        AutoHeaderValue::Default => AutoHeaderValue::None,
        chosen => chosen.clone(),
    }
}

impl Default for UreqClient {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows nothing of the agent: its proxy may hold secrets.
impl fmt::Debug for UreqClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UreqClient")
    }
}

impl HttpClient for UreqClient {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let (head, body) = request.into_parts();
        collected(self.exchange(Request::from_parts(head, &*body), length_of(&body))?).await
    }

    async fn send_streaming(&self, request: Request<ByteStream>) -> Result<Response<ByteStream>, TransportError> {
        Limits::of(&request).time_left()?;
        let (head, mut body) = request.into_parts();
        check_empty(&mut body).await?;
        let length = body.length();
        let failure = BodyFailure::default();
        let body = SendBody::from_owned_reader(failure.watch(body).into_reader());
        self.exchange(Request::from_parts(head, body), length).map_err(|error| failure.or(error))
    }

    async fn sleep(&self, duration: Duration) {
        std::thread::sleep(duration);
    }

    fn blocks(&self) -> bool {
        true
    }
}

impl Blocking for UreqClient {}
