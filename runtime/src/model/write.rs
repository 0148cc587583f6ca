//! The writer: one loop for every derived struct, with two ends: serde's serializers, and JSON text.
//!
//! The storage form is all that a value holds, so that reading it back gives an equal value. The request form is what a
//! service accepts: without what it sets itself, and without control information (W2).

use std::{iter, slice};

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value as Json;

use super::extra::Extra;
use super::fields::{Fields, TYPE_KEY, Values, other_type, sent_type};
use super::number;
use super::odata_type;
use super::removal::REMOVED;
use super::seen::Seen;
use super::serde_field::SerdeRef;
use super::shape::Shape;
use super::slot::SlotRef;
use super::value::Value;
use crate::edm::Decimal;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// All that a value holds.
    Storage,
    /// What a service takes to create: relationships too (deep insert).
    Create,
    /// What a service takes to change or replace what is there.
    Update,
}

impl Form {
    /// The kinds of properties that are left out of a value.
    pub(crate) const fn skipped(self) -> u8 {
        match self {
            Form::Storage => 0,
            Form::Create => Shape::READ_ONLY | Shape::CONTROL,
            // Deep insert is for creating only (W4).
            Form::Update => Shape::READ_ONLY | Shape::CONTROL | Shape::NAVIGATION,
        }
    }

    /// The properties that are written are those whose kinds, of these, are just those; then those of the next round. To
    /// create, relationships come after all others, and so those that bind before those that make (W2).
    const fn rounds(self) -> &'static [(u8, u8)] {
        const CREATE: u8 = Form::Create.skipped() | Shape::NAVIGATION;
        const UPDATE: u8 = Form::Update.skipped();
        match self {
            Form::Storage => &[(0, 0)],
            Form::Create => &[(CREATE, 0), (CREATE, Shape::NAVIGATION)],
            Form::Update => &[(UPDATE, 0)],
        }
    }
}

/// What the members of a struct are given to, in order.
pub(super) trait Members {
    type Error;

    /// The struct's own type, with its `#`.
    fn own_type(&mut self, name: &'static str) -> Result<(), Self::Error>;
    /// Another type, which the struct keeps, without `#`.
    fn other_type(&mut self, name: &str) -> Result<(), Self::Error>;
    /// By reference: a slot that is moved as a whole just after it was written by halves stalls the processor.
    fn property(&mut self, name: &'static str, value: &SlotRef<'_>) -> Result<(), Self::Error>;
    fn extra(&mut self, name: &str, value: &Json) -> Result<(), Self::Error>;
}

/// A struct that is written, and whether its type has to be told.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    pub(super) fields: &'a dyn Fields,
    pub(super) tagged: bool,
}

/// Gives each member, in order: the type first, then the properties that have a value, then the rest.
#[inline]
pub(super) fn each_member<M: Members>(
    Written { fields, tagged }: Written<'_>,
    form: Form,
    members: &mut M,
) -> Result<(), M::Error> {
    let shape = fields.shape();
    let other = if form == Form::Storage { other_type(fields) } else { sent_type(fields) };
    match other {
        Some(name) => members.other_type(name)?,
        None if shape.odata_type.is_empty() || (shape.flags & Shape::UNTAGGED != 0 && !tagged) => {}
        None => members.own_type(shape.odata_type)?,
    }
    if let Some(removal) = fields.removal().filter(|_| form == Form::Storage && shape.search(REMOVED).is_none()) {
        members.extra(REMOVED, removal)?;
    }
    for round in form.rounds() {
        let names = shape.names.iter().zip(shape.kinds);
        let mut properties =
            Properties { names, next: 0, form, round: *round, present: fields.present(), members, failed: None };
        fields.each(&mut properties);
        if let Some(error) = properties.failed {
            return Err(error);
        }
    }
    for (name, value) in fields.extra().into_iter().flat_map(Extra::iter) {
        if written_from_extra(shape, name, form) {
            members.extra(name, value)?;
        }
    }
    Ok(())
}

