//! What an operation has come to.

use std::borrow::Cow;
use std::fmt;

use http::{HeaderMap, Method, StatusCode};

use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::send::ready;
use crate::request::operation::Returned;
use crate::request::parts::{Access, Parts};
use crate::request::request::{Decode, Request};
use crate::request::response::Response;
use crate::request::version::AnyVersion;

/// What a service told of the result of an operation: where the resource is, its id, or the resource itself. Often it is but
/// one of these; [`fetch`](Self::fetch) makes of it what it can.
///
/// `Debug` shows no URL: it may be a secret.
pub struct Outcome<T> {
    status: StatusCode,
    headers: HeaderMap,
    resource_id: Option<String>,
    resource: Option<String>,
    value: Option<T>,
    template: Cow<'static, str>,
    reading: Reading<T>,
}

/// How a result is read. It goes along, so that what waits for it asks for no more of its type.
pub(super) struct Reading<T> {
    pub(super) read: Decode<T>,
    pub(super) nothing: fn() -> Option<T>,
    has_enum: fn() -> bool,
}

impl<T: Returned> Reading<T> {
    pub(super) fn new() -> Self {
        Self { read: T::read, nothing: T::nothing, has_enum: T::has_enum }
    }
}

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reading<T> {}

impl<T> Outcome<T> {
    pub(super) fn new(
        (status, headers): (StatusCode, HeaderMap),
        resource_id: Option<String>,
        resource: Option<String>,
        value: Option<T>,
        template: Cow<'static, str>,
        reading: Reading<T>,
    ) -> Self {
        Self { status, headers, resource_id, resource, value, template, reading }
    }

    /// The id of the resource, where the service tells it (`resourceId`, `targetResourceId`). Where it lives is known to the
    /// program: `DriveItem::collection().item(id).get()`.
    pub fn resource_id(&self) -> Option<&str> {
        self.resource_id.as_deref()
    }

    /// The request that reads the resource, where the service told its URL (`resourceLocation`, `targetResourceLocation`,
    /// `Content-Location`, a 303). It is sent as it came, so that the service chooses the properties; the token goes along to
    /// the client's own origins only.
    pub fn resource(&self) -> Option<Request<T, AnyVersion>> {
        self.resource.as_ref().map(|url| request(url.clone(), self.template.clone(), self.reading))
    }

    /// The resource, where the answer has it.
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// The resource, where the answer has it, without the rest.
    pub fn into_value(self) -> Option<T> {
        self.value
    }

    /// The same, of whose result an `R` is read: of an action that says nothing of what it makes.
    pub fn of<R: Returned>(self) -> Outcome<R> {
        Outcome {
            status: self.status,
            headers: self.headers,
            resource_id: self.resource_id,
            resource: self.resource,
            value: None,
            template: self.template,
            reading: Reading::new(),
        }
    }

    /// The resource: as the answer has it, or else read from where it is. [`Error::NoContent`] if neither is told; then it is
    /// to be read by its [id](Self::resource_id).
    pub async fn fetch<H: HttpClient>(self, client: &GraphClient<H>) -> Result<T, Error> {
        if let Some(value) = self.value {
            return Ok(value);
        }
        match self.resource {
            Some(url) => client.send(request(url, self.template, self.reading)).await,
            None => Err(Error::NoContent(Box::new(Response::new(self.status, self.headers, ())))),
        }
    }

    /// [`Self::fetch`] over a transport that blocks.
    pub fn fetch_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<T, Error> {
        ready(self.fetch(&client.blocking()))
    }
}

/// The request of a resource at the URL that the service told.
pub(super) fn request<T>(url: String, template: Cow<'static, str>, reading: Reading<T>) -> Request<T, AnyVersion> {
    let mut parts = Parts::to_link(Method::GET, url, template, HeaderMap::new());
    parts.access = Access::TokenAtHome;
    if (reading.has_enum)() {
        parts.prefer_newer_members();
    }
    Request::new(parts, reading.read, reading.nothing)
}

impl<T: fmt::Debug> fmt::Debug for Outcome<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("status", &self.status)
            .field("resource_id", &self.resource_id)
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
