//! When a request is sent once more, and after how long (W5). Who sends it is the pipeline.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant, SystemTime};

use http::header::RETRY_AFTER;
use http::{HeaderMap, Method, StatusCode};

use super::http_client::{Sent, TransportError};
use crate::request::response::text;

/// How often, and after how long, a request is sent once more that did not succeed. The same for async and blocking calls.
///
/// | what happened | repeated |
/// |---|---|
/// | 429 | each request: it was not done |
/// | it can't have left ([`Sent::No`]) | each request |
/// | 503, 504, 509, a broken exchange, a timeout | what is the same when it is done twice: GET, PUT, PATCH, DELETE, and what the program says to be [`idempotent`](crate::Request::idempotent). **A `POST` is not**: it may have been done |
/// | 401 | once, with a token that is new |
/// | an upload in chunks, whose body can't be sent twice; any other status | never |
///
/// The wait is what the service asks for by `Retry-After`, up to [`max_delay`](Self::max_delay). Where it asks for none, it is
/// [`base_delay`](Self::base_delay), doubled with each repetition, and up to half as much again, by chance, so that many
/// clients do not come back at once. A `Retry-After` of zero, or in the past, is the first of these steps.
///
/// A repetition has the header `Retry-Attempt`, which is 1 for the first, and a `client-request-id` of its own.
///
/// Beside the policy there is a budget for all calls of a client, see
/// [`retry_budget`](crate::GraphClientBuilder::retry_budget).
/// ```
/// use std::time::Duration;
/// use graph_entity::Retry;
///
/// let patient = Retry::default().max_retries(8).deadline(Duration::from_secs(600));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retry {
    max_retries: u32,
    base_delay: Duration,
    max_delay: Duration,
    deadline: Option<Duration>,
}

/// Three repetitions, after 3, 6 and 12 seconds and a little; 180 seconds at most; no deadline for the whole. As other Graph
/// clients have it.
impl Default for Retry {
    fn default() -> Self {
        Self { max_retries: 3, base_delay: Duration::from_secs(3), max_delay: Duration::from_secs(180), deadline: None }
    }
}

impl Retry {
    /// No repetition but that with a new token after a 401.
    pub fn none() -> Self {
        Self { max_retries: 0, ..Self::default() }
    }

    /// How often a request is repeated at most: 3 by default, so that it is sent four times.
    #[must_use]
    pub fn max_retries(self, max_retries: u32) -> Self {
        Self { max_retries, ..self }
    }

    /// The wait before the first repetition where the service asks for none. 3 seconds by default.
    #[must_use]
    pub fn base_delay(self, base_delay: Duration) -> Self {
        Self { base_delay, ..self }
    }

    /// The longest wait, whatever the service asks for. 180 seconds by default.
    #[must_use]
    pub fn max_delay(self, max_delay: Duration) -> Self {
        Self { max_delay, ..self }
    }

    /// How long a call may take with all its attempts and waits. No attempt goes on after it, and where a wait would end
    /// after it, the call fails at once. None by default: each attempt has the client's
    /// [`timeout`](crate::GraphClientBuilder::timeout).
    #[must_use]
    pub fn deadline(self, deadline: Duration) -> Self {
        Self { deadline: Some(deadline), ..self }
    }

    /// Until when a call that begins now may go on, if there is an end.
    pub(super) fn ends(&self) -> Option<Instant> {
        self.deadline.and_then(|total| Instant::now().checked_add(total))
    }

    /// The wait before the next attempt, where `made` were made; `None` if there is none.
    pub(super) fn wait(&self, made: u32, asked: Option<Duration>) -> Option<Duration> {
        if made > self.max_retries {
            return None;
        }
        let wait = match asked {
            None => self.backoff(made - 1),
            Some(Duration::ZERO) => self.backoff(0),
            Some(asked) => in_whole_milliseconds(asked),
        };
        Some(wait.min(self.max_delay))
    }

