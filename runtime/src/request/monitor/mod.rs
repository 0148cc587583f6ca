//! Long-running operations: what tells how they go on, asked by hand and waited for (W5).
//!
//! [`Request::start`] gives a [`Monitor`] where the service has only begun, and [`Request::until`] waits for what a resource
//! tells of itself. The guide is [`requests`](https://docs.rs/graph-entity/latest/graph_entity/requests/#long-running-operations).

mod outcome;
mod polling;
mod report;
mod started;
mod stored;
mod until;

use std::borrow::Cow;
use std::fmt;
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::header::{CONTENT_LOCATION, LOCATION};
use http::{HeaderMap, Method, StatusCode, Uri};

pub use self::outcome::Outcome;
use self::outcome::Reading;
use self::polling::{Clock, Polling, rest, still_running};
use self::report::{Report, State};
pub use self::started::Started;
pub use self::until::Until;
use super::operation::Returned;
use super::parts::{Access, Parts};
use super::request::Request;
use super::response::text;
use super::version::AnyVersion;
use crate::client::GraphClient;
use crate::client::error::{DecodeError, Error};
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::link::Asked;
use crate::client::link_error::LinkError;
pub use crate::client::operation_error::{OperationError, StillRunning};
use crate::client::retry::{Retry, retry_after};
use crate::client::send::ready;
use crate::json;

/// Tells how a long-running operation goes on, whose result is a `T`: the monitor URL that the service answered with.
///
/// [`Request::start`](crate::Request::start) gives it. [`wait`](Self::wait) asks until the operation is over, or a deadline
/// is; [`poll`](Self::poll) asks once.
/// ```
/// # use std::time::Duration;
/// # use graph_entity::{Error, GraphClient, GraphEntity, HttpClient, Request, Started};
/// # #[derive(GraphEntity)]
/// # #[graph_entity(odata = "microsoft.graph.team", collection = "teams")]
/// # struct Team { #[graph(key, read_only)] id: String, display_name: String }
/// async fn create<H: HttpClient>(request: Request<Team>, client: &GraphClient<H>) -> Result<Team, Error> {
///     let outcome = match request.start(client).await? {
///         Started::Running(monitor) => monitor.deadline(Duration::from_secs(600)).wait(client).await?,
///         Started::Done(outcome) | Started::Accepted(outcome) => outcome,
///     };
///     outcome.fetch(client).await
/// }
/// ```
///
/// It serialises, so that another process can go on with it: an object with the URL, see [`Self::deadline`] for what is not
/// kept. **It is a secret**, as a token is: the URL may be all that it takes. `Debug` shows nothing of it.
///
/// The URL may be of another service, such as `https://contoso.sharepoint.com/_api/v2.0/monitor/…`. The token goes along at
/// the client's own origins, and nowhere else; a URL without TLS is [`Error::Link`].
///
/// Some services answer with a URL that leads nowhere (Graph's `group: assignLicense` does). Asking there is
/// [`Error::Service`] with a 404 or the like: nothing tells how the operation goes on then, and it may well succeed.
pub struct Monitor<T> {
    url: String,
    /// What the links in its answers are below, if they are relative.
    version: Cow<'static, str>,
    /// Where the resource is going to be, if that was told before.
    resource: Option<String>,
    template: Cow<'static, str>,
    timeout: Option<Duration>,
    retry: Option<Box<Retry>>,
    polling: Polling,
    /// When the service wants to be asked for the first time.
    not_before: Option<Instant>,
    reading: Reading<T>,
}

/// How an operation goes on.
#[derive(Debug)]
pub enum Progress<T> {
    /// It is not over.
    #[non_exhaustive]
    Running {
        /// How much is done, from 0 to 100, if the service says it.
        percent: Option<f64>,
        /// The service's own word: `notStarted`, `inProgress`, or one that is newer than this crate. Empty if it says none.
        status: String,
        /// When the service wants to be asked again; `None` if it does not say.
        retry_after: Option<Duration>,
    },
    /// It succeeded.
    Done(Outcome<T>),
    /// It is over and did not succeed.
    Failed(Box<OperationError>),
}

impl<T> Monitor<T> {
    fn new(url: String, version: Cow<'static, str>, template: Cow<'static, str>) -> Self
    where
        T: Returned,
    {
        Self {
            url,
            version,
            resource: None,
            template,
            timeout: None,
            retry: None,
            polling: Polling::default(),
            not_before: None,
            reading: Reading::new(),
        }
    }

    /// The same operation, whose result is an `R`: of an action that says nothing of what it makes (`team: clone`).
    pub fn of<R: Returned>(self) -> Monitor<R> {
        Monitor {
            url: self.url,
            version: self.version,
            resource: self.resource,
            template: self.template,
            timeout: self.timeout,
            retry: self.retry,
            polling: self.polling,
            not_before: self.not_before,
            reading: Reading::new(),
        }
    }

