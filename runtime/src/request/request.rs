//! One request, before it is sent.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Method};

use super::least::LeastScopes;
use super::parts::{JSON, Parts, header};
use super::query::push_option;
use super::reference::Reference;
use super::response::Response;
use super::version::{ClientVersion, IntoVersion};
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::link::Asked;
use crate::client::retry::Retry;
use crate::json;
use crate::model::Property;

/// A request to Graph that is answered with a `T`: method, path below the version root, query, headers, body. `V` is the
/// [version](crate::version) of the API that it goes to.
///
/// It is a value and does no I/O. It has no token: the client adds that, for its own origin only.
#[must_use = "a request does nothing until it is sent"]
pub struct Request<T, V = ClientVersion> {
    pub(crate) parts: Parts,
    /// Reads the answer; a page takes from the request what the next one needs.
    pub(crate) decode: Decode<T>,
    /// What an answer without content means, if that is a value.
    pub(crate) empty: fn() -> Option<T>,
    pub(crate) version: PhantomData<fn() -> V>,
}

/// How an answer is read.
pub(crate) type Decode<T> = fn(&Asked<'_>, &Bytes) -> Result<T, json::Error>;

/// How the JSON of a value is read. Methods, so that they are compiled beside the type.
trait Answer: Property {
    fn json(_: &Asked<'_>, body: &Bytes) -> Result<Self, json::Error> {
        json::from_slice(body)
    }

    fn optional(_: &Asked<'_>, body: &Bytes) -> Result<Option<Self>, json::Error> {
        json::from_slice(body).map(Some)
    }
}

impl<T: Property> Answer for T {}

impl<T: Property, V> Request<T, V> {
    /// A request that is answered with the JSON of a value.
    pub(crate) fn json(parts: Parts) -> Self {
        Self::new(parts, T::json, || None)
    }
}

impl<T: Property, V> Request<Option<T>, V> {
    /// A request that is answered with the JSON of a value, or with nothing.
    pub(crate) fn optional(parts: Parts) -> Self {
        Self::new(parts, T::optional, || Some(None))
    }
}

impl<T, V> Request<T, V> {
    pub(crate) fn new(parts: Parts, decode: Decode<T>, empty: fn() -> Option<T>) -> Self {
        Self { parts, decode, empty, version: PhantomData }
    }

    /// The same in another version by its type.
    pub(crate) fn retyped<W>(self) -> Request<T, W> {
        Request::new(self.parts, self.decode, self.empty)
    }

    pub(crate) fn with_json(self, body: Bytes) -> Self {
        Self { parts: self.parts.with_json(body), ..self }
    }

    /// With a body that refers to an entity.
    pub(crate) fn with_reference(mut self, to: Reference) -> Self {
        self.parts.reference = Some(Box::new(to));
        self.parts.headers.insert(CONTENT_TYPE, JSON);
        self
    }

    /// The same request, unless something in it is wrong already: an id that can't be part of a path, a value that can't
    /// be sent. Sending it tells the same.
    pub fn check(self) -> Result<Self, Error> {
        let Self { parts, decode, empty, .. } = self;
        parts.check().map(|parts| Self::new(parts, decode, empty))
    }

    /// Sets a header, in place of an earlier one of the same name.
    ///
    /// `Authorization`, `Host` and the framing of the body are not the request's to set; these, and what is no header,
    /// are an error when the request is sent.
    pub fn header<N, W>(mut self, name: N, value: W) -> Self
    where
        N: TryInto<HeaderName>,
        W: TryInto<HeaderValue>,
    {
        match header(name, value) {
            Ok((name, value)) => {
                self.parts.headers.insert(name, value);
            }
            Err(error) => self.parts.fail(error),
        }
        self
    }

    /// Adds a preference, such as `return=minimal` or `outlook.timezone="UTC"`, to those that are there.
    pub fn prefer(mut self, preference: &str) -> Self {
        self.parts.prefer(preference);
        self
    }

    /// Sends the request to a version of the API, rather than to that which the entity lives in: [`Beta`], or `"beta"`, which
    /// the compiler then does not know ([`AnyVersion`]). A link goes where it leads all the same.
    ///
    /// [`Beta`]: crate::version::Beta
    /// [`AnyVersion`]: crate::version::AnyVersion
    pub fn in_version<W: IntoVersion>(mut self, version: W) -> Request<T, W::Version> {
        self.parts.version = version.name();
        self.retyped()
    }

    /// Sets a query option in OData's own words, such as `$search`, in place of an earlier one of the same name. The
    /// value is encoded here.
    pub fn query_option(mut self, name: &str, value: &str) -> Self {
        if self.parts.link.is_some() {
            self.parts.fail(UsageError::new("a link is sent as it is: its request takes no further option"));
        } else {
            self.parts.relative.remove(name);
            push_option(&mut self.parts, name, value);
        }
        self
    }

    /// Sets how long the exchange may take, in place of the client's own timeout. Each repetition has as long.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.parts.timeout = Some(timeout);
        self
    }

    /// Sets when and how often the request is sent once more, in place of the client's own policy.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.parts.retry = Some(Box::new(retry));
        self
    }

    /// Says that doing this twice is the same as doing it once, so that it is [repeated](Retry) also where it may have been
    /// done: an action that sets something, a `POST` that the service takes once by a key in its body. All but `POST` is
    /// taken for that anyway.
    pub fn idempotent(mut self) -> Self {
        self.parts.idempotent = true;
        self
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.parts.method
    }

    /// The path below the version root, encoded, without a leading slash: `users/3f5a`.
    pub fn path(&self) -> &str {
        self.parts.relative.path()
    }

    /// The path with its parameters' names in place of ids, for logs and metrics: `users/{id}`.
    pub fn path_template(&self) -> &str {
        &self.parts.template
    }

    /// The least permissions that the request needs, as the entity's `permission` key has them; `None` if it says nothing.
    ///
    /// The key is about the collection that it stands at: creating, listing and counting, and reading, updating and
    /// deleting its items. Of what is below an item, of relationships, media and operations it says nothing, nor of a page
    /// that is asked for by its link.
    /// ```
    /// # use graph_entity::GraphEntity;
    /// #[derive(GraphEntity)]
    /// #[graph_entity(
    ///     odata = "microsoft.graph.user",
    ///     collection = "users",
    ///     permission(get(delegated = "User.ReadBasic.All", application = "User.Read.All"))
    /// )]
    /// struct User {
    ///     id: String,
    /// }
    ///
    /// let request = User::collection().item("1").get().request()?;
    /// let least = request.least_scopes().expect("the key has it");
    /// assert_eq!(least.delegated(), ["User.ReadBasic.All"]);
    /// assert_eq!(least.application(), ["User.Read.All"]);
    /// # Ok::<_, graph_entity::Error>(())
    /// ```
    pub fn least_scopes(&self) -> Option<&'static LeastScopes> {
        self.parts.least
    }

    /// The query, encoded, without `?`. Empty if there is none.
    pub fn query(&self) -> &str {
        self.parts.relative.query()
    }

    /// The version of the API that the entity lives in; `None` for the client's.
    pub fn version(&self) -> Option<&'static str> {
        self.parts.version
    }

    /// The headers, without the token and what the transport adds.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// The body. Empty if there is none, and for a reference, whose URL is known once the client is.
    pub fn body(&self) -> &Bytes {
        &self.parts.body
    }

    /// The request as plain HTTP, for a service at `base_url` and, where the entity has no version of its own,
    /// `version`. It has no token.
    ///
    /// Fails if a header was wrong or the parts make no URL.
    pub fn to_http(&self, base_url: &str, version: &str) -> Result<http::Request<Bytes>, Error> {
        self.parts.to_http(base_url, version).map_err(Error::Usage)
    }

    /// [`Self::to_http`] of a request that is not needed any more: nothing is copied.
    pub fn into_http(self, base_url: &str, version: &str) -> Result<http::Request<Bytes>, Error> {
        self.parts.into_http(base_url, version).map_err(Error::Usage)
    }

    /// Sends the request and returns what the service answered with.
    ///
    /// A success without content is [`Error::NoContent`] here; [`Self::send_response`] takes it for what it is.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<T, Error> {
        client.send(self).await
    }

    /// Sends the request over a transport that blocks. See [`Self::send`].
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<T, Error> {
        client.send_blocking(self)
    }

    /// Sends the request and returns the whole response: status, headers, request ids, and the value if there is
    /// content.
    pub async fn send_response<H: HttpClient>(self, client: &GraphClient<H>) -> Result<Response<Option<T>>, Error> {
        client.send_response(self).await
    }

    /// [`Self::send_response`] over a transport that blocks.
    pub fn send_response_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<Response<Option<T>>, Error> {
        client.send_response_blocking(self)
    }
}

impl<T, V> Clone for Request<T, V> {
    fn clone(&self) -> Self {
        Self::new(self.parts.clone(), self.decode, self.empty)
    }
}

/// Method, template and the length of the body: neither ids, nor a query, nor values.
impl<T, V> fmt::Debug for Request<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.parts.method)
            .field("path_template", &self.parts.template)
            .field("body_bytes", &self.parts.body.len())
            .finish_non_exhaustive()
    }
}
