//! What can go wrong with a call: a variant for each thing that a caller may do about it.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::ETAG;
use http::{HeaderMap, HeaderValue, StatusCode};

use super::auth::TokenError;
use super::batch_error::BatchError;
use super::http_client::{Sent, TransportError};
use super::link_error::LinkError;
use super::operation_error::{OperationError, StillRunning};
use super::pipeline::History;
use super::service_error::ServiceError;
use crate::json;
use crate::request::Response;
use crate::request::upload::UploadError;

/// A call failed.
///
/// `Display` reads well in a log and holds neither a token, nor a query, nor a body.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The program asked for what can't be done. Nothing was sent; the program has to change.
    Usage(UsageError),
    /// There is no token; sign in. Nothing was sent, unless [`may_have_been_done`](Self::may_have_been_done) says so of an
    /// attempt before.
    Token(TokenError),
    /// The exchange failed below HTTP. [`TransportError::sent`] says whether a repetition is safe.
    Transport(TransportError),
    /// The service said no.
    Service(Box<ServiceError>),
    /// The entity is not as `If-Match` or `If-None-Match` wants it (412): somebody else has changed it. Nothing was
    /// done; read it again and decide. (Where an earlier attempt of the same call may have been done, it may have been that
    /// one: [`may_have_been_done`](Self::may_have_been_done) tells.)
    PreconditionFailed(Box<PreconditionError>),
    /// The service makes no such change without `If-Match` (428). Nothing was done; read the entity with its etag first.
    PreconditionRequired(Box<PreconditionError>),
    /// A link or a redirect of the service's is not followed: it is no URL, leads to another origin or back to where one
    /// was, or there were too many before it. Nothing was sent there.
    Link(LinkError),
    /// The service did it, and sent no content (202, 204, an empty 201) where the caller wanted the entity.
    NoContent(Box<Response<()>>),
    /// The service did it, but its answer can't be read: **a write must not be repeated.**
    Decode(Box<DecodeError>),
    /// A [long-running operation](crate::Monitor) is over and did not succeed.
    OperationFailed(Box<OperationError>),
    /// A long-running operation goes on after the time that was to be waited for it: wait again, later or elsewhere.
    StillRunning(Box<StillRunning>),
    /// An upload in parts can't go on; [`UploadError::kind`] says why, and whether its session is good still.
    Upload(Box<UploadError>),
    /// A request of a [`Batch`](crate::Batch) has no answer of its own: it waited for one that failed, the service sent none,
    /// or the exchange failed. [`may_have_been_done`](Self::may_have_been_done) tells whether it may have been.
    Batch(Box<BatchError>),
}

impl Error {
    /// Whether the request may have been done, or was, by any of its attempts. `false` means that repeating it can't do it
    /// twice.
    pub fn may_have_been_done(&self) -> bool {
        match self {
            Error::Usage(_) => false,
            Error::Token(error) => error.unsettled,
            Error::Link(error) => error.unsettled,
            Error::Transport(error) => error.sent() == Sent::Maybe,
            Error::Service(error) => error.may_have_been_done(),
            Error::PreconditionFailed(error) | Error::PreconditionRequired(error) => error.service.may_have_been_done(),
            Error::NoContent(_) | Error::Decode(_) | Error::OperationFailed(_) | Error::StillRunning(_) => true,
            Error::Upload(error) => error.may_have_been_done(),
            Error::Batch(error) => error.may_have_been_done(),
        }
    }

    /// The same after other attempts: what these may have done is not forgotten.
    pub(super) fn after(mut self, history: History) -> Self {
        match self {
            Error::Transport(error) => return Error::Transport(error.after(history)),
            Error::Token(ref mut error) => error.unsettled = history.unsettled,
            Error::Link(ref mut error) => error.unsettled = history.unsettled,
            // What was answered has it, and what is wrong with a request is told before its first attempt.
            _ => {}
        }
        self
    }

    /// What it is, in a word, for traces.
    #[cfg(feature = "tracing")]
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Error::Usage(_) => "usage",
            Error::Token(_) => "token",
            Error::Transport(error) => transport_kind(error),
            Error::Service(_) | Error::PreconditionFailed(_) | Error::PreconditionRequired(_) => "service",
            Error::Link(_) => "link",
            Error::NoContent(_) => "no_content",
            Error::Decode(_) => "decode",
            Error::OperationFailed(_) => "operation",
            Error::StillRunning(_) => "running",
            Error::Upload(_) => "upload",
            Error::Batch(_) => "batch",
        }
    }

    /// The status that the service answered with, if it answered.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Error::Service(error) => Some(error.status()),
            Error::PreconditionFailed(error) | Error::PreconditionRequired(error) => Some(error.service.status()),
            Error::NoContent(response) => Some(response.status()),
            Error::Decode(error) => Some(error.status()),
            Error::OperationFailed(error) => Some(error.service().status()),
            Error::Upload(error) => error.service().map(ServiceError::status),
            Error::Batch(error) => error.status(),
            Error::Usage(_) | Error::Token(_) | Error::Transport(_) | Error::Link(_) | Error::StillRunning(_) => None,
        }
    }

    /// What the service said, if it said no.
    pub fn service(&self) -> Option<&ServiceError> {
        match self {
            Error::Service(error) => Some(error),
            Error::PreconditionFailed(error) | Error::PreconditionRequired(error) => Some(&error.service),
            Error::OperationFailed(error) => Some(error.service()),
            Error::Upload(error) => error.service(),
            Error::Batch(error) => error.service(),
            _ => None,
        }
    }
}

