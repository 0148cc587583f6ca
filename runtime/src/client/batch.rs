//! The way of a batch: exchange after exchange, until each of its requests has an answer that stands. What an answer means
//! is not known here.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, Method, Response, StatusCode, Uri};

use super::batch_error::BatchError;
use super::challenge;
use super::error::{DecodeError, Error, UsageError};
use super::http_client::HttpClient;
use super::pipeline::History;
use super::retry::{self, Failed, Repetition, Retry, retry_after};
use super::send::{Exchanged, accepted};
use super::service_error::ServiceError;
use super::{GraphClient, Shared, redirect, trace};
use crate::request::batch::plan::{self, Planned};
use crate::request::batch::read::{self, Answered};
use crate::request::batch::write::{self, Written};
use crate::request::batch::{Item, Outcome, Settings};
use crate::request::{Access, Parts, root};

/// A batch on its way.
struct Run<'a> {
    shared: &'a Shared,
    settings: &'a Settings,
    items: &'a [Item],
    written: Vec<Written>,
    /// What is told of the exchanges.
    version: Cow<'a, str>,
    states: Vec<State>,
    /// The end of the time for the whole.
    until: Option<Instant>,
}

/// What has become of a request.
#[derive(Default)]
struct State {
    history: History,
    retries: u32,
    until: Option<Instant>,
    /// Whether it was refused for its token once.
    refused: bool,
    outcome: Option<Outcome>,
}

/// What follows an answer to a request.
enum Next {
    Stands,
    Again {
        wait: Duration,
        asked: bool,
    },
    /// It waits for one that is done again, which is no attempt of its own.
    Along,
    /// With another token, if there is one.
    Renew,
}

impl<H: HttpClient> GraphClient<H> {
    /// The answers to all requests, in their order. Fails if nothing was answered.
    pub(crate) async fn run_batch(&self, items: &[Item], settings: &Settings) -> Result<Vec<Outcome>, Error> {
        let mut run = Run::new(items, settings, &self.shared)?;
        loop {
            let planned = plan::next(&run.open());
            if planned.is_empty() {
                break;
            }
            let wait = match self.exchange_batch(&mut run, &planned).await {
                Ok(wait) => wait,
                Err(error) if run.states.iter().all(|state| state.history.attempts == 0) => return Err(error),
                Err(error) => {
                    run.break_off(&planned, error);
                    break;
                }
            };
            self.follow_redirects(&mut run, &planned).await;
            if let Some(wait) = wait {
                trace::batch_retrying(wait);
                self.http.sleep(wait).await;
            }
        }
        Ok(run.states.into_iter().map(State::outcome).collect())
    }

    /// One exchange, and how long to wait before what has to be done again.
    async fn exchange_batch(&self, run: &mut Run<'_>, planned: &[Planned]) -> Result<Option<Duration>, Error> {
        let outer = run.outer(planned);
        let Exchanged { response, history, token } = self.exchange(&outer, run.until).await?;
        let mut answers = run.read(planned, response)?;
        let mut left: Vec<usize> = planned.iter().map(|(number, _)| *number).collect();
        let mut responses = Vec::new();
        loop {
            let before = left.len();
            for (id, response) in answers.responses {
                // The first answer counts. Nobody is told of one that nobody asked for.
                if let Some(at) = left.iter().position(|&number| write::id(number) == id.trim()) {
                    responses.push((left.swap_remove(at), response));
                }
            }
            // More of them elsewhere (OData JSON 19), as long as there are new ones among them.
            let Some(link) = answers.next.filter(|_| !left.is_empty() && left.len() < before) else { break };
            let link = run.shared.asked(&outer).link(&link);
            let more = Parts::to_link(Method::GET, link, outer.template.clone(), HeaderMap::new());
            // What can't be read is not answered.
            let Ok(Exchanged { response, .. }) = self.exchange(&more, run.until).await else { break };
            answers = read::read(response.body()).unwrap_or_default();
        }
        let (wait, refused) = run.take(planned, responses, history);
        if let Some((_, first)) = refused.first() {
            let claims = challenge::claims(first.headers());
            // Why there is no other is told by the next call.
            let renewed = match &token {
                Some(token) => matches!(self.another_token(token, claims.as_deref(), run.until).await, Ok(Some(_))),
                None => false,
            };
            run.after_renewal(refused, renewed);
        }
        Ok(wait)
    }

    /// Fetches what requests that only read were redirected to.
    async fn follow_redirects(&self, run: &mut Run<'_>, planned: &[Planned]) {
        for &(number, _) in planned {
            let state = &mut run.states[number];
            let parts = &run.items[number].parts;
            if let Some(Err(error)) = state.outcome.take_if(|outcome| redirect_of(parts, outcome).is_some()) {
                state.settle(self.fetch(parts, error, run.until).await);
            }
        }
    }

