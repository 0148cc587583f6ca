//! A link that a service told to more of an answer, which can be kept: what `NextLink` and `DeltaLink` are made of.

use std::borrow::Cow;
use std::time::Duration;

use http::header::{CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use serde_core::de::{Error as _, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::SerializeMap;
use serde_core::{Deserializer, Serializer};

use super::parts::{PREFER, Parts};
use super::query::CONSISTENCY_LEVEL;
use super::request::{Decode, Request};
use super::response::CLIENT_REQUEST_ID;
use super::version::AnyVersion;
use crate::client::error::UsageError;
use crate::client::origin::Origin;
use crate::client::retry::Retry;

/// Where an answer goes on that is read as an `A`: the URL as the service told it, and what the next request has of the
/// first.
pub(super) struct Link<A> {
    url: String,
    headers: HeaderMap,
    pub(super) template: Cow<'static, str>,
    timeout: Option<Duration>,
    retry: Option<Box<Retry>>,
    pub(super) version: Option<&'static str>,
    decode: Decode<A>,
}

/// Headers that are a part of a question, and of each of its pages.
static KEPT: [HeaderName; 2] = [CONSISTENCY_LEVEL, PREFER];

impl<A> Link<A> {
    /// The link `url`, which the answer to `request` told.
    pub(super) fn after(request: &Parts, url: String, decode: Decode<A>) -> Self {
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

    /// A link that was kept.
    pub(super) fn kept(kept: Kept, decode: Decode<A>) -> Self {
        let Kept { url, template, headers, .. } = kept;
        Self { url, headers, template: template.into(), timeout: None, retry: None, version: None, decode }
    }

    /// A link that came as a text.
    pub(super) fn of_text(url: &str, decode: Decode<A>) -> Result<Self, UsageError> {
        check(url)?;
        Ok(Self::kept(Kept { url: url.to_owned(), ..Kept::default() }, decode))
    }

    /// Another link of the same request.
    pub(super) fn to(&self, url: String) -> Self {
        Self { url, ..self.clone() }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn into_request(self) -> Request<A, AnyVersion> {
        let mut parts = Parts::to_link(Method::GET, self.url, self.template, self.headers);
        parts.timeout = self.timeout;
        parts.retry = self.retry;
        // For the links in its answer that are relative.
        parts.version = self.version;
        Request::new(parts, self.decode, || None)
    }

    /// An object: `url`, `template`, the headers by their names, and `kind` if there is one.
    pub(super) fn serialize<S: Serializer>(&self, kind: Option<&str>, serializer: S) -> Result<S::Ok, S::Error> {
        let headers = KEPT.iter().filter_map(|name| Some((name.as_str(), self.headers.get(name)?.to_str().ok()?)));
        let headers: Vec<_> = headers.chain(kind.map(|kind| ("kind", kind))).collect();
        let mut map = serializer.serialize_map(Some(headers.len() + 2))?;
        map.serialize_entry("url", &self.url)?;
        map.serialize_entry("template", &self.template)?;
        for (name, value) in headers {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<A> Clone for Link<A> {
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

/// A link as it was stored.
#[derive(Default)]
pub(super) struct Kept {
    url: String,
    template: String,
    headers: HeaderMap,
    pub(super) kind: Option<String>,
}

impl Kept {
    /// Fails for what is no `https` URL, but for one of this machine.
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeptVisitor)
    }
}

struct KeptVisitor;

impl<'de> Visitor<'de> for KeptVisitor {
    type Value = Kept;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a link to a page")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Kept, M::Error> {
        let (mut url, mut link) = (None, Kept::default());
        while let Some(name) = map.next_key::<String>()? {
            match (name.as_str(), KEPT.iter().find(|kept| **kept == *name)) {
                ("url", _) => url = Some(map.next_value::<String>()?),
                ("template", _) => link.template = map.next_value()?,
                ("kind", _) => link.kind = map.next_value()?,
                (_, Some(kept)) => {
                    let value = HeaderValue::try_from(map.next_value::<String>()?);
                    link.headers.insert(kept.clone(), value.map_err(M::Error::custom)?);
                }
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        link.url = url.ok_or_else(|| M::Error::missing_field("url"))?;
        check(&link.url).map_err(M::Error::custom)?;
        Ok(link)
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
