//! The forms of `Retry-After`. Which answers have it isn't in here.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use http::HeaderValue;

/// Long after every test, and before the year 10000, for which HTTP has no form.
const LONGEST: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

/// The `Retry-After` of a refusal. A `&str` becomes [`Text`](Self::Text).
///
/// ```
/// use graph_entity_emulator::{Fault, RetryAfter};
///
/// let forms = [RetryAfter::from("5"), "2.128".into(), "-1".into(), "soon".into(), RetryAfter::Missing];
/// let faults = forms.map(Fault::Throttled);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// There is none.
    Missing,
    /// This text, as it is: seconds, or anything else. Text that no header can have is left out.
    Text(Cow<'static, str>),
    /// The date, in the form of HTTP, that is this far from the answer, rounded up to whole seconds.
    After(Duration),
    /// A date that is long past.
    Past,
}

impl RetryAfter {
    pub(crate) fn value(&self) -> Option<HeaderValue> {
        let text = match self {
            Self::Missing => return None,
            Self::Text(text) => text.to_string(),
            Self::After(time) => {
                // Dates are written without their fraction.
                httpdate::fmt_http_date(SystemTime::now() + (*time).min(LONGEST) + Duration::from_nanos(999_999_999))
            }
            Self::Past => "Wed, 21 Oct 2015 07:28:00 GMT".to_owned(),
        };
        HeaderValue::try_from(text).ok()
    }
}

impl From<&'static str> for RetryAfter {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::RetryAfter;

    #[test]
    fn has_each_form() {
        let text = |form: RetryAfter| form.value().map(|value| value.to_str().expect("text").to_owned());
        for form in ["5", "2.128", "0", "-1", "abc"] {
            assert_eq!(text(form.into()).as_deref(), Some(form));
        }
        assert_eq!(text(RetryAfter::Missing), None);
        assert_eq!(text("a\nb".into()), None);
        let date = |form| httpdate::parse_http_date(&text(form).expect("a header")).expect("a date");
        assert!(date(RetryAfter::Past) < SystemTime::now());
        let minute = Duration::from_secs(60);
        let now = SystemTime::now();
        let later = date(RetryAfter::After(minute));
        assert!(later >= now + minute && later < SystemTime::now() + minute + Duration::from_secs(1));
        assert!(date(RetryAfter::After(Duration::MAX)) > now);
    }
}