    /// Follows the redirect of a read. It leads to a URL that is signed: no token goes there (W7, W10), nor to where that
    /// leads.
    async fn fetch(&self, parts: &Parts, error: Error, until: Option<Instant>) -> Outcome {
        let (Some(refused), Ok(from)) = (error.service(), self.url(parts).parse::<Uri>()) else { return Err(error) };
        let asked = redirect::Asked { method: &parts.method, uri: &from, repeatable: true, is_monitor: false };
        let hop = redirect::next(&asked, refused.status(), refused.headers(), &self.shared.base)?;
        let Some(hop) = hop else { return Err(error) };
        trace::redirected(true);
        let mut headers = parts.headers.clone();
        redirect::keep_for_others(&mut headers);
        let mut there = Parts::to_link(Method::GET, hop.to.to_string(), parts.template.clone(), HeaderMap::new());
        (there.headers, there.access) = (headers, Access::Anonymous);
        Ok(self.exchange(&there, until).await?.response)
    }
}

/// The redirect that a request which only reads was answered with.
fn redirect_of<'e>(parts: &Parts, outcome: &'e Outcome) -> Option<&'e ServiceError> {
    let refused = outcome.as_ref().err().and_then(Error::service);
    refused.filter(|refused| parts.method == Method::GET && refused.status().is_redirection())
}

impl<'a> Run<'a> {
    /// Fails if a request can't go into this batch.
    fn new(items: &'a [Item], settings: &'a Settings, shared: &'a Shared) -> Result<Self, Error> {
        let mut written = Vec::with_capacity(items.len());
        let mut version: Option<Cow<'a, str>> = None;
        for (number, item) in items.iter().enumerate() {
            let parts = &item.parts;
            let own = write::version(parts, &shared.base, &shared.version).map_err(|error| item.wrong(error))?;
            let of_batch = version.get_or_insert_with(|| own.clone());
            if *of_batch != own {
                let wrong = format!("it goes to `{own}`, and the batch to `{of_batch}`");
                return Err(item.wrong(UsageError::new(wrong)).into());
            }
            let one = Written::new(number, parts, &shared.base, &shared.version);
            written.push(one.map_err(|error| item.wrong(error))?);
        }
        let states = items
            .iter()
            .map(|item| State { until: item.parts.retry.as_deref().and_then(Retry::ends), ..State::default() });
        Ok(Self {
            shared,
            settings,
            items,
            written,
            version: version.unwrap_or_default(),
            states: states.collect(),
            until: settings.retry.as_ref().unwrap_or(&shared.retry).ends(),
        })
    }

    /// The requests that are still to be done, each with those that it waits for. What waits for one that failed is not
    /// done any more.
    fn open(&mut self) -> Vec<(usize, Vec<usize>)> {
        let mut open = Vec::new();
        for (number, item) in self.items.iter().enumerate() {
            if self.states[number].outcome.is_some() {
                continue;
            }
            let has_failed = |other: &usize| matches!(self.states[*other].outcome, Some(Err(_)));
            if item.after.iter().any(has_failed) {
                let state = &mut self.states[number];
                state.settle(Err(state.dependency_failed(None)));
            } else {
                let waits = item.after.iter().copied().filter(|&other| self.states[other].outcome.is_none());
                open.push((number, waits.collect()));
            }
        }
        open
    }

    /// The request of an exchange.
    fn outer(&self, planned: &[Planned]) -> Parts {
        let all = || planned.iter().map(|(number, _)| &self.items[*number].parts);
        let base = &self.shared.base.url;
        let url = root(base, &self.version, "$batch".len()) + "$batch";
        let mut outer = Parts::to_link(Method::POST, url, Cow::Borrowed("$batch"), HeaderMap::new());
        outer.version = all().find_map(|parts| parts.version);
        let body = write::body(planned.iter().map(|(number, on)| (&self.written[*number], *on)));
        outer = outer.with_json(body);
        outer.retry = self.settings.retry.clone().map(Box::new);
        outer.timeout = self.settings.timeout.or_else(|| all().filter_map(|parts| parts.timeout).max());
        outer.idempotent = all().all(is_idempotent);
        outer
    }

    /// The answers of an exchange.
    fn read(&self, planned: &[Planned], response: Response<Bytes>) -> Result<Answered, Error> {
        let (head, body) = response.into_parts();
        read::read(&body).map_err(|error| {
            let wrote = planned.iter().any(|(number, _)| !self.items[*number].parts.method.is_safe());
            let (status, headers) = (head.status, head.headers);
            Error::Decode(Box::new(DecodeError { status, headers, body, error, wrote }))
        })
    }

