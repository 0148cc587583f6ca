//! How long a client has to wait before it asks again.

use std::ops::RangeInclusive;
use std::time::Duration;

use graph_entity_emulator::{Fault, RetryAfter};

use crate::client::{BASE, LONGEST_WAIT};
use crate::trouble::Trouble;

/// The wait before the repetition of this number, which starts at 0.
pub(crate) fn expected(trouble: &Trouble, number: usize) -> RangeInclusive<Duration> {
    let exactly = |time: Duration| time..=time;
    let backoff = |step: Duration| step..=step * 3 / 2;
    match form(trouble) {
        RetryAfter::After(time) => time - Duration::from_secs(1)..=time + Duration::from_secs(1),
        RetryAfter::Past => backoff(BASE),
        RetryAfter::Text(text) => match &*text {
            "1" => exactly(Duration::from_secs(1)),
            // In whole milliseconds, and not too early.
            "0.2491" => exactly(Duration::from_millis(250)),
            "9999999999" => exactly(LONGEST_WAIT),
            "0" | "-1" => backoff(BASE),
            "soon" => backoff(BASE * (1 << number)),
            other => panic!("how long is {other}?"),
        },
        _ => backoff(BASE * (1 << number)),
    }
}

/// What the error says that the service asks for.
pub(crate) fn told(trouble: &Trouble) -> Option<RangeInclusive<Duration>> {
    let exactly = |time: Duration| Some(time..=time);
    match form(trouble) {
        RetryAfter::After(time) => Some(time - Duration::from_secs(1)..=time + Duration::from_secs(1)),
        RetryAfter::Past => exactly(Duration::ZERO),
        RetryAfter::Text(text) => match &*text {
            "0" | "-1" => exactly(Duration::ZERO),
            number => exactly(Duration::try_from_secs_f64(number.parse().ok()?).ok()?),
        },
        _ => None,
    }
}

fn form(trouble: &Trouble) -> RetryAfter {
    match trouble {
        Trouble::Fault(Fault::Throttled(form) | Fault::Unavailable(form)) => form.clone(),
        _ => RetryAfter::Missing,
    }
}
