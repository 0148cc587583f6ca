//! The way of a call: attempts, each with a permit, a token and the redirects that it follows, until there is an answer that
//! stands. What an answer means is not known here.

use std::future::Future;
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue, StatusCode};

use super::auth::AccessToken;
use super::challenge;
use super::error::{Error, UsageError};
use super::http_client::{HttpClient, Limits, Sent, TransportError};
use super::link_error::LinkError;
use super::permits::Permit;
use super::race::before;
use super::redirect;
use super::retry::{self, Failed, Repetition, Retry, retry_after};
use super::{GraphClient, tokens, trace};
use crate::request::response::CLIENT_REQUEST_ID;
use crate::request::{Access, Parts};

/// Tells the service that it was asked before, as other Graph clients do.
const RETRY_ATTEMPT: HeaderName = HeaderName::from_static("retry-attempt");

/// What is the same for all attempts of a call, and what became of those before.
pub(super) struct Call<'a> {
    pub(super) parts: &'a Parts,
    pub(super) retry: &'a Retry,
    /// Whether the body can be sent once more.
    pub(super) repeatable: bool,
    pub(super) max_response_bytes: usize,
    pub(super) timeout: Option<Duration>,
    pub(super) until: Option<Instant>,
    retries: u32,
    pub(super) token: Option<AccessToken>,
    /// In place of a token that was refused.
    renewed: Option<AccessToken>,
    may_renew: bool,
    /// How many requests were sent, those that follow redirects too.
    pub(super) exchanges: u32,
    pub(super) history: History,
}

/// What an error has to know of the attempts before it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct History {
    pub(crate) attempts: u32,
    /// Whether one of them may have been done: a later one says nothing about that.
    pub(crate) unsettled: bool,
}

/// An answer, and the permit of its exchange, which goes on while the body comes.
pub(super) struct Answer<R> {
    pub(super) response: http::Response<R>,
    pub(super) permit: Option<Permit>,
}

/// What follows an attempt.
enum Next {
    Stands,
    Wait(Duration),
    Renew,
}

impl<'a> Call<'a> {
    /// A call by the policy of its request, or else the client's.
    pub(super) fn new(parts: &'a Parts, of_client: &'a Retry) -> Self {
        let retry = parts.retry.as_deref().unwrap_or(of_client);
        Self {
            parts,
            retry,
            repeatable: true,
            max_response_bytes: usize::MAX,
            timeout: None,
            until: retry.ends(),
            retries: 0,
            token: None,
            renewed: None,
            may_renew: true,
            exchanges: 0,
            history: History::default(),
        }
    }

    /// The limits of an attempt that begins now.
    fn limits(&self) -> Limits {
        let limits = Limits::new(self.max_response_bytes);
        let own = self.timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        match own.into_iter().chain(self.until).min() {
            Some(deadline) => limits.with_deadline(deadline),
            None => limits,
        }
    }

    /// Why the attempt failed, if it did.
    fn failed<R>(outcome: &Result<Answer<R>, Error>) -> Failed {
        match outcome {
            Ok(answer) => Failed::of_status(answer.response.status()),
            Err(Error::Transport(error)) => Failed::of_transport(error),
            Err(_) => Failed::ForGood,
        }
    }

    fn next<R>(&mut self, outcome: &Result<Answer<R>, Error>, budget: &retry::Budget) -> Next {
        let response = outcome.as_ref().ok().map(|answer| &answer.response);
        if response.is_some_and(|response| response.status().is_success()) {
            if self.retries == 0 {
                budget.earn();
            }
            return Next::Stands;
        }
        if self.may_renew && response.is_some_and(|response| response.status() == StatusCode::UNAUTHORIZED) {
            self.may_renew = false;
            return if self.repeatable { Next::Renew } else { Next::Stands };
        }
        let failed = Self::failed(outcome);
        self.history.unsettled |= failed == Failed::Perhaps && !self.parts.method.is_safe();
        let asked = response.and_then(|response| retry_after(response.headers(), SystemTime::now()));
        let repetition = Repetition {
            policy: self.retry,
            made: self.retries,
            idempotent: self.parts.idempotent || retry::is_idempotent(&self.parts.method),
            until: self.until,
        };
        let Some(wait) = repetition.wait(failed, asked).filter(|_| self.repeatable) else { return Next::Stands };
        if !budget.allows(asked) {
            return Next::Stands;
        }
        self.retries += 1;
        Next::Wait(wait)
    }
}

