//! `Edm.DateTimeOffset`: an instant, and where the clock stood.

use std::borrow::Cow;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::error::OutOfRange;
use super::impls::{key_impls, text_impls};
use super::local_date_time::LocalDateTime;
use super::scan::Scan;
use super::text::{LiteralForm, Text};

/// A date and a time with an offset from UTC (`Edm.DateTimeOffset`): `2019-06-06T20:15:38.9Z`.
///
/// It prints as it was written, offset and digits included; what is compared is the instant. Services write
/// `0001-01-01T00:00:00Z` for "never", see [`is_never`](Self::is_never).
///
/// ```
/// use graph_entity::edm::DateTimeOffset;
///
/// let time: DateTimeOffset = "2020-10-14T05:16:49-07:00".parse()?;
/// assert_eq!(time, "2020-10-14T12:16:49Z".parse()?);
/// assert_eq!(time.to_string(), "2020-10-14T05:16:49-07:00");
/// assert_eq!(time.unix_seconds(), 1_602_677_809);
/// # Ok::<(), graph_entity::edm::ParseError>(())
/// ```
#[derive(Clone, Copy)]
pub struct DateTimeOffset {
    local: LocalDateTime,
    offset: Offset,
}

/// As written, in hours and minutes: there are `+00:00` and `-00:00` beside `Z`.
#[derive(Clone, Copy)]
enum Offset {
    Utc,
    East(u8, u8),
    West(u8, u8),
}

impl Offset {
    /// `None` for a day and more.
    fn of(minutes: i32) -> Option<Self> {
        let hours = u8::try_from(minutes.unsigned_abs() / 60).ok().filter(|&hours| hours < 24)?;
        let rest = u8::try_from(minutes.unsigned_abs() % 60).ok()?;
        Some(match minutes {
            0 => Self::Utc,
            1.. => Self::East(hours, rest),
            _ => Self::West(hours, rest),
        })
    }

    fn minutes(self) -> i32 {
        let minutes = |hours, rest| i32::from(hours) * 60 + i32::from(rest);
        match self {
            Self::Utc => 0,
            Self::East(hours, rest) => minutes(hours, rest),
            Self::West(hours, rest) => -minutes(hours, rest),
        }
    }

    fn scan(scan: &mut Scan<'_>) -> Option<Self> {
        let east = scan.eat(b'+');
        if !east && !scan.eat(b'-') {
            scan.letter(b'Z')?;
            return Some(Self::Utc);
        }
        let hours = scan.two(24)?;
        scan.expect(b':')?;
        let rest = scan.two(60)?;
        Some(if east { Self::East(hours, rest) } else { Self::West(hours, rest) })
    }
}

impl DateTimeOffset {
    const MIN: Self = Self { local: LocalDateTime::MIN, offset: Offset::Utc };
    const MAX: Self = Self { local: LocalDateTime::MAX, offset: Offset::Utc };

    /// The instant when it is `local` that many minutes ahead of UTC; `None` if that is a day or more. Without an
    /// offset it prints with `Z`.
    pub fn new(local: LocalDateTime, offset_minutes: i32) -> Option<Self> {
        Some(Self { local, offset: Offset::of(offset_minutes)? })
    }

    /// The instant so many seconds after 1970 began in UTC, and nanoseconds after those; `None` if its year has more
    /// than nine digits or there is a second of nanoseconds or more.
    pub fn from_unix(seconds: i64, nanos: u32) -> Option<Self> {
        Self::at(seconds, nanos, 0)
    }

    /// As [`from_unix`](Self::from_unix), on a clock that is that many minutes ahead of UTC.
    pub(super) fn at(seconds: i64, nanos: u32, offset_minutes: i32) -> Option<Self> {
        let offset = Offset::of(offset_minutes)?;
        let local = LocalDateTime::from_seconds(seconds.checked_add(i64::from(offset.minutes()) * 60)?)?;
        Some(Self { local: LocalDateTime::new(local.date(), local.time().with_nanos(nanos)?), offset })
    }

    /// As `at`, for what is in range, or nearly so: the other crates' instants, the system's clock. What isn't becomes
    /// the first or the last instant.
    pub(super) fn nearest(seconds: i64, nanos: u32, offset_minutes: i32) -> Self {
        let value = Self::at(seconds, nanos, offset_minutes).or_else(|| Self::at(seconds, nanos, 0));
        value.unwrap_or(if seconds < 0 { Self::MIN } else { Self::MAX })
    }

    /// This instant, in UTC. Its fraction has seven digits at most, as the times of .NET have.
    pub fn now() -> Self {
        let now = Self::from(SystemTime::now());
        let ticks = now.subsecond_nanos() / 100;
        Self::from_unix(now.unix_seconds(), ticks * 100).unwrap_or(now)
    }

    /// What a clock showed there and then.
    pub fn local(self) -> LocalDateTime {
        self.local
    }

    /// How far that clock was ahead of UTC, in minutes; less than a day.
    pub fn offset_minutes(self) -> i32 {
        self.offset.minutes()
    }

