//! `Edm.Decimal`.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::error::{OutOfRange, ParseError};
use super::scan::Scan;

/// A decimal number (`Edm.Decimal`): the text of a JSON number, of any length.
///
/// It never goes through an `f64`, so that no digit is lost. It prints as it was written; what is compared is the
/// number.
///
/// ```
/// use graph_entity::edm::Decimal;
///
/// let charge: Decimal = "1.10".parse()?;
/// assert_eq!(charge, "11e-1".parse()?);
/// assert_eq!(charge.as_str(), "1.10");
/// assert!(charge > Decimal::from(1));
/// # Ok::<(), graph_entity::edm::ParseError>(())
/// ```
#[derive(Clone)]
pub struct Decimal(Box<str>);

const EXPECTED: &str = "a Decimal such as 12.50";

/// A number as sign, magnitude and digits: 0.*digits* times ten to the power of *magnitude*.
struct Parts<'a> {
    /// -1, 0 or 1.
    sign: i8,
    magnitude: i64,
    /// Around the digits, there may be zeros and a point.
    mantissa: &'a str,
    /// How many digits there are from the first to the last that is not zero.
    count: usize,
}

impl Decimal {
    /// The number; `None` if `text` is not a number in JSON's grammar, or has an exponent beyond an `i32`.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut scan = Scan::new(text);
        scan_number(&mut scan)?;
        scan.end(Self(text.into()))
    }

    /// The text, as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest `f64`: one of about 16 digits, infinite if the number is beyond its range.
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    fn parts(&self) -> Parts<'_> {
        let (mantissa, exponent) = self.0.split_once(['e', 'E']).unwrap_or((&self.0, "0"));
        let (negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa),
        };
        let digits = || mantissa.bytes().filter(u8::is_ascii_digit);
        let Some(first) = digits().position(|digit| digit != b'0') else {
            return Parts { sign: 0, magnitude: 0, mantissa: "", count: 0 };
        };
        let last = digits().enumerate().filter(|(_, digit)| *digit != b'0').last().map_or(first, |(last, _)| last);
        let whole = mantissa.find('.').unwrap_or(mantissa.len());
        let length = |count| i64::try_from(count).unwrap_or(i64::MAX);
        let exponent = exponent.parse().map_or(0, |exponent: i32| exponent.into());
        let magnitude = length(whole).saturating_sub(length(first)).saturating_add(exponent);
        Parts { sign: if negative { -1 } else { 1 }, magnitude, mantissa, count: last - first + 1 }
    }
}

impl Parts<'_> {
    fn digits(&self) -> impl Iterator<Item = u8> {
        self.mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0').take(self.count)
    }

    /// What makes two numbers of one sign the same.
    fn compare(&self, other: &Self) -> Ordering {
        self.magnitude.cmp(&other.magnitude).then_with(|| self.digits().cmp(other.digits()))
    }
}

/// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
fn scan_number(scan: &mut Scan<'_>) -> Option<()> {
    scan.eat(b'-');
    if !scan.eat(b'0') {
        scan.digits()?;
    }
    if scan.eat(b'.') {
        scan.digits()?;
    }
    if scan.letter(b'E').is_some() {
        let _ = scan.eat(b'-') || scan.eat(b'+');
        let (exponent, _) = scan.number()?;
        i32::try_from(exponent).ok()?;
    }
    Some(())
}

/// Zero.
impl Default for Decimal {
    fn default() -> Self {
        Self("0".into())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Decimal {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_text(text).ok_or_else(|| ParseError::new(EXPECTED, text))
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Decimal {
            fn from(value: $integer) -> Self {
                Self(itoa::Buffer::new().format(value).into())
            }
        }
    )*};
}

from_integers!(i32, i64, u32, u64);

/// The shortest number that [`to_f64`](Decimal::to_f64) reads as the same value, without an exponent. Fails for infinity
/// and NaN.
impl TryFrom<f64> for Decimal {
    type Error = OutOfRange;

    fn try_from(value: f64) -> Result<Self, OutOfRange> {
        if value.is_finite() { Ok(Self(value.to_string().into())) } else { Err(OutOfRange::of("Decimal")) }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let parts = self.parts();
        (parts.sign, parts.magnitude, parts.count).hash(state);
        parts.digits().for_each(|digit| state.write_u8(digit));
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.parts(), other.parts());
        one.sign.cmp(&two.sign).then_with(|| if one.sign < 0 { two.compare(&one) } else { one.compare(&two) })
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use crate::edm::testing::hash_of;

