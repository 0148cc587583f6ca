//! The types of time 0.3.

use ::time::{
    Date as TimeDate, Duration as TimeDuration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset,
};

use super::error::OutOfRange;
use super::impls::text_through;
use super::{Date, DateTimeOffset, Duration, LocalDateTime, TimeOfDay};

/// Seconds of the offset are dropped, the instant stays; an offset of a day or more becomes UTC.
impl From<OffsetDateTime> for DateTimeOffset {
    fn from(value: OffsetDateTime) -> Self {
        Self::nearest(value.unix_timestamp(), value.nanosecond(), value.offset().whole_minutes().into())
    }
}

/// Picoseconds are cut off. Fails beyond the years of `time`.
impl TryFrom<DateTimeOffset> for OffsetDateTime {
    type Error = OutOfRange;

    fn try_from(value: DateTimeOffset) -> Result<Self, OutOfRange> {
        let instant = UtcDateTime::try_from(value).ok();
        let offset = UtcOffset::from_whole_seconds(value.offset_minutes() * 60).ok();
        let converted = instant.zip(offset).and_then(|(instant, offset)| instant.checked_to_offset(offset));
        converted.ok_or(OutOfRange::of("time::OffsetDateTime"))
    }
}

/// In UTC.
impl From<UtcDateTime> for DateTimeOffset {
    fn from(value: UtcDateTime) -> Self {
        Self::nearest(value.unix_timestamp(), value.nanosecond(), 0)
    }
}

/// The offset and picoseconds are lost. Fails beyond the years of `time`.
impl TryFrom<DateTimeOffset> for UtcDateTime {
    type Error = OutOfRange;

    fn try_from(value: DateTimeOffset) -> Result<Self, OutOfRange> {
        let second = UtcDateTime::from_unix_timestamp(value.unix_seconds());
        let instant = second.and_then(|second| second.replace_nanosecond(value.subsecond_nanos()));
        instant.map_err(|_| OutOfRange::of("time::UtcDateTime"))
    }
}

impl From<TimeDate> for Date {
    fn from(date: TimeDate) -> Self {
        Self::new(date.year(), date.month().into(), date.day()).unwrap_or(Self::MIN)
    }
}

/// Fails beyond the years of `time`: -9999 to 9999, or six digits with its feature `large-dates`.
impl TryFrom<Date> for TimeDate {
    type Error = OutOfRange;

    fn try_from(date: Date) -> Result<Self, OutOfRange> {
        let month = Month::try_from(date.month());
        let converted = month.and_then(|month| TimeDate::from_calendar_date(date.year(), month, date.day()));
        converted.map_err(|_| OutOfRange::of("time::Date"))
    }
}

impl From<Time> for TimeOfDay {
    fn from(time: Time) -> Self {
        let second = Self::new(time.hour(), time.minute(), time.second());
        second.and_then(|second| second.with_nanos(time.nanosecond())).unwrap_or(Self::MIDNIGHT)
    }
}

/// Picoseconds are cut off.
impl From<TimeOfDay> for Time {
    fn from(time: TimeOfDay) -> Self {
        let converted = Time::from_hms_nano(time.hour(), time.minute(), time.second(), time.subsecond_nanos());
        converted.unwrap_or(Time::MIDNIGHT)
    }
}

impl From<PrimitiveDateTime> for LocalDateTime {
    fn from(value: PrimitiveDateTime) -> Self {
        Self::new(value.date().into(), value.time().into())
    }
}

/// Picoseconds are cut off. Fails beyond the years of `time`.
impl TryFrom<LocalDateTime> for PrimitiveDateTime {
    type Error = OutOfRange;

    fn try_from(value: LocalDateTime) -> Result<Self, OutOfRange> {
        Ok(PrimitiveDateTime::new(value.date().try_into()?, value.time().into()))
    }
}

impl From<TimeDuration> for Duration {
    fn from(duration: TimeDuration) -> Self {
        Self::new(duration.whole_seconds(), duration.subsec_nanoseconds()).unwrap_or(Self::ZERO)
    }
}

