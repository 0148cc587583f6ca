//! Impls that several types have.

use std::fmt;

use serde_core::de::{Error, Unexpected, Visitor};
use serde_core::{Deserializer, Serializer};

use super::text::Text;
use crate::model::text_value::TextSlot;
use crate::model::visit::{mismatch, wrong_text};

/// `FromStr`, and a `Debug` that is the text: fields would say less in more words.
macro_rules! text_impls {
    ($type:ty) => {
        impl std::str::FromStr for $type {
            type Err = $crate::edm::ParseError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                use $crate::edm::Text;
                Self::from_text(text).ok_or_else(|| Self::Err::new(Self::EXPECTED, text))
            }
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }
    };
}
pub(super) use text_impls;

/// serde's traits, by the text: for fields of types that are not ours.
macro_rules! serde_impls {
    ($($type:ident $(<$param:ident: $bound:ident>)?),*) => {$(
        impl $(<$param: $bound>)? serde_core::Serialize for $type $(<$param>)? {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::edm::impls::write_text(self, serializer)
            }
        }

        impl<'de $(, $param: $bound)?> serde_core::Deserialize<'de> for $type $(<$param>)? {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::edm::impls::read_text(deserializer)
            }
        }
    )*};
}
pub(crate) use serde_impls;

/// The body of `Serialize` for a text, that of a derived enum too.
#[inline]
pub fn write_text<T: Text, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_text())
}

/// The body of `Deserialize` for a text, that of a derived enum too.
#[inline]
pub fn read_text<'de, T: Text, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::placeholder();
    read_slot(&mut value, deserializer)?;
    Ok(value)
}

/// Not inlined: once for each format, not for each type.
#[inline(never)]
fn read_slot<'de, D: Deserializer<'de>>(slot: &mut dyn TextSlot, deserializer: D) -> Result<(), D::Error> {
    if slot.kind().takes_numbers {
        return deserializer.deserialize_any(TextVisitor(slot));
    }
    deserializer.deserialize_str(TextVisitor(slot))
}

/// Reads a text.
struct TextVisitor<'a>(&'a mut dyn TextSlot);

impl TextVisitor<'_> {
    fn number<E: Error>(self, found: Unexpected<'_>, number: &dyn fmt::Display) -> Result<(), E> {
        let kind = self.0.kind();
        if kind.takes_numbers && self.0.read(&number.to_string()) {
            return Ok(());
        }
        Err(mismatch(found, kind.expected))
    }
}

impl Visitor<'_> for TextVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.kind().expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if self.0.read(text) { Ok(()) } else { Err(wrong_text(text, self.0.kind().expected)) }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.number(Unexpected::Signed(number), &number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.number(Unexpected::Unsigned(number), &number)
    }
}

/// Comparisons and hashes by the method `key`: of what the value is, not of how it was written.
macro_rules! key_impls {
    ($type:ty) => {
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.key() == other.key()
            }
        }

        impl Eq for $type {}

        impl std::hash::Hash for $type {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.key().hash(state);
            }
        }

        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $type {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.key().cmp(&other.key())
            }
        }
    };
}
pub(super) use key_impls;

/// `Text` for types of other crates: their text is that of the type of ours that they convert to.
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time", feature = "uuid"))]
macro_rules! text_through {
    ($($theirs:ty => $ours:ty, $placeholder:expr;)*) => {$(
        impl $crate::edm::Text for $theirs {
            const EXPECTED: &'static str = <$ours as $crate::edm::Text>::EXPECTED;
            const LITERAL: $crate::edm::LiteralForm = <$ours as $crate::edm::Text>::LITERAL;

            fn from_text(text: &str) -> Option<Self> {
                <$ours as $crate::edm::Text>::from_text(text)?.try_into().ok()
            }

            fn to_text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Owned(<$ours>::from(*self).to_string())
            }

            fn placeholder() -> Self {
                $placeholder
            }
        }

        $crate::__text_value!($theirs => <$ours as $crate::__private::Value>::EDM);

        #[diagnostic::do_not_recommend]
        impl $crate::IntoValue<$ours> for $theirs {
            type Kind = $crate::__private::Something;

            fn write_value(
                &self,
                form: $crate::__private::Form,
                json: &mut $crate::__private::JsonText,
            ) -> Result<(), $crate::__private::JsonError> {
                $crate::model::text::write(&$crate::__private::SlotRef::Text(self), form, json)
            }
        }
    )*};
}
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time", feature = "uuid"))]
pub(super) use text_through;
