//! The transport: what a user may supply, its contract, and its type-erased form. No rule of Graph is in here.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};

use super::byte_stream::ByteStream;
use super::pipeline::History;

/// Sends HTTP requests: the one thing that a program supplies to this crate.
///
/// With the features `reqwest` and `ureq` the crate brings one each, in [`transport`](crate::transport).
///
/// # Contract
/// The rules of Graph (status, token, request id, retry) are the client's; a transport moves bytes. It
/// - **follows no redirect**: a 3xx response is a response like any other, since following one could take the token to
///   another host;
/// - **sends the request as it is**: the URL, the method and the headers that are there, with `Host` and
///   `Content-Length` added, and no header of its own taste beside them;
/// - **decides nothing by status**: a 500 is `Ok`;
/// - **keeps the [`Limits`]** that travel in the request's extensions: gives up at the deadline, and reads the response
///   in chunks, stopping at the first that passes the bound ([`BoundedBody`] does the counting);
/// - **says with each failure whether the request may have left**, see [`Sent`]: a wrong `Sent::No` makes somebody
///   repeat a `POST` that was done;
/// - **stops when its future is dropped**.
///
/// An implementation is written with plain `async fn`:
/// ```
/// use bytes::Bytes;
/// use graph_entity::{HttpClient, TransportError};
/// use std::time::Duration;
///
/// struct Canned;
/// impl HttpClient for Canned {
///     async fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
///         Ok(http::Response::new(Bytes::from_static(b"{}")))
///     }
///     async fn sleep(&self, duration: Duration) {
///         std::thread::sleep(duration);
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no transport",
    label = "not an `HttpClient`",
    note = "`ReqwestClient::new()` returns a `Result`: `ReqwestClient::new()?`; a transport of your own implements \
            `HttpClient`"
)]
pub trait HttpClient: Send + Sync + 'static {
    /// Sends `request` and reads the whole response.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send;

    /// Sends `request` and gives the response as soon as its head is there; both bodies go in chunks, for media and
    /// uploads.
    ///
    /// An implementation keeps the contract for the whole, the reading of the response's body included, and
    /// - reads the request's body as it is sent, with `Content-Length` from [`ByteStream::length`], in HTTP's chunks if
    ///   that isn't known;
    /// - breaks the request off when that body fails: what arrives must not look whole;
    /// - gives the response's body as it comes, with its length if that is known, within the bound, and ends it in an
    ///   error if the connection breaks;
    /// - stops reading it when it is dropped.
    ///
    /// As written here it holds both bodies as a whole, each bounded by the [`Limits`], and the deadline does not hold
    /// for the reading of the request's. If that fails, nothing was sent.
    fn send_streaming(
        &self,
        request: http::Request<ByteStream>,
    ) -> impl Future<Output = Result<http::Response<ByteStream>, TransportError>> + Send {
        async {
            let limits = Limits::of(&request);
            limits.time_left()?;
            let (head, body) = request.into_parts();
            let body = body.collect(limits.max_response_bytes).await;
            let body = body.map_err(|error| TransportError::new(Sent::No, error))?;
            let response = self.send(http::Request::from_parts(head, body)).await?;
            Ok(response.map(ByteStream::from))
        }
    }

    /// Waits: the clock of the runtime that this transport lives in.
    fn sleep(&self, duration: Duration) -> impl Future<Output = ()> + Send;

    /// Whether its futures hold the thread until they are ready, as those of a [`Blocking`] transport do: who waits for
    /// others then (for a [token](crate::TokenProvider) that they get, for a
    /// [place](crate::GraphClientBuilder::max_concurrency) that they have) blocks the thread as well.
    fn blocks(&self) -> bool {
        false
    }
}

/// Marks a transport whose futures are ready at the first poll: it blocks the thread, and its sleep is the thread's. Its
/// [`blocks`](HttpClient::blocks) is `true`.
///
/// A client over such a transport has [`Request::send_blocking`](crate::Request::send_blocking), which runs the same
/// rules as `send`, without an executor.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no blocking transport",
    label = "blocking calls need a client over a `Blocking` transport",
    note = "use `.send(…).await`, or a client over a transport such as `UreqClient` that is not `erased()`"
)]
pub trait Blocking: HttpClient {}