/// Picoseconds are cut off.
impl From<Duration> for TimeDuration {
    fn from(duration: Duration) -> Self {
        TimeDuration::new(duration.whole_seconds(), duration.subsecond_nanos())
    }
}

text_through! {
    OffsetDateTime => DateTimeOffset, OffsetDateTime::UNIX_EPOCH;
    UtcDateTime => DateTimeOffset, UtcDateTime::UNIX_EPOCH;
    TimeDate => Date, OffsetDateTime::UNIX_EPOCH.date();
    Time => TimeOfDay, Time::MIDNIGHT;
    PrimitiveDateTime => LocalDateTime, PrimitiveDateTime::MIN;
    TimeDuration => Duration, TimeDuration::ZERO;
}

#[cfg(test)]
mod tests {
    use ::time::{
        Date as TimeDate, Duration as TimeDuration, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset,
    };

    use crate::edm::testing::{assert_all, assert_none, print};
    use crate::edm::{DateTimeOffset, Text};

    #[test]
    fn texts_of_services_are_read() {
        assert_all::<OffsetDateTime>(&[
            ("2017-01-01T00:00:35.1329464-08:00", "2017-01-01T00:00:35.1329464-08:00"),
            ("2018-11-06T18:48:12.94725647Z", "2018-11-06T18:48:12.94725647Z"),
            ("2018-11-06T12:00+05:45", "2018-11-06T12:00:00+05:45"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z"),
        ]);
        assert_all::<UtcDateTime>(&[
            ("2017-01-01T00:00:35.1329464-08:00", "2017-01-01T08:00:35.1329464Z"),
            ("1969-12-31T23:59:59.123456789999Z", "1969-12-31T23:59:59.123456789Z"),
        ]);
        assert_all::<TimeDate>(&[("2024-02-29", "2024-02-29"), ("-0001-12-31", "-0001-12-31")]);
        assert_all::<Time>(&[("17:00:00.0000000", "17:00:00"), ("09:15", "09:15:00")]);
        assert_all::<PrimitiveDateTime>(&[("2019-03-15T12:00:00.5000000", "2019-03-15T12:00:00.5")]);
        assert_all::<TimeDuration>(&[
            ("-PT3M22.1587532S", "-PT3M22.1587532S"),
            ("P10675199DT2H48M5.4775807S", "P10675199DT2H48M5.4775807S"),
        ]);
    }

    #[test]
    fn what_is_out_of_range_is_no_value() {
        assert_none::<OffsetDateTime>(&["1000000-01-01T00:00:00Z", "-999999999-01-01T00:00:00+23:59", ""]);
        assert_none::<TimeDate>(&["1000000-01-01", "-1000000-01-01"]);
        let (first, last) = (UtcDateTime::MIN, UtcDateTime::MAX);
        for end in [first, last] {
            assert_eq!(UtcDateTime::try_from(DateTimeOffset::from(end)), Ok(end));
        }
        // In range in UTC, but not on that clock.
        let late = DateTimeOffset::nearest(last.unix_timestamp(), 0, 60);
        assert!(OffsetDateTime::try_from(late).is_err());
        for end in [TimeDuration::MIN, TimeDuration::MAX] {
            assert_eq!(TimeDuration::from_text(&print(&end)), Some(end));
        }
        for end in [PrimitiveDateTime::MIN, PrimitiveDateTime::MAX] {
            assert_eq!(PrimitiveDateTime::from_text(&print(&end)), Some(end));
        }
    }

    #[test]
    fn odd_offsets_keep_the_instant() {
        for seconds in [1, -1, 3599, 86_399, -86_399, 86_400, 93_599, -93_599] {
            let offset = UtcOffset::from_whole_seconds(seconds).expect("time has it");
            let odd = OffsetDateTime::UNIX_EPOCH.to_offset(offset);
            assert_eq!(DateTimeOffset::from(odd).unix_seconds(), 0);
        }
    }
}
