//! Conversions between JSON's numbers and the EDM's, each with its bounds.

/// Doubles hold every whole number up to here.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The values that JSON has no number for (W3).
pub(crate) fn named(text: &str) -> Option<f64> {
    Some(match text {
        "INF" => f64::INFINITY,
        "-INF" => f64::NEG_INFINITY,
        "NaN" => f64::NAN,
        _ => return None,
    })
}

/// The name of a value that JSON has no number for.
pub(crate) fn name(value: f64) -> Option<&'static str> {
    match value {
        _ if value.is_finite() => None,
        _ if value.is_nan() => Some("NaN"),
        _ if value > 0.0 => Some("INF"),
        _ => Some("-INF"),
    }
}

/// The nearest Single; `None` if the value is beyond its range.
#[expect(clippy::cast_possible_truncation, reason = "the nearest Single is what is wanted")]
pub(crate) fn to_f32(value: f64) -> Option<f32> {
    let single = value as f32;
    (single.is_finite() || !value.is_finite()).then_some(single)
}

/// The value if it is whole and exact.
#[expect(clippy::cast_possible_truncation, reason = "whole, and within the bounds of an i64")]
pub(crate) fn to_i64(value: f64) -> Option<i64> {
    (value.fract() == 0.0 && value.abs() <= EXACT).then_some(value as i64)
}

#[expect(clippy::cast_precision_loss, reason = "a Double holds the nearest value")]
pub(crate) fn from_i64(value: i64) -> f64 {
    value as f64
}

#[expect(clippy::cast_precision_loss, reason = "a Double holds the nearest value")]
pub(crate) fn from_u64(value: u64) -> f64 {
    value as f64
}
