//! What a piece of work of many exchanges needs of the client, to repeat some of them by the same policy and the same budget
//! as a call is repeated.

use std::time::{Duration, Instant};

use bytes::Bytes;

use super::GraphClient;
use super::byte_stream::ByteStream;
use super::error::Error;
use super::http_client::HttpClient;
use super::retry::{Failed, Repetition, Retry};
use crate::request::Parts;

/// How often it was waited since something succeeded, and until when there is time.
pub(crate) struct Patience {
    waits: u32,
    until: Option<Instant>,
}

impl Patience {
    pub(crate) fn new(retry: &Retry) -> Self {
        Self { waits: 0, until: retry.ends() }
    }
}

impl<H: HttpClient> GraphClient<H> {
    /// The client's own policy.
    pub(crate) fn retry_policy(&self) -> &Retry {
        &self.shared.retry
    }

    /// Waits before another attempt; `false` if there is none. `asked` is what the service asks to wait.
    pub(crate) async fn pause(&self, patience: &mut Patience, retry: &Retry, asked: Option<Duration>) -> bool {
        let Patience { waits, until } = *patience;
        // A part is known by its range: to send it twice is to send it once.
        let repetition = Repetition { policy: retry, made: waits, idempotent: true, until };
        patience.waits = waits.saturating_add(1);
        let Some(wait) = repetition.wait(Failed::Perhaps, asked) else { return false };
        if !self.shared.budget.allows(asked) {
            return false;
        }
        self.http.sleep(wait).await;
        true
    }

    /// Sends a body in chunks, once; the answer is a success, and as a whole. It has the client's timeout, if it has none of
    /// its own.
    pub(crate) async fn exchange_part(&self, parts: &Parts, body: ByteStream) -> Result<http::Response<Bytes>, Error> {
        let mut parts = parts.clone();
        parts.timeout = parts.timeout.or(self.shared.timeout);
        let (head, body) = self.exchange_streaming(&parts, body).await?.into_parts();
        let body = body.collect(self.shared.max_response_bytes).await?;
        Ok(http::Response::from_parts(head, body))
    }
}
