//! A part on its way: a failure of the source is told from one of the connection.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use crate::client::byte_stream::ByteStream;
use crate::client::http_client::{Sent, TransportError};

/// Where the failure of a part's source ends up, past the transport that breaks off because of it.
#[derive(Clone, Default)]
pub(super) struct Failure(Arc<Mutex<Option<TransportError>>>);

impl Failure {
    /// The part that tells its failure here.
    pub(super) fn watch(&self, part: ByteStream, length: u64) -> ByteStream {
        ByteStream::new(Watched { part: part.with_length(length), failure: self.clone() }).with_length(length)
    }

    pub(super) fn take(&self) -> Option<TransportError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

struct Watched {
    part: ByteStream,
    failure: Failure,
}

impl Stream for Watched {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = ready!(Pin::new(&mut self.part).poll_next(context));
        Poll::Ready(chunk.map(|chunk| {
            chunk.map_err(|error| {
                *self.failure.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                TransportError::new(Sent::Maybe, "the source of the upload failed")
            })
        }))
    }
}
