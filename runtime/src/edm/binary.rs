//! `Edm.Binary`.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use base64::display::Base64Display;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{Engine, alphabet};

use super::error::ParseError;
use super::text::{LiteralForm, Text};

/// Bytes (`Edm.Binary`), base64 on the wire.
///
/// OData wants the URL's alphabet and Graph writes the standard one with padding, so both are read, with or without
/// padding, also in lines; the standard one with padding is written. An empty text is no bytes, not null.
///
/// ```
/// use graph_entity::edm::Binary;
///
/// let binary: Binary = "T0RhdGE".parse()?;
/// assert_eq!(binary.as_ref(), b"OData");
/// assert_eq!(binary.to_string(), "T0RhdGE=");
/// # Ok::<(), graph_entity::edm::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Binary(Vec<u8>);

const PADDING: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
static STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, PADDING);
static URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, PADDING);

impl Binary {
    /// The bytes.
    pub fn into_vec(self) -> Vec<u8> {
        self.0
    }
}

impl Text for Binary {
    const EXPECTED: &'static str = "base64 such as T0RhdGE=";
    const LITERAL: LiteralForm = LiteralForm::Binary;
    const EMPTY_IS_NULL: bool = false;

    fn from_text(text: &str) -> Option<Self> {
        let mut text = Cow::Borrowed(text.as_bytes());
        if text.iter().any(u8::is_ascii_whitespace) {
            text.to_mut().retain(|byte| !byte.is_ascii_whitespace());
        }
        let engine = if text.iter().any(|byte| b"-_".contains(byte)) { &URL_SAFE } else { &STANDARD };
        engine.decode(&text).ok().map(Self)
    }

    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(STANDARD.encode(&self.0))
    }

    fn placeholder() -> Self {
        Self::default()
    }
}

impl fmt::Display for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Base64Display::new(&self.0, &STANDARD).fmt(f)
    }
}

/// The length only: a log is no place for files.
impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binary({} bytes)", self.0.len())
    }
}

impl FromStr for Binary {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_text(text).ok_or_else(|| ParseError::new(Self::EXPECTED, text))
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Binary {
    fn from(bytes: &[u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl AsRef<[u8]> for Binary {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Binary> for Vec<u8> {
    fn from(binary: Binary) -> Self {
        binary.0
    }
}

#[cfg(test)]
mod tests {
    use super::Binary;
    use crate::edm::Text;
    use crate::edm::testing::{assert_kept, assert_refused, assert_survives_noise};

    fn read(text: &str) -> Binary {
        Binary::from_text(text).expect(text)
    }

    #[test]
    fn binaries_of_graph_keep_their_text() {
        assert_kept::<Binary>(&["AQHTpH5EZfLlhf/DnUK56FDP+qUfcQ==", "p9PEYmuKhP2oaMzGfSdNQC/9ChA=", "T0RhdGE=", ""]);
    }

    #[test]
    fn both_alphabets_are_read() {
        let standard = read("AQHTpH5EZfLlhf/DnUK56FDP+qUfcQ==");
        for text in [
            "AQHTpH5EZfLlhf_DnUK56FDP-qUfcQ",
            "AQHTpH5EZfLlhf_DnUK56FDP-qUfcQ==",
            "AQHTpH5EZfLlhf/DnUK56FDP+qUfcQ",
            " AQHTpH5EZfLlhf/D\r\nnUK56FDP+qUfcQ=\t=\n",
        ] {
            assert_eq!(read(text), standard);
        }
        assert_eq!(read("T0RhdGE").as_ref(), b"OData");
        assert_eq!(read(" \n").as_ref(), b"");
    }

    #[test]
    fn what_is_no_binary() {
        assert_refused::<Binary>(&[
            "A",
            "AAAAA",
            "=",
            "====",
            "AA===",
            "AA=A",
            "T0RhdGE==",
            "T0RhdGF",
            "+_==",
            "AA,A",
            "AA\0A",
            "AAé",
            "ＡＡＡＡ",
            "\u{a0}AAAA",
        ]);
    }

    #[test]
    fn noise_is_refused_or_kept() {
        let plain = |text: &str| {
            let kept = text.chars().filter(|&letter| letter != '=' && !letter.is_ascii_whitespace());
            kept.collect::<String>().replace('-', "+").replace('_', "/")
        };
        assert_survives_noise::<Binary>("AQHTpH5EZfLlhf/DnUK56FDP+qUfcQ==", plain);
    }

    #[test]
    fn a_log_shows_no_bytes() {
        assert_eq!(format!("{:?}", Binary::from(b"secret")), "Binary(6 bytes)");
        assert_eq!(Binary::from(vec![1, 2]).into_vec(), [1, 2]);
        assert_eq!(Binary::from([1, 2].as_slice()), Binary::from(&[1, 2]));
        assert_eq!(Vec::from(Binary::from(&[7])), [7]);
    }

    #[test]
    fn random_bytes_come_back() {
        let mut random = fastrand::Rng::with_seed(8);
        for length in 0..300 {
            let value = Binary::from((0..length).map(|_| random.u8(..)).collect::<Vec<_>>());
            let text = value.to_string();
            assert_kept::<Binary>(&[&text]);
            assert_eq!(read(text.trim_end_matches('=')), value);
            assert_eq!(read(&text.replace('+', "-").replace('/', "_")), value);
        }
    }
}