/// Gives the properties of one round that have a value.
struct Properties<'m, M: Members> {
    names: iter::Zip<slice::Iter<'static, &'static str>, slice::Iter<'static, u8>>,
    /// The number of the next value.
    next: usize,
    form: Form,
    round: (u8, u8),
    present: Option<&'m Seen>,
    members: &'m mut M,
    failed: Option<M::Error>,
}

impl<'a, M: Members> Values<'a> for Properties<'_, M> {
    fn take(&mut self, value: &SlotRef<'a>) {
        let Some((name, kinds)) = self.names.next() else { return };
        let index = self.next;
        self.next += 1;
        let (mask, kind) = self.round;
        if kinds & mask != kind || self.present.is_some_and(|present| !present.contains(index)) {
            return;
        }
        if is_written(*kinds, value, self.form, self.present.is_some()) && self.failed.is_none() {
            self.failed = self.members.property(name, value).err();
        }
    }
}

/// Whether a property has a value to be written. Of a part of an entity null is one, and a key is what it is.
#[inline]
pub(crate) fn is_written(kinds: u8, value: &SlotRef<'_>, form: Form, part: bool) -> bool {
    let has_value = match value {
        SlotRef::Null => part,
        SlotRef::Serde(value) => part || form == Form::Storage || !is_null(*value),
        _ => true,
    };
    has_value && (part || !Shape::is_optional_key(kinds) || !is_empty_key(value))
}

/// A key that may be absent and is empty was not set, and is not made up. A number is its own proof.
#[cold]
fn is_empty_key(value: &SlotRef<'_>) -> bool {
    match value {
        SlotRef::Str(text) => text.is_empty(),
        SlotRef::Text(value) => ["", NIL].contains(&&*value.text()),
        _ => false,
    }
}

/// The Guid that stands for none.
const NIL: &str = "00000000-0000-0000-0000-000000000000";

/// Whether a `#[graph(serde)]` field has no value.
fn is_null(value: &dyn SerdeRef) -> bool {
    matches!(value.json(), Ok(Json::Null))
}

/// Whether a member of `extra` is written: no second type, no second value of a property, and in a request no control
/// information but what tells a type or binds a relationship.
pub(crate) fn written_from_extra(shape: &Shape, name: &str, form: Form) -> bool {
    if odata_type::is_key(name) || shape.search(name).is_some() {
        return false;
    }
    form == Form::Storage || !is_control(name)
}

/// Whether a member is control information that no request has (W2): of it a service takes only what tells a type or
/// binds a relationship.
///
/// OData 4.01 leaves `odata.` out: a term without a namespace is OData's, such as `@removed`. `#ns.name` tells of an
/// operation.
pub(crate) fn is_control(name: &str) -> bool {
    let Some((_, term)) = name.rsplit_once('@') else { return name.starts_with('#') };
    let term = match term.split_at_checked(6) {
        Some((namespace, term)) if namespace.eq_ignore_ascii_case("odata.") => term,
        _ if term.contains('.') => return false,
        _ => term,
    };
    !["bind", "type"].contains(&term)
}

/// The body of a derived `Serialize`: the storage form.
#[inline]
pub fn write<T: Value, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    write_slot(&value.get(), serializer)
}

/// Not inlined: once for each format, not for each type.
#[inline(never)]
fn write_slot<S: Serializer>(value: &SlotRef<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    Stored(value).serialize(serializer)
}

fn write_object<S: Serializer>(object: Written<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    // `None` as the length: how many members have a value is not known before the end.
    let mut members = Serialized(serializer.serialize_map(None)?);
    each_member(object, Form::Storage, &mut members)?;
    members.0.end()
}

struct Serialized<M>(M);

impl<M: SerializeMap> Members for Serialized<M> {
    type Error = M::Error;

    fn own_type(&mut self, name: &'static str) -> Result<(), M::Error> {
        self.0.serialize_entry(TYPE_KEY, name)
    }

