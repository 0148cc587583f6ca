//! `Edm.Duration`.

use std::borrow::Cow;
use std::fmt;

use super::error::OutOfRange;
use super::fraction;
use super::impls::{key_impls, text_impls};
use super::scan::Scan;
use super::text::{LiteralForm, Text};

/// A length of time (`Edm.Duration`): `PT1H30M`, `-PT3M22.1587532S`.
///
/// It has days, hours, minutes and seconds (no years, months or weeks, whose lengths vary), a sign, and picoseconds. It
/// prints with the parts that it was written with; what is compared is the length. Anything of up to `i64::MAX` seconds
/// fits.
///
/// ```
/// use graph_entity::edm::Duration;
///
/// let duration: Duration = "PT90M".parse()?;
/// assert_eq!(duration, "PT1H30M".parse()?);
/// assert_eq!(duration.to_string(), "PT90M");
/// assert_eq!(Duration::from(std::time::Duration::from_secs(5400)).to_string(), "PT1H30M");
/// assert_eq!(std::time::Duration::try_from(duration), Ok(std::time::Duration::from_secs(5400)));
/// # Ok::<(), graph_entity::edm::ParseError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Duration {
    negative: bool,
    /// How many of each of `UNITS`.
    parts: [u64; 4],
    /// Which of the parts print. At least one does.
    written: [bool; 4],
    picos: u64,
    /// How many digits the fraction prints with.
    digits: u8,
}

/// The letter and the seconds of each part.
const UNITS: [(u8, u64); 4] = [(b'D', 86_400), (b'H', 3600), (b'M', 60), (b'S', 1)];
const DAYS: usize = 0;
const HOURS: usize = 1;
const SECONDS: usize = 3;

impl Duration {
    /// No time at all, `PT0S`.
    pub const ZERO: Self =
        Self { negative: false, parts: [0; 4], written: [false, false, false, true], picos: 0, digits: 0 };

    /// So many seconds and nanoseconds; `None` if these are a second or more, or of the other sign.
    pub fn new(seconds: i64, nanos: i32) -> Option<Self> {
        let valid = nanos.unsigned_abs() < 1_000_000_000 && seconds.signum() * i64::from(nanos.signum()) >= 0;
        valid.then(|| Self::of(seconds < 0 || nanos < 0, seconds.unsigned_abs(), nanos.unsigned_abs()))
    }

    /// In days, hours, minutes and seconds, where there are some.
    fn of(negative: bool, seconds: u64, nanos: u32) -> Self {
        let parts = [seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60];
        let mut written = parts.map(|part| part > 0);
        written[SECONDS] = nanos > 0 || written == [false; 4] || written[SECONDS];
        let picos = u64::from(nanos) * 1000;
        Self { negative, parts, written, picos, digits: fraction::digits_of(nanos) }
    }

    /// Whether it is less than nothing; `-PT0S` isn't.
    pub fn is_negative(self) -> bool {
        self.key() < 0
    }

    /// The whole seconds, without the fraction: -1 for `-PT1.5S`.
    pub fn whole_seconds(self) -> i64 {
        match self.magnitude() {
            seconds if self.negative => 0_i64.saturating_sub_unsigned(seconds),
            seconds => 0_i64.saturating_add_unsigned(seconds),
        }
    }

    /// The fraction of a second in nanoseconds, negative in a negative duration; picoseconds are cut off.
    pub fn subsecond_nanos(self) -> i32 {
        let nanos = i32::try_from(self.picos / 1000).unwrap_or(999_999_999);
        if self.negative { -nanos } else { nanos }
    }

    /// The whole seconds without their sign. No value has more than an `i64` holds.
    fn magnitude(self) -> u64 {
        let parts = self.parts.iter().zip(UNITS);
        parts.fold(0, |sum, (part, (_, seconds))| part.saturating_mul(seconds).saturating_add(sum))
    }

    /// The length in picoseconds.
    fn key(self) -> i128 {
        let picos = i128::from(self.magnitude()) * 1_000_000_000_000 + i128::from(self.picos);
        if self.negative { -picos } else { picos }
    }

    fn scan(scan: &mut Scan<'_>) -> Option<Self> {
        let negative = scan.eat(b'-');
        // OData's grammar has a `+` too.
        let _ = !negative && scan.eat(b'+');
        let mut value = Self { negative, written: [false; 4], ..Self::ZERO };
        scan.expect(b'P')?;
        if !scan.eat(b'T') {
            value.scan_part(scan, DAYS, HOURS)?;
            if scan.is_end() {
                return value.in_range();
            }
            scan.expect(b'T')?;
        }
        let mut first = HOURS;
        while first == HOURS || !scan.is_end() {
            first = value.scan_part(scan, first, UNITS.len())? + 1;
        }
        value.in_range()
    }

