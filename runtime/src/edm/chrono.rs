//! The types of chrono 0.4.

use ::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

use super::error::OutOfRange;
use super::impls::text_through;
use super::{Date, DateTimeOffset, Duration, LocalDateTime, TimeOfDay};

/// A leap second is the last nanosecond before it ends.
const LAST_NANO: u32 = 999_999_999;

/// In UTC.
impl From<DateTime<Utc>> for DateTimeOffset {
    fn from(value: DateTime<Utc>) -> Self {
        Self::nearest(value.timestamp(), value.timestamp_subsec_nanos().min(LAST_NANO), 0)
    }
}

/// The offset and picoseconds are lost. Fails beyond the years of chrono, some 262,000 both ways.
impl TryFrom<DateTimeOffset> for DateTime<Utc> {
    type Error = OutOfRange;

    fn try_from(value: DateTimeOffset) -> Result<Self, OutOfRange> {
        let converted = DateTime::from_timestamp(value.unix_seconds(), value.subsecond_nanos());
        converted.ok_or(OutOfRange::of("chrono::DateTime<Utc>"))
    }
}

/// Seconds of the offset are dropped, the instant stays.
impl From<DateTime<FixedOffset>> for DateTimeOffset {
    fn from(value: DateTime<FixedOffset>) -> Self {
        let nanos = value.timestamp_subsec_nanos().min(LAST_NANO);
        Self::nearest(value.timestamp(), nanos, value.offset().local_minus_utc() / 60)
    }
}

/// Picoseconds are cut off. Fails beyond the years of chrono, some 262,000 both ways.
impl TryFrom<DateTimeOffset> for DateTime<FixedOffset> {
    type Error = OutOfRange;

    fn try_from(value: DateTimeOffset) -> Result<Self, OutOfRange> {
        let utc = DateTime::<Utc>::try_from(value)?.naive_utc();
        let offset = FixedOffset::east_opt(value.offset_minutes() * 60);
        // chrono panics later on if the local time is out of its range.
        let offset = offset.filter(|&offset| utc.checked_add_offset(offset).is_some());
        let offset = offset.ok_or(OutOfRange::of("chrono::DateTime<FixedOffset>"))?;
        Ok(DateTime::from_naive_utc_and_offset(utc, offset))
    }
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        let part = |number| u8::try_from(number).unwrap_or_default();
        Self::new(date.year(), part(date.month()), part(date.day())).unwrap_or(Self::MIN)
    }
}

/// Fails beyond the years of chrono, some 262,000 both ways.
impl TryFrom<Date> for NaiveDate {
    type Error = OutOfRange;

    fn try_from(date: Date) -> Result<Self, OutOfRange> {
        let converted = NaiveDate::from_ymd_opt(date.year(), date.month().into(), date.day().into());
        converted.ok_or(OutOfRange::of("chrono::NaiveDate"))
    }
}

/// A leap second becomes the last nanosecond before it.
impl From<NaiveTime> for TimeOfDay {
    fn from(time: NaiveTime) -> Self {
        let second = Self::from_second_of_day(time.num_seconds_from_midnight().into());
        second.and_then(|second| second.with_nanos(time.nanosecond().min(LAST_NANO))).unwrap_or(Self::MIDNIGHT)
    }
}

/// Picoseconds are cut off.
impl From<TimeOfDay> for NaiveTime {
    fn from(time: TimeOfDay) -> Self {
        let (hour, minute, second) = (time.hour().into(), time.minute().into(), time.second().into());
        NaiveTime::from_hms_nano_opt(hour, minute, second, time.subsecond_nanos()).unwrap_or(NaiveTime::MIN)
    }
}

/// A leap second becomes the last nanosecond before it.
impl From<NaiveDateTime> for LocalDateTime {
    fn from(value: NaiveDateTime) -> Self {
        Self::new(value.date().into(), value.time().into())
    }
}

/// Picoseconds are cut off. Fails beyond the years of chrono, some 262,000 both ways.
impl TryFrom<LocalDateTime> for NaiveDateTime {
    type Error = OutOfRange;

    fn try_from(value: LocalDateTime) -> Result<Self, OutOfRange> {
        Ok(NaiveDateTime::new(value.date().try_into()?, value.time().into()))
    }
}

impl From<TimeDelta> for Duration {
    fn from(delta: TimeDelta) -> Self {
        Self::new(delta.num_seconds(), delta.subsec_nanos()).unwrap_or(Self::ZERO)
    }
}