/// The same of a failed exchange.
#[cfg(feature = "tracing")]
pub(super) fn transport_kind(error: &TransportError) -> &'static str {
    match error {
        error if error.is_timeout() => "timeout",
        error if error.is_too_large() => "too_large",
        _ => "transport",
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Usage(error) => error.fmt(f),
            Error::Token(error) => error.fmt(f),
            Error::Transport(error) => error.fmt(f),
            Error::Service(error) => error.fmt(f),
            Error::PreconditionFailed(error) | Error::PreconditionRequired(error) => error.fmt(f),
            Error::Link(error) => error.fmt(f),
            Error::NoContent(response) => {
                write!(f, "the service answered {}: it was done, but there is no entity to return", response.status())
            }
            Error::Decode(error) => error.fmt(f),
            Error::OperationFailed(error) => error.fmt(f),
            Error::StillRunning(error) => error.fmt(f),
            Error::Upload(error) => error.fmt(f),
            Error::Batch(error) => error.fmt(f),
        }
    }
}

/// The variants are transparent: their own cause comes next.
impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Error::Usage(error) => error.source(),
            Error::Token(error) => error.source(),
            Error::Transport(error) => error.source(),
            Error::Upload(error) => error.source(),
            Error::Batch(error) => error.source(),
            Error::Service(_)
            | Error::PreconditionFailed(_)
            | Error::PreconditionRequired(_)
            | Error::Link(_)
            | Error::NoContent(_)
            | Error::Decode(_)
            | Error::OperationFailed(_)
            | Error::StillRunning(_) => None,
        }
    }
}

impl From<UsageError> for Error {
    fn from(error: UsageError) -> Self {
        Error::Usage(error)
    }
}

impl From<TokenError> for Error {
    fn from(error: TokenError) -> Self {
        Error::Token(error)
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        Error::Transport(error)
    }
}

impl From<UploadError> for Error {
    fn from(error: UploadError) -> Self {
        Error::Upload(Box::new(error))
    }
}

/// An update that depends on an etag was not done: the service's answer, and the etags of both sides.
pub struct PreconditionError {
    pub(crate) service: ServiceError,
    pub(crate) sent: Option<HeaderValue>,
}

impl PreconditionError {
    /// What the service said.
    pub fn service(&self) -> &ServiceError {
        &self.service
    }

    /// The etag that the request had in `If-Match` or `If-None-Match`.
    pub fn sent_etag(&self) -> Option<&str> {
        self.sent.as_ref()?.to_str().ok()
    }

    /// The etag that the entity has now, if the service told it.
    pub fn current_etag(&self) -> Option<&str> {
        self.service.headers().get(ETAG)?.to_str().ok()
    }
}

impl fmt::Display for PreconditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.service.fmt(f)
    }
}

impl fmt::Debug for PreconditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreconditionError")
            .field("service", &self.service)
            .field("sent_etag", &self.sent_etag())
            .field("current_etag", &self.current_etag())
            .finish_non_exhaustive()
    }
}

/// The program asked for what can't be done: an id that would change the path, a header that is none, a base URL
/// without TLS. Nothing was sent.
#[derive(Clone)]
pub struct UsageError(Arc<Usage>);

/// Behind one pointer: builders and requests have a place for it, and are moved about.
struct Usage {
    message: String,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

impl UsageError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(Arc::new(Usage { message: message.into(), cause: None }))
    }

    pub(crate) fn with_cause(message: impl Into<String>, cause: impl StdError + Send + Sync + 'static) -> Self {
        Self(Arc::new(Usage { message: message.into(), cause: Some(Box::new(cause)) }))
    }
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Usage { message, cause } = &*self.0;
        f.debug_struct("UsageError").field("message", message).field("cause", cause).finish()
    }
}

impl StdError for UsageError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.cause.as_ref().map(|cause| &**cause as &(dyn StdError + 'static))
    }
}

/// The service answered with a success whose content does not fit the type.
///
/// What was asked for was done. Status, headers and body are all here, so that nothing is lost.
pub struct DecodeError {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) error: json::Error,
    /// Whether the request was a write.
    pub(crate) wrote: bool,
}

impl DecodeError {
    /// The status, a success.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the response.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body of the response, as it came.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Where in the JSON it does not fit: `$.value[14].body.contentType`.
    pub fn path(&self) -> &str {
        self.error.path()
    }

    /// What does not fit.
    pub fn json(&self) -> &json::Error {
        &self.error
    }

    /// Whether the request was a write, which is done now.
    pub fn write_was_done(&self) -> bool {
        self.wrote
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let done = if self.wrote { "; the write was done, do not repeat it" } else { "" };
        write!(f, "the service answered {}{done}, but the answer can't be read: {}", self.status, self.error)
    }
}

/// Without headers and body, which may hold secrets.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("status", &self.status)
            .field("error", &self.error)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl StdError for DecodeError {}