impl<H: HttpClient> GraphClient<H> {
    /// Sends what the call is about by `send` until an answer stands. `body` makes the body that `send` takes.
    pub(super) async fn run<B, R, F>(
        &self,
        call: &mut Call<'_>,
        mut body: impl FnMut(Bytes) -> B,
        send: impl Fn(http::Request<B>) -> F,
    ) -> Result<Answer<R>, Error>
    where
        F: Future<Output = Result<http::Response<R>, TransportError>>,
    {
        loop {
            call.history.attempts += 1;
            let outcome = self.attempt(call, &mut body, &send).await;
            match call.next(&outcome, &self.shared.budget) {
                Next::Stands => return outcome.map_err(|error| error.after(call.history)),
                Next::Wait(wait) => {
                    trace::retrying(call, wait);
                    drop(outcome);
                    self.http.sleep(wait).await;
                }
                Next::Renew => {
                    // Before it is waited: an answer in chunks can't be lent to another thread.
                    let claims = outcome.as_ref().ok().and_then(|answer| challenge::claims(answer.response.headers()));
                    match self.renew(call, claims.as_deref()).await {
                        Ok(true) => trace::renewed(call),
                        Ok(false) => return outcome,
                        Err(error) => return Err(error.after(call.history)),
                    }
                }
            }
        }
    }

    /// One attempt, with the redirects that it follows.
    async fn attempt<B, R, F>(
        &self,
        call: &mut Call<'_>,
        body: &mut impl FnMut(Bytes) -> B,
        send: &impl Fn(http::Request<B>) -> F,
    ) -> Result<Answer<R>, Error>
    where
        F: Future<Output = Result<http::Response<R>, TransportError>>,
    {
        let permit = match &self.shared.permits {
            Some(permits) => Some(self.within(call.until, permits.acquire(self.holds_the_thread())).await?),
            None => None,
        };
        let limits = call.limits();
        let (mut request, mut is_foreign) = self.request(call.parts)?;
        let token = if is_foreign { None } else { Some(self.token(call, limits.deadline).await?) };
        let id = call.parts.headers.get(CLIENT_REQUEST_ID).cloned().unwrap_or_else(new_request_id);
        for hops in 0..=redirect::MAX {
            let (method, uri) = (request.method().clone(), request.uri().clone());
            if let Some(token) = token.as_ref().filter(|_| !is_foreign) {
                let headers = request.headers_mut();
                headers.insert(AUTHORIZATION, token.header());
                headers.insert(CLIENT_REQUEST_ID, id.clone());
                if call.retries > 0 {
                    headers.insert(RETRY_ATTEMPT, call.retries.into());
                }
            }
            request.extensions_mut().insert(limits);
            let exchange = trace::Exchange::begin(call, &request, hops > 0, &self.shared);
            call.exchanges += 1;
            let outcome = exchange.around(send(request.map(&mut *body))).await;
            exchange.end(&outcome);
            let response = outcome?;
            // A signed URL is used as it is: what is written there goes nowhere else, and is not read elsewhere as its answer.
            if call.parts.access == Access::Anonymous && !method.is_safe() {
                return Ok(Answer { response, permit });
            }
            let is_monitor = call.parts.is_monitor;
            let asked = redirect::Asked { method: &method, uri: &uri, repeatable: call.repeatable, is_monitor };
            match redirect::next(&asked, response.status(), response.headers(), &self.shared.base)? {
                None => return Ok(Answer { response, permit }),
                Some(mut hop) => {
                    // "See other" is said of what was done.
                    call.history.unsettled |= hop.as_get && !method.is_safe();
                    hop.as_get |= method != call.parts.method;
                    // Who was sent away comes back without a token.
                    is_foreign |= hop.is_foreign;
                    hop.is_foreign = is_foreign;
                    trace::redirected(is_foreign);
                    request = call.parts.to_http(&self.shared.base.url, &self.shared.version)?;
                    hop.apply(&mut request);
                }
            }
        }
        Err(LinkError::too_many_redirects().into())
    }