    /// Reads one of the parts from `first` to the one before `end`; its index.
    fn scan_part(&mut self, scan: &mut Scan<'_>, first: usize, end: usize) -> Option<usize> {
        let (number, _) = scan.number()?;
        let fraction = if scan.eat(b'.') { Some(scan.fraction()?) } else { None };
        let letter = scan.next()?;
        let index = (first..end).find(|&index| UNITS[index].0 == letter)?;
        match fraction {
            Some(fraction) if index == SECONDS => (self.picos, self.digits) = fraction,
            Some(_) => return None,
            None => {}
        }
        self.parts[index] = number;
        self.written[index] = true;
        Some(index)
    }

    fn in_range(self) -> Option<Self> {
        let longest = if self.negative { i64::MIN } else { i64::MAX }.unsigned_abs();
        (self.magnitude() <= longest).then_some(self)
    }
}

impl Text for Duration {
    const EXPECTED: &'static str = "a Duration such as PT1H30M";
    const LITERAL: LiteralForm = LiteralForm::Duration;

    fn from_text(text: &str) -> Option<Self> {
        let mut scan = Scan::new(text);
        let value = Self::scan(&mut scan)?;
        scan.end(value)
    }

    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn placeholder() -> Self {
        Self::ZERO
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.negative { "-P" } else { "P" })?;
        for (index, (letter, _)) in UNITS.into_iter().enumerate() {
            // Before the first of hours, minutes and seconds.
            if index == HOURS && self.written != [true, false, false, false] {
                f.write_str("T")?;
            }
            if self.written[index] {
                write!(f, "{}", self.parts[index])?;
                fraction::write(self.picos, if index == SECONDS { self.digits } else { 0 }, f)?;
                write!(f, "{}", char::from(letter))?;
            }
        }
        Ok(())
    }
}

text_impls!(Duration);
key_impls!(Duration);

/// In days, hours, minutes and seconds. What is longer than `i64::MAX` seconds becomes as long as that.
impl From<std::time::Duration> for Duration {
    fn from(duration: std::time::Duration) -> Self {
        Self::of(false, duration.as_secs().min(i64::MAX.unsigned_abs()), duration.subsec_nanos())
    }
}

/// Fails for negative ones. Picoseconds are cut off.
impl TryFrom<Duration> for std::time::Duration {
    type Error = OutOfRange;

    fn try_from(value: Duration) -> Result<Self, OutOfRange> {
        let whole = u64::try_from(value.whole_seconds()).ok().filter(|_| !value.is_negative());
        let seconds = whole.ok_or(OutOfRange::of("std::time::Duration"))?;
        Ok(Self::new(seconds, value.subsecond_nanos().unsigned_abs()))
    }
}

#[cfg(test)]
mod tests {
    use super::Duration;
    use crate::edm::Text;
    use crate::edm::testing::{assert_kept, assert_refused, assert_survives_noise, hash_of};

    fn read(text: &str) -> Duration {
        Duration::from_text(text).expect(text)
    }

    #[test]
    fn a_duration_keeps_its_text() {
        assert_kept::<Duration>(&[
            "PT0S",
            "P30D",
            "PT1H30M",
            "PT90M",
            "PT0.03S",
            "PT0.0300000S",
            "-PT3M22.1587532S",
            "-PT17.1357909S",
            "P10675199DT2H48M5.4775807S",
            "-P10675199DT2H48M5.4775808S",
            "P0D",
            "P0DT0H0M0S",
            "-PT0S",
            "PT36H",
            "P1DT1S",
            "PT1H1S",
            "P1DT1M",
            "PT0.999999999999S",
            "PT9223372036854775807.999999999999S",
            "-PT9223372036854775808.999999999999S",
            "P106751991167300D",
        ]);
        assert_eq!(read("PT0090M00.50S").to_string(), "PT90M0.50S");
        let zeros = "0".repeat(100_000);
        assert_eq!(read(&format!("PT{zeros}7S")).to_string(), "PT7S");
    }

    #[test]
    fn what_is_no_duration() {
        assert_refused::<Duration>(&[
            "",
            "P",
            "PT",
            "P1Y",
            "P1W",
            "P1M",
            "PT1.S",
            "PT.5S",
            "P-1D",
            "--PT1S",
            "+-PT1S",
            "-+PT1S",
            "P1DT",
            "PT1D",
            "P1H",
            "P1D1D",
            "PT1M1H",
            "PT1S1S",
            "PT1S1M",
            "PT1.5M",
            "P1.5D",
            "PT1",
            "P1",
            "1D",
            "T1S",
            "pt1s",
            "PT1s",
            "PT1S ",
            " PT1S",
            "PT1S\0",
            "PT1,5S",
            "PT١S",
            "PT1é",
            "PT0.0000000000001S",
            "PT9223372036854775808S",
            "-PT9223372036854775809S",
            "P106751991167301D",
            "P18446744073709551615DT18446744073709551615H",
            "PT18446744073709551616S",
            "01:30:00",
        ]);
        assert_refused::<Duration>(&[&format!("P{}D", "9".repeat(100_000)), &"P".repeat(100_000)]);
    }