impl<H: HttpClient> HttpClient for Arc<H> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send {
        (**self).send(request)
    }

    fn send_streaming(
        &self,
        request: http::Request<ByteStream>,
    ) -> impl Future<Output = Result<http::Response<ByteStream>, TransportError>> + Send {
        (**self).send_streaming(request)
    }

    fn sleep(&self, duration: Duration) -> impl Future<Output = ()> + Send {
        (**self).sleep(duration)
    }

    fn blocks(&self) -> bool {
        (**self).blocks()
    }
}

impl<H: Blocking> Blocking for Arc<H> {}

/// What a transport has to keep to, in the extensions of each request that it is given.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Limits {
    /// When the exchange has to be over, the reading of the response included. `None`: never.
    pub deadline: Option<Instant>,
    /// How many bytes of response body are read at most.
    pub max_response_bytes: usize,
}

impl Limits {
    /// Limits without a deadline.
    pub fn new(max_response_bytes: usize) -> Self {
        Self { deadline: None, max_response_bytes }
    }

    /// The same with a deadline.
    #[must_use]
    pub fn with_deadline(self, deadline: Instant) -> Self {
        Self { deadline: Some(deadline), ..self }
    }

    /// The limits of `request`; the defaults if whoever made it set none.
    pub fn of<B>(request: &http::Request<B>) -> Self {
        request.extensions().get().copied().unwrap_or_default()
    }

    /// The time that is left, zero once the deadline has passed. `None`: there is no deadline.
    pub fn remaining(&self) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    /// [`Self::remaining`], or the error if the exchange is over before it began.
    pub(crate) fn time_left(&self) -> Result<Option<Duration>, TransportError> {
        match self.remaining() {
            Some(Duration::ZERO) => Err(TransportError::timeout(Sent::No)),
            left => Ok(left),
        }
    }
}

impl Default for Limits {
    /// No deadline, and [`DEFAULT_MAX_RESPONSE_BYTES`].
    fn default() -> Self {
        Self::new(DEFAULT_MAX_RESPONSE_BYTES)
    }
}

/// 64 MiB: far above any page of Graph, far below what a machine has.
pub const DEFAULT_MAX_RESPONSE_BYTES: usize = 64 * 1024 * 1024;

/// Collects a response body chunk by chunk and refuses the chunk that passes the bound.
#[derive(Debug)]
pub struct BoundedBody {
    max: usize,
    bytes: BytesMut,
}

impl BoundedBody {
    /// An empty body that may grow to `max` bytes.
    pub fn new(max: usize) -> Self {
        Self { max, bytes: BytesMut::new() }
    }

    /// Appends `chunk`, or fails if the body would be longer than its bound.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), TransportError> {
        if chunk.len() > self.max - self.bytes.len() {
            return Err(TransportError::too_large(self.max));
        }
        self.bytes.extend_from_slice(chunk);
        Ok(())
    }

    /// The body.
    pub fn finish(self) -> Bytes {
        self.bytes.freeze()
    }
}

/// Whether a request that failed may have reached the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// It certainly did not leave: repeating it is safe.
    No,
    /// It may have arrived, and may have been done.
    Maybe,
}

/// The exchange failed below HTTP: no connection, a broken one, no time left, a response over the bound.
pub struct TransportError {
    sent: Sent,
    kind: Kind,
    attempts: u32,
}

enum Kind {
    Timeout,
    TooLarge(usize),
    Other(Box<dyn StdError + Send + Sync>),
}

impl TransportError {
    fn of(sent: Sent, kind: Kind) -> Self {
        Self { sent, kind, attempts: 1 }
    }

    /// A failure with its cause.
    pub fn new(sent: Sent, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::of(sent, Kind::Other(cause.into()))
    }

