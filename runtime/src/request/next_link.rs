//! The link to the next page, which can be kept.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::time::Duration;

use http::header::{CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use serde_core::de::{Error as _, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::SerializeMap;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::page::{Page, decode};
use super::pages::{Items, ItemsBlocking, Pages, PagesBlocking};
use super::query::CONSISTENCY_LEVEL;
use super::request::{Decode, PREFER, Parts, Request};
use super::response::CLIENT_REQUEST_ID;
use super::version::AnyVersion;
use crate::client::GraphClient;
use crate::client::error::UsageError;
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::link::Asked;
use crate::client::origin::Origin;
use crate::client::retry::Retry;
use crate::model::Value;

/// Where the next page of a collection is: the URL that the service told, which is sent as it is, and the headers that
/// the first request had and the next one needs again (`ConsistencyLevel`, `Prefer`).
///
/// It serialises, so that a job can stop and go on later, in another process. URL and these two headers are kept then;
/// other headers, the timeout and the [`Retry`] of the first request go along in this process only.
/// ```
/// # use graph_entity::{Error, GraphClient, GraphEntity, HttpClient, NextLink, Page};
/// # #[derive(GraphEntity)]
/// # #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
/// # struct User { id: String }
/// fn save(page: &Page<User>) -> Result<String, serde_json::Error> {
///     serde_json::to_string(&page.next_link())
/// }
///
/// async fn go_on<H: HttpClient>(saved: &str, client: &GraphClient<H>) -> Result<(), Box<dyn std::error::Error>> {
///     let link: Option<NextLink<User>> = serde_json::from_str(saved)?;
///     if let Some(link) = link {
///         let mut users = link.stream(client);
///         while let Some(user) = users.next().await {
///             println!("{}", user?.id);
///         }
///     }
///     Ok(())
/// }
/// ```
///
/// **It is a secret**, as a token is: `$skiptoken` may hold data. `Debug` shows nothing of it. A client sends it to its
/// own origin only; one that leads elsewhere is [`Error::Link`](crate::Error::Link), and nothing is sent.
pub struct NextLink<T> {
    url: String,
    headers: HeaderMap,
    template: Cow<'static, str>,
    timeout: Option<Duration>,
    retry: Option<Box<Retry>>,
    version: Option<&'static str>,
    decode: Decode<Page<T>>,
}

/// Headers that are a part of a question, and of each of its pages.
static KEPT: [HeaderName; 2] = [CONSISTENCY_LEVEL, PREFER];

impl<T> NextLink<T> {
    /// The link `url` in the answer to what was asked.
    pub(super) fn after(asked: &Asked<'_>, url: &str) -> Self
    where
        T: Value,
    {
        let (request, url) = (asked.parts, asked.link(url));
        let mut headers = request.headers.clone();
        // Each exchange has an id of its own.
        headers.remove(CLIENT_REQUEST_ID);
        // Of an action whose answer has pages.
        for name in [IF_MATCH, IF_NONE_MATCH, CONTENT_TYPE] {
            headers.remove(name);
        }
        Self {
            url,
            headers,
            template: request.template.clone(),
            timeout: request.timeout,
            retry: request.retry.clone(),
            version: request.version,
            decode,
        }
    }

    /// One that is known from elsewhere.
    fn of(url: String, headers: HeaderMap, template: Cow<'static, str>) -> Self
    where
        T: Value,
    {
        Self { url, headers, template, timeout: None, retry: None, version: None, decode }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// The request of that page.
    pub fn request(self) -> Request<Page<T>, AnyVersion> {
        let mut parts = Parts::to_link(Method::GET, self.url, self.template, self.headers);
        parts.timeout = self.timeout;
        parts.retry = self.retry;
        // For the links in its answer that are relative.
        parts.version = self.version;
        Request::new(parts, self.decode, || None)
    }

    /// The entities of that page and all after it, as a stream.
    pub fn stream<H: HttpClient>(self, client: &GraphClient<H>) -> Items<T, H> {
        Items::new(self.pages(client))
    }

    /// That page and all after it, as a stream.
    pub fn pages<H: HttpClient>(self, client: &GraphClient<H>) -> Pages<T, H> {
        Pages::new(Ok(self.request()), client)
    }

    /// The entities of that page and all after it, over a transport that blocks.
    pub fn iter<H: Blocking>(self, client: &GraphClient<H>) -> ItemsBlocking<T, H> {
        ItemsBlocking::new(self.stream(client))
    }

    /// That page and all after it, over a transport that blocks.
    pub fn iter_pages<H: Blocking>(self, client: &GraphClient<H>) -> PagesBlocking<T, H> {
        PagesBlocking::new(self.pages(client))
    }
}

impl<T> Clone for NextLink<T> {
    fn clone(&self) -> Self {
        Self {
            url: self.url.clone(),
            headers: self.headers.clone(),
            template: self.template.clone(),
            timeout: self.timeout,
            retry: self.retry.clone(),
            version: self.version,
            decode: self.decode,
        }
    }
}

/// By URL.
impl<T> PartialEq for NextLink<T> {
    fn eq(&self, other: &Self) -> bool {
        self.url == other.url
    }
}

impl<T> Eq for NextLink<T> {}

impl<T> fmt::Debug for NextLink<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextLink").field("path_template", &self.template).finish_non_exhaustive()
    }
}

/// An object: `url`, `template`, and the headers by their names.
impl<T> Serialize for NextLink<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let headers = KEPT.iter().filter_map(|name| Some((name.as_str(), self.headers.get(name)?.to_str().ok()?)));
        let headers: Vec<_> = headers.collect();
        let mut map = serializer.serialize_map(Some(headers.len() + 2))?;
        map.serialize_entry("url", &self.url)?;
        map.serialize_entry("template", &self.template)?;
        for (name, value) in headers {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// Fails for what is no `https` URL, but for one of this machine.
impl<'de, T: Value> Deserialize<'de> for NextLink<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LinkVisitor(PhantomData))
    }
}

struct LinkVisitor<T>(PhantomData<T>);

impl<'de, T: Value> Visitor<'de> for LinkVisitor<T> {
    type Value = NextLink<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a link to a page")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NextLink<T>, A::Error> {
        let (mut url, mut template, mut headers) = (None, String::new(), HeaderMap::new());
        while let Some(name) = map.next_key::<String>()? {
            match (name.as_str(), KEPT.iter().find(|kept| **kept == *name)) {
                ("url", _) => url = Some(map.next_value::<String>()?),
                ("template", _) => template = map.next_value()?,
                (_, Some(kept)) => {
                    let value = HeaderValue::try_from(map.next_value::<String>()?);
                    headers.insert(kept.clone(), value.map_err(A::Error::custom)?);
                }
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        let url = url.ok_or_else(|| A::Error::missing_field("url"))?;
        check(&url).map_err(A::Error::custom)?;
        Ok(NextLink::of(url, headers, template.into()))
    }
}

/// A link that came as a text, such as an annotation `members@odata.nextLink`, which says that an expanded relationship has
/// more. It has no headers to send again. Fails for what is no `https` URL, but for one of this machine.
impl<T: Value> FromStr for NextLink<T> {
    type Err = UsageError;

    fn from_str(url: &str) -> Result<Self, UsageError> {
        check(url)?;
        Ok(Self::of(url.to_owned(), HeaderMap::new(), Cow::Borrowed("")))
    }
}

/// Whether a token could go there at all. That it is the client's own origin is seen when it is sent.
pub(super) fn check(url: &str) -> Result<(), UsageError> {
    let uri = url.parse::<Uri>().ok();
    match uri.and_then(|uri| Origin::of(&uri)) {
        Some(origin) if origin.is_secure() => Ok(()),
        _ => Err(UsageError::new("the link is no https URL")),
    }
}
