//! How often something is asked again, and for how long.

use std::time::{Duration, Instant};

use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::HttpClient;
use crate::client::operation_error::StillRunning;

const DEADLINE: Duration = Duration::from_secs(60 * 60);
const INTERVAL: Duration = Duration::from_secs(1);
/// Where the service asks for no wait: the longest.
const MAX_BACKOFF: Duration = Duration::from_secs(30);
/// No loop is hotter than this, whatever it is told.
const LEAST: Duration = Duration::from_millis(1);

#[derive(Debug, Clone, Copy)]
pub(super) struct Polling {
    pub(super) deadline: Duration,
    pub(super) interval: Duration,
}

impl Default for Polling {
    fn default() -> Self {
        Self { deadline: DEADLINE, interval: INTERVAL }
    }
}

/// The time that goes by while something is waited for.
pub(super) struct Clock {
    polling: Polling,
    begun: Instant,
    /// What was slept counts whole, also by a clock that does not go.
    slept: Duration,
    backoff: Duration,
}

impl Clock {
    pub(super) fn start(polling: Polling) -> Self {
        let interval = polling.interval.max(LEAST);
        let polling = Polling { interval, ..polling };
        Self { polling, begun: Instant::now(), slept: Duration::ZERO, backoff: interval }
    }

    /// What is left until the deadline.
    pub(super) fn left(&self) -> Duration {
        self.polling.deadline.saturating_sub(self.begun.elapsed().max(self.slept))
    }

    /// When it is.
    pub(super) fn end(&self) -> Option<Instant> {
        Instant::now().checked_add(self.left())
    }

    /// The wait before it is asked again, where the service asked for this one; `None` if it would end after the deadline.
    pub(super) fn next(&mut self, asked: Option<Duration>) -> Option<Duration> {
        let wait = match asked {
            Some(asked) => asked.max(self.polling.interval),
            None => self.back_off(),
        };
        self.pass(wait)
    }

    /// Takes this time, if there is as much.
    pub(super) fn pass(&mut self, wait: Duration) -> Option<Duration> {
        if wait >= self.left() {
            return None;
        }
        self.slept = self.slept.saturating_add(wait);
        Some(wait)
    }

    /// Doubled each time, and up to half as much again by chance, so that many clients do not come at once.
    fn back_off(&mut self) -> Duration {
        let step = self.backoff;
        self.backoff = step.saturating_mul(2).min(MAX_BACKOFF.max(self.polling.interval));
        step.saturating_add(step.mul_f64(fastrand::f64() / 2.0))
    }
}

/// Waits as long as a clock says; if it says nothing, the time is over. `status` was heard last, and `asked` is what the
/// service wants to wait.
pub(super) async fn rest<H: HttpClient>(
    client: &GraphClient<H>,
    wait: Option<Duration>,
    status: &str,
    asked: Option<Duration>,
) -> Result<(), Error> {
    match wait {
        Some(wait) => {
            client.sleep(wait).await;
            Ok(())
        }
        None => Err(still_running(status, asked)),
    }
}

pub(super) fn still_running(status: &str, asked: Option<Duration>) -> Error {
    Error::StillRunning(Box::new(StillRunning { status: status.to_owned(), retry_after: asked }))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Clock, Polling};

    fn clock(deadline: u64, interval: Duration) -> Clock {
        Clock::start(Polling { deadline: Duration::from_secs(deadline), interval })
    }

    #[test]
    fn the_wait_is_what_was_asked_but_never_none_at_all() {
        let mut clock = clock(60, Duration::from_secs(1));
        assert_eq!(clock.next(Some(Duration::from_secs(5))), Some(Duration::from_secs(5)));
        assert_eq!(clock.next(Some(Duration::ZERO)), Some(Duration::from_secs(1)));
        assert_eq!(clock.next(Some(Duration::from_millis(1500))), Some(Duration::from_millis(1500)));
        let mut hot = self::clock(60, Duration::ZERO);
        assert_eq!(hot.next(Some(Duration::ZERO)), Some(Duration::from_millis(1)));
    }

    #[test]
    fn beyond_the_deadline_there_is_no_wait() {
        let mut clock = clock(60, Duration::from_secs(1));
        assert_eq!(clock.next(Some(Duration::from_secs(24 * 60 * 60))), None);
        assert_eq!(clock.next(Some(Duration::MAX)), None);
        // Nothing was slept, and yet the time has gone by that was to be.
        assert_eq!((0..1000).filter_map(|_| clock.next(Some(Duration::from_secs(7)))).count(), 8);
        assert!(clock.left() <= Duration::from_secs(4));
        assert_eq!(self::clock(0, Duration::ZERO).next(None), None);
        assert!(Clock::start(Polling { deadline: Duration::MAX, interval: Duration::MAX }).next(None).is_none());
    }

    #[test]
    fn without_a_wish_the_wait_doubles_up_to_half_a_minute() {
        let mut clock = clock(100_000, Duration::from_secs(1));
        for step in [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0] {
            let wait = clock.next(None).expect("a wait").as_secs_f64();
            assert!((step..=step * 1.5).contains(&wait), "{wait} of {step}");
        }
        let mut slow = self::clock(100_000, Duration::from_secs(60));
        slow.next(None);
        assert!(slow.next(None).is_some_and(|wait| wait >= Duration::from_secs(60)));
    }
}