    /// How long [`wait`](Self::wait) waits: an hour by default. It is not kept when the monitor is serialised, nor are the
    /// interval and what the request had of timeout and [`Retry`].
    #[must_use]
    pub fn deadline(mut self, time: Duration) -> Self {
        self.polling.deadline = time;
        self
    }

    /// How long [`wait`](Self::wait) waits at least before it asks again, whatever the service says: a second by default.
    /// Where the service says nothing (`Retry-After`), it is doubled each time, up to half a minute.
    #[must_use]
    pub fn interval(mut self, time: Duration) -> Self {
        self.polling.interval = time;
        self
    }

    /// Where the resource is going to be, as a request that reads it, if the service told that at the start
    /// (`Content-Location`).
    pub fn resource(&self) -> Option<Request<T, AnyVersion>> {
        self.resource.as_ref().map(|url| outcome::request(url.clone(), self.template.clone(), self.reading))
    }

    fn parts(&self) -> Parts {
        let mut parts = Parts::to_link(Method::GET, self.url.clone(), self.template.clone(), HeaderMap::new());
        parts.access = Access::TokenAtHome;
        parts.is_monitor = true;
        parts.timeout = self.timeout;
        parts.retry.clone_from(&self.retry);
        parts
    }
}

impl<T> Monitor<T> {
    /// Asks once how the operation goes on. That it failed is no error of this call, but [`Progress::Failed`].
    pub async fn poll<H: HttpClient>(&self, client: &GraphClient<H>) -> Result<Progress<T>, Error> {
        self.ask(client, None).await
    }

    /// [`Self::poll`] over a transport that blocks.
    pub fn poll_blocking<H: Blocking>(&self, client: &GraphClient<H>) -> Result<Progress<T>, Error> {
        ready(self.poll(&client.blocking()))
    }

