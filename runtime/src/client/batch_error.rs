//! What can go wrong with one request of a batch and not with one by itself.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use super::error::Error;
use super::service_error::ServiceError;

/// A request of a [`Batch`](crate::Batch) has no answer of its own.
#[derive(Debug)]
pub struct BatchError {
    reason: Reason,
    unsettled: bool,
}

#[derive(Debug)]
enum Reason {
    /// What it was to come after failed. The service says so by 424, if it was asked.
    Dependency(Option<Box<ServiceError>>),
    /// The service answered, and did not tell what became of it.
    Unanswered,
    /// The exchange that it was in failed, or the one before it.
    Exchange(Arc<Error>),
}

impl BatchError {
    /// `unsettled`: an earlier attempt may have been done.
    pub(super) fn dependency(service: Option<Box<ServiceError>>, unsettled: bool) -> Self {
        Self { reason: Reason::Dependency(service), unsettled }
    }

    pub(super) fn unanswered(unsettled: bool) -> Self {
        Self { reason: Reason::Unanswered, unsettled }
    }

    pub(super) fn exchange(error: Arc<Error>, unsettled: bool) -> Self {
        Self { reason: Reason::Exchange(error), unsettled }
    }

    /// Whether a request failed that this one was to come after. It was not done.
    pub fn is_dependency_failed(&self) -> bool {
        matches!(self.reason, Reason::Dependency(_))
    }

    /// Whether the service answered to the batch, but not to this request.
    pub fn is_unanswered(&self) -> bool {
        matches!(self.reason, Reason::Unanswered)
    }

    /// Why the exchange failed that the request was in, or was to be in.
    pub fn exchange_error(&self) -> Option<&Error> {
        match &self.reason {
            Reason::Exchange(error) => Some(error),
            _ => None,
        }
    }

    /// Whether it may have been done, as [`Error::may_have_been_done`] has it. What only reads is never.
    pub fn may_have_been_done(&self) -> bool {
        self.unsettled
    }

    /// 424 for what waited for one that failed, whether the service said it or was not asked; the status of the failed
    /// exchange.
    pub(super) fn status(&self) -> Option<StatusCode> {
        match &self.reason {
            Reason::Dependency(_) => Some(StatusCode::FAILED_DEPENDENCY),
            Reason::Unanswered => None,
            Reason::Exchange(error) => error.status(),
        }
    }

    pub(super) fn service(&self) -> Option<&ServiceError> {
        match &self.reason {
            Reason::Dependency(service) => service.as_deref(),
            Reason::Unanswered => None,
            Reason::Exchange(error) => error.service(),
        }
    }
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.reason {
            Reason::Dependency(_) => "not done: a request of the batch that it was to come after failed",
            Reason::Unanswered => "the service's answer to the batch has none to this request",
            Reason::Exchange(_) => "the exchange failed that the request was to be done in",
        })?;
        f.write_str(if self.unsettled { "; it may have been done" } else { "" })
    }
}

impl StdError for BatchError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.reason {
            Reason::Exchange(error) => Some(&**error),
            _ => None,
        }
    }
}