    #[test]
    fn noise_is_refused_or_kept() {
        let canonical = |text: &str| {
            let mut kept = String::new();
            for letter in text.strip_prefix('+').unwrap_or(text).chars() {
                // A number's first digit, if that is a zero, goes when another one comes.
                let number = kept.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.').len();
                if letter.is_ascii_digit() && kept.get(number..) == Some("0") {
                    kept.pop();
                }
                kept.push(letter);
            }
            kept
        };
        assert_survives_noise::<Duration>("-P10675199DT2H48M5.4775807S", canonical);
    }

    #[test]
    fn lengths_are_compared_not_texts() {
        assert_eq!(read("PT90M"), read("PT1H30M"));
        assert_eq!(hash_of(&read("PT90M")), hash_of(&read("PT5400.0S")));
        assert_eq!(read("P1D"), read("PT24H"));
        assert_eq!(read("-PT0S"), read("P0D"));
        assert!(read("-PT1S") < read("-PT0.5S") && read("-PT0.5S") < Duration::ZERO);
        assert!(read("PT59.999999999999S") < read("PT1M"));
        assert!(read("-PT0.1S").is_negative() && !read("-PT0S").is_negative() && !read("PT1S").is_negative());
    }

    #[test]
    fn the_longest_of_net_is_no_trouble() {
        let longest = read("P10675199DT2H48M5.4775807S");
        assert_eq!((longest.whole_seconds(), longest.subsecond_nanos()), (922_337_203_685, 477_580_700));
        let negative = read("-PT3M22.1587532S");
        assert_eq!((negative.whole_seconds(), negative.subsecond_nanos()), (-202, -158_753_200));
    }

    #[test]
    fn durations_of_std_convert_both_ways() {
        let std = |seconds, nanos| std::time::Duration::new(seconds, nanos);
        for (value, text) in [
            (std(0, 0), "PT0S"),
            (std(0, 30_000_000), "PT0.03S"),
            (std(3600, 0), "PT1H"),
            (std(86_400, 0), "P1D"),
            (std(90_061, 1), "P1DT1H1M1.000000001S"),
            (std(60, 100), "PT1M0.0000001S"),
            (std(i64::MAX.unsigned_abs(), 0), "P106751991167300DT15H30M7S"),
        ] {
            assert_eq!(Duration::from(value).to_string(), text);
            assert_eq!(std::time::Duration::try_from(read(text)), Ok(value));
        }
        assert_eq!(Duration::from(std(u64::MAX, 5)).whole_seconds(), i64::MAX);
        assert!(std::time::Duration::try_from(read("-PT0.1S")).is_err());
        assert!(std::time::Duration::try_from(read("-PT1S")).is_err());
        assert_eq!(std::time::Duration::try_from(read("-PT0S")), Ok(std(0, 0)));
    }

    #[test]
    fn a_duration_is_made_of_seconds_and_nanoseconds() {
        let print = |seconds, nanos| Duration::new(seconds, nanos).map(|value| value.to_string());
        assert_eq!(print(-90, -500_000_000).as_deref(), Some("-PT1M30.5S"));
        assert_eq!(print(0, -1).as_deref(), Some("-PT0.000000001S"));
        for (seconds, nanos) in [(1, -1), (-1, 1), (0, 1_000_000_000), (0, i32::MIN)] {
            assert_eq!(print(seconds, nanos), None);
        }
        assert_eq!(Duration::new(i64::MIN, -999_999_999).map(Duration::whole_seconds), Some(i64::MIN));
    }

    #[test]
    fn a_random_duration_comes_back() {
        let mut random = fastrand::Rng::with_seed(5);
        for _ in 0..10_000 {
            let longest = i64::MAX >> random.u32(0..63);
            let seconds = random.i64(0..=longest);
            let nanos = random.i32(0..1_000_000_000) / 10_i32.pow(random.u32(0..10));
            let sign = if random.bool() { 1 } else { -1 };
            let value = Duration::new(seconds * sign, nanos * i32::try_from(sign).unwrap_or(1)).expect("in range");
            assert_eq!(Duration::from_text(&value.to_text()), Some(value));
            assert_eq!(value.whole_seconds(), seconds * sign);
            assert_eq!(value.subsecond_nanos().abs(), nanos);
            let parts =
                format!("P{}DT{}H{}M{}.{}S", random.u32(..), random.u32(..), random.u16(..), random.u8(..), nanos);
            assert_kept::<Duration>(&[&parts]);
        }
    }
}