    /// Waits until the operation has succeeded: asks when the service wants to be asked (`Retry-After`), and no longer than
    /// the [deadline](Self::deadline).
    ///
    /// An operation that fails is [`Error::OperationFailed`]. One that goes on at the deadline is [`Error::StillRunning`],
    /// at once if the service does not want to be asked before it; a status that nobody knows counts as going on. After
    /// these and all other errors the monitor is as good as before: wait again, or keep it for later.
    pub async fn wait<H: HttpClient>(&self, client: &GraphClient<H>) -> Result<Outcome<T>, Error> {
        let mut clock = Clock::start(self.polling);
        let mut heard = String::new();
        let first = self.not_before.map(|begin| begin.saturating_duration_since(Instant::now()));
        if let Some(time) = first.filter(|time| !time.is_zero()) {
            rest(client, clock.pass(time), &heard, Some(time)).await?;
        }
        loop {
            match self.ask(client, clock.end()).await {
                Ok(Progress::Running { status, retry_after, .. }) => {
                    heard = status;
                    rest(client, clock.next(retry_after), &heard, retry_after).await?;
                }
                Ok(Progress::Done(outcome)) => return Ok(outcome),
                Ok(Progress::Failed(error)) => return Err(Error::OperationFailed(error)),
                Err(Error::Transport(error)) if error.is_timeout() && clock.left().is_zero() => {
                    return Err(still_running(&heard, None));
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// [`Self::wait`] over a transport that blocks.
    pub fn wait_blocking<H: Blocking>(&self, client: &GraphClient<H>) -> Result<Outcome<T>, Error> {
        ready(self.wait(&client.blocking()))
    }

    async fn ask<H: HttpClient>(&self, client: &GraphClient<H>, until: Option<Instant>) -> Result<Progress<T>, Error> {
        let parts = self.parts();
        let response = client.answer(&parts, until).await?;
        let asked = Asked { version: &self.version, ..client.asked(&parts) };
        let (head, body) = response.into_parts();
        self.read(&asked, (head.status, head.headers), body)
    }

    fn read(
        &self,
        asked: &Asked<'_>,
        (status, headers): (StatusCode, HeaderMap),
        body: Bytes,
    ) -> Result<Progress<T>, Error> {
        if status == StatusCode::SEE_OTHER {
            let at = text(&headers, LOCATION).and_then(|link| self.redirected(asked, link));
            let resource = Some(at.ok_or_else(LinkError::malformed)?);
            return Ok(Progress::Done(self.outcome((status, headers), None, resource, None)));
        }
        let wait = retry_after(&headers, SystemTime::now());
        let Some(report) = Report::read(&body) else {
            if status == StatusCode::ACCEPTED {
                return Ok(Progress::Running { percent: None, status: String::new(), retry_after: wait });
            }
            return self.read_resource(asked, (status, headers), body);
        };
        Ok(match report.state {
            State::Running => Progress::Running { percent: report.percent, status: report.status, retry_after: wait },
            State::Succeeded => {
                let resource = report.resource.map(|link| asked.operation_link(&link));
                Progress::Done(self.outcome((status, headers), report.resource_id, resource, None))
            }
            State::Failed => {
                let other = (report.code, report.message);
                Progress::Failed(Box::new(OperationError::new(report.status, (status, headers), &body, other)))
            }
        })
    }

    /// What does not speak of an operation is its result.
    fn read_resource(
        &self,
        asked: &Asked<'_>,
        (status, headers): (StatusCode, HeaderMap),
        body: Bytes,
    ) -> Result<Progress<T>, Error> {
        if body.is_empty() {
            return Ok(Progress::Done(self.outcome((status, headers), None, None, None)));
        }
        // A page of whatever stands in between is no result, also for a `T` that takes anything.
        let is_object = json::object(&body).map(drop).ok_or_else(|| json::Error::expected("a JSON object"));
        match is_object.and_then(|()| (self.reading.read)(asked, &body)) {
            Ok(value) => Ok(Progress::Done(self.outcome((status, headers), None, None, Some(value)))),
            Err(error) => Err(Error::Decode(Box::new(DecodeError { status, headers, body, error, wrote: false }))),
        }
    }

    fn outcome(
        &self,
        answer: (StatusCode, HeaderMap),
        id: Option<String>,
        resource: Option<String>,
        value: Option<T>,
    ) -> Outcome<T> {
        let resource = resource.or_else(|| self.resource.clone());
        let is_told = value.is_some() || resource.is_some() || id.is_some();
        let value = if is_told { value } else { (self.reading.nothing)() };
        Outcome::new(answer, id, resource, value, self.template.clone(), self.reading)
    }

    /// Where a redirect leads to: a path is below the origin of who said it, but of Graph itself below the version.
    fn redirected(&self, asked: &Asked<'_>, link: &str) -> Option<String> {
        let own: Uri = self.url.parse().ok()?;
        if !link.starts_with('/') || link.starts_with("//") || asked.base.trusts_url(&own) {
            return (!link.trim().is_empty()).then(|| asked.operation_link(link));
        }
        Some(format!("{}://{}{}", own.scheme_str()?, own.authority()?, crate::client::link::encoded(link)))
    }
}

/// The place that tells of an operation, and that of the resource, as the answer to its start has them.
fn told(asked: &Asked<'_>, status: StatusCode, headers: &HeaderMap) -> (Option<String>, Option<String>) {
    let link = |name| text(headers, name).filter(|link| !link.trim().is_empty());
    let location = link(LOCATION).filter(|_| status == StatusCode::ACCEPTED);
    let monitor = link(started::OPERATION_LOCATION).or(location).filter(|link| !is_of_none(link));
    let resource = link(CONTENT_LOCATION);
    (monitor.map(|link| asked.operation_link(link)), resource.map(|link| asked.operation_link(link)))
}

/// Whether the operation has an id of zeros (W5): then there is none.
fn is_of_none(link: &str) -> bool {
    let path = link.split(['?', '#']).next().unwrap_or_default();
    let last = path.trim_end_matches('/').rsplit(['/', '(']).next().unwrap_or_default();
    let id = last.trim_end_matches(')').trim_matches('\'');
    id.len() == 36 && id.bytes().all(|byte| matches!(byte, b'0' | b'-'))
}

impl<T> Clone for Monitor<T> {
    fn clone(&self) -> Self {
        Self {
            url: self.url.clone(),
            version: self.version.clone(),
            resource: self.resource.clone(),
            template: self.template.clone(),
            timeout: self.timeout,
            retry: self.retry.clone(),
            polling: self.polling,
            not_before: self.not_before,
            reading: self.reading,
        }
    }
}

/// By URL.
impl<T> PartialEq for Monitor<T> {
    fn eq(&self, other: &Self) -> bool {
        self.url == other.url
    }
}

impl<T> Eq for Monitor<T> {}

impl<T> fmt::Debug for Monitor<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Monitor").field("path_template", &self.template).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::is_of_none;

    #[test]
    fn an_id_of_zeros_is_no_operation() {
        let zeros = "00000000-0000-0000-0000-000000000000";
        for link in [
            format!("/teams('1')/operations('{zeros}')"),
            format!("https://graph.microsoft.com/v1.0/teams/1/operations/{zeros}"),
            format!("/operations/{zeros}/?x=1"),
        ] {
            assert!(is_of_none(&link), "{link}");
        }
        for link in
            ["/teams('1')/operations('3a6fdce1-c261-48bc-89de-1cfef658c0d5')", "", "/operations('0')", "0", "///"]
        {
            assert!(!is_of_none(link), "{link}");
        }
    }
}