    /// The request as it goes to the service, but for its token; `true` if it goes without one.
    fn request(&self, parts: &Parts) -> Result<(http::Request<Bytes>, bool), Error> {
        let shared = &*self.shared;
        let request = match (parts.to_http(&shared.base.url, &shared.version), &parts.link) {
            (Err(_), Some(_)) if parts.wrong.is_none() => return Err(LinkError::malformed().into()),
            (request, _) => request?,
        };
        // The check is on the URL that is sent, whatever it was made of.
        let uri = request.uri();
        let may_go = match parts.access {
            Access::Token | Access::TokenAtHome if shared.base.trusts_url(uri) => return Ok((request, false)),
            Access::Token => false,
            Access::TokenAtHome | Access::Anonymous => shared.base.may_ask(uri),
        };
        if may_go {
            return Ok((request, true));
        }
        Err(match parts.link {
            Some(_) => LinkError::foreign().into(),
            None => UsageError::new("the request's URL is not of the client's origin").into(),
        })
    }

    async fn token(&self, call: &mut Call<'_>, deadline: Option<Instant>) -> Result<AccessToken, Error> {
        let shared = &*self.shared;
        let token = match call.renewed.take() {
            Some(token) => token,
            None => {
                let patience = async { self.http.sleep(tokens::PATIENCE).await };
                let token = shared.tokens.get(&shared.base.resource, self.holds_the_thread(), patience);
                self.within(deadline, token).await??
            }
        };
        call.token = Some(token.clone());
        Ok(token)
    }

    /// Gets another token in place of the one that was refused; `false` if there is none.
    async fn renew(&self, call: &mut Call<'_>, claims: Option<&str>) -> Result<bool, Error> {
        let Some(refused) = &call.token else { return Ok(false) };
        call.renewed = self.another_token(refused, claims, call.limits().deadline).await?;
        Ok(call.renewed.is_some())
    }

    /// A token in place of one that was refused, if there is one.
    pub(super) async fn another_token(
        &self,
        refused: &AccessToken,
        claims: Option<&str>,
        deadline: Option<Instant>,
    ) -> Result<Option<AccessToken>, Error> {
        let shared = &*self.shared;
        let renewal = shared.tokens.renew(&shared.base.resource, refused, claims, self.holds_the_thread());
        Ok(self.within(deadline, renewal).await??)
    }

    /// Whether who waits for others has to block the thread.
    fn holds_the_thread(&self) -> bool {
        self.blocks || self.http.blocks()
    }

    /// What `future` comes to, unless the deadline is first. Over a transport that blocks, whose sleep would hold the thread,
    /// nothing is waited for here that is not there at once.
    async fn within<T>(&self, deadline: Option<Instant>, future: impl Future<Output = T>) -> Result<T, TransportError> {
        let Some(deadline) = deadline.filter(|_| !self.holds_the_thread()) else { return Ok(future.await) };
        let left = deadline.saturating_duration_since(Instant::now());
        before(async { self.http.sleep(left).await }, future).await.ok_or_else(|| TransportError::timeout(Sent::No))
    }
}

/// A random UUID.
fn new_request_id() -> HeaderValue {
    let id = uuid::Builder::from_random_bytes(fastrand::u128(..).to_le_bytes()).into_uuid();
    let mut text = uuid::Uuid::encode_buffer();
    // Hexadecimal digits and hyphens are always a header's value.
    HeaderValue::from_str(id.hyphenated().encode_lower(&mut text)).unwrap_or(HeaderValue::from_static(""))
}
