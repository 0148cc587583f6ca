//! What a request is made of, whatever answers it: where it goes, with what, and by which rules it is sent.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use super::least::LeastScopes;
use super::path::Path;
use super::query::projection::Projection;
use super::reference::Reference;
use super::relative::Relative;
use super::template::Template;
use crate::client::error::{Error, UsageError};
use crate::client::retry::Retry;

pub(super) const JSON: HeaderValue = HeaderValue::from_static("application/json");
pub(crate) const PREFER: HeaderName = HeaderName::from_static("prefer");

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
            template: path.template.into_text(),
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
        let path = Path { template: Template::new(template), encoded: Ok(String::new()) };
        Self { link: Some(link), ..Self::new(method, None, path, headers) }
    }

    pub(crate) fn with_json(mut self, body: Bytes) -> Self {
        self.body = body;
        self.headers.insert(CONTENT_TYPE, JSON);
        self
    }

    /// With an entity's properties as the body.
    pub(crate) fn with_properties(self, body: Bytes, projection: &Projection) -> Self {
        let mut parts = self.with_json(body);
        // Without it a service takes no newer member, and tells none (W3).
        if projection.has_enum {
            parts.prefer_newer_members();
        }
        parts
    }

    /// The same, unless something is wrong already.
    pub(crate) fn check(self) -> Result<Self, Error> {
        match &self.wrong {
            Some(error) => Err(Error::Usage(error.clone())),
            None => Ok(self),
        }
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

    pub(super) fn into_http(mut self, base_url: &str, version: &str) -> Result<http::Request<Bytes>, UsageError> {
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

pub(super) fn header<N, V>(name: N, value: V) -> Result<(HeaderName, HeaderValue), UsageError>
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
