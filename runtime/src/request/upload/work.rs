//! An upload on its way: part after part, where the service says, for as long as that gets on (W8).

use std::ops::Range;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_RANGE, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use super::error::{UploadError, UploadErrorKind};
use super::large::Answer;
use super::part::Failure;
use super::progress::UploadProgress;
use super::ranges::{MissingRange, Told};
use super::session::UploadSession;
use super::source::{AnySource, SourceError};
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::HttpClient;
use crate::client::repeat::Patience;
use crate::client::retry::Retry;
use crate::edm::DateTimeOffset;
use crate::request::parts::Parts;
use crate::request::request::Request;
use crate::request::response::Response;
use crate::request::version::AnyVersion;

const OCTETS: HeaderValue = HeaderValue::from_static("application/octet-stream");

/// How often the service may ask for what it was sent already, before a part arrives.
const MAX_RETURNS: u32 = 10;

/// What is set of an upload.
pub(super) struct Settings<'a> {
    pub(super) chunk_size: u64,
    pub(super) timeout: Option<Duration>,
    pub(super) retry: Option<Retry>,
    pub(super) on_progress: Option<Box<dyn FnMut(UploadProgress) + Send + 'a>>,
}

pub(super) struct Work<'a, H> {
    client: &'a GraphClient<H>,
    session: &'a UploadSession,
    source: Box<dyn AnySource + 'a>,
    settings: Settings<'a>,
    retry: Retry,
    patience: Patience,
    /// How often the service went back since a part arrived.
    returns: u32,
    total: u64,
    /// Where it goes on, and how far until there is something that is not missing.
    next: u64,
    end: u64,
    /// What the service said to have, and has not lost meanwhile; and the most of it.
    received: u64,
    has_told: bool,
    furthest: u64,
    /// The part that was sent last.
    sent: Range<u64>,
    /// Whether a part with the last byte may have arrived, and ended the session.
    unsettled: bool,
}

/// What follows a step.
enum Next {
    Part,
    Ask,
    Done(http::Response<Bytes>),
}

/// The last answer of an upload whose commit is deferred.
type Head = (StatusCode, HeaderMap);

impl<'a, H: HttpClient> Work<'a, H> {
    pub(super) fn new(
        client: &'a GraphClient<H>,
        session: &'a UploadSession,
        source: Box<dyn AnySource + 'a>,
        settings: Settings<'a>,
    ) -> Self {
        let retry = settings.retry.clone().unwrap_or_else(|| client.retry_policy().clone());
        let total = source.length();
        Self {
            client,
            session,
            source,
            settings,
            patience: Patience::new(&retry),
            retry,
            returns: 0,
            total,
            next: 0,
            end: total,
            received: 0,
            has_told: false,
            furthest: 0,
            sent: 0..0,
            unsettled: false,
        }
    }

    /// All of it. What ends it is read as a `T`.
    pub(super) async fn run<T>(mut self, (decode, empty): Answer<T>) -> Result<Response<Option<T>>, Error> {
        let mut next = if self.session.begin() { Next::Ask } else { Next::Part };
        let mut head = (StatusCode::ACCEPTED, HeaderMap::new());
        loop {
            next = match next {
                Next::Done(response) => {
                    self.told(self.total);
                    let request = Request::<_, AnyVersion>::new(self.part_of(&self.sent), decode, empty);
                    return self.client.decode(&request, response);
                }
                Next::Ask => self.ask(&mut head).await?,
                Next::Part if self.next < self.total => self.part(&mut head).await?,
                // All of it is there, and nothing came of it.
                Next::Part if self.session.is_deferred() => return Ok(Response::new(head.0, head.1, None)),
                Next::Part => {
                    let stuck = self.error(UploadErrorKind::NoProgress);
                    self.wait(stuck.into(), None).await?
                }
            };
        }
    }

    /// Sends the part that comes next.
    async fn part(&mut self, head: &mut Head) -> Result<Next, Error> {
        let end = self.next.saturating_add(self.settings.chunk_size).min(self.end).min(self.total);
        self.sent = self.next..end;
        self.unsettled |= end == self.total;
        let body = self.source.part(self.sent.clone()).await.map_err(|error| self.source_error(error))?;
        let failure = Failure::default();
        let body = failure.watch(body, end - self.next);
        let outcome = self.client.exchange_part(&self.part_of(&self.sent), body).await;
        if let Some(error) = failure.take() {
            return Err(self.source_error(SourceError::new(error)));
        }
        match outcome {
            Ok(response) => {
                // What was answered is known.
                self.unsettled = false;
                self.answered(head, response)
            }
            Err(error) => self.failed(error).await,
        }
    }

    fn answered(&mut self, head: &mut Head, response: http::Response<Bytes>) -> Result<Next, Error> {
        let told = Told::read(response.body()).unwrap_or_default();
        // Outlook says 200 while it goes on: what it has then is the list (W8).
        if response.status() != StatusCode::ACCEPTED && !told.has_list {
            return Ok(Next::Done(response));
        }
        let (parts, _) = response.into_parts();
        *head = (parts.status, parts.headers);
        // An empty list says that nothing is missing, which is known better here; so is one that is not there.
        match told.missing.as_deref().and_then(<[_]>::first) {
            Some(first) => self.go_to(*first)?,
            None => self.go_to_byte(self.sent.end),
        }
        if self.received < self.sent.end {
            self.returned(None)?;
        }
        Ok(Next::Part)
    }

