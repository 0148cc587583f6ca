//! One request, before it is sent.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use super::path::Path;
use super::response::Response;
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::entity::GraphEntity;
use crate::json;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const PREFER: HeaderName = HeaderName::from_static("prefer");

/// A request to Graph that is answered with a `T`: method, path below the version root, query, headers, body.
///
/// It is a value and does no I/O. It has no token: the client adds that, for its own origin only.
#[must_use = "a request does nothing until it is sent"]
pub struct Request<T> {
    pub(crate) parts: Parts,
    pub(crate) decode: fn(&[u8]) -> Result<T, json::Error>,
    /// What an answer without content means, if that is a value.
    pub(crate) empty: fn() -> Option<T>,
}

/// All of a request but its type.
#[derive(Clone)]
pub(crate) struct Parts {
    pub(crate) method: Method,
    pub(crate) version: Option<&'static str>,
    pub(crate) path: String,
    pub(crate) template: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) timeout: Option<Duration>,
    /// A setter can't fail; what it was given wrong is told before anything is sent.
    pub(crate) wrong: Option<UsageError>,
}

impl<T: GraphEntity> Request<T> {
    pub(crate) fn new(method: Method, version: Option<&'static str>, path: Path) -> Result<Self, UsageError> {
        let mut headers = HeaderMap::with_capacity(4);
        headers.insert(ACCEPT, JSON);
        let parts = Parts {
            method,
            version,
            path: path.encoded?,
            template: path.template,
            query: String::new(),
            headers,
            body: Bytes::new(),
            timeout: None,
            wrong: None,
        };
        Ok(Self { parts, decode: json::from_slice::<T>, empty: || None })
    }

    /// The same request, of which an answer without content is none.
    pub(crate) fn optional(self) -> Request<Option<T>> {
        Request { parts: self.parts, decode: |json| json::from_slice::<T>(json).map(Some), empty: || Some(None) }
    }
}

impl<T> Request<T> {
    pub(crate) fn with_json(mut self, body: Bytes) -> Self {
        self.parts.body = body;
        self.parts.headers.insert(CONTENT_TYPE, JSON);
        self
    }

    /// Appends to the query what is encoded already.
    pub(crate) fn with_query(mut self, option: &str) -> Self {
        if !self.parts.query.is_empty() {
            self.parts.query.push('&');
        }
        self.parts.query.push_str(option);
        self
    }

    /// Sets a header, in place of an earlier one of the same name.
    ///
    /// `Authorization`, `Host` and the framing of the body are not the request's to set; these, and what is no header,
    /// are an error when the request is sent.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        match header(name, value) {
            Ok((name, value)) => {
                self.parts.headers.insert(name, value);
            }
            Err(error) => self.parts.wrong = Some(error),
        }
        self
    }

    /// Adds a preference, such as `return=minimal` or `outlook.timezone="UTC"`, to those that are there.
    pub fn prefer(mut self, preference: &str) -> Self {
        let joined = match self.parts.headers.get(PREFER).and_then(|value| value.to_str().ok()) {
            Some(earlier) => format!("{earlier}, {preference}"),
            None => preference.to_owned(),
        };
        self = self.header(PREFER, joined);
        self
    }

    /// Sets how long the exchange may take, in place of the client's own deadline.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.parts.timeout = Some(timeout);
        self
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.parts.method
    }

    /// The path below the version root, encoded, without a leading slash: `users/3f5a`.
    pub fn path(&self) -> &str {
        &self.parts.path
    }

    /// The path with its parameters' names in place of ids, for logs and metrics: `users/{id}`.
    pub fn path_template(&self) -> &str {
        &self.parts.template
    }

    /// The query, encoded, without `?`. Empty if there is none.
    pub fn query(&self) -> &str {
        &self.parts.query
    }

    /// The version of the API that the entity lives in; `None` for the client's.
    pub fn version(&self) -> Option<&'static str> {
        self.parts.version
    }

    /// The headers, without the token and what the transport adds.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// The body. Empty if there is none.
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
    pub(crate) fn to_http(&self, base_url: &str, version: &str) -> Result<http::Request<Bytes>, UsageError> {
        if let Some(error) = &self.wrong {
            return Err(error.clone());
        }
        let base = base_url.trim_end_matches('/');
        let version = self.version.unwrap_or(version);
        let mut url = String::with_capacity(base.len() + version.len() + self.path.len() + self.query.len() + 3);
        for part in [base, "/", version, "/", &self.path] {
            url.push_str(part);
        }
        if !self.query.is_empty() {
            url.push('?');
            url.push_str(&self.query);
        }
        let uri = Uri::try_from(url).map_err(|error| UsageError::with_cause("the path makes no URL", error))?;
        let mut request = http::Request::new(self.body.clone());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers.clone();
        Ok(request)
    }
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

impl<T> Clone for Request<T> {
    fn clone(&self) -> Self {
        Self { parts: self.parts.clone(), decode: self.decode, empty: self.empty }
    }
}

/// Method, template and the length of the body: neither ids, nor a query, nor values.
impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.parts.method)
            .field("path_template", &self.parts.template)
            .field("body_bytes", &self.parts.body.len())
            .finish_non_exhaustive()
    }
}
