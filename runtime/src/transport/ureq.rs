//! [`HttpClient`] on ureq, blocking. What ureq would decide by itself (redirects, errors by status, headers of its own)
//! is switched off here, for each request.

use std::fmt;
use std::io::Read;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, header};
use ureq::config::AutoHeaderValue;
use ureq::{AsSendBody, Body};

use super::ureq_failure::{broken_off, failure};
use super::{refuse_longer, refuse_userinfo, set_length, time_left};
use crate::client::http_client::{Blocking, BoundedBody, HttpClient, Limits, TransportError};

/// Sends requests with [ureq](::ureq), blocking the thread: its futures are ready at the first poll.
///
/// A clone shares the connections of the original.
///
/// # What it can't keep of the contract
/// - It runs to its end once it is polled, so dropping its future stops nothing; the deadline does.
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

    fn exchange(&self, mut request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let limits = Limits::of(&request);
        let left = time_left(&limits)?;
        refuse_userinfo(request.uri())?;
        set_length(&mut request);
        let (parts, body) = request.into_parts();
        // ureq takes its framing from the type of the body: `()` is none, which is not the same as an empty one.
        let response = if parts.headers.contains_key(header::CONTENT_LENGTH) {
            self.run(Request::from_parts(parts, &*body), left)
        } else {
            self.run(Request::from_parts(parts, ()), left)
        };
        received(response.map_err(failure)?, limits.max_response_bytes)
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

fn received(response: Response<Body>, max: usize) -> Result<Response<Bytes>, TransportError> {
    let (mut parts, mut body) = response.into_parts();
    refuse_longer(body.content_length(), max)?;
    // ureq's extensions hold the URL.
    parts.extensions.clear();
    let mut collected = BoundedBody::new(max);
    let mut reader = body.as_reader();
    let mut buffer = [0; 8 * 1024];
    loop {
        match reader.read(&mut buffer).map_err(broken_off)? {
            0 => return Ok(Response::from_parts(parts, collected.finish())),
            length => collected.push(&buffer[..length])?,
        }
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
        self.exchange(request)
    }

    async fn sleep(&self, duration: Duration) {
        std::thread::sleep(duration);
    }
}

impl Blocking for UreqClient {}