    /// The deadline passed.
    pub fn timeout(sent: Sent) -> Self {
        Self::of(sent, Kind::Timeout)
    }

    /// The response is longer than `max` bytes.
    pub fn too_large(max: usize) -> Self {
        Self::of(Sent::Maybe, Kind::TooLarge(max))
    }

    /// Whether the request may have reached the service, by this attempt or one before it.
    pub fn sent(&self) -> Sent {
        self.sent
    }

    /// How often the request was sent, see [`Retry`](crate::Retry). The error is that of the last time.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The same after other attempts.
    pub(super) fn after(self, history: History) -> Self {
        let sent = if history.unsettled { Sent::Maybe } else { self.sent };
        Self { sent, attempts: history.attempts, ..self }
    }

    /// Whether the deadline passed.
    pub fn is_timeout(&self) -> bool {
        matches!(self.kind, Kind::Timeout)
    }

    /// Whether the response was longer than the bound.
    pub fn is_too_large(&self) -> bool {
        matches!(self.kind, Kind::TooLarge(_))
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.kind, self.sent) {
            (Kind::Timeout, Sent::No) => f.write_str("the deadline passed before the request was sent"),
            (Kind::Timeout, Sent::Maybe) => f.write_str("the deadline passed before the response was complete"),
            (Kind::TooLarge(max), _) => write!(f, "the response is longer than {max} bytes"),
            (Kind::Other(_), Sent::No) => f.write_str("the request could not be sent"),
            (Kind::Other(_), Sent::Maybe) => f.write_str("the exchange broke off; the request may have arrived"),
        }?;
        write_attempts(f, self.attempts)
    }
}

/// Said where there was more than one.
pub(super) fn write_attempts(f: &mut fmt::Formatter<'_>, attempts: u32) -> fmt::Result {
    if attempts > 1 { write!(f, " (attempt {attempts})") } else { Ok(()) }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("TransportError");
        debug.field("sent", &self.sent).field("attempts", &self.attempts);
        match &self.kind {
            Kind::Timeout => debug.field("timeout", &true),
            Kind::TooLarge(max) => debug.field("max_response_bytes", max),
            Kind::Other(cause) => debug.field("cause", cause),
        };
        debug.finish()
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.kind {
            Kind::Other(cause) => Some(&**cause),
            _ => None,
        }
    }
}

type Streamed = Result<http::Response<ByteStream>, TransportError>;
type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// [`HttpClient`] as a trait object: its futures are boxed.
trait Erased: Send + Sync {
    fn send(&self, request: http::Request<Bytes>) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>>;
    fn send_streaming(&self, request: http::Request<ByteStream>) -> BoxFuture<'_, Streamed>;
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
    fn blocks(&self) -> bool;
}

impl<H: HttpClient> Erased for H {
    fn send(&self, request: http::Request<Bytes>) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(HttpClient::send(self, request))
    }

    fn send_streaming(&self, request: http::Request<ByteStream>) -> BoxFuture<'_, Streamed> {
        Box::pin(HttpClient::send_streaming(self, request))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(HttpClient::sleep(self, duration))
    }

    fn blocks(&self) -> bool {
        HttpClient::blocks(self)
    }
}

/// Any [`HttpClient`], so that a signature needs no type parameter. Costs one box for each call.
#[derive(Clone)]
pub struct DynHttpClient(Arc<dyn Erased>);

impl DynHttpClient {
    /// Erases the type of `http`.
    pub fn new(http: impl HttpClient) -> Self {
        Self(Arc::new(http))
    }
}

impl fmt::Debug for DynHttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DynHttpClient")
    }
}

impl HttpClient for DynHttpClient {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send {
        self.0.send(request)
    }

    fn send_streaming(&self, request: http::Request<ByteStream>) -> impl Future<Output = Streamed> + Send {
        self.0.send_streaming(request)
    }

    fn sleep(&self, duration: Duration) -> impl Future<Output = ()> + Send {
        self.0.sleep(duration)
    }

    fn blocks(&self) -> bool {
        self.0.blocks()
    }
}
