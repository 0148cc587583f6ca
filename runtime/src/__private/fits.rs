//! Whether a Rust type holds what the metadata says of a property: what the derives ask of the compiler, with the feature
//! `schema`. Aliases and types of one's own are seen through, since it is the type that is asked and not its name.
//!
//! The traits are here without the feature too: it is the derives' own, and they may have it when this crate does not.

use serde_json::Value as Json;

use crate::edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, LocalDateTime, TimeOfDay};
use crate::model::base::refuse;
use crate::model::{Dictionary, Flags, FlagsEnum, Guarded, Partial, Property, Shape, Unrecognized};
use crate::request::Page;

/// A value of this type holds one of the type `E` of the metadata.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't hold an `{E}`, which the metadata says it is",
    label = "the metadata says `{E}`",
    note = "`graph_entity::edm` has a table of the types; `#[graph(unchecked)]` if the metadata is wrong"
)]
pub trait Fits<E> {
    /// The type's own qualified name, of a derived one. Without it any type of the metadata fits that is of the kind.
    const NAME: Option<&'static str> = None;
    /// The names of the types that it is derived from, if that is known.
    const BASES: Option<&'static [&'static str]> = None;
}

macro_rules! edm_types {
    ($($(#[$attr:meta])* $name:ident),* $(,)?) => {$(
        $(#[$attr])*
        #[derive(Debug)]
        pub enum $name {}
    )*};
}

edm_types! {
    EdmBinary,
    EdmBoolean,
    EdmByte,
    EdmDate,
    EdmDateTimeOffset,
    EdmDecimal,
    EdmDouble,
    EdmDuration,
    EdmGuid,
    EdmInt16,
    EdmInt32,
    EdmInt64,
    EdmSByte,
    EdmSingle,
    EdmString,
    EdmTimeOfDay,
    /// An entity type or a complex type.
    EdmStructured,
    /// An enumeration type.
    EdmEnum,
}

/// `Collection(E)`
#[derive(Debug)]
pub struct Collection<E>(std::marker::PhantomData<E>);

macro_rules! fits {
    ($($type:ty: $($edm:ident),*;)*) => {$($(
        impl Fits<$edm> for $type {}
    )*)*};
}

// A wider number holds a narrower one.
fits! {
    bool: EdmBoolean;
    u8: EdmByte;
    i16: EdmInt16, EdmByte, EdmSByte;
    i32: EdmInt32, EdmInt16, EdmByte, EdmSByte;
    i64: EdmInt64, EdmInt32, EdmInt16, EdmByte, EdmSByte;
    f32: EdmSingle;
    f64: EdmDouble, EdmSingle;
    Decimal: EdmDecimal, EdmInt64, EdmInt32, EdmInt16, EdmByte, EdmSByte;
    // Not of a date and the like, which a condition writes in another form.
    String: EdmString, EdmEnum;
    Binary: EdmBinary;
    Date: EdmDate;
    DateTimeOffset: EdmDateTimeOffset;
    Duration: EdmDuration;
    Guid: EdmGuid;
    // Of a `dateTimeTimeZone`.
    LocalDateTime: EdmString;
    TimeOfDay: EdmTimeOfDay;
    Unrecognized: EdmStructured;
}

/// What is a text on the wire.
pub trait EdmText {}

macro_rules! texts {
    ($($edm:ident),*) => {$(
        impl EdmText for $edm {}
    )*};
}

texts!(EdmBinary, EdmDate, EdmDateTimeOffset, EdmDuration, EdmEnum, EdmGuid, EdmString, EdmTimeOfDay);

/// Types of another crate hold what their counterpart of ours does.
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time", feature = "uuid"))]
macro_rules! fits_as {
    ($theirs:ty, $ours:ty) => {
        impl<E> $crate::__private::fits::Fits<E> for $theirs where $ours: $crate::__private::fits::Fits<E> {}
    };
}
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time", feature = "uuid"))]
pub(crate) use fits_as;

impl<E> Fits<E> for Json {}

impl<V> Fits<EdmStructured> for Dictionary<V> {}

impl<T: FlagsEnum + Fits<EdmEnum>> Fits<EdmEnum> for Flags<T> {
    const NAME: Option<&'static str> = T::NAME;
}

impl<E, T: Property> Fits<Collection<E>> for Vec<T>
where
    T::Value: Fits<E>,
{
    const NAME: Option<&'static str> = T::Value::NAME;
    const BASES: Option<&'static [&'static str]> = T::Value::BASES;
}

/// Of an operation's result.
impl<E, T: Fits<E>> Fits<Collection<E>> for Page<T> {
    const NAME: Option<&'static str> = T::NAME;
    const BASES: Option<&'static [&'static str]> = T::BASES;
}

impl<E, T: Fits<E>> Fits<E> for Box<T> {
    const NAME: Option<&'static str> = T::NAME;
    const BASES: Option<&'static [&'static str]> = T::BASES;
}

impl<E, T: Fits<E>> Fits<E> for Partial<T> {
    const NAME: Option<&'static str> = T::NAME;
    const BASES: Option<&'static [&'static str]> = T::BASES;
}

impl<E, T: Property> Fits<E> for Guarded<T>
where
    T::Value: Fits<E>,
{
    const NAME: Option<&'static str> = T::Value::NAME;
    const BASES: Option<&'static [&'static str]> = T::Value::BASES;
}

/// Of a primitive type: nothing is left to say when the bound holds.
pub const fn fits<T: Fits<E>, E>() {}

/// A type of the metadata: its name, those of its bases, and whether types are derived from it.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    pub names: &'static [&'static str],
    pub has_derived: bool,
}

/// Panics, which is an error at compile time, if `T` is neither the type of the property, nor a base of that, nor derived
/// from it.
#[track_caller]
pub const fn named<T: Fits<E>, E>(property: &str, declared: Declared) {
    let Some(name) = T::NAME else { return };
    let own = declared.names[0];
    let related = contains(declared.names, name)
        || match T::BASES {
            Some(bases) => contains(bases, own),
            None => declared.has_derived,
        };
    if !related {
        refuse(&["`", property, "` is a `", own, "` in the metadata, and this type is `", name, "`"]);
    }
}

/// The struct in a `base` field is of a type that `name` is derived from.
#[track_caller]
pub const fn base(base: &Shape, name: &str, bases: &[&str]) {
    if !contains(bases, base.type_name()) {
        refuse(&[
            "`",
            name,
            "` is not derived from `",
            base.type_name(),
            "` in the metadata, but from `",
            bases[0],
            "`",
        ]);
    }
}

/// The struct in a variant is of the family's type or derived from it.
#[track_caller]
pub const fn variant<T: Fits<EdmStructured>>(family: &str) {
    let (Some(name), Some(bases)) = (T::NAME, T::BASES) else { return };
    if !is(name, family) && !contains(bases, family) {
        refuse(&["`", name, "` is not derived from the family's `", family, "` in the metadata"]);
    }
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if is(names[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

const fn is(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}