    fn read(text: &str) -> Decimal {
        Decimal::from_text(text).expect(text)
    }

    #[test]
    fn a_number_keeps_its_text() {
        let long = format!("-{}.{}e-2147483647", "9".repeat(100_000), "0".repeat(100_000));
        for text in ["0", "-0", "0.00", "1.10", "-12.5e+10", "1E5", "1e-05", "79228162514264337593543950335", &long] {
            assert_eq!(read(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "",
            "-",
            "+1",
            "01",
            "-01",
            "00",
            ".5",
            "1.",
            "1.e5",
            "1e",
            "1e+",
            "1e+-5",
            "1e5.0",
            "0x10",
            "1_000",
            "1,5",
            " 1",
            "1 ",
            "1\0",
            "١",
            "1é",
            "é1",
            "INF",
            "NaN",
            "null",
            "1e2147483648",
            "1e99999999999999999999",
            "--1",
            "1-",
        ] {
            assert!(text.parse::<Decimal>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn numbers_are_compared_not_texts() {
        for (one, two) in [
            ("1.0", "1.00"),
            ("1", "10e-1"),
            ("1.0", "0.01e2"),
            ("-1200", "-1.2e3"),
            ("0", "-0.00e9"),
            ("0e5", "0"),
            ("100", "1E+2"),
            ("0.001", "1e-3"),
            ("10.01", "1001e-2"),
        ] {
            assert_eq!(read(one), read(two));
            assert_eq!(hash_of(&read(one)), hash_of(&read(two)));
        }
        let ascending = [
            "-1e2147483647",
            "-1e3",
            "-999.9",
            "-2",
            "-1.5",
            "-1",
            "-1e-2147483647",
            "0",
            "1e-2147483647",
            "0.001",
            "0.0011",
            "0.1",
            "1",
            "1.01",
            "1.1",
            "2",
            "9",
            "10",
            "10.1",
            "11",
            "79228162514264337593543950335",
            "79228162514264337593543950336",
            "1e2147483647",
        ];
        for pair in ascending.windows(2) {
            assert!(read(pair[0]) < read(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn numbers_convert() {
        assert_eq!(Decimal::from(i32::MIN).as_str(), "-2147483648");
        assert_eq!(Decimal::from(i64::MIN).as_str(), "-9223372036854775808");
        assert_eq!(Decimal::from(u64::MAX).as_str(), "18446744073709551615");
        assert_eq!(Decimal::from(7_u32), read("7.0"));
        for value in [0.0, -0.0, 0.1, 1.5, -2.5e-8, 1e21, f64::MAX, f64::MIN_POSITIVE, f64::from_bits(1)] {
            let decimal = Decimal::try_from(value).expect("it is finite");
            assert_eq!(Decimal::from_text(decimal.as_str()), Some(decimal.clone()));
            assert_eq!(decimal.to_f64().to_bits(), value.to_bits());
        }
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(Decimal::try_from(value).is_err());
        }
        assert!(read("1e400").to_f64().is_infinite());
        assert_eq!(Decimal::default(), read("0"));
    }

    #[test]
    fn a_random_number_compares_as_its_value() {
        let mut random = fastrand::Rng::with_seed(9);
        let mut number = || {
            let (value, zeros) = (random.i32(-1000..1000), random.usize(0..4));
            let exponent = random.usize(0..4);
            // The same value, times ten to the power of -3, in different clothes.
            let text = match random.u8(0..3) {
                0 if value != 0 => format!("{value}{}e-{}", "0".repeat(zeros), zeros + 3),
                1 => format!("{value}.{}E-3", "0".repeat(zeros + 1)),
                _ => format!(
                    "{}{}.{:03}{}e{}",
                    if value < 0 { "-" } else { "" },
                    value.abs() / 1000,
                    value.abs() % 1000,
                    "0".repeat(exponent),
                    0
                ),
            };
            (value, read(&text))
        };
        for _ in 0..20_000 {
            let (one, two) = (number(), number());
            assert_eq!(one.1.cmp(&two.1), one.0.cmp(&two.0), "{one:?} {two:?}");
            assert!(one.1 != two.1 || hash_of(&one.1) == hash_of(&two.1));
        }
    }
}
