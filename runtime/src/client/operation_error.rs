//! Long-running operations that failed, and such as go on for longer than anyone waits.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::pipeline::History;
use super::service_error::{ServiceError, write_line};

/// A long-running operation is over, and did not succeed: it failed, or was cancelled or skipped. What it had done by then
/// may be there.
///
/// `Display` is the status, the code and the message, bounded and on one line.
pub struct OperationError {
    status: String,
    service: ServiceError,
}

impl OperationError {
    /// `status` is the operation's word for it; `code` and `message` stand in where its body has no error object.
    pub(crate) fn new(
        status: String,
        (http, headers): (StatusCode, HeaderMap),
        body: &Bytes,
        (code, message): (String, String),
    ) -> Self {
        let history = History { attempts: 1, unsettled: true };
        Self { status, service: ServiceError::new(http, headers, body, history).or(code, message) }
    }

    /// How the service says that it ended: `failed`, `cancelled`, `skipped`, in its own spelling. Empty if it told an error
    /// only.
    pub fn status(&self) -> &str {
        &self.status
    }

    /// What went wrong, for programs. Empty if the service told nothing.
    pub fn code(&self) -> &str {
        self.service.code()
    }

    /// What went wrong, for people. Empty if the service told nothing.
    pub fn message(&self) -> &str {
        self.service.message()
    }

    /// The error object within the operation, with its details and inner codes. Its HTTP status is that of the answer that
    /// told of it, most often 200.
    pub fn service(&self) -> &ServiceError {
        &self.service
    }
}

impl fmt::Display for OperationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the operation did not succeed")?;
        for part in [self.status(), self.service.innermost_code(), self.message()] {
            if !part.is_empty() {
                f.write_str(": ")?;
                write_line(f, part)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for OperationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OperationError").field("status", &self.status).field("service", &self.service).finish()
    }
}

impl std::error::Error for OperationError {}

/// An operation goes on, and the time that was to be waited for it is over, or would be before the service wants to be
/// asked again. The [`Monitor`](crate::Monitor) is still good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StillRunning {
    pub(crate) status: String,
    pub(crate) retry_after: Option<Duration>,
}

impl StillRunning {
    /// The last that was heard of it: `inProgress`, in the service's own words. Empty if nothing was.
    pub fn status(&self) -> &str {
        &self.status
    }

    /// When the service wants to be asked again, counted from its last answer; `None` if it did not say.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}

impl fmt::Display for StillRunning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the operation goes on, and the time to wait for it is over")?;
        if !self.status.is_empty() {
            f.write_str(": ")?;
            write_line(f, &self.status)?;
        }
        Ok(())
    }
}

impl std::error::Error for StillRunning {}
