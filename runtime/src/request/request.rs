//! One request, before it is sent.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use super::least::LeastScopes;
use super::path::Path;
use super::query::projection::Projection;
use super::query::push_option;
use super::reference::Reference;
use super::relative::Relative;
use super::response::Response;
use super::version::{ClientVersion, IntoVersion};
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::link::Asked;
use crate::client::retry::Retry;
use crate::json;
use crate::model::{Table, Value};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
pub(crate) const PREFER: HeaderName = HeaderName::from_static("prefer");

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

/// All of a request but its type.
#[derive(Clone)]
#[allow(missing_debug_implementations)] // not public API
pub struct Parts {
    pub(crate) method: Method,
    pub(crate) version: Option<&'static str>,
    pub(crate) relative: Relative,
    pub(crate) template: Cow<'static, str>,
    /// The URL that a response told, in place of path and query; it is sent as it is.
    pub(crate) link: Option<String>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The path that the body refers to (`@odata.id`): its URL is known once the client is.
    pub(crate) reference: Option<Box<Reference>>,
    pub(crate) timeout: Option<Duration>,
    /// In place of the client's.
    pub(crate) retry: Option<Box<Retry>>,
    /// The program says that doing it twice is doing it once.
    pub(crate) idempotent: bool,
    /// Where it may go, and whether the token goes along.
    pub(crate) access: Access,
    /// It asks how an operation goes on, see [`Monitor`](crate::Monitor).
    pub(crate) is_monitor: bool,
    /// What the entity's `permission` key says.
    pub(crate) least: Option<&'static LeastScopes>,
    /// A setter can't fail; what it was given wrong is told before anything is sent.
    pub(crate) wrong: Option<UsageError>,
}

/// Where a request may go, and whether it has the token with it (W10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// To the origins that a token may go to, with it.
    Token,
    /// With the token to those origins, and without it anywhere else over TLS: where the progress of an operation is told.
    TokenAtHome,
    /// Anywhere over TLS, and never with the token: a URL that is signed, to which a part of an upload goes. What is
    /// written there follows no redirect.
    Anonymous,
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

    /// With an entity's properties as the body.
    pub(crate) fn with_properties<E: Table + Value>(self, body: Bytes) -> Self {
        let mut request = self.with_json(body);
        // Without it a service takes no newer member, and tells none (W3).
        if Projection::of::<E>(E::SHAPE, 0).has_enum {
            request.parts.prefer_newer_members();
        }
        request
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
        match &self.parts.wrong {
            Some(error) => Err(Error::Usage(error.clone())),
            None => Ok(self),
        }
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

impl Parts {
    pub(crate) fn new(method: Method, version: Option<&'static str>, path: Path, mut headers: HeaderMap) -> Self {
        headers.insert(ACCEPT, JSON);
        let (path_text, wrong) = match path.encoded {
            Ok(path) => (path, None),
            Err(error) => (String::new(), Some(error)),
        };
        Self {
            method,
            version,
            relative: Relative::new(path_text),
            template: path.template,
            link: None,
            headers,
            body: Bytes::new(),
            reference: None,
            timeout: None,
            retry: None,
            idempotent: false,
            access: Access::Token,
            is_monitor: false,
            least: None,
            wrong,
        }
    }

    /// A request of what a response linked to.
    pub(crate) fn to_link(method: Method, link: String, template: Cow<'static, str>, headers: HeaderMap) -> Self {
        let path = Path { template, encoded: Ok(String::new()) };
        Self { link: Some(link), ..Self::new(method, None, path, headers) }
    }

    pub(crate) fn with_json(mut self, body: Bytes) -> Self {
        self.body = body;
        self.headers.insert(CONTENT_TYPE, JSON);
        self
    }

    /// Notes what is wrong. The first mistake is told.
    pub(crate) fn fail(&mut self, error: UsageError) {
        self.wrong.get_or_insert(error);
    }

    /// Asks for members of enums that are newer than what the service sends by default, and may be sent then (W3).
    pub(crate) fn prefer_newer_members(&mut self) {
        self.prefer("include-unknown-enum-members");
    }

    pub(crate) fn prefer(&mut self, preference: &str) {
        if let Err(error) = prefer(&mut self.headers, preference) {
            self.fail(error);
        }
    }

    pub(crate) fn to_http(&self, base_url: &str, version: &str) -> Result<http::Request<Bytes>, UsageError> {
        self.plain(base_url, version, || self.body.clone(), || self.headers.clone())
    }

    fn into_http(mut self, base_url: &str, version: &str) -> Result<http::Request<Bytes>, UsageError> {
        let (body, headers) = (std::mem::take(&mut self.body), std::mem::take(&mut self.headers));
        self.plain(base_url, version, || body, || headers)
    }

    fn plain(
        &self,
        base_url: &str,
        version: &str,
        body: impl FnOnce() -> Bytes,
        headers: impl FnOnce() -> HeaderMap,
    ) -> Result<http::Request<Bytes>, UsageError> {
        if let Some(error) = &self.wrong {
            return Err(error.clone());
        }
        let uri = Uri::try_from(self.url(base_url, version))
            .map_err(|error| UsageError::with_cause("the path makes no URL", error))?;
        let body = match &self.reference {
            Some(reference) => reference.body(base_url, version)?,
            None => body(),
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = headers();
        Ok(request)
    }

    /// The URL that is asked.
    pub(crate) fn url(&self, base_url: &str, version: &str) -> String {
        if let Some(link) = &self.link {
            return link.clone();
        }
        let mut url = root(base_url, self.version.unwrap_or(version), self.relative.as_str().len());
        url.push_str(self.relative.as_str());
        url
    }
}

/// The root of a version, with a slash at its end, and room for `more`.
pub(crate) fn root(base_url: &str, version: &str, more: usize) -> String {
    let base = base_url.trim_end_matches('/');
    let mut root = String::with_capacity(base.len() + version.len() + more + 2);
    for part in [base, "/", version, "/"] {
        root.push_str(part);
    }
    root
}

/// Adds a preference to those that are there, unless it is among them.
pub(crate) fn prefer(headers: &mut HeaderMap, preference: &str) -> Result<(), UsageError> {
    let value = match headers.get(PREFER).and_then(|value| value.to_str().ok()) {
        Some(earlier) if earlier.split(", ").any(|one| one == preference) => return Ok(()),
        Some(earlier) => HeaderValue::try_from(format!("{earlier}, {preference}")),
        None => HeaderValue::try_from(preference),
    };
    headers.insert(PREFER, value.map_err(|_| UsageError::new("a preference can't be a header's value"))?);
    Ok(())
}

fn header<N, V>(name: N, value: V) -> Result<(HeaderName, HeaderValue), UsageError>
where
    N: TryInto<HeaderName>,
    V: TryInto<HeaderValue>,
{
    let name: HeaderName = name.try_into().map_err(|_| UsageError::new("a header's name is no name"))?;
    if [AUTHORIZATION, HOST, CONTENT_LENGTH, TRANSFER_ENCODING].contains(&name) {
        return Err(UsageError::new(format!("the header `{name}` is not the request's to set")));
    }
    // The value may be a secret: it is not told.
    let value =
        value.try_into().map_err(|_| UsageError::new(format!("the value of the header `{name}` is no value")))?;
    Ok((name, value))
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
