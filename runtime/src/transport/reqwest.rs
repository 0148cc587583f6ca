//! [`HttpClient`] on reqwest. What reqwest would decide by itself (redirects, referer) is switched off here.

use std::fmt;
use std::mem;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, Uri};
use reqwest::redirect::Policy;

use super::{refuse_longer, refuse_userinfo, set_length, time_left};
use crate::client::http_client::{BoundedBody, HttpClient, Limits, Sent, TransportError};

/// Sends requests with [reqwest](::reqwest): async, inside a tokio runtime that has its timer and its I/O switched on.
///
/// A clone shares the connections of the original.
///
/// # What it can't keep of the contract
/// - A request without `Accept` goes out with `Accept: */*`, which means the same: reqwest has no way to leave it out.
/// - `'` in a query goes out as `%27`. A URL that reqwest would change in any other way before the `?` (another host, a
///   path with `.` and `..` resolved) isn't sent at all.
/// - A deadline that passes while the connection is being made is reported as [`Sent::Maybe`], since reqwest doesn't say
///   how far it had come. Its own `connect_timeout` does, and gives [`Sent::No`].
#[derive(Clone)]
pub struct ReqwestClient(reqwest::Client);

impl ReqwestClient {
    /// With reqwest's defaults: a proxy from the environment, no compression.
    ///
    /// Fails if TLS can't be set up.
    pub fn new() -> Result<Self, TransportError> {
        // Explicitly, since any other crate of the program may have switched these features of reqwest on.
        Self::from_builder(reqwest::Client::builder().no_gzip().no_brotli().no_zstd().no_deflate())
    }

    /// With an inner client of your own: its proxies, certificates, TLS library, pool and timeouts.
    ///
    /// It takes the builder, not the client, since reqwest can't switch redirects off for a single request: whatever
    /// policy the builder has, it is replaced by none, and no `Referer` is sent.
    ///
    /// All else stays as you set it, what goes beyond the contract included: `default_headers` and `user_agent` are sent
    /// when the request doesn't have the header, a cookie store adds `Cookie`, and a build of reqwest with `gzip` and
    /// the like adds `Accept-Encoding` (the bound of the response then counts unpacked bytes). The deadline of a request
    /// replaces `timeout`. Leave out `retry`: it would repeat what the client has not decided to repeat, and a failure
    /// of the last attempt says nothing about the first.
    ///
    /// Fails if the inner client can't be built.
    pub fn from_builder(builder: reqwest::ClientBuilder) -> Result<Self, TransportError> {
        let client = builder.redirect(Policy::none()).referer(false).build().map_err(failure)?;
        Ok(Self(client))
    }
}

/// Shows nothing of the inner client: its default headers may hold secrets.
impl fmt::Debug for ReqwestClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestClient")
    }
}

impl HttpClient for ReqwestClient {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let limits = Limits::of(&request);
        let request = outgoing(request, time_left(&limits)?)?;
        let response = self.0.execute(request).await.map_err(failure)?;
        received(response, limits.max_response_bytes).await
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

fn outgoing(mut request: Request<Bytes>, left: Option<Duration>) -> Result<reqwest::Request, TransportError> {
    let uri = request.uri().clone();
    refuse_userinfo(&uri)?;
    set_length(&mut request);
    let mut request = reqwest::Request::try_from(request).map_err(failure)?;
    if !same_target(&uri, request.url()) {
        return Err(TransportError::new(Sent::No, "the URL's host or path would change before it is sent"));
    }
    // Without a deadline the inner client's own timeout stands.
    if left.is_some() {
        *request.timeout_mut() = left;
    }
    Ok(request)
}

/// Whether reqwest's second parse found what the first one said: the token was attached for the origin in `uri`, and the
/// ids were encoded for its path.
fn same_target(uri: &Uri, url: &reqwest::Url) -> bool {
    let default_port = match uri.scheme_str() {
        Some("http") => Some(80),
        Some("https") => Some(443),
        _ => None,
    };
    uri.scheme_str() == Some(url.scheme())
        && uri.host().zip(url.host_str()).is_some_and(|(ours, theirs)| ours.eq_ignore_ascii_case(theirs))
        && uri.port_u16().or(default_port) == url.port_or_known_default()
        && uri.path() == url.path()
}

async fn received(mut response: reqwest::Response, max: usize) -> Result<Response<Bytes>, TransportError> {
    refuse_longer(response.content_length(), max)?;
    let mut body = BoundedBody::new(max);
    while let Some(chunk) = response.chunk().await.map_err(failure)? {
        body.push(&chunk)?;
    }
    let mut answer = Response::new(body.finish());
    *answer.status_mut() = response.status();
    *answer.version_mut() = response.version();
    *answer.headers_mut() = mem::take(response.headers_mut());
    Ok(answer)
}

/// reqwest's error without its URL, whose query and ids have no place in a log.
fn failure(error: reqwest::Error) -> TransportError {
    // A builder error comes before any I/O, a connect error before the connection could carry the request.
    let sent = if error.is_builder() || error.is_connect() { Sent::No } else { Sent::Maybe };
    if error.is_timeout() { TransportError::timeout(sent) } else { TransportError::new(sent, error.without_url()) }
}