    fn other_type(&mut self, name: &str) -> Result<(), M::Error> {
        self.0.serialize_entry(TYPE_KEY, &format_args!("#{name}"))
    }

    #[inline]
    fn property(&mut self, name: &'static str, value: &SlotRef<'_>) -> Result<(), M::Error> {
        self.0.serialize_entry(name, &Stored(value))
    }

    fn extra(&mut self, name: &str, value: &Json) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value)
    }
}

/// A slot's value in the storage form.
struct Stored<'a>(&'a SlotRef<'a>);

impl Serialize for Stored<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self.0 {
            SlotRef::Str(value) => serializer.serialize_str(value),
            SlotRef::I32(value) => serializer.serialize_i32(value),
            SlotRef::Bool(value) => serializer.serialize_bool(value),
            SlotRef::I64(value) => serializer.serialize_i64(value),
            SlotRef::Null => serializer.serialize_none(),
            SlotRef::U8(value) => serializer.serialize_u8(value),
            SlotRef::I16(value) => serializer.serialize_i16(value),
            SlotRef::F32(value) => match number::name(value.into()) {
                None => serializer.serialize_f32(value),
                Some(name) => serializer.serialize_str(name),
            },
            SlotRef::F64(value) => match number::name(value) {
                None => serializer.serialize_f64(value),
                Some(name) => serializer.serialize_str(name),
            },
            SlotRef::Json(value) => value.serialize(serializer),
            SlotRef::Serde(value) => value.json().map_err(S::Error::custom)?.serialize(serializer),
            SlotRef::Member(name) => serializer.serialize_str(name),
            SlotRef::Text(value) => serializer.serialize_str(&value.text()),
            SlotRef::Flags(value) => serializer.serialize_str(&value.text()),
            SlotRef::Decimal(value) => decimal(value, serializer),
            SlotRef::Node(fields) => write_object(Written { fields, tagged: false }, serializer),
            SlotRef::Tagged(fields) => write_object(Written { fields, tagged: true }, serializer),
            SlotRef::Dictionary(dictionary) => {
                let mut members = serializer.serialize_map(None)?;
                for (name, value) in dictionary.annotations().iter() {
                    members.serialize_entry(name, value)?;
                }
                for (key, value) in dictionary.entries() {
                    members.serialize_entry(key, &Stored(&value))?;
                }
                members.end()
            }
            SlotRef::List(list) => {
                let len = list.len();
                let mut elements = serializer.serialize_seq(Some(len))?;
                for index in 0..len {
                    elements.serialize_element(&Stored(&list.at(index)))?;
                }
                elements.end()
            }
        }
    }
}

/// A Decimal in the storage form. serde has no number of any length: what a Double does not hold goes as a string, which
/// reads back as well.
pub(super) enum Number<'a> {
    Whole(i64),
    Double(f64),
    Text(&'a str),
}

impl<'a> Number<'a> {
    pub(super) fn of(value: &'a Decimal) -> Self {
        let text = value.as_str();
        match (text.parse(), text.parse::<f64>()) {
            (Ok(whole), _) => Self::Whole(whole),
            (_, Ok(double)) if double.to_string() == text => Self::Double(double),
            _ => Self::Text(text),
        }
    }
}

fn decimal<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    match Number::of(value) {
        Number::Whole(whole) => serializer.serialize_i64(whole),
        Number::Double(double) => serializer.serialize_f64(double),
        Number::Text(text) => serializer.serialize_str(text),
    }
}

/// serde's traits for values that are objects: for fields of types that are not ours.
macro_rules! object_impls {
    ($($type:ident $(<$param:ident: $bound:ident $(+ $more:ident)*>)?),*) => {$(
        impl $(<$param: $bound $(+ $more)*>)? serde_core::Serialize for $type $(<$param>)? {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::model::write::write(self, serializer)
            }
        }

        impl<'de $(, $param: $bound $(+ $more)*)?> serde_core::Deserialize<'de> for $type $(<$param>)? {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::read::read(deserializer)
            }
        }
    )*};
}
pub(crate) use object_impls;