    fn backoff(&self, doublings: u32) -> Duration {
        let step = self.base_delay.saturating_mul(2_u32.saturating_pow(doublings)).min(self.max_delay);
        step.saturating_add(step.mul_f64(fastrand::f64() / 2.0))
    }
}

/// Rounded up: to come back a little early is to be refused again.
fn in_whole_milliseconds(time: Duration) -> Duration {
    match time.subsec_nanos() % 1_000_000 {
        0 => time,
        rest => time.saturating_add(Duration::from_nanos((1_000_000 - rest).into())),
    }
}

/// Why an attempt may be followed by another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failed {
    /// It can't have been done.
    NotDone,
    /// It may have been done.
    Perhaps,
    /// What came would come again, or is an answer.
    ForGood,
}

impl Failed {
    pub(super) fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            429 => Failed::NotDone,
            // 509: the bandwidth of SharePoint is used up.
            503 | 504 | 509 => Failed::Perhaps,
            _ => Failed::ForGood,
        }
    }

    pub(super) fn of_transport(error: &TransportError) -> Self {
        match error.sent() {
            Sent::No => Failed::NotDone,
            Sent::Maybe if error.is_too_large() => Failed::ForGood,
            Sent::Maybe => Failed::Perhaps,
        }
    }
}

/// A request that did not succeed, before it is decided whether it is sent once more: by itself or in a batch.
pub(super) struct Repetition<'a> {
    pub(super) policy: &'a Retry,
    /// How many there were.
    pub(super) made: u32,
    /// Whether doing it twice is the same as doing it once.
    pub(super) idempotent: bool,
    pub(super) until: Option<Instant>,
}

impl Repetition<'_> {
    /// How long to wait before it, if there is one; `asked` is what the service asks for.
    pub(super) fn wait(&self, failed: Failed, asked: Option<Duration>) -> Option<Duration> {
        let again = match failed {
            Failed::NotDone => true,
            Failed::Perhaps => self.idempotent,
            Failed::ForGood => false,
        };
        let wait = self.policy.wait(self.made + 1, asked).filter(|_| again)?;
        let ends = Instant::now().checked_add(wait);
        self.until.is_none_or(|until| ends.is_some_and(|ends| ends < until)).then_some(wait)
    }
}

/// Whether a wait is at the service's account: who is told when to come back does so.
pub(super) fn is_asked(asked: Option<Duration>) -> bool {
    asked.is_some_and(|asked| !asked.is_zero())
}

/// Whether doing it twice is the same as doing it once (RFC 9110, 9.2.2). Graph's `PATCH` sets properties to values, so that it
/// is, too.
pub(super) fn is_idempotent(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::PUT | Method::PATCH | Method::DELETE)
}

/// How long the service asks to wait, in each form that it has: seconds, decimal ones too, or a date. What is past is zero;
/// what is neither is `None`.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let asked = text(headers, RETRY_AFTER)?.trim();
    if let Ok(seconds) = asked.parse::<f64>() {
        let seconds = if seconds.is_nan() { return None } else { seconds.max(0.0) };
        return Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX));
    }
    let until = httpdate::parse_http_date(asked).ok()?;
    Some(until.duration_since(now).unwrap_or_default())
}

/// What all calls of a client may repeat together on their own account. A service that is down is not asked four times as
/// often as one that is up.
pub(super) struct Budget {
    /// In fifths of a repetition.
    left: AtomicU32,
    full: u32,
}

const REPETITION: u32 = 5;
pub(super) const DEFAULT_BUDGET: u32 = 100;

impl Budget {
    pub(super) fn new(repetitions: u32) -> Self {
        let full = repetitions.saturating_mul(REPETITION);
        Self { left: AtomicU32::new(full), full }
    }