    /// Whole seconds since 1970 began in UTC, rounded down: negative before it.
    pub fn unix_seconds(self) -> i64 {
        self.local.seconds() - i64::from(self.offset.minutes()) * 60
    }

    /// The nanoseconds after [`unix_seconds`](Self::unix_seconds); picoseconds are cut off.
    pub fn subsecond_nanos(self) -> u32 {
        self.local.time().subsecond_nanos()
    }

    /// Whether it is `0001-01-01T00:00:00Z`, which services send for what never was.
    pub fn is_never(self) -> bool {
        self == Self::placeholder()
    }

    fn key(self) -> (i64, u64) {
        (self.unix_seconds(), self.local.time().subsecond_picos())
    }
}

impl Text for DateTimeOffset {
    const EXPECTED: &'static str = "a DateTimeOffset such as 2026-11-24T17:30:00Z";
    const LITERAL: LiteralForm = LiteralForm::Bare;

    fn from_text(text: &str) -> Option<Self> {
        let mut scan = Scan::new(text);
        let local = LocalDateTime::scan(&mut scan)?;
        let offset = Offset::scan(&mut scan)?;
        scan.end(Self { local, offset })
    }

    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    /// `0001-01-01T00:00:00Z`
    fn placeholder() -> Self {
        Self { local: LocalDateTime::placeholder(), offset: Offset::Utc }
    }
}

impl fmt::Display for DateTimeOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.local.fmt(f)?;
        match self.offset {
            Offset::Utc => f.write_str("Z"),
            Offset::East(hours, minutes) => write!(f, "+{hours:02}:{minutes:02}"),
            Offset::West(hours, minutes) => write!(f, "-{hours:02}:{minutes:02}"),
        }
    }
}

text_impls!(DateTimeOffset);
key_impls!(DateTimeOffset);

/// In UTC. Of years with more than nine digits, which a clock can be set to, it is the first or last instant that is
/// none.
impl From<SystemTime> for DateTimeOffset {
    fn from(time: SystemTime) -> Self {
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self::nearest(i64::try_from(after.as_secs()).unwrap_or(i64::MAX), after.subsec_nanos(), 0),
            Err(error) => {
                let before = error.duration();
                let seconds = 0_i64.saturating_sub_unsigned(before.as_secs());
                match before.subsec_nanos() {
                    0 => Self::nearest(seconds, 0, 0),
                    nanos => Self::nearest(seconds.saturating_sub(1), 1_000_000_000 - nanos, 0),
                }
            }
        }
    }
}

/// Picoseconds are cut off.
impl TryFrom<DateTimeOffset> for SystemTime {
    type Error = OutOfRange;

