//! A date and a time of no zone: what `dateTimeTimeZone` and error bodies have.

use std::borrow::Cow;
use std::fmt;

use super::date::Date;
use super::impls::text_impls;
use super::scan::Scan;
use super::text::Text;
use super::time_of_day::TimeOfDay;

/// A date and a time without an offset: `2019-03-15T12:00:00.0000000`.
///
/// Graph declares them `Edm.String`: the `dateTime` of a `dateTimeTimeZone`, whose `timeZone` says where it is that
/// time. They are no instants, so there is no conversion to [`DateTimeOffset`](super::DateTimeOffset) but the one that
/// names an offset.
///
/// ```
/// use graph_entity::edm::{DateTimeOffset, LocalDateTime};
///
/// let start: LocalDateTime = "2019-03-15T12:00:00.0000000".parse()?;
/// assert_eq!(start.date().to_string(), "2019-03-15");
/// assert_eq!(DateTimeOffset::new(start, -420), Some("2019-03-15T12:00:00-07:00".parse()?));
/// # Ok::<(), graph_entity::edm::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalDateTime {
    date: Date,
    time: TimeOfDay,
}

impl LocalDateTime {
    pub(super) const MIN: Self = Self { date: Date::MIN, time: TimeOfDay::MIDNIGHT };
    pub(super) const MAX: Self = Self { date: Date::MAX, time: TimeOfDay::LAST_SECOND };

    /// This time of that day.
    pub fn new(date: Date, time: TimeOfDay) -> Self {
        Self { date, time }
    }

    /// The day.
    pub fn date(self) -> Date {
        self.date
    }

    /// The time of the day.
    pub fn time(self) -> TimeOfDay {
        self.time
    }

    /// Whole seconds since 1970 began there.
    pub(super) fn seconds(self) -> i64 {
        self.date.days() * 86_400 + self.time.second_of_day()
    }

    /// The inverse of `seconds`.
    pub(super) fn from_seconds(seconds: i64) -> Option<Self> {
        let date = Date::from_days(seconds.div_euclid(86_400))?;
        Some(Self { date, time: TimeOfDay::from_second_of_day(seconds.rem_euclid(86_400))? })
    }

    pub(super) fn scan(scan: &mut Scan<'_>) -> Option<Self> {
        let date = Date::scan(scan)?;
        scan.letter(b'T')?;
        Some(Self { date, time: TimeOfDay::scan(scan)? })
    }
}

impl Text for LocalDateTime {
    const EXPECTED: &'static str = "a date and time without an offset such as 2026-11-24T17:30:00";

    fn from_text(text: &str) -> Option<Self> {
        let mut scan = Scan::new(text);
        let value = Self::scan(&mut scan)?;
        scan.end(value)
    }

    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn placeholder() -> Self {
        Self { date: Date::placeholder(), time: TimeOfDay::placeholder() }
    }
}

impl fmt::Display for LocalDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date, self.time)
    }
}

text_impls!(LocalDateTime);

#[cfg(test)]
mod tests {
    use super::LocalDateTime;
    use crate::edm::Text;
    use crate::edm::testing::{assert_kept, assert_refused, assert_survives_noise};

    #[test]
    fn a_local_date_time_keeps_its_text() {
        assert_kept::<LocalDateTime>(&[
            "2019-03-15T12:00:00.0000000",
            "2021-05-18T19:03:10",
            "2018-08-12T12:00",
            "2025-02-13T10:17:05",
            "0001-01-01T00:00:00",
            "-99999-12-31T23:59:59.999999999999",
        ]);
        let lower = LocalDateTime::from_text("2018-08-12t12:00");
        assert_eq!(lower.map(|value| value.to_string()).as_deref(), Some("2018-08-12T12:00"));
    }

    #[test]
    fn what_is_no_local_date_time() {
        assert_refused::<LocalDateTime>(&[
            "",
            "2018-08-12",
            "2018-08-12T",
            "12:00",
            "T12:00",
            "2018-08-12T12:00Z",
            "2018-08-12T12:00+00:00",
            "2018-08-12 12:00",
            "2018-08-12T24:00:00",
            "2023-02-29T12:00",
            "2018-08-12T12:00\0",
            "2018-08-12ᎢT12:00",
            "date-time",
        ]);
    }

    #[test]
    fn noise_is_refused_or_kept() {
        assert_survives_noise::<LocalDateTime>("2019-03-15T12:00:00.0000000", str::to_ascii_uppercase);
    }

    #[test]
    fn later_is_greater() {
        let read = |text| LocalDateTime::from_text(text).expect(text);
        assert!(read("2018-08-12T23:59") < read("2018-08-13T00:00"));
        assert!(read("-0001-12-31T00:00") < read("0000-01-01T00:00"));
        assert_eq!(read("2018-08-12T23:59"), read("2018-08-12t23:59:00.0"));
    }

    #[test]
    fn a_random_second_comes_back() {
        let mut random = fastrand::Rng::with_seed(3);
        let (first, last) = (LocalDateTime::MIN.seconds(), LocalDateTime::MAX.seconds());
        for seconds in [first, last].into_iter().chain((0..10_000).map(|_| random.i64(first..=last))) {
            let value = LocalDateTime::from_seconds(seconds);
            assert_eq!(value.map(LocalDateTime::seconds), Some(seconds));
            assert_eq!(value.and_then(|value| LocalDateTime::from_text(&value.to_text())), value);
        }
        for seconds in [first - 1, last + 1, i64::MIN, i64::MAX] {
            assert_eq!(LocalDateTime::from_seconds(seconds), None);
        }
    }
}
