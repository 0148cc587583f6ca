//! What a piece of work of many exchanges needs of the client, to repeat some of them by the same policy and the same budget
//! as a call is repeated.

use std::time::{Duration, Instant};

use bytes::Bytes;

use super::GraphClient;
use super::byte_stream::ByteStream;
use super::error::Error;
use super::http_client::HttpClient;
use super::link::Asked;
use super::retry::Retry;
use super::send;
use crate::request::{Parts, Request, Response};

/// How often it was waited since something succeeded, and until when there is time.
pub(crate) struct Patience {
    waits: u32,
    until: Option<Instant>,
}

impl Patience {
    pub(crate) fn new(retry: &Retry) -> Self {
        Self { waits: 0, until: retry.total().and_then(|total| Instant::now().checked_add(total)) }
    }
}

impl<H: HttpClient> GraphClient<H> {
    /// The client's own policy.
    pub(crate) fn retry_policy(&self) -> &Retry {
        &self.shared.retry
    }

    /// Waits before another attempt; `false` if there is none. `asked` is what the service asks to wait.
    pub(crate) async fn pause(&self, patience: &mut Patience, retry: &Retry, asked: Option<Duration>) -> bool {
        patience.waits = patience.waits.saturating_add(1);
        let Some(wait) = retry.wait(patience.waits, asked) else { return false };
        let ends = Instant::now().checked_add(wait);
        if patience.until.is_some_and(|until| ends.is_none_or(|ends| ends >= until)) {
            return false;
        }
        // As for calls: who is told when to come back does so on the service's account.
        if asked.is_none_or(|asked| asked.is_zero()) && !self.shared.budget.take() {
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

    /// What an answer to this request means.
    pub(crate) fn decode<T, V>(
        &self,
        request: &Request<T, V>,
        response: http::Response<Bytes>,
    ) -> Result<Response<Option<T>>, Error> {
        let asked = Asked { parts: &request.parts, base: &self.shared.base, version: &self.shared.version };
        send::decode(&asked, request.decode, request.empty, response)
    }
}