    /// Takes a repetition, if there is one.
    pub(super) fn take(&self) -> bool {
        let taken = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(REPETITION));
        taken.is_ok()
    }

    /// Takes one, unless the wait before it is at the service's account: `asked` is what it asks for.
    pub(super) fn allows(&self, asked: Option<Duration>) -> bool {
        is_asked(asked) || self.take()
    }

    /// Gives back a fifth of one, for each call that succeeds at once.
    pub(super) fn earn(&self) {
        if self.left.load(Ordering::Relaxed) < self.full {
            let more = |left: u32| (left < self.full).then_some(left + 1);
            // Full meanwhile: nothing to give.
            _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use http::HeaderMap;
    use http::header::RETRY_AFTER;

    use super::{Budget, Retry, retry_after};

    fn asked(text: &str) -> Option<Duration> {
        let now = httpdate::parse_http_date("Wed, 21 Oct 2026 07:28:00 GMT").unwrap_or(SystemTime::UNIX_EPOCH);
        let headers = HeaderMap::from_iter([(RETRY_AFTER, text.parse().expect("a header"))]);
        retry_after(&headers, now)
    }

    /// W12.
    #[test]
    fn every_form_of_retry_after() {
        let millis = |text| asked(text).map(|time| time.as_millis());
        for (text, expected) in [
            ("5", Some(5000)),
            (" 5 ", Some(5000)),
            ("2.128", Some(2128)),
            ("0.249", Some(249)),
            ("-1", Some(0)),
            ("Wed, 21 Oct 2026 07:28:30 GMT", Some(30_000)),
            ("Wed, 21 Oct 2015 07:28:00 GMT", Some(0)),
            ("NaN", None),
            ("abc", None),
            ("", None),
        ] {
            assert_eq!(millis(text), expected, "{text}");
        }
        assert_eq!(asked("1e300"), Some(Duration::MAX));
        assert_eq!(retry_after(&HeaderMap::new(), SystemTime::now()), None);
    }

    #[test]
    fn the_wait_is_what_was_asked_up_to_the_cap_and_rounded_up() {
        let retry = Retry::default().max_retries(2);
        assert_eq!(retry.wait(1, asked("5")), Some(Duration::from_secs(5)));
        assert_eq!(retry.wait(2, asked("2.128")), Some(Duration::from_millis(2128)));
        assert_eq!(retry.wait(1, asked("0.2491")), Some(Duration::from_millis(250)));
        assert_eq!(retry.wait(1, asked("1e300")), Some(Duration::from_secs(180)));
        assert_eq!(retry.wait(3, asked("5")), None);
        assert_eq!(Retry::none().wait(1, asked("5")), None);
    }

    #[test]
    fn without_it_the_wait_doubles_with_jitter() {
        let retry = Retry::default().max_retries(u32::MAX - 1).base_delay(Duration::from_millis(100));
        let within = |wait: Option<Duration>, step: u64| {
            let range = Duration::from_millis(step)..=Duration::from_millis(step * 3 / 2);
            assert!(wait.is_some_and(|wait| range.contains(&wait)), "{wait:?} of {step}");
        };
        for _ in 0..1000 {
            within(retry.wait(1, None), 100);
            within(retry.wait(2, None), 200);
            within(retry.wait(5, None), 1600);
            within(retry.wait(5, Some(Duration::ZERO)), 100);
        }
        assert_eq!(retry.wait(u32::MAX - 1, None), Some(Duration::from_secs(180)));
        let waits: Vec<_> = (0..50).map(|_| retry.wait(1, None)).collect();
        assert!(waits.iter().any(|wait| *wait != waits[0]), "no jitter");
        let long = Retry::default().base_delay(Duration::MAX).max_delay(Duration::MAX);
        assert!(long.wait(2, None).is_some());
    }

    #[test]
    fn the_budget_is_earned_by_what_succeeds() {
        let budget = Budget::new(2);
        assert!(budget.take() && budget.take() && !budget.take());
        for _ in 0..4 {
            budget.earn();
        }
        assert!(!budget.take());
        budget.earn();
        assert!(budget.take() && !budget.take());
        for _ in 0..1000 {
            budget.earn();
        }
        assert!(budget.take() && budget.take() && !budget.take());
        assert!(!Budget::new(0).take());
    }
}