    /// Asks what is missing.
    async fn ask(&mut self, head: &mut Head) -> Result<Next, Error> {
        let mut request = self.session.status();
        self.limit(&mut request.parts);
        let status = match self.client.send_response(request).await {
            Ok(response) => response,
            Err(error) => return self.failed(error).await,
        };
        let (code, headers, status) = status.into_parts();
        *head = (code, headers);
        // The session is there: what was sent last has not ended it.
        self.unsettled = false;
        match status.as_ref().and_then(|status| status.missing()) {
            Some([first, ..]) => self.go_to(*first)?,
            Some([]) => self.go_to_byte(self.total),
            // It says nothing: what it said before holds.
            None => self.go_to_byte(self.received),
        }
        Ok(Next::Part)
    }

    /// Goes on at a run of what is missing.
    fn go_to(&mut self, missing: MissingRange) -> Result<(), Error> {
        if missing.start() > self.total {
            return Err(self.error(UploadErrorKind::WrongSize).into());
        }
        self.go_to_byte(missing.start());
        self.end = missing.last().and_then(|last| last.checked_add(1)).unwrap_or(self.total);
        Ok(())
    }

    fn go_to_byte(&mut self, at: u64) {
        // A part that arrived as a whole makes up for what went wrong before.
        if at > self.furthest && at >= self.sent.end {
            self.patience = Patience::new(&self.retry);
            self.returns = 0;
        }
        self.furthest = self.furthest.max(at);
        (self.next, self.end) = (at, self.total);
        self.told(at);
    }

    /// Tells how far it is.
    fn told(&mut self, received: u64) {
        let progress = UploadProgress::new(received, self.total, received < self.received);
        let is_news = received != self.received || !self.has_told;
        (self.received, self.has_told) = (received, true);
        if let Some(hook) = self.settings.on_progress.as_mut().filter(|_| is_news) {
            hook(progress);
        }
    }

    /// The service wants what it was sent. It may once more, but not for ever.
    fn returned(&mut self, service: Option<Error>) -> Result<(), Error> {
        self.returns += 1;
        if self.returns <= MAX_RETURNS {
            return Ok(());
        }
        let error = self.error(UploadErrorKind::NoProgress);
        Err(match service {
            Some(Error::Service(service)) => error.of_service(service, false).into(),
            _ => error.into(),
        })
    }

    /// What to do about a failure.
    async fn failed(&mut self, error: Error) -> Result<Next, Error> {
        let service = match error {
            Error::Service(service) => service,
            Error::Transport(ref failure) if !failure.is_too_large() => return self.wait(error, None).await,
            _ => return Err(error),
        };
        let kind = match service.status().as_u16() {
            404 | 410 => UploadErrorKind::SessionGone,
            400 | 401 | 403 if self.has_expired() => UploadErrorKind::SessionGone,
            409 => UploadErrorKind::NameConflict,
            // The range is there already, or is not the next: the service is asked which is.
            416 => {
                self.unsettled = false;
                self.returned(Some(Error::Service(service)))?;
                return Ok(Next::Ask);
            }
            408 | 429 | 500 | 502 | 503 | 504 | 509 => {
                let asked = service.retry_after();
                return self.wait(Error::Service(service), asked).await;
            }
            _ => return Err(Error::Service(service)),
        };
        let unsettled = self.unsettled && kind == UploadErrorKind::SessionGone;
        Err(self.error(kind).of_service(service, unsettled).into())
    }

    /// Waits before the service is asked, or gives up with this error.
    async fn wait(&mut self, error: Error, asked: Option<Duration>) -> Result<Next, Error> {
        if self.client.pause(&mut self.patience, &self.retry, asked).await { Ok(Next::Ask) } else { Err(error) }
    }

    fn has_expired(&self) -> bool {
        self.session.expires().is_some_and(|expires| expires < DateTimeOffset::now())
    }

    fn error(&self, kind: UploadErrorKind) -> UploadError {
        UploadError::new(kind, (self.received, self.total))
    }

    fn source_error(&self, error: SourceError) -> Error {
        UploadError::of_source(error, (self.received, self.total)).into()
    }

    /// The request of a part, without its bytes.
    fn part_of(&self, range: &Range<u64>) -> Parts {
        let mut parts = self.session.parts(Method::PUT);
        let content_range = format!("bytes {}-{}/{}", range.start, range.end.saturating_sub(1), self.total);
        if let Ok(value) = HeaderValue::try_from(content_range) {
            parts.headers.insert(CONTENT_RANGE, value);
        }
        parts.headers.insert(CONTENT_TYPE, OCTETS);
        self.limit(&mut parts);
        parts
    }

    /// One attempt, and not for ever: repeated is what is missing, and not what was sent.
    fn limit(&self, parts: &mut Parts) {
        parts.timeout = self.settings.timeout;
        parts.retry = Some(Box::new(self.retry.clone().max_retries(0)));
    }
}
