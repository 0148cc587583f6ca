//! Reading something again and again until it is as it should be: how resources that are made slowly are waited for.

use std::fmt;
use std::time::{Duration, SystemTime};

use super::polling::{Clock, Polling, rest};
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::retry::retry_after;
use crate::client::send::{ready, with_content};
use crate::request::request::Request;
use crate::request::version::AnyVersion;

/// A request that is sent until its answer is as it should be. See [`Request::until`].
#[must_use = "nothing is read before `wait`"]
pub struct Until<T, F> {
    request: Request<T, AnyVersion>,
    is_done: F,
    polling: Polling,
}

impl<T, V> Request<T, V> {
    /// Reads again and again until `is_done` holds of what was read: a resource that is there at once, and tells by a
    /// property of its own (`status`) when it is ready.
    /// ```
    /// # use std::time::Duration;
    /// # use graph_entity::{Error, GraphClient, GraphEntity, HttpClient};
    /// #[derive(GraphEntity)]
    /// #[graph_entity(odata = "microsoft.graph.caseOperation", collection = "cases/{id}/operations")]
    /// struct CaseOperation {
    ///     #[graph(key, read_only)]
    ///     id: String,
    ///     status: Option<String>,
    /// }
    ///
    /// async fn ended<H: HttpClient>(client: &GraphClient<H>) -> Result<CaseOperation, Error> {
    ///     let request = CaseOperation::in_case("c1").item("o1").get().request()?;
    ///     let is_over = |operation: &CaseOperation| operation.status.as_deref() == Some("succeeded");
    ///     request.until(is_over).deadline(Duration::from_secs(60)).wait(client).await
    /// }
    /// ```
    pub fn until<F: FnMut(&T) -> bool>(self, is_done: F) -> Until<T, F> {
        Until { request: self.retyped(), is_done, polling: Polling::default() }
    }
}

impl<T, F: FnMut(&T) -> bool> Until<T, F> {
    /// How long it is waited: an hour by default.
    pub fn deadline(mut self, time: Duration) -> Self {
        self.polling.deadline = time;
        self
    }

    /// How long it is waited at least before it is read again: a second by default, doubled each time, up to half a minute.
    /// Where the service says how long (`Retry-After`), as long as that.
    pub fn interval(mut self, time: Duration) -> Self {
        self.polling.interval = time;
        self
    }

    /// Reads until it is as it should be, and gives what was read last. [`Error::StillRunning`] at the deadline;
    /// [`Error::Usage`] for a request that does more than to read.
    pub async fn wait<H: HttpClient>(mut self, client: &GraphClient<H>) -> Result<T, Error> {
        if !self.request.parts.method.is_safe() {
            return Err(UsageError::new("only what reads can be asked again and again").into());
        }
        let mut clock = Clock::start(self.polling);
        loop {
            let response = client.answer(&self.request.parts, clock.end()).await?;
            let response = client.decode(&self.request, response)?;
            let asked = retry_after(response.headers(), SystemTime::now());
            let value = with_content(response)?;
            if (self.is_done)(&value) {
                return Ok(value);
            }
            rest(client, clock.next(asked), "", asked).await?;
        }
    }

    /// [`Self::wait`] over a transport that blocks.
    pub fn wait_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<T, Error> {
        ready(self.wait(&client.blocking()))
    }
}

impl<T, F> fmt::Debug for Until<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Until").field("request", &self.request).finish_non_exhaustive()
    }
}
