//! What can go wrong with an upload beyond what can with any call.

use std::error::Error as StdError;
use std::fmt;
use std::io;

use super::source::{Problem, SourceError};
use crate::client::service_error::ServiceError;

/// Why an upload can't go on as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum UploadErrorKind {
    /// The service doesn't know the session (404, 410), or it has expired: begin with a new one. Where the last part was on
    /// its way, the item may be there all the same: [`Error::may_have_been_done`](crate::Error::may_have_been_done).
    SessionGone,
    /// There is an item of that name (409), and the session says [`Fail`](crate::upload::ConflictBehavior::Fail). The session is
    /// good still.
    NameConflict,
    /// The source can't be read; its error is the cause. The session is good still.
    SourceFailed,
    /// The source is not what it was when the upload began. Begin with a new session, unless it can be brought back.
    SourceChanged,
    /// The service wants bytes that a stream has given already. The session is good still: go on with a stream from the
    /// start.
    SourcePassed,
    /// The service wants bytes that the source doesn't have: the session is of another one.
    WrongSize,
    /// The service asked for the same bytes again and again, or has all of them and does not end. The session is good still.
    NoProgress,
}

/// An upload can't go on.
///
/// Failures of the connection and of the service that a repetition did not mend are those of any call:
/// [`Error::Transport`](crate::Error::Transport), [`Error::Service`](crate::Error::Service). The session is good still then,
/// and another upload of it goes on where this one was.
#[derive(Debug)]
pub struct UploadError {
    kind: UploadErrorKind,
    received: u64,
    total: u64,
    unsettled: bool,
    service: Option<Box<ServiceError>>,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

impl UploadError {
    pub(super) fn new(kind: UploadErrorKind, (received, total): (u64, u64)) -> Self {
        Self { kind, received, total, unsettled: false, service: None, cause: None }
    }

    pub(super) fn of_service(self, service: Box<ServiceError>, unsettled: bool) -> Self {
        Self { service: Some(service), unsettled, ..self }
    }

    pub(super) fn of_source(error: SourceError, at: (u64, u64)) -> Self {
        match error.0 {
            Problem::Failed(cause) => {
                let kind = kind_within(&*cause).unwrap_or(UploadErrorKind::SourceFailed);
                Self { cause: Some(cause), ..Self::new(kind, at) }
            }
            Problem::Changed => Self::new(UploadErrorKind::SourceChanged, at),
            Problem::Passed => Self::new(UploadErrorKind::SourcePassed, at),
        }
    }

    /// Why it can't.
    pub fn kind(&self) -> UploadErrorKind {
        self.kind
    }

    /// How many bytes the service has, as it said last.
    pub fn received(&self) -> u64 {
        self.received
    }

    /// How many there are.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// What the service said, if it said no.
    pub fn service(&self) -> Option<&ServiceError> {
        self.service.as_deref()
    }

    pub(crate) fn may_have_been_done(&self) -> bool {
        self.unsettled
    }
}

/// What a source said itself while it was read: on its way through readers and streams others were put around it.
fn kind_within(error: &(dyn StdError + 'static)) -> Option<UploadErrorKind> {
    match error.downcast_ref::<SourceError>().map(|error| &error.0) {
        Some(Problem::Changed) => return Some(UploadErrorKind::SourceChanged),
        Some(Problem::Passed) => return Some(UploadErrorKind::SourcePassed),
        _ => {}
    }
    // An I/O error's `source` is that of what is in it.
    let within = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    match within {
        Some(within) => kind_within(within),
        None => error.source().and_then(kind_within),
    }
}

impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.kind {
            UploadErrorKind::SessionGone if self.unsettled => {
                "the upload session is gone, which may be since the upload is complete: look for it before you begin a new one"
            }
            UploadErrorKind::SessionGone => "the upload session is gone: begin with a new one",
            UploadErrorKind::NameConflict => "there is an item of that name already",
            UploadErrorKind::SourceFailed => "the source of the upload can't be read",
            UploadErrorKind::SourceChanged => "the source has changed since the upload began",
            UploadErrorKind::SourcePassed => "the service wants bytes that the stream has given already",
            UploadErrorKind::WrongSize => "the service wants bytes that the source does not have: another file?",
            UploadErrorKind::NoProgress => "the upload makes no progress",
        };
        write!(f, "{why} ({} of {} bytes arrived)", self.received, self.total)?;
        self.service.as_ref().map_or(Ok(()), |service| write!(f, ": {service}"))
    }
}

impl StdError for UploadError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause.as_ref().map(|cause| &**cause as &(dyn StdError + 'static))
    }
}
