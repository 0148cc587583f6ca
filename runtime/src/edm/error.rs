//! What can go wrong with a value.

use std::fmt;

/// A text is not what it was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    expected: &'static str,
    got: String,
}

/// How much of a text an error quotes, in bytes.
const QUOTED: usize = 64;

impl ParseError {
    pub(super) fn new(expected: &'static str, text: &str) -> Self {
        let end = (0..=QUOTED).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
        let got = text.get(..end).unwrap_or(text);
        let more = if got.len() < text.len() { "…" } else { "" };
        Self { expected, got: format!("{got}{more}") }
    }

    /// What the text has to be: `a Date such as 2026-11-24`.
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, not {:?}", self.expected, self.got)
    }
}

impl std::error::Error for ParseError {}

/// A value is beyond what the type that it was to become can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfRange(&'static str);

impl OutOfRange {
    /// `target` is the type's name.
    pub(super) fn of(target: &'static str) -> Self {
        Self(target)
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the value is out of the range of `{}`", self.0)
    }
}

impl std::error::Error for OutOfRange {}

#[cfg(test)]
mod tests {
    use super::{OutOfRange, ParseError};

    #[test]
    fn an_error_names_what_was_expected() {
        let error = ParseError::new("a Date such as 2026-11-24", "2026-13-01");
        assert_eq!(error.to_string(), r#"expected a Date such as 2026-11-24, not "2026-13-01""#);
        assert_eq!(error.expected(), "a Date such as 2026-11-24");
        let error = OutOfRange::of("std::time::SystemTime");
        assert_eq!(error.to_string(), "the value is out of the range of `std::time::SystemTime`");
    }

    #[test]
    fn a_quote_is_short_and_of_whole_characters() {
        for unit in ["x", "é", "€", "🦀"] {
            for length in 0..100 {
                let text = format!("{}{}", "x".repeat(length % 5), unit.repeat(length));
                let got = ParseError::new("", &text).got;
                let quoted = got.trim_end_matches('…');
                assert!(text.starts_with(quoted) && quoted.len() <= 64);
                assert!(quoted == text || quoted.len() > 60);
            }
        }
    }
}
