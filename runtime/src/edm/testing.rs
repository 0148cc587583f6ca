//! What the tests of all text types do.

use std::fmt::{Debug, Display};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::str::FromStr;

use super::{ParseError, Text};

/// Each text is a value that prints as the same text.
#[track_caller]
pub(super) fn assert_kept<T: Text + Display>(texts: &[&str]) {
    for text in texts {
        let value = T::from_text(text);
        assert_eq!(value.as_ref().map(T::to_text).as_deref(), Some(*text));
        assert_eq!(value.map(|value| value.to_string()).as_deref(), Some(*text));
    }
}

#[track_caller]
pub(super) fn assert_refused<T: Text + Debug + FromStr<Err = ParseError>>(texts: &[&str]) {
    for text in texts {
        match text.parse::<T>() {
            Ok(value) => panic!("{text:?} was read as {value:?}"),
            Err(error) => assert!(error.to_string().len() < 600),
        }
    }
}

/// Changes of a good text: nothing panics, and what is read prints as it was, up to what `canonical` evens out.
pub(super) fn assert_survives_noise<T: Text + PartialEq + Debug>(good: &str, canonical: impl Fn(&str) -> String) {
    const NOISE: &[&str] = &[
        "", "\0", "0", "9", "-", "+", ":", ".", "T", "t", "Z", "z", "P", "D", "=", " ", "\n", "é", "€", "🦀",
        "\u{feff}",
    ];
    let mut random = fastrand::Rng::with_seed(7);
    let around = |text: &str, at: usize, end: usize, noise: &str| {
        let (before, after) = (text.get(..at)?, text.get(end..)?);
        Some(format!("{before}{noise}{after}"))
    };
    let check = |text: &str| {
        if let Some(value) = T::from_text(text) {
            let printed = value.to_text().into_owned();
            assert_eq!(canonical(&printed), canonical(text));
            assert_eq!(T::from_text(&printed), Some(value));
        }
    };
    for at in 0..=good.len() {
        for end in [at, at + 1] {
            for noise in NOISE {
                if let Some(text) = around(good, at, end, noise) {
                    check(&text);
                }
            }
        }
        check(good.get(..at).unwrap_or_default());
    }
    for _ in 0..2_000 {
        let mut text = good.to_owned();
        for _ in 0..random.usize(1..5) {
            let at = random.usize(0..=text.len());
            let noise = NOISE[random.usize(0..NOISE.len())].repeat(random.usize(1..30));
            text = around(&text, at, at + random.usize(0..3), &noise).unwrap_or(text);
        }
        check(&text);
    }
}

pub(super) fn hash_of<T: Hash>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Each text is read as a value of another crate, which prints as the second one.
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time", feature = "uuid"))]
#[track_caller]
pub(super) fn assert_all<T: Text + PartialEq + Debug>(texts: &[(&str, &str)]) {
    for (text, printed) in texts {
        let value = T::from_text(text);
        assert_eq!(value.as_ref().map(T::to_text).as_deref(), Some(*printed));
        assert_eq!(T::from_text(printed), value);
    }
    let placeholder = T::placeholder();
    assert_eq!(T::from_text(&placeholder.to_text()), Some(placeholder));
}

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time", feature = "uuid"))]
#[track_caller]
pub(super) fn assert_none<T: Text + PartialEq + Debug>(texts: &[&str]) {
    for text in texts {
        assert_eq!(T::from_text(text), None, "{text}");
    }
}

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
pub(super) fn print<T: Text>(value: &T) -> String {
    value.to_text().into_owned()
}

/// Instants of four-digit years are as many seconds for `theirs`, a parser of another crate.
#[cfg(any(feature = "chrono", feature = "jiff"))]
pub(super) fn assert_same_seconds(theirs: impl Fn(&str) -> Option<i64>) {
    let mut random = fastrand::Rng::with_seed(11);
    for _ in 0..20_000 {
        let seconds = random.i64(-62_167_000_000..253_402_000_000);
        let value = super::DateTimeOffset::at(seconds, random.u32(0..1_000_000_000), random.i32(-1439..1440));
        let text = value.map(|value| value.to_string()).unwrap_or_default();
        assert_eq!(theirs(&text), Some(seconds), "{text}");
    }
}