    fn try_from(value: DateTimeOffset) -> Result<Self, OutOfRange> {
        let seconds = Duration::from_secs(value.unix_seconds().unsigned_abs());
        let second =
            if value.unix_seconds() < 0 { UNIX_EPOCH.checked_sub(seconds) } else { UNIX_EPOCH.checked_add(seconds) };
        let nanos = Duration::from_nanos(value.subsecond_nanos().into());
        second.and_then(|second| second.checked_add(nanos)).ok_or(OutOfRange::of("std::time::SystemTime"))
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    use super::DateTimeOffset;
    use crate::edm::Text;
    use crate::edm::testing::{assert_kept, assert_refused, assert_survives_noise, hash_of};

    fn read(text: &str) -> DateTimeOffset {
        DateTimeOffset::from_text(text).expect(text)
    }

    #[test]
    fn a_date_time_keeps_its_text() {
        assert_kept::<DateTimeOffset>(&[
            "2019-06-06T20:15:38.9Z",
            "2017-01-01T00:00:35.1329464-08:00",
            "2018-11-06T18:48:12.94725647Z",
            "2020-10-14T05:16:49-07:00",
            "0001-01-01T00:00:00Z",
            "2018-11-06T18:48:12.123456789012Z",
            "2018-11-06T12:00Z",
            "2018-11-06T12:00:00+00:00",
            "2018-11-06T12:00:00-00:00",
            "2018-11-06T12:00:00+14:00",
            "2018-11-06T12:00:00-12:00",
            "2018-11-06T12:00:00.0000000+05:45",
            "2018-11-06T12:00:00-23:59",
            "0000-01-01T00:00:00+23:59",
            "-0001-01-01T00:00:00Z",
            "99999-12-31T23:59:59.9999999-00:01",
            "-999999999-01-01T00:00:00+23:59",
            "999999999-12-31T23:59:59.999999999999-23:59",
        ]);
        assert_eq!(read("2018-11-06t12:00z").to_string(), "2018-11-06T12:00Z");
    }

    #[test]
    fn what_is_no_date_time() {
        assert_refused::<DateTimeOffset>(&[
            "",
            "2019-03-15T12:00:00.0000000",
            "2021-05-18T19:03:10",
            "2018-08-12T12:00",
            "2018-08-12",
            "2023-02-29T12:00:00Z",
            "2018-11-06T24:00:00Z",
            "2018-11-06T12:00:00+24:00",
            "2018-11-06T12:00:00+14",
            "2018-11-06T12:00:00+1400",
            "2018-11-06T12:00:00+14:60",
            "2018-11-06T12:00:00+4:00",
            "2018-11-06T12:00:00ZZ",
            "2018-11-06T12:00:00Z ",
            "2018-11-06T12:00:00 Z",
            "2018-11-06T12:00:00−07:00",
            "2018-11-06T12:00:00.1234567890123Z",
            "2018-11-06T12:00:00.Z",
            "2018-11-06T12:00:00\0Z",
            "2018-11-06T12:00:00Z\0",
            "2018-11-06T12:00:00Ż",
            "Tue, 06 Nov 2018 12:00:00 GMT",
            "/Date(1541505600000)/",
        ]);
    }

    #[test]
    fn noise_is_refused_or_kept() {
        assert_survives_noise::<DateTimeOffset>("2017-01-01T00:00:35.1329464-08:00", str::to_ascii_uppercase);
    }

    #[test]
    fn instants_are_compared_not_texts() {
        let (utc, west) = (read("2020-10-14T12:16:49Z"), read("2020-10-14T05:16:49.000-07:00"));
        assert_eq!(utc, west);
        assert_eq!(hash_of(&utc), hash_of(&west));
        assert!(read("2020-10-14T12:00:00+01:00") < read("2020-10-14T12:00:00Z"));
        assert!(read("2020-10-14T12:00:00Z") < read("2020-10-14T12:00:00.000000000001Z"));
        assert_eq!(read("1970-01-01T00:00Z").unix_seconds(), 0);
        assert_eq!(read("1969-12-31T23:59:59.9Z").unix_seconds(), -1);
        assert_eq!(read("1969-12-31T23:59:59.9Z").subsecond_nanos(), 900_000_000);
        assert_eq!(west.offset_minutes(), -420);
        assert_eq!(west.local().to_string(), "2020-10-14T05:16:49.000");
        assert!(read("0001-01-01T00:00:00Z").is_never() && !utc.is_never());
    }

    #[test]
    fn a_date_time_is_made_of_parts() {
        let local = read("2018-11-06T12:00Z").local();
        let print = |minutes| DateTimeOffset::new(local, minutes).map(|value| value.to_string());
        assert_eq!(print(0).as_deref(), Some("2018-11-06T12:00Z"));
        assert_eq!(print(90).as_deref(), Some("2018-11-06T12:00+01:30"));
        assert_eq!(print(-1439).as_deref(), Some("2018-11-06T12:00-23:59"));
        for minutes in [1440, -1440, i32::MAX, i32::MIN] {
            assert_eq!(print(minutes), None);
        }
        assert_eq!(DateTimeOffset::from_unix(i64::MAX, 0), None);
        assert_eq!(DateTimeOffset::from_unix(i64::MIN, 0), None);
        assert_eq!(DateTimeOffset::from_unix(0, 1_000_000_000), None);
        assert_eq!(
            DateTimeOffset::from_unix(-1, 5).map(|value| value.to_string()).as_deref(),
            Some("1969-12-31T23:59:59.000000005Z")
        );
    }

    #[test]
    fn the_systems_time_converts_both_ways() {
        let convert = |time: SystemTime| DateTimeOffset::from(time);
        assert_eq!(convert(UNIX_EPOCH).to_string(), "1970-01-01T00:00:00Z");
        let before = UNIX_EPOCH.checked_sub(Duration::from_nanos(1));
        assert_eq!(
            before.map(convert).map(|value| value.to_string()).as_deref(),
            Some("1969-12-31T23:59:59.999999999Z")
        );
        assert_eq!(before.map(convert).map(SystemTime::try_from), before.map(Ok));
        for sign in [DateTimeOffset::MIN, DateTimeOffset::MAX] {
            // In or out of the system's range: no panic.
            let _ = SystemTime::try_from(sign);
        }
        for seconds in [u64::MAX, 1 << 62, (1 << 63) - 1] {
            let far = [
                UNIX_EPOCH.checked_add(Duration::from_secs(seconds)),
                UNIX_EPOCH.checked_sub(Duration::from_secs(seconds)),
            ];
            for time in far.into_iter().flatten() {
                assert!([DateTimeOffset::MIN, DateTimeOffset::MAX].contains(&convert(time)));
            }
        }
        let now = DateTimeOffset::now();
        assert!(now.subsecond_nanos().is_multiple_of(100) && now <= SystemTime::now().into());
    }

    #[test]
    fn a_random_instant_comes_back() {
        let mut random = fastrand::Rng::with_seed(4);
        for _ in 0..10_000 {
            let bound = 1 << random.u32(1..54);
            let seconds = random.i64(-bound..bound);
            let (nanos, minutes) = (random.u32(0..1_000_000_000), random.i32(-1439..1440));
            let value = DateTimeOffset::at(seconds, nanos, minutes).expect("in range");
            assert_eq!(DateTimeOffset::from_text(&value.to_text()), Some(value));
            assert_eq!((value.unix_seconds(), value.subsecond_nanos()), (seconds, nanos));
            assert_eq!(value.offset_minutes(), minutes);
            if let Ok(time) = SystemTime::try_from(value) {
                assert_eq!(DateTimeOffset::from(time), value);
            }
        }
    }
}