/// Picoseconds are cut off. Fails beyond `i64::MAX` milliseconds.
impl TryFrom<Duration> for TimeDelta {
    type Error = OutOfRange;

    fn try_from(duration: Duration) -> Result<Self, OutOfRange> {
        let nanos = duration.subsecond_nanos();
        let floor = duration.whole_seconds().checked_sub(i64::from(nanos < 0));
        let nanos = nanos.rem_euclid(1_000_000_000).unsigned_abs();
        floor.and_then(|floor| TimeDelta::new(floor, nanos)).ok_or(OutOfRange::of("chrono::TimeDelta"))
    }
}

text_through! {
    DateTime<Utc> => DateTimeOffset, DateTime::UNIX_EPOCH;
    DateTime<FixedOffset> => DateTimeOffset, DateTime::UNIX_EPOCH.into();
    NaiveDate => Date, NaiveDate::default();
    NaiveTime => TimeOfDay, NaiveTime::MIN;
    NaiveDateTime => LocalDateTime, NaiveDateTime::default();
    TimeDelta => Duration, TimeDelta::zero();
}

#[cfg(test)]
mod tests {
    use ::chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

    use crate::edm::testing::{assert_all, assert_none, assert_same_seconds, print};
    use crate::edm::{DateTimeOffset, Text, TimeOfDay};

    #[test]
    fn texts_of_services_are_read() {
        assert_all::<DateTime<FixedOffset>>(&[
            ("2017-01-01T00:00:35.1329464-08:00", "2017-01-01T00:00:35.1329464-08:00"),
            ("2018-11-06T18:48:12.94725647Z", "2018-11-06T18:48:12.94725647Z"),
            ("2018-11-06T12:00+05:45", "2018-11-06T12:00:00+05:45"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z"),
        ]);
        assert_all::<DateTime<Utc>>(&[
            ("2017-01-01T00:00:35.1329464-08:00", "2017-01-01T08:00:35.1329464Z"),
            ("1969-12-31T23:59:59.123456789999Z", "1969-12-31T23:59:59.123456789Z"),
        ]);
        assert_all::<NaiveDate>(&[("2024-02-29", "2024-02-29"), ("99999-01-01", "99999-01-01")]);
        assert_all::<NaiveTime>(&[("17:00:00.0000000", "17:00:00"), ("09:15", "09:15:00")]);
        assert_all::<NaiveDateTime>(&[("2019-03-15T12:00:00.5000000", "2019-03-15T12:00:00.5")]);
        assert_all::<TimeDelta>(&[
            ("-PT3M22.1587532S", "-PT3M22.1587532S"),
            ("P10675199DT2H48M5.4775807S", "P10675199DT2H48M5.4775807S"),
        ]);
    }

    #[test]
    fn what_is_out_of_range_is_no_value() {
        assert_none::<DateTime<Utc>>(&["300000-01-01T00:00:00Z", "-999999999-01-01T00:00:00+23:59", ""]);
        assert_none::<NaiveDate>(&["300000-01-01", "-300000-01-01"]);
        assert_none::<TimeDelta>(&["PT9223372036854775807S", "-PT9223372036854775808.5S"]);
        for end in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            assert_eq!(DateTime::<Utc>::try_from(DateTimeOffset::from(end)), Ok(end));
            for minutes in [1439, -1439] {
                let odd = DateTimeOffset::nearest(end.timestamp(), 0, minutes);
                // In or out of range, it can be printed.
                let _ = DateTime::<FixedOffset>::try_from(odd).map(|value| format!("{value:?}"));
            }
            if let Some(offset) = FixedOffset::east_opt(3599) {
                let value = DateTimeOffset::from(end.with_timezone(&offset));
                assert_eq!(value.unix_seconds(), end.timestamp());
            }
        }
        for end in [TimeDelta::MIN, TimeDelta::MAX] {
            assert_eq!(TimeDelta::from_text(&print(&end)), Some(end));
        }
        for end in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
            assert_eq!(NaiveDateTime::from_text(&print(&end)), Some(end));
        }
    }

    #[test]
    fn a_leap_second_is_the_last_nanosecond_before() {
        let leap = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_500_000_000).map(TimeOfDay::from);
        assert_eq!(leap.map(|time| time.to_string()).as_deref(), Some("23:59:59.999999999"));
    }

    #[test]
    fn the_calendar_is_theirs() {
        assert_same_seconds(|text| DateTime::parse_from_rfc3339(text).ok().map(|value| value.timestamp()));
    }
}
