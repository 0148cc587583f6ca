//! Starting an operation that may take long.

use std::time::{Instant, SystemTime};

use http::{HeaderName, StatusCode};

use super::outcome::Reading;
use super::{Monitor, Outcome, told};
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::retry::retry_after;
use crate::client::send::ready;
use crate::request::operation::Returned;
use crate::request::request::Request;

pub(super) const OPERATION_LOCATION: HeaderName = HeaderName::from_static("operation-location");

/// What comes of a request that may take long.
#[derive(Debug)]
pub enum Started<T> {
    /// The service does it (202), and this tells how it goes on.
    Running(Monitor<T>),
    /// It is done.
    Done(Outcome<T>),
    /// The service does it (202), and nothing tells how it goes on: the answer has no monitor URL, or (as teams have it) that
    /// of an operation whose id is zeros. [`Outcome::resource`] is where to look for the resource, if that was told.
    Accepted(Outcome<T>),
}

impl<T> Started<T> {
    /// What tells how it goes on, unless it is done, or nothing does.
    pub fn monitor(self) -> Option<Monitor<T>> {
        match self {
            Started::Running(monitor) => Some(monitor),
            Started::Done(_) | Started::Accepted(_) => None,
        }
    }
}

impl<T: Returned, V> Request<T, V> {
    /// Sends a request that may be done later: an action such as `copy` or `clone`, the creation of a team. A 202 gives a
    /// [`Monitor`]; whatever else succeeds is done.
    pub async fn start<H: HttpClient>(self, client: &GraphClient<H>) -> Result<Started<T>, Error> {
        let response = client.answer(&self.parts, None).await?;
        let asked = client.asked(&self.parts);
        let (monitor, resource) = told(&asked, response.status(), response.headers());
        if let Some(url) = monitor {
            let mut monitor = Monitor::new(url, asked.version().to_owned().into(), self.parts.template.clone());
            monitor.resource = resource;
            monitor.timeout = self.parts.timeout;
            monitor.retry.clone_from(&self.parts.retry);
            let wait = retry_after(response.headers(), SystemTime::now());
            monitor.not_before = wait.and_then(|wait| Instant::now().checked_add(wait));
            return Ok(Started::Running(monitor));
        }
        let is_accepted = response.status() == StatusCode::ACCEPTED;
        let (status, headers, value) = client.decode(&self, response)?.into_parts();
        let outcome = Outcome::new((status, headers), None, resource, value, self.parts.template, Reading::new());
        Ok(if is_accepted { Started::Accepted(outcome) } else { Started::Done(outcome) })
    }

    /// [`Self::start`] over a transport that blocks.
    pub fn start_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<Started<T>, Error> {
        ready(self.start(&client.blocking()))
    }
}
