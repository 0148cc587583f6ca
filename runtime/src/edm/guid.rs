//! `Edm.Guid`.

use std::borrow::Cow;
use std::fmt;

use super::impls::{key_impls, text_impls};
use super::text::{LiteralForm, Text};

/// A GUID (`Edm.Guid`): 36 characters, `00000000-0000-0000-0000-000000000000`.
///
/// It keeps its letters' case, which comparisons ignore. Most ids of Graph are `Edm.String`: keep those as `String`,
/// even where they look like this.
///
/// ```
/// use graph_entity::edm::Guid;
///
/// let id: Guid = "6E7B768E-07E2-4810-8459-485F84F8F204".parse()?;
/// assert_eq!(id, "6e7b768e-07e2-4810-8459-485f84f8f204".parse()?);
/// assert_eq!(id.as_str(), "6E7B768E-07E2-4810-8459-485F84F8F204");
/// # Ok::<(), graph_entity::edm::ParseError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Guid([u8; 36]);

impl Guid {
    /// The GUID of zeros.
    pub const NIL: Self = Self(*b"00000000-0000-0000-0000-000000000000");

    /// The text, as it was written.
    pub fn as_str(&self) -> &str {
        // ASCII always; there is no way around the check without `unsafe`.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The number that the digits are.
    pub(super) fn key(&self) -> u128 {
        let digits = self.0.iter().filter_map(|&byte| char::from(byte).to_digit(16));
        digits.fold(0, |value, digit| value << 4 | u128::from(digit))
    }
}

impl Text for Guid {
    const EXPECTED: &'static str = "a Guid such as 6e7b768e-07e2-4810-8459-485f84f8f204";
    const LITERAL: LiteralForm = LiteralForm::Bare;

    fn from_text(text: &str) -> Option<Self> {
        let bytes: [u8; 36] = text.as_bytes().try_into().ok()?;
        let valid = bytes.iter().zip(Self::NIL.0).all(|(byte, model)| match model {
            b'-' => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
        valid.then_some(Self(bytes))
    }

    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_str())
    }

    fn placeholder() -> Self {
        Self::NIL
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

text_impls!(Guid);
key_impls!(Guid);

impl AsRef<str> for Guid {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::Guid;
    use crate::edm::Text;
    use crate::edm::testing::{assert_kept, assert_refused, assert_survives_noise, hash_of};

    #[test]
    fn a_guid_keeps_its_text() {
        assert_kept::<Guid>(&[
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "6E7B768E-07E2-4810-8459-485F84F8F204",
            "6e7B768e-07E2-4810-8459-485f84F8F204",
        ]);
    }

    #[test]
    fn what_is_no_guid() {
        assert_refused::<Guid>(&[
            "",
            "6e7b768e07e248108459485f84f8f204",
            "{6e7b768e-07e2-4810-8459-485f84f8f204}",
            "6e7b768e-07e2-4810-8459-485f84f8f20",
            "6e7b768e-07e2-4810-8459-485f84f8f2044",
            "6e7b768e-07e2-4810-8459-485f84f8f20g",
            "6e7b768e-07e2-4810-84590485f84f8f204",
            "6e7b768e-07e2-4810--459-485f84f8f204",
            "6e7b768e-07e2-4810-8459-485f84f8f20\0",
            "6e7b768e-07e2-4810-8459-485f84f8f2é",
            "6e7b768e-07e2-4810-8459-485f84f8f204 ",
            "urn:uuid:6e7b768e-07e2-4810-8459-485f84f8f204",
        ]);
        assert_refused::<Guid>(&[&"0".repeat(36), &"0".repeat(100_000), &"é".repeat(18)]);
    }

    #[test]
    fn noise_is_refused_or_kept() {
        assert_survives_noise::<Guid>("6e7B768e-07E2-4810-8459-485f84F8F204", str::to_owned);
    }

    #[test]
    fn case_does_not_matter() {
        let lower = Guid::from_text("6e7b768e-07e2-4810-8459-485f84f8f204");
        let upper = Guid::from_text("6E7B768E-07E2-4810-8459-485F84F8F204");
        assert_eq!(lower, upper);
        assert_eq!(hash_of(&lower), hash_of(&upper));
        assert!(lower > Some(Guid::NIL));
        assert!(
            Guid::from_text("0000000A-0000-0000-0000-000000000000")
                > Guid::from_text("00000009-ffff-0000-0000-000000000000")
        );
    }

    #[test]
    fn a_random_guid_comes_back() {
        let mut random = fastrand::Rng::with_seed(6);
        for _ in 0..10_000 {
            let number = random.u128(..);
            let hex = format!("{number:032x}");
            let cut = |from, to| hex.get(from..to).unwrap_or_default();
            let parts = [cut(0, 8), cut(8, 12), cut(12, 16), cut(16, 20), cut(20, 32)];
            let text = parts.join("-");
            assert_kept::<Guid>(&[&text, &text.to_uppercase()]);
            assert_eq!(Guid::from_text(&text).map(|guid| guid.key()), Some(number));
        }
    }
}
