//! One request on its way through the rules, with what its answer needs to know.

use bytes::Bytes;
use http::{HeaderMap, Method, Uri, header};
use serde_json::{Map, Value};

use crate::address::{Address, origin};
use crate::declared::Declared;
use crate::error::Failure;
use crate::json;
use crate::path;
use crate::prefer::Preferences;

/// A request, wherever it came from.
pub(crate) struct Incoming<'a> {
    pub(crate) method: &'a Method,
    pub(crate) uri: &'a Uri,
    /// Path and query as they came.
    pub(crate) target: &'a str,
    pub(crate) headers: &'a HeaderMap,
    /// `None`: longer than the bound, and not read.
    pub(crate) body: Option<Bytes>,
}

/// A request for a place that exists, by a method that it has.
pub(crate) struct Call<'a> {
    pub(crate) declared: &'a [Declared],
    /// `{scheme}://{host}`, for the URLs in answers.
    pub(crate) origin: String,
    pub(crate) version: &'static str,
    pub(crate) uri: &'a Uri,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Bytes,
    pub(crate) prefer: Preferences,
}

impl<'a> Call<'a> {
    pub(crate) fn new(
        declared: &'a [Declared],
        version: &'static str,
        request: &'a Incoming<'_>,
        body: &'a Bytes,
    ) -> Self {
        Self {
            declared,
            origin: origin(request.uri, request.headers),
            version,
            uri: request.uri,
            headers: request.headers,
            body,
            prefer: Preferences::of(request.headers),
        }
    }

    /// `{scheme}://{host}/{version}`.
    pub(crate) fn root(&self) -> String {
        format!("{}/{}", self.origin, self.version)
    }

    /// The URL of the item `id` of a collection.
    pub(crate) fn url_of(&self, home: &Address, id: &str) -> String {
        let path = self.declared[home.collection].url_path(&home.keys);
        format!("{}/{path}/{}", self.root(), path::encode(id))
    }

    /// Whether the body is said to be JSON, with whatever parameters.
    pub(crate) fn is_json(&self) -> bool {
        let value = self.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = value.and_then(|value| value.split(';').next()).unwrap_or_default();
        essence.trim().eq_ignore_ascii_case("application/json")
    }

    /// The object in the body.
    pub(crate) fn json(&self) -> Result<Map<String, Value>, Failure> {
        if !self.is_json() {
            return Err(Failure::unsupported_media_type());
        }
        json::object(self.body)
    }
}
