//! Counting entities.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::header::ACCEPT;
use http::{HeaderValue, Method};

use super::Request;
use super::query::Options;
use super::query::filter::Filter;
use super::query::search::Search;
use super::target::Target;
use super::version::ClientVersion;
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::json;

const TEXT: HeaderValue = HeaderValue::from_static("text/plain");

/// A request that counts the entities of a collection (`$count`). It is always an advanced query (`ConsistencyLevel:
/// eventual`), which directory objects want and others ignore.
#[must_use = "a request does nothing until it is sent"]
pub struct Count<T, V = ClientVersion> {
    target: Target,
    options: Options,
    entity: PhantomData<fn() -> (T, V)>,
}

impl<T, V> Count<T, V> {
    pub(crate) fn new(target: Target) -> Self {
        Self { target, options: Options::new(), entity: PhantomData }
    }

    /// Counts those only of which this is true. With a second one both have to be.
    pub fn filter(mut self, filter: Filter<T>) -> Self {
        self.options.filter(filter.condition);
        self
    }

    /// Counts those only that a search finds.
    pub fn search(mut self, search: impl Into<Search<T>>) -> Self {
        self.options.search(search.into().into_text());
        self
    }

    /// Writes an enum's member in a filter with the name of its type, see
    /// [`List::qualified_enums`](super::List::qualified_enums).
    pub fn qualified_enums(mut self) -> Self {
        self.options.qualified_enums();
        self
    }

    /// The request, to be changed, looked at or sent later. It fails if something in it is wrong.
    pub fn request(self) -> Result<Request<u64, V>, Error> {
        let target = self.target.cast_path().map(|path| path.segment("$count"));
        let mut request = target.request(Method::GET, |_, body| count(body), || None);
        request.parts.headers.insert(ACCEPT, TEXT);
        self.options.write_count(&mut request.parts);
        request.check()
    }

    /// Sends the request.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<u64, Error> {
        self.request()?.send(client).await
    }

    /// Sends the request over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<u64, Error> {
        self.request()?.send_blocking(client)
    }
}

/// A number as text. A byte order mark and white space are no part of it (W4).
fn count(body: &Bytes) -> Result<u64, json::Error> {
    let text = std::str::from_utf8(body).unwrap_or_default();
    let number = text.trim_start_matches('\u{feff}').trim();
    number.parse().map_err(|_| json::Error::expected("a number of entities"))
}

impl<T, V> fmt::Debug for Count<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Count").field("path", &self.target.path.template).finish_non_exhaustive()
    }
}
