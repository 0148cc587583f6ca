//! The request log. Who writes it isn't in here.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, header};

use crate::fault::Fault;

/// A request that an emulator got, and the status of its answer.
///
/// `Debug` shows neither the token nor the body.
#[derive(Clone)]
#[non_exhaustive]
pub struct LogEntry {
    /// The method.
    pub method: Method,
    /// Path and query as they came, not decoded.
    pub target: String,
    /// All headers as they came; those that carry credentials are marked sensitive. Empty if the head of the request
    /// was malformed.
    pub headers: HeaderMap,
    /// The body, without its framing. Empty if it was over the bound or incomplete.
    pub body: Bytes,
    /// The status of the answer; if a fault kept it back, of the answer that would have been given.
    pub status: StatusCode,
    /// The fault that the request met.
    pub fault: Option<Fault>,
    /// The id of the request in the batch that it came by. The batch itself comes after its requests.
    pub batch: Option<String>,
}

impl LogEntry {
    pub(crate) fn new(method: Method, target: String, mut headers: HeaderMap, body: Bytes, status: StatusCode) -> Self {
        mark_sensitive(&mut headers);
        Self { method, target, headers, body, status, fault: None, batch: None }
    }
}

/// Marks the headers that carry credentials, so that `Debug` doesn't show them.
pub(crate) fn mark_sensitive(headers: &mut HeaderMap) {
    for (name, value) in headers {
        if [header::AUTHORIZATION, header::PROXY_AUTHORIZATION, header::COOKIE].contains(name) {
            value.set_sensitive(true);
        }
    }
}

impl fmt::Debug for LogEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LogEntry")
            .field("method", &self.method)
            .field("target", &self.target)
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("status", &self.status)
            .field("fault", &self.fault)
            .field("batch", &self.batch)
            .finish()
    }
}
