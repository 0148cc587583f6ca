//! `Edm.TimeOfDay`.

use std::borrow::Cow;
use std::fmt;

use super::fraction;
use super::impls::{key_impls, text_impls};
use super::scan::Scan;
use super::text::{LiteralForm, Text};

/// A time of the day (`Edm.TimeOfDay`): `17:00:00.0000000`, down to picoseconds.
///
/// It prints as it was written, with or without seconds and with as many digits; what is compared is the time:
///
/// ```
/// use graph_entity::edm::TimeOfDay;
///
/// let time: TimeOfDay = "17:00:00.0000000".parse()?;
/// assert_eq!(time, "17:00".parse()?);
/// assert_eq!(time.to_string(), "17:00:00.0000000");
/// assert_eq!(TimeOfDay::new(17, 0, 0).map(|time| time.to_string()), Some("17:00:00".to_owned()));
/// # Ok::<(), graph_entity::edm::ParseError>(())
/// ```
#[derive(Clone, Copy)]
pub struct TimeOfDay {
    picos: u64,
    hour: u8,
    minute: u8,
    second: u8,
    /// How many digits the fraction prints with.
    digits: u8,
    /// `false` for `hh:mm`.
    seconds: bool,
}

impl TimeOfDay {
    /// The day's begin, `00:00:00`.
    pub const MIDNIGHT: Self = Self { picos: 0, hour: 0, minute: 0, second: 0, digits: 0, seconds: true };
    pub(super) const LAST_SECOND: Self = Self { hour: 23, minute: 59, second: 59, ..Self::MIDNIGHT };

    /// The time; `None` if there is none such. Neither `24:00:00` nor leap seconds are times.
    pub fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        (hour < 24 && minute < 60 && second < 60).then_some(Self { hour, minute, second, ..Self::MIDNIGHT })
    }

    /// The time with this fraction of a second, printed with the digits that it needs; `None` if it is a second or
    /// more.
    pub fn with_nanos(self, nanos: u32) -> Option<Self> {
        let picos = u64::from(nanos) * 1000;
        let digits = fraction::digits_of(nanos);
        (nanos < 1_000_000_000).then_some(Self { picos, digits, seconds: true, ..self })
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }

    /// The second, 0 to 59.
    pub fn second(self) -> u8 {
        self.second
    }

    /// The fraction of the second in nanoseconds; picoseconds are cut off.
    pub fn subsecond_nanos(self) -> u32 {
        u32::try_from(self.picos / 1000).unwrap_or(999_999_999)
    }

    /// The fraction of the second in picoseconds.
    pub fn subsecond_picos(self) -> u64 {
        self.picos
    }

    /// Whole seconds since midnight.
    pub(super) fn second_of_day(self) -> i64 {
        (i64::from(self.hour) * 60 + i64::from(self.minute)) * 60 + i64::from(self.second)
    }

    /// The inverse of `second_of_day`.
    pub(super) fn from_second_of_day(second: i64) -> Option<Self> {
        let part = |number| u8::try_from(number).ok();
        Self::new(part(second / 3600)?, part(second / 60 % 60)?, part(second % 60)?)
    }

    pub(super) fn scan(scan: &mut Scan<'_>) -> Option<Self> {
        let hour = scan.two(24)?;
        scan.expect(b':')?;
        let minute = scan.two(60)?;
        if !scan.eat(b':') {
            return Some(Self { hour, minute, seconds: false, ..Self::MIDNIGHT });
        }
        let second = scan.two(60)?;
        let (picos, digits) = if scan.eat(b'.') { scan.fraction()? } else { (0, 0) };
        Some(Self { picos, hour, minute, second, digits, seconds: true })
    }

    fn key(self) -> (u8, u8, u8, u64) {
        (self.hour, self.minute, self.second, self.picos)
    }
}

impl Text for TimeOfDay {
    const EXPECTED: &'static str = "a TimeOfDay such as 17:30:00";
    const LITERAL: LiteralForm = LiteralForm::Bare;

