//! What can go wrong with a call: a variant for each thing that a caller may do about it.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::auth::TokenError;
use super::http_client::{Sent, TransportError};
use super::service_error::ServiceError;
use crate::json;
use crate::request::Response;

/// A call failed.
///
/// `Display` reads well in a log and holds neither a token, nor a query, nor a body.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The program asked for what can't be done. Nothing was sent; the program has to change.
    Usage(UsageError),
    /// There is no token. Nothing was sent; sign in.
    Token(TokenError),
    /// The exchange failed below HTTP. [`TransportError::sent`] says whether a repetition is safe.
    Transport(TransportError),
    /// The service said no.
    Service(Box<ServiceError>),
    /// The service did it, and sent no content (202, 204, an empty 201) where the caller wanted the entity.
    NoContent(Box<Response<()>>),
    /// The service did it, but its answer can't be read: **a write must not be repeated.**
    Decode(Box<DecodeError>),
}

impl Error {
    /// Whether the request may have been done, or was. `false` means that repeating it can't do it twice.
    pub fn may_have_been_done(&self) -> bool {
        match self {
            Error::Usage(_) | Error::Token(_) => false,
            Error::Transport(error) => error.sent() == Sent::Maybe,
            // A server error may come after the fact.
            Error::Service(error) => error.status().is_server_error(),
            Error::NoContent(_) | Error::Decode(_) => true,
        }
    }

    /// The status that the service answered with, if it answered.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Error::Service(error) => Some(error.status()),
            Error::NoContent(response) => Some(response.status()),
            Error::Decode(error) => Some(error.status()),
            Error::Usage(_) | Error::Token(_) | Error::Transport(_) => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Usage(error) => error.fmt(f),
            Error::Token(error) => error.fmt(f),
            Error::Transport(error) => error.fmt(f),
            Error::Service(error) => error.fmt(f),
            Error::NoContent(response) => {
                write!(f, "the service answered {}: it was done, but there is no entity to return", response.status())
            }
            Error::Decode(error) => error.fmt(f),
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
            Error::Service(_) | Error::NoContent(_) | Error::Decode(_) => None,
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

/// The program asked for what can't be done: an id that would change the path, a header that is none, a base URL
/// without TLS. Nothing was sent.
#[derive(Debug, Clone)]
pub struct UsageError {
    message: String,
    cause: Option<Arc<dyn StdError + Send + Sync>>,
}

impl UsageError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), cause: None }
    }

    pub(crate) fn with_cause(message: impl Into<String>, cause: impl StdError + Send + Sync + 'static) -> Self {
        Self { message: message.into(), cause: Some(Arc::new(cause)) }
    }
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for UsageError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause.as_ref().map(|cause| &**cause as &(dyn StdError + 'static))
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
