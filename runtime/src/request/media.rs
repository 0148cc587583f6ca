//! Media: bytes that are no JSON, such as a photo (`$value`) or a stream property's, as a whole or in chunks (W2, W4).

use std::fmt::{self, Display};
use std::marker::PhantomData;
use std::ops::{Bound, RangeBounds};
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, RANGE};
use http::{HeaderName, HeaderValue, Method};

use super::path::Path;
use super::request::Request;
use super::response::Response;
use super::target::Target;
use super::version::{AnyVersion, ClientVersion, IntoVersion};
use crate::client::GraphClient;
use crate::client::byte_stream::ByteStream;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::send::{ready, ready_or};

const ANYTHING: HeaderValue = HeaderValue::from_static("*/*");

/// Where the bytes of a media entity or of a stream property are.
///
/// [`Item::media`](crate::Item::media) gives that of an entity; [`Media::at`] is there for any other path.
pub struct Media<V = ClientVersion> {
    target: Target,
    version: PhantomData<fn() -> V>,
}

impl Media {
    /// The bytes at `template`, with an id for each of its `{parameters}`, in order: `me/drive/items/{id}/content`,
    /// `applications/{id}/logo`. A parameter with a colon behind it takes the path of a file, the slashes of which stay:
    /// `me/drive/root:/{path}:/content`. See [`Collection::at`](crate::Collection::at).
    pub fn at(template: &str, ids: &[&dyn Display]) -> Self {
        Self::new(Target::new(Path::new(template, ids)))
    }
}

impl<V> Media<V> {
    pub(crate) fn new(target: Target) -> Self {
        Self { target, version: PhantomData }
    }

    /// The same in a version of the API, rather than in the client's. See [`Request::in_version`].
    #[must_use]
    pub fn version<W: IntoVersion>(mut self, version: W) -> Media<W::Version> {
        self.target.version = version.name();
        Media::new(self.target)
    }

    /// A request that reads all bytes at once. They are bounded as any answer is, by the client's
    /// [`max_response_bytes`](crate::GraphClientBuilder::max_response_bytes).
    pub fn get(self) -> Request<Bytes, V> {
        let mut request = self.target.request(Method::GET, |_, body| Ok(body.clone()), || Some(Bytes::new()));
        request.parts.headers.insert(ACCEPT, ANYTHING);
        request
    }

    /// A request that writes all bytes (PUT). `content_type` says what they are: `image/jpeg`.
    pub fn put(self, content_type: &str, bytes: impl Into<Bytes>) -> Request<(), V> {
        let mut request = self.target.request_done(Method::PUT).header(CONTENT_TYPE, content_type);
        request.parts.body = bytes.into();
        request
    }

    /// A request that deletes the bytes.
    pub fn delete(self) -> Request<(), V> {
        self.target.request_done(Method::DELETE)
    }

    /// A request that reads the bytes in chunks, as many as there are.
    pub fn download(self) -> Download {
        Download(self.get().retyped())
    }

    /// A request that writes the bytes (PUT) as they come. Their [length](ByteStream::with_length) has to be known.
    ///
    /// Services take a few megabytes in this way.
    pub fn upload(self, content_type: &str, bytes: impl Into<ByteStream>) -> Upload {
        let request = self.target.request_done(Method::PUT).header(CONTENT_TYPE, content_type);
        Upload { request, body: bytes.into() }
    }
}

/// A request that reads bytes in chunks. See [`Media::download`].
///
/// The client's timeout does not hold for it, since media take as long as they take; [`timeout`](Self::timeout) sets one.
/// A redirect to where the bytes are is followed, without the token if that is elsewhere.
#[must_use = "a request does nothing until it is sent"]
pub struct Download(Request<Bytes, AnyVersion>);

impl Download {
    /// Reads a part of the bytes, such as `..1024` or `4096..` (`Range`). A service that can't answers with all of them:
    /// the response's status is 206 for a part.
    pub fn range(mut self, range: impl RangeBounds<u64>) -> Self {
        let start = match range.start_bound() {
            Bound::Included(start) => *start,
            Bound::Excluded(start) => start.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let last = match range.end_bound() {
            Bound::Included(last) => Some(*last),
            Bound::Excluded(end) => end.checked_sub(1),
            Bound::Unbounded => None,
        };
        let is_empty = matches!(range.end_bound(), Bound::Excluded(0)) || last.is_some_and(|last| last < start);
        if is_empty {
            self.0.parts.fail(UsageError::new("the range of a download has no bytes"));
        }
        let last = last.map(|last| last.to_string()).unwrap_or_default();
        self.header(RANGE, format!("bytes={start}-{last}"))
    }

    /// Sets how long the exchange may take, the reading included.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self(self.0.timeout(timeout))
    }

    /// Sets a header. See [`Request::header`].
    pub fn header<N, V>(self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        Self(self.0.header(name, value))
    }

    /// Sends the request; the chunks of the answer come as they are asked for.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<Response<ByteStream>, Error> {
        exchange(client, self.0, ByteStream::from(Bytes::new())).await
    }

    /// Sends the request over a transport that blocks. [`ByteStream::into_reader`] then reads.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<Response<ByteStream>, Error> {
        ready(self.send(&client.blocking()))
    }
}

/// A request that writes bytes in chunks. See [`Media::upload`].
///
/// The client's timeout does not hold for it; [`timeout`](Self::timeout) sets one.
#[must_use = "a request does nothing until it is sent"]
pub struct Upload {
    request: Request<(), AnyVersion>,
    body: ByteStream,
}

impl Upload {
    /// Sets how long the exchange may take.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { request: self.request.timeout(timeout), ..self }
    }

    /// Sets a header, such as `If-Match`. See [`Request::header`].
    pub fn header<N, V>(self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        Self { request: self.request.header(name, value), ..self }
    }

    /// Sends the request. The answer's body, if there is any, is JSON of the service's.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<Response<ByteStream>, Error> {
        if self.body.length().is_none() {
            return Err(UsageError::new("an upload needs the length of its body: `ByteStream::with_length`").into());
        }
        exchange(client, self.request, self.body).await
    }

    /// Sends the request over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<Response<ByteStream>, Error> {
        ready_or(self.send(&client.blocking()), || {
            UsageError::new("a blocking call can't wait: the body of the upload, or the token provider, is async")
                .into()
        })
    }
}

async fn exchange<H: HttpClient, T>(
    client: &GraphClient<H>,
    request: Request<T, AnyVersion>,
    body: ByteStream,
) -> Result<Response<ByteStream>, Error> {
    let (head, body) = client.exchange_streaming(&request.parts, body).await?.into_parts();
    Ok(Response::new(head.status, head.headers, body))
}

impl<V> Clone for Media<V> {
    fn clone(&self) -> Self {
        Self::new(self.target.clone())
    }
}

/// Without ids.
impl<V> fmt::Debug for Media<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Media").field(&self.target.path.template).finish()
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Download").field(&self.0).finish()
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").field("request", &self.request).field("body", &self.body).finish()
    }
}
