//! A response as a whole.

use std::fmt;

use http::{HeaderMap, HeaderName, StatusCode, header};

/// What the service answered: the value, and the status and headers around it.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    value: T,
}

impl<T> Response<T> {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, value: T) -> Self {
        Self { status, headers, value }
    }

    pub(crate) fn into_parts(self) -> (StatusCode, HeaderMap, T) {
        (self.status, self.headers, self.value)
    }

    /// The status, always a success.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The id that the service gave to this request: what its support asks for.
    pub fn request_id(&self) -> Option<&str> {
        text(&self.headers, REQUEST_ID)
    }

    /// The id that the client gave to this request, as the service echoes it.
    pub fn client_request_id(&self) -> Option<&str> {
        text(&self.headers, CLIENT_REQUEST_ID)
    }

    /// Where the entity, or the progress of a longer operation, is to be found.
    pub fn location(&self) -> Option<&str> {
        text(&self.headers, header::LOCATION)
    }

    /// The etag of the entity, where the service tells it here: after an update that is answered without the entity.
    pub fn etag(&self) -> Option<&str> {
        text(&self.headers, header::ETAG)
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value, without the rest.
    pub fn into_value(self) -> T {
        self.value
    }
}

pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
pub(crate) const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");

pub(crate) fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// Without the headers, which may hold addresses that are secrets.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("request_id", &self.request_id())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
