//! Where a request goes: a path, a cast to a type, and the headers that go with the target.

use std::fmt::Display;

use http::header::{IF_MATCH, IF_NONE_MATCH};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

use super::least::{LeastScopes, Permissions};
use super::parts::{Parts, prefer};
use super::path::Path;
use super::request::{Decode, Request};
use crate::client::error::UsageError;
use crate::entity::GraphEntity;
use crate::model::Property;

/// A path and what is asked of what is there.
#[derive(Debug, Clone)]
pub struct Target {
    pub(crate) path: Path,
    /// The version of the API that the type there lives in.
    pub(crate) version: Option<&'static str>,
    /// The derived type that is meant, where the path is of its base.
    pub(crate) cast: Option<&'static str>,
    /// What the `permission` key of the collection says, or of the single instance; it says nothing of what is below.
    pub(crate) permissions: Option<&'static Permissions>,
    /// What of it counts for the request.
    least: Option<&'static LeastScopes>,
    /// Few requests have any, and a map is large to hand on.
    headers: Option<Box<HeaderMap>>,
    wrong: Option<UsageError>,
}

impl Target {
    pub(crate) fn new(path: Path) -> Self {
        Self { path, version: None, cast: None, permissions: None, least: None, headers: None, wrong: None }
    }

    /// That of a constructor of the derive's, which has checked the template. Not inlined: each call is code of a type.
    #[inline(never)]
    pub(crate) fn of_constructor(template: &'static str, ids: &[&dyn Display]) -> Self {
        Self::new(Path::checked(template, ids))
    }

    /// The same of a collection, by the template of its items.
    #[inline(never)]
    pub(crate) fn of_items(items: &'static str, ids: &[&dyn Display]) -> Self {
        Self::new(Path::of_items(items, ids))
    }

    /// In the version that `T` lives in; without one of its own, in that of what it is below.
    pub(crate) fn living<T: GraphEntity>(self) -> Self {
        self.living_in(T::VERSION)
    }

    /// The same of a version.
    pub(crate) fn living_in(self, version: Option<&'static str>) -> Self {
        Self { version: version.or(self.version), ..self }
    }

    /// With a derived type in mind.
    pub(crate) fn cast_to<D: GraphEntity>(self) -> Self {
        Self { cast: Some(D::ODATA_TYPE), ..self.living::<D>() }
    }

    /// The same with another path.
    pub(crate) fn map(self, path: impl FnOnce(Path) -> Path) -> Self {
        Self { path: path(self.path), permissions: None, ..self }
    }

    /// An item of the collection.
    pub(crate) fn item(self, path: impl FnOnce(Path) -> Path) -> Self {
        Self { path: path(self.path), ..self }
    }

    /// For a request of this operation.
    pub(crate) fn needing(self, of: fn(&'static Permissions) -> &'static Option<LeastScopes>) -> Self {
        Self { least: self.permissions.and_then(|all| of(all).as_ref()), ..self }
    }

    /// The path with the cast to the type as its last segment.
    pub(crate) fn cast_path(self) -> Self {
        match self.cast {
            Some(name) => Self { path: self.path.segment(name), cast: None, ..self },
            None => self,
        }
    }

    /// An etag that the target has to have, or not to have.
    pub(crate) fn condition(&mut self, name: HeaderName, etag: &str) {
        debug_assert!([IF_MATCH, IF_NONE_MATCH].contains(&name));
        match HeaderValue::try_from(etag) {
            Ok(value) if !etag.is_empty() => _ = self.headers.get_or_insert_default().insert(name, value),
            _ => self.wrong = Some(UsageError::new(format!("the etag for `{name}` can't be a header's value"))),
        }
    }

    pub(crate) fn fail(&mut self, error: UsageError) {
        self.wrong = Some(error);
    }

    pub(crate) fn prefer(&mut self, preference: &str) {
        if let Err(error) = prefer(self.headers.get_or_insert_default(), preference) {
            self.fail(error);
        }
    }

    /// What the request is made of. What is wrong with the target is told when it is sent.
    pub(crate) fn parts(self, method: Method) -> Parts {
        let headers = self.headers.map_or_else(HeaderMap::new, |headers| *headers);
        let mut parts = Parts::new(method, self.version, self.path, headers);
        parts.least = self.least;
        if let Some(error) = self.wrong {
            parts.fail(error);
        }
        parts
    }

    /// The request whose answer `decode` reads.
    pub(crate) fn request<T, V>(self, method: Method, decode: Decode<T>, empty: fn() -> Option<T>) -> Request<T, V> {
        Request::new(self.parts(method), decode, empty)
    }

    /// The request that is answered with the JSON of a value.
    pub(crate) fn request_json<T: Property, V>(self, method: Method) -> Request<T, V> {
        Request::json(self.parts(method))
    }

    /// The request of whose answer nothing but its success counts.
    pub(crate) fn request_done<V>(self, method: Method) -> Request<(), V> {
        self.request(method, |_, _| Ok(()), || Some(()))
    }
}