    fn from_text(text: &str) -> Option<Self> {
        let mut scan = Scan::new(text);
        let time = Self::scan(&mut scan)?;
        scan.end(time)
    }

    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn placeholder() -> Self {
        Self::MIDNIGHT
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if self.seconds {
            write!(f, ":{:02}", self.second)?;
        }
        fraction::write(self.picos, self.digits, f)
    }
}

text_impls!(TimeOfDay);
key_impls!(TimeOfDay);

#[cfg(test)]
mod tests {
    use super::TimeOfDay;
    use crate::edm::Text;
    use crate::edm::testing::{assert_kept, assert_refused, assert_survives_noise, hash_of};

    #[test]
    fn a_time_keeps_its_text() {
        assert_kept::<TimeOfDay>(&[
            "08:00:00.0000000",
            "17:00:00.000000",
            "23:59:00",
            "09:15",
            "00:00",
            "00:00:00",
            "23:59:59.999999999999",
            "00:00:00.000000000001",
            "12:00:00.0",
            "12:00:00.10",
        ]);
    }

    #[test]
    fn what_is_no_time() {
        assert_refused::<TimeOfDay>(&[
            "",
            "24:00:00",
            "24:00",
            "23:60",
            "23:59:60",
            "9:15",
            "09:1",
            "09",
            "09:",
            "09:15:",
            "09:15:00.",
            "09:15:00.0000000000000",
            "09:15:00,5",
            "09:15Z",
            "09:15.5",
            "-09:15",
            "09:15 ",
            "09:15\0",
            "0é:15",
            "09：15",
            "٠٩:١٥",
        ]);
        assert_refused::<TimeOfDay>(&[&format!("09:15:00.{}", "0".repeat(100_000)), &"1".repeat(100_000)]);
    }

    #[test]
    fn noise_is_refused_or_kept() {
        assert_survives_noise::<TimeOfDay>("23:59:59.9999999", str::to_ascii_uppercase);
    }

    #[test]
    fn times_are_compared_not_texts() {
        let read = |text| TimeOfDay::from_text(text).expect(text);
        assert_eq!(read("09:15"), read("09:15:00.000"));
        assert_eq!(hash_of(&read("09:15")), hash_of(&read("09:15:00.000")));
        assert!(read("09:15") < read("09:15:00.000000000001"));
        assert!(read("09:15:59.9") < read("09:16"));
        let time = read("23:58:57.123456789012");
        assert_eq!((time.hour(), time.minute(), time.second()), (23, 58, 57));
        assert_eq!((time.subsecond_nanos(), time.subsecond_picos()), (123_456_789, 123_456_789_012));
    }

    #[test]
    fn a_fraction_prints_with_the_digits_it_needs() {
        let print = |nanos| TimeOfDay::MIDNIGHT.with_nanos(nanos).map(|time| time.to_string());
        assert_eq!(print(0).as_deref(), Some("00:00:00"));
        assert_eq!(print(500_000_000).as_deref(), Some("00:00:00.5"));
        assert_eq!(print(1_000).as_deref(), Some("00:00:00.000001"));
        assert_eq!(print(999_999_999).as_deref(), Some("00:00:00.999999999"));
        assert_eq!(print(1_000_000_000), None);
        assert_eq!(print(u32::MAX), None);
        assert_eq!(TimeOfDay::new(24, 0, 0), None);
        assert_eq!(TimeOfDay::new(0, 60, 0), None);
        assert_eq!(TimeOfDay::new(0, 0, 60), None);
    }

    #[test]
    fn a_random_time_comes_back() {
        let mut random = fastrand::Rng::with_seed(2);
        for _ in 0..10_000 {
            let second = random.i64(0..86_400);
            let zeros = 10_u32.pow(random.u32(0..9));
            let nanos = random.u32(0..1_000_000_000) / zeros * zeros;
            let time = TimeOfDay::from_second_of_day(second).and_then(|time| time.with_nanos(nanos));
            assert_eq!(time.map(TimeOfDay::second_of_day), Some(second));
            let text = time.map(|time| time.to_string()).unwrap_or_default();
            assert_eq!(TimeOfDay::from_text(&text), time);
            assert_eq!(TimeOfDay::from_text(&text).map(|time| time.to_string()), Some(text));
        }
    }
}
