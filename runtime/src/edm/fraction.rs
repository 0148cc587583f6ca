//! Fractions of a second: picoseconds, and the digits that they print with.

use std::fmt;

/// How many digits nanoseconds need.
pub(super) fn digits_of(nanos: u32) -> u8 {
    let (mut rest, mut digits) = (nanos, 9);
    while digits > 0 && rest.is_multiple_of(10) {
        rest /= 10;
        digits -= 1;
    }
    digits
}

/// `.5000000`, or nothing if there are no digits.
pub(super) fn write(picos: u64, digits: u8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if digits == 0 {
        return Ok(());
    }
    let value = picos / 10_u64.pow(12_u32.saturating_sub(digits.into()));
    write!(f, ".{value:0digits$}", digits = digits.into())
}
