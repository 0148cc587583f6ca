//! `Edm.Date`, and the count of days that instants are made of.

use std::borrow::Cow;
use std::fmt;

use super::impls::text_impls;
use super::scan::Scan;
use super::text::{LiteralForm, Text};

/// A day of the calendar (`Edm.Date`): `2026-11-24`.
///
/// The calendar is the Gregorian one, also for years before it was in use; the year `0000` is the one before `0001`.
/// Years have up to nine digits.
///
/// ```
/// use graph_entity::edm::Date;
///
/// let date: Date = "2026-11-24".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2026, 11, 24));
/// assert!(Date::new(2023, 2, 29).is_none());
/// # Ok::<(), graph_entity::edm::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    // From the largest to the smallest: the derived order is that of time.
    year: i32,
    month: u8,
    day: u8,
}

/// Small enough for the seconds of all years to fit an `i64` with room to spare.
const LAST_YEAR: i32 = 999_999_999;
/// From 1 March 0000, where the years of the count begin, to 1970.
const EPOCH: i64 = 719_468;
/// The days of 400 years, after which the calendar repeats.
const ERA: i64 = 146_097;

impl Date {
    pub(super) const MIN: Self = Self { year: -LAST_YEAR, month: 1, day: 1 };
    pub(super) const MAX: Self = Self { year: LAST_YEAR, month: 12, day: 31 };

    /// The date; `None` if there is none such, or its year has more than nine digits.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let valid = (-LAST_YEAR..=LAST_YEAR).contains(&year) && (1..=days_of(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// The year; 0 is the one before 1.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01. Years are counted from March, so that the leap day is a year's last.
    pub(super) fn days(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        year.div_euclid(400) * ERA + day_of_era - EPOCH
    }

    /// The inverse of `days`.
    pub(super) fn from_days(days: i64) -> Option<Self> {
        let days = days.checked_add(EPOCH)?;
        let day_of_era = days.rem_euclid(ERA);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // Counted from March.
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = (month + 2) % 12 + 1;
        let year = days.div_euclid(ERA) * 400 + year_of_era + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    pub(super) fn scan(scan: &mut Scan<'_>) -> Option<Self> {
        let before_zero = scan.eat(b'-');
        let (year, digits) = scan.number()?;
        // Four digits, or more without a zero before them; and zero has no sign. So a date has one text only.
        if digits < 4 || (digits > 4 && digits != decimal_digits(year)) || (before_zero && year == 0) {
            return None;
        }
        let year = i32::try_from(year).ok()?;
        scan.expect(b'-')?;
        let month = scan.two(13)?;
        scan.expect(b'-')?;
        let day = scan.two(32)?;
        Self::new(if before_zero { -year } else { year }, month, day)
    }
}

fn decimal_digits(number: u64) -> usize {
    std::iter::successors(Some(number), |&rest| (rest >= 10).then_some(rest / 10)).count()
}

/// The days of a month; 0 if there is no such month.
fn days_of(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

impl Text for Date {
    const EXPECTED: &'static str = "a Date such as 2026-11-24";
    const LITERAL: LiteralForm = LiteralForm::Bare;

    fn from_text(text: &str) -> Option<Self> {
        let mut scan = Scan::new(text);
        let date = Self::scan(&mut scan)?;
        scan.end(date)
    }

    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn placeholder() -> Self {
        Self { year: 1, month: 1, day: 1 }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

text_impls!(Date);

#[cfg(test)]
mod tests {
    use super::Date;
    use crate::edm::Text;
    use crate::edm::testing::{assert_kept, assert_refused, assert_survives_noise};

    #[test]
    fn a_date_keeps_its_text() {
        assert_kept::<Date>(&[
            "2026-11-24",
            "0001-01-01",
            "0000-02-29",
            "-0001-12-31",
            "-0004-02-29",
            "9999-12-31",
            "99999-01-01",
            "-99999-01-01",
            "999999999-12-31",
            "-999999999-01-01",
            "2000-02-29",
            "2024-02-29",
        ]);
    }

    #[test]
    fn what_is_no_date() {
        assert_refused::<Date>(&[
            "",
            "2023-02-29",
            "1900-02-29",
            "-0001-02-29",
            "2026-00-01",
            "2026-13-01",
            "2026-01-00",
            "2026-04-31",
            "2026-1-01",
            "2026-01-1",
            "2026-001-01",
            "226-01-01",
            "02026-01-01",
            "-0000-01-01",
            "+2026-01-01",
            "--2026-01-01",
            "1000000000-01-01",
            "18446744073709551616-01-01",
            "20261124",
            "2026-11-24T",
            "2026-11-24Z",
            " 2026-11-24",
            "2026-11-24 ",
            "2026-11-24\0",
            "\u{0}2026-11-24",
            "2026‐11‐24",
            "٢٠٢٦-11-24",
            "2026-11-2é",
            "-",
            "2026",
            "2026-",
        ]);
        assert_refused::<Date>(&[&"1".repeat(100_000), &"0".repeat(100_000), &format!("{}-01-01", "0".repeat(9999))]);
    }

    #[test]
    fn noise_is_refused_or_kept() {
        assert_survives_noise::<Date>("-2026-11-24", str::to_ascii_uppercase);
    }

    #[test]
    fn days_count_from_1970() {
        let days = |text| Date::from_text(text).map(Date::days);
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("1969-12-31"), Some(-1));
        assert_eq!(days("2000-03-01"), Some(11_017));
        assert_eq!(days("0001-01-01"), Some(-719_162));
        assert_eq!(days("0000-01-01"), Some(-719_528));
        assert_eq!(days("9999-12-31"), Some(2_932_896));
        // Each day of 800 years follows the one before it.
        let mut last = None;
        for days in -146_097 * 6..146_097 {
            let date = Date::from_days(days);
            assert_eq!(date.map(Date::days), Some(days));
            assert!(date > last);
            last = date;
        }
        for date in [Date::MIN, Date::MAX] {
            assert_eq!(Date::from_days(date.days()), Some(date));
        }
        for days in [Date::MIN.days() - 1, Date::MAX.days() + 1, i64::MIN, i64::MAX] {
            assert_eq!(Date::from_days(days), None);
        }
    }

    #[test]
    fn a_random_date_comes_back() {
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..10_000 {
            let digits = random.u32(1..=9);
            let bound = 10_i32.pow(digits);
            let date = Date::new(random.i32(1 - bound..bound), random.u8(1..=12), random.u8(1..=28));
            assert_eq!(date.and_then(|date| Date::from_text(&date.to_text())), date);
            assert_eq!(date.and_then(|date| Date::from_days(date.days())), date);
        }
        assert_eq!(Date::new(1_000_000_000, 1, 1), None);
        assert_eq!(Date::new(i32::MIN, 1, 1), None);
        assert_eq!(Date::new(2026, 0, 1), None);
    }
}
