//! Slots: a closed set of places and values, so that one reader and one writer serve every type.

use serde_json::Value as Json;

use super::dictionary::{DictionaryRef, DictionarySlot};
use super::family::FamilySlot;
use super::fields::{Fields, NodeSlot};
use super::flags::FlagsRef;
use super::guarded::GuardedSlot;
use super::list::{ListRef, ListSlot};
use super::serde_field::{SerdeRef, SerdeSlot};
use super::text_value::{TextRef, TextSlot};
use super::value::BoxSlot;
use crate::edm::Decimal;

/// Where a value goes: into a plain field, or into an `Option`.
#[derive(Debug)]
pub enum Place<'a, T> {
    /// A field of type `T`.
    Plain(&'a mut T),
    /// A field of type `Option<T>`.
    Opt(&'a mut Option<T>),
}

impl<T> Place<'_, T> {
    #[inline]
    pub(crate) fn set(&mut self, value: T) {
        match self {
            Place::Plain(place) => **place = value,
            Place::Opt(place) => **place = Some(value),
        }
    }

    /// Takes null or absence: `None` into an `Option`, the placeholder into a plain place if `default` allows it.
    /// Says whether the place could take it.
    pub(crate) fn clear(&mut self, default: bool) -> bool
    where
        T: Default,
    {
        match self {
            Place::Opt(place) => **place = None,
            Place::Plain(place) if default => **place = T::default(),
            Place::Plain(_) => return false,
        }
        true
    }
}

/// A place for the value of one property.
#[allow(missing_debug_implementations)] // trait objects inside; never kept
pub enum SlotMut<'a> {
    /// Edm.Boolean
    Bool(Place<'a, bool>),
    /// Edm.Byte
    U8(Place<'a, u8>),
    /// Edm.Int16
    I16(Place<'a, i16>),
    /// Edm.Int32
    I32(Place<'a, i32>),
    /// Edm.Int64
    I64(Place<'a, i64>),
    /// Edm.Single
    F32(Place<'a, f32>),
    /// Edm.Double
    F64(Place<'a, f64>),
    /// Edm.String
    Str(Place<'a, String>),
    /// Edm.Untyped
    Json(Place<'a, Json>),
    /// Edm.Decimal
    Decimal(Place<'a, Decimal>),
    /// What is a string on the wire: an enum, a date, …
    Text(&'a mut dyn TextSlot),
    /// A derived struct
    Node(&'a mut dyn NodeSlot),
    /// A derived enum, of which `@odata.type` chooses the variant
    Family(&'a mut dyn FamilySlot),
    /// A collection
    List(&'a mut dyn ListSlot),
    /// Values by keys that are data
    Dictionary(&'a mut dyn DictionarySlot),
    /// A value that may be a bad one
    Guarded(&'a mut dyn GuardedSlot),
    /// A `Box` of any of these
    Boxed(&'a mut dyn BoxSlot),
    /// Anything that has serde's traits only
    Serde(&'a mut dyn SerdeSlot),
}

impl SlotMut<'_> {
    /// Takes null or absence, see [`Place::clear`].
    pub(crate) fn clear(&mut self, default: bool) -> bool {
        match self {
            SlotMut::Bool(place) => place.clear(default),
            SlotMut::U8(place) => place.clear(default),
            SlotMut::I16(place) => place.clear(default),
            SlotMut::I32(place) => place.clear(default),
            SlotMut::I64(place) => place.clear(default),
            SlotMut::F32(place) => place.clear(default),
            SlotMut::F64(place) => place.clear(default),
            SlotMut::Str(place) => place.clear(default),
            SlotMut::Json(place) => place.clear(default),
            SlotMut::Decimal(place) => place.clear(default),
            SlotMut::Text(text) => text.clear(default),
            SlotMut::Node(node) => node.clear(default),
            SlotMut::Family(family) => family.clear(default),
            SlotMut::List(list) => list.clear(),
            SlotMut::Dictionary(dictionary) => dictionary.clear(),
            SlotMut::Guarded(guarded) => guarded.clear(default),
            SlotMut::Boxed(boxed) => boxed.clear(default),
            SlotMut::Serde(serde) => serde.clear(default),
        }
    }

    /// Whether `""` may stand for null: of what is no string, and of texts that say so.
    pub(crate) fn empty_is_null(&self) -> bool {
        match self {
            SlotMut::Text(text) => text.kind().empty_is_null,
            SlotMut::Bool(_)
            | SlotMut::U8(_)
            | SlotMut::I16(_)
            | SlotMut::I32(_)
            | SlotMut::I64(_)
            | SlotMut::F32(_)
            | SlotMut::F64(_)
            | SlotMut::Decimal(_) => true,
            _ => false,
        }
    }

    /// What the slot wants, for an error's "expected …".
    pub(crate) fn wanted(&self) -> &'static str {
        match self {
            SlotMut::Bool(_) => "a boolean",
            SlotMut::U8(_) => "a Byte (0 to 255)",
            SlotMut::I16(_) => "an Int16",
            SlotMut::I32(_) => "an Int32",
            SlotMut::I64(_) => "an Int64, as a number or a string",
            SlotMut::F32(_) => "a Single",
            SlotMut::F64(_) => "a Double",
            SlotMut::Str(_) => "a string",
            SlotMut::Decimal(_) => "a Decimal",
            SlotMut::Text(text) => text.kind().expected,
            SlotMut::Node(_) | SlotMut::Family(_) | SlotMut::Dictionary(_) => "an object",
            SlotMut::List(_) => "an array",
            SlotMut::Json(_) | SlotMut::Boxed(_) | SlotMut::Serde(_) | SlotMut::Guarded(_) => "a value",
        }
    }
}

/// The value of one property.
#[derive(Clone, Copy)]
#[allow(missing_debug_implementations)] // would show values that are sensitive
pub enum SlotRef<'a> {
    /// No value: a `None`
    Null,
    /// Edm.Boolean
    Bool(bool),
    /// Edm.Byte
    U8(u8),
    /// Edm.Int16
    I16(i16),
    /// Edm.Int32
    I32(i32),
    /// Edm.Int64
    I64(i64),
    /// Edm.Single
    F32(f32),
    /// Edm.Double
    F64(f64),
    /// Edm.String
    Str(&'a str),
    /// Edm.Untyped
    Json(&'a Json),
    /// Edm.Decimal
    Decimal(&'a Decimal),
    /// The name of an enum's member
    Member(&'a str),
    /// The names of members of an enum
    Flags(&'a dyn FlagsRef),
    /// What is a string on the wire
    Text(&'a dyn TextRef),
    /// A derived struct
    Node(&'a dyn Fields),
    /// A derived struct that is not to be read without its type's name
    Tagged(&'a dyn Fields),
    /// A collection
    List(&'a dyn ListRef),
    /// Values by keys that are data
    Dictionary(&'a dyn DictionaryRef),
    /// Anything that has serde's traits only
    Serde(&'a dyn SerdeRef),
}