    /// Settles what was answered, but for what is to be done once more; how long to wait before that, and what was refused
    /// for its token.
    fn take(
        &mut self,
        planned: &[Planned],
        mut responses: Vec<(usize, Response<Bytes>)>,
        outer: History,
    ) -> (Option<Duration>, Vec<(usize, Response<Bytes>)>) {
        let mut longest: Option<Duration> = None;
        let mut refused = Vec::new();
        // One repetition for all.
        let mut paid = None;
        let mut again = Vec::new();
        for &(number, on) in planned {
            let parts = &self.items[number].parts;
            let state = &mut self.states[number];
            state.history.attempts += outer.attempts;
            state.history.unsettled |= outer.unsettled && !parts.method.is_safe();
            let Some(at) = responses.iter().position(|(answered, _)| *answered == number) else {
                let unsettled = state.history.unsettled || !parts.method.is_safe();
                state.settle(Err(Error::Batch(Box::new(BatchError::unanswered(unsettled)))));
                continue;
            };
            let (_, response) = responses.swap_remove(at);
            trace::batch_answered(parts, response.status());
            let waits_again = on.is_some_and(|on| again.contains(&on) || self.may_be_done(on));
            let next = self.next(number, &response, waits_again);
            let state = &mut self.states[number];
            match next {
                Next::Along => again.push(number),
                Next::Renew => {
                    state.refused = true;
                    again.push(number);
                    refused.push((number, response));
                }
                Next::Again { wait, asked } if asked || *paid.get_or_insert_with(|| self.shared.budget.take()) => {
                    state.retries += 1;
                    longest = longest.max(Some(wait));
                    again.push(number);
                }
                Next::Stands | Next::Again { .. } => state.stand(parts, response, on.is_some()),
            }
        }
        (longest, refused)
    }

    /// Settles what was refused for its token, unless there is another now.
    fn after_renewal(&mut self, refused: Vec<(usize, Response<Bytes>)>, renewed: bool) {
        for (number, response) in refused.into_iter().filter(|_| !renewed) {
            self.states[number].stand(&self.items[number].parts, response, false);
        }
    }

    /// Whether a request is done for us that the service counts as failed, and with it what waits for it: what was gone
    /// already, and what is elsewhere.
    fn may_be_done(&self, number: usize) -> bool {
        let outcome = self.states[number].outcome.as_ref();
        outcome.is_some_and(|outcome| outcome.is_ok() || redirect_of(&self.items[number].parts, outcome).is_some())
    }

    fn next(&mut self, number: usize, response: &Response<Bytes>, waits_again: bool) -> Next {
        let parts = &self.items[number].parts;
        let state = &mut self.states[number];
        let status = response.status();
        if status == StatusCode::FAILED_DEPENDENCY && waits_again {
            return Next::Along;
        }
        // The exchange had a token that is good; what is behind it may want another one.
        if status == StatusCode::UNAUTHORIZED && !state.refused {
            return Next::Renew;
        }
        let failed = Failed::of_status(status);
        state.history.unsettled |= failed == Failed::Perhaps && !parts.method.is_safe();
        let asked = retry_after(response.headers(), SystemTime::now());
        let of_batch = self.settings.retry.as_ref().unwrap_or(&self.shared.retry);
        let repetition = Repetition {
            policy: parts.retry.as_deref().unwrap_or(of_batch),
            made: state.retries,
            idempotent: is_idempotent(parts),
            until: state.until.into_iter().chain(self.until).min(),
        };
        match repetition.wait(failed, asked) {
            Some(wait) => Next::Again { wait, asked: retry::is_asked(asked) },
            None => Next::Stands,
        }
    }

    /// Settles what is left after an exchange that failed.
    fn break_off(&mut self, planned: &[Planned], error: Error) {
        let may_be = error.may_have_been_done();
        let error = Arc::new(error);
        for (number, state) in self.states.iter_mut().enumerate().filter(|(_, state)| state.outcome.is_none()) {
            let was_sent = planned.iter().any(|(sent, _)| *sent == number);
            let writes = !self.items[number].parts.method.is_safe();
            let unsettled = state.history.unsettled || (was_sent && may_be && writes);
            state.settle(Err(Error::Batch(Box::new(BatchError::exchange(Arc::clone(&error), unsettled)))));
        }
    }
}

fn is_idempotent(parts: &Parts) -> bool {
    parts.idempotent || retry::is_idempotent(&parts.method)
}

impl State {
    fn settle(&mut self, outcome: Outcome) {
        self.outcome = Some(outcome);
    }

    /// Settles by an answer that stands.
    fn stand(&mut self, parts: &Parts, response: Response<Bytes>, depends: bool) {
        let outcome = accepted(parts, self.history, response);
        self.settle(match outcome {
            Err(Error::Service(service)) if depends && service.status() == StatusCode::FAILED_DEPENDENCY => {
                Err(self.dependency_failed(Some(service)))
            }
            outcome => outcome,
        });
    }

    fn dependency_failed(&self, service: Option<Box<ServiceError>>) -> Error {
        Error::Batch(Box::new(BatchError::dependency(service, self.history.unsettled)))
    }

    /// All are settled in the end.
    fn outcome(self) -> Outcome {
        let none = || Error::Batch(Box::new(BatchError::unanswered(self.history.unsettled)));
        self.outcome.unwrap_or_else(|| Err(none()))
    }
}
