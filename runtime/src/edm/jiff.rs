//! The types of jiff 1.

use ::jiff::civil::{Date as CivilDate, DateTime as CivilDateTime, Time as CivilTime};
use ::jiff::{SignedDuration, Timestamp};

use super::error::OutOfRange;
use super::impls::text_through;
use super::{Date, DateTimeOffset, Duration, LocalDateTime, TimeOfDay};

/// In UTC.
impl From<Timestamp> for DateTimeOffset {
    fn from(timestamp: Timestamp) -> Self {
        // Before 1970 both are negative.
        let (seconds, nanos) = (timestamp.as_second(), timestamp.subsec_nanosecond());
        let floor = if nanos < 0 { seconds.saturating_sub(1) } else { seconds };
        Self::nearest(floor, nanos.rem_euclid(1_000_000_000).unsigned_abs(), 0)
    }
}

/// The offset and picoseconds are lost. Fails beyond the years -9999 to 9999, and in the last day of these: .NET's latest
/// time, `9999-12-31T23:59:59.9999999Z`, is no `Timestamp`.
impl TryFrom<DateTimeOffset> for Timestamp {
    type Error = OutOfRange;

    fn try_from(value: DateTimeOffset) -> Result<Self, OutOfRange> {
        let nanos = i32::try_from(value.subsecond_nanos()).unwrap_or(999_999_999);
        Timestamp::new(value.unix_seconds(), nanos).map_err(|_| OutOfRange::of("jiff::Timestamp"))
    }
}

impl From<CivilDate> for Date {
    fn from(date: CivilDate) -> Self {
        let part = |number: i8| number.unsigned_abs();
        Self::new(date.year().into(), part(date.month()), part(date.day())).unwrap_or(Self::MIN)
    }
}

/// Fails beyond the years -9999 to 9999.
impl TryFrom<Date> for CivilDate {
    type Error = OutOfRange;

    fn try_from(date: Date) -> Result<Self, OutOfRange> {
        let year = i16::try_from(date.year()).ok();
        let date =
            year.and_then(|year| CivilDate::new(year, date.month().cast_signed(), date.day().cast_signed()).ok());
        date.ok_or(OutOfRange::of("jiff::civil::Date"))
    }
}

impl From<CivilTime> for TimeOfDay {
    fn from(time: CivilTime) -> Self {
        let part = |number: i8| number.unsigned_abs();
        let second = Self::new(part(time.hour()), part(time.minute()), part(time.second()));
        let nanos = time.subsec_nanosecond().unsigned_abs();
        second.and_then(|second| second.with_nanos(nanos)).unwrap_or(Self::MIDNIGHT)
    }
}

/// Picoseconds are cut off.
impl From<TimeOfDay> for CivilTime {
    fn from(time: TimeOfDay) -> Self {
        let nanos = i32::try_from(time.subsecond_nanos()).unwrap_or(999_999_999);
        let (hour, minute) = (time.hour().cast_signed(), time.minute().cast_signed());
        CivilTime::new(hour, minute, time.second().cast_signed(), nanos).unwrap_or(CivilTime::MIN)
    }
}

impl From<CivilDateTime> for LocalDateTime {
    fn from(value: CivilDateTime) -> Self {
        Self::new(value.date().into(), value.time().into())
    }
}

/// Picoseconds are cut off. Fails beyond the years -9999 to 9999.
impl TryFrom<LocalDateTime> for CivilDateTime {
    type Error = OutOfRange;

    fn try_from(value: LocalDateTime) -> Result<Self, OutOfRange> {
        Ok(CivilDateTime::from_parts(value.date().try_into()?, value.time().into()))
    }
}

impl From<SignedDuration> for Duration {
    fn from(duration: SignedDuration) -> Self {
        Self::new(duration.as_secs(), duration.subsec_nanos()).unwrap_or(Self::ZERO)
    }
}

/// Picoseconds are cut off.
impl From<Duration> for SignedDuration {
    fn from(duration: Duration) -> Self {
        SignedDuration::new(duration.whole_seconds(), duration.subsecond_nanos())
    }
}

text_through! {
    Timestamp => DateTimeOffset, Timestamp::UNIX_EPOCH;
    CivilDate => Date, CivilDate::ZERO;
    CivilTime => TimeOfDay, CivilTime::MIN;
    CivilDateTime => LocalDateTime, CivilDateTime::ZERO;
    SignedDuration => Duration, SignedDuration::ZERO;
}

#[cfg(test)]
mod tests {
    use ::jiff::civil::{Date as CivilDate, DateTime as CivilDateTime, Time as CivilTime};
    use ::jiff::{SignedDuration, Timestamp};

    use crate::edm::testing::{assert_all, assert_none, assert_same_seconds, print};
    use crate::edm::{DateTimeOffset, Text};

    #[test]
    fn texts_of_services_are_read() {
        assert_all::<Timestamp>(&[
            ("2017-01-01T00:00:35.1329464-08:00", "2017-01-01T08:00:35.1329464Z"),
            ("2018-11-06T18:48:12.94725647Z", "2018-11-06T18:48:12.94725647Z"),
            ("2018-11-06T12:00:00.123456789999Z", "2018-11-06T12:00:00.123456789Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ]);
        assert_all::<CivilDate>(&[("2026-11-24", "2026-11-24"), ("-9999-01-01", "-9999-01-01")]);
        assert_all::<CivilTime>(&[("17:00:00.0000000", "17:00:00"), ("09:15", "09:15:00")]);
        assert_all::<CivilDateTime>(&[("2019-03-15T12:00:00.5000000", "2019-03-15T12:00:00.5")]);
        assert_all::<SignedDuration>(&[
            ("-PT3M22.1587532S", "-PT3M22.1587532S"),
            ("P10675199DT2H48M5.4775807S", "P10675199DT2H48M5.4775807S"),
            ("-PT9223372036854775808.999999999S", "-P106751991167300DT15H30M8.999999999S"),
        ]);
    }

    #[test]
    fn what_is_out_of_range_is_no_value() {
        assert_none::<Timestamp>(&[
            "9999-12-31T23:59:59.9999999Z",
            "10000-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00+23:59",
            "",
        ]);
        assert_none::<CivilDate>(&["10000-01-01", "-10000-01-01", "99999-01-01"]);
        assert_none::<CivilDateTime>(&["10000-01-01T00:00"]);
        for end in [Timestamp::MIN, Timestamp::MAX] {
            assert_eq!(Timestamp::try_from(DateTimeOffset::from(end)), Ok(end));
        }
        for end in [SignedDuration::MIN, SignedDuration::MAX] {
            assert_eq!(SignedDuration::from_text(&print(&end)), Some(end));
        }
        for end in [CivilDateTime::MIN, CivilDateTime::MAX] {
            assert_eq!(CivilDateTime::from_text(&print(&end)), Some(end));
        }
    }

    #[test]
    fn the_calendar_is_theirs() {
        let floor = |timestamp: Timestamp| i64::try_from(timestamp.as_nanosecond().div_euclid(1_000_000_000)).ok();
        assert_same_seconds(|text| floor(text.parse().ok()?));
    }
}
