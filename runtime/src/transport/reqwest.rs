//! [`HttpClient`] on reqwest. What reqwest would decide by itself (redirects, referer) is switched off here.

use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response, Uri};
use http_body::{Frame, SizeHint};
use reqwest::Body;
use reqwest::redirect::Policy;
use tokio::task::yield_now;
use tokio::time::timeout;

use super::exchange::{BodyFailure, bounded, check_empty, collected, frame, length_of, refuse_userinfo};
use crate::client::byte_stream::ByteStream;
use crate::client::http_client::{HttpClient, Limits, Sent, TransportError};

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
/// - If the service answers before it has the whole body, the rest is sent in the background for as long as the service
///   keeps the connection.
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
        let length = length_of(request.body());
        collected(self.exchange(request.map(Body::from), length).await?).await
    }

    async fn send_streaming(&self, request: Request<ByteStream>) -> Result<Response<ByteStream>, TransportError> {
        let left = Limits::of(&request).time_left()?;
        let (head, mut body) = request.into_parts();
        let length = body.length();
        let checked = check_empty(&mut body);
        match left {
            Some(left) => timeout(left, checked).await.map_err(|_| TransportError::timeout(Sent::No))??,
            None => checked.await?,
        }
        let failure = BodyFailure::default();
        let body = Body::wrap(Outgoing(Mutex::new(failure.watch(body))));
        self.exchange(Request::from_parts(head, body), length).await.map_err(|error| failure.or(error))
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

impl ReqwestClient {
    async fn exchange(
        &self,
        mut request: Request<Body>,
        length: Option<u64>,
    ) -> Result<Response<ByteStream>, TransportError> {
        let limits = Limits::of(&request);
        let left = limits.time_left()?;
        let uri = request.uri().clone();
        refuse_userinfo(&uri)?;
        let method = request.method().clone();
        let has_body = frame(&method, request.headers_mut(), length);
        let mut request = reqwest::Request::try_from(request).map_err(failure)?;
        if !has_body {
            *request.body_mut() = None;
        }
        if !same_target(&uri, request.url()) {
            return Err(TransportError::new(Sent::No, "the URL's host or path would change before it is sent"));
        }
        // Without a deadline the inner client's own timeout stands.
        if left.is_some() {
            *request.timeout_mut() = left;
        }
        // A runtime of one thread looks at its sockets only while it waits. What the service did to a connection in between,
        // such as closing it, has to be known before the connection is used again.
        yield_now().await;
        let response = self.0.execute(request).await.map_err(failure)?;
        let length = response.content_length();
        let (mut head, body) = Response::<Body>::from(response).into_parts();
        // reqwest's extensions hold the URL.
        head.extensions.clear();
        let body = bounded(ByteStream::new(Incoming(body)), length, limits)?;
        Ok(Response::from_parts(head, body))
    }
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

/// A body of ours as reqwest takes it: it has to be `Sync`, which the lock makes it and nothing else needs.
struct Outgoing(Mutex<ByteStream>);

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let stream = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(stream).poll_next(context).map(|chunk| chunk.map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        let length = self.0.lock().unwrap_or_else(PoisonError::into_inner).length();
        length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// A body of reqwest's as a stream.
struct Incoming(Body);

impl Stream for Incoming {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match ready!(http_body::Body::poll_frame(Pin::new(&mut self.0), context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(failure(error)))),
                Some(Ok(frame)) => {
                    // Trailers are no part of the body.
                    if let Ok(data) = frame.into_data() {
                        return Poll::Ready(Some(Ok(data)));
                    }
                }
            }
        }
    }
}

/// reqwest's error without its URL, whose query and ids have no place in a log.
fn failure(error: reqwest::Error) -> TransportError {
    // A builder error comes before any I/O, a connect error before the connection could carry the request.
    let sent = if error.is_builder() || error.is_connect() { Sent::No } else { Sent::Maybe };
    if error.is_timeout() { TransportError::timeout(sent) } else { TransportError::new(sent, error.without_url()) }
}
