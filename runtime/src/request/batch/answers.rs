//! What became of the requests of a batch.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;

use super::{Handle, Item};
use crate::client::Shared;
use crate::client::error::{Error, UsageError};
use crate::client::send::{decode, with_content};
use crate::request::response::Response;

/// What was answered to each request of a batch, by its handle.
///
/// An answer is read when it is taken, and can be taken once.
pub struct Answers {
    batch: u64,
    shared: Arc<Shared>,
    items: Vec<(Item, Taken)>,
}

/// `None` once it was taken.
type Taken = Option<Outcome>;

/// A success, or why there is none.
pub(crate) type Outcome = Result<http::Response<Bytes>, Error>;

impl Answers {
    pub(super) fn new(batch: u64, shared: Arc<Shared>, items: Vec<Item>, outcomes: Vec<Outcome>) -> Self {
        Self { batch, shared, items: items.into_iter().zip(outcomes.into_iter().map(Some)).collect() }
    }

    /// What the service answered with. A success without content is [`Error::NoContent`], as with
    /// [`Request::send`](crate::Request::send).
    ///
    /// Fails if the request did. A handle of another batch, and one that was taken before, is [`Error::Usage`].
    pub fn take<T>(&mut self, handle: Handle<T>) -> Result<T, Error> {
        self.take_response(handle).and_then(with_content)
    }

    /// The whole answer, as [`Request::send_response`](crate::Request::send_response) gives it.
    pub fn take_response<T>(&mut self, handle: Handle<T>) -> Result<Response<Option<T>>, Error> {
        let (item, taken) = match self.items.get_mut(handle.index) {
            Some(item) if handle.batch == self.batch => item,
            _ => return Err(UsageError::new("the handle is of another batch").into()),
        };
        let Some(outcome) = taken.take() else {
            return Err(UsageError::new("the answer was taken already").into());
        };
        let asked = self.shared.asked(&item.parts);
        decode(&asked, handle.decode, handle.empty, outcome?)
    }

    /// The status of an answer that has not been taken; `None` too where there is no answer, and for a handle of another
    /// batch.
    pub fn status<T>(&self, handle: Handle<T>) -> Option<StatusCode> {
        let (_, taken) = self.items.get(handle.index).filter(|_| handle.batch == self.batch)?;
        match taken.as_ref()? {
            Ok(response) => Some(response.status()),
            Err(error) => error.status(),
        }
    }
}

/// Methods, templates and statuses.
impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = |taken: &Taken| match taken {
            Some(Ok(response)) => Some(response.status()),
            Some(Err(error)) => error.status(),
            None => None,
        };
        let items = self.items.iter().map(|(item, taken)| (&item.parts.method, &item.parts.template, status(taken)));
        f.write_str("Answers ")?;
        f.debug_list().entries(items).finish()
    }
}
