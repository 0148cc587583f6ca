//! The writer: one loop for every derived struct, with two ends: serde's serializers, and JSON text.
//!
//! The storage form is all that a value holds, so that reading it back gives an equal value. The request form is what a
//! service accepts: without what it sets itself, and without control information (W2).

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value as Json;

use super::extra::Extra;
use super::fields::{Fields, TYPE_KEY, other_type};
use super::number;
use super::odata_type;
use super::shape::Shape;
use super::slot::SlotRef;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Storage,
    Request,
}

/// A member of the object that a struct is written as.
pub(super) enum Member<'a> {
    /// The struct's own type, with its `#`.
    Type(&'static str),
    /// Another type, which the struct keeps, without `#`.
    OtherType(&'a str),
    Property(&'static str, SlotRef<'a>),
    Extra(&'a str, &'a Json),
}

/// Calls `put` for each member, in order: the type first, then the properties that have a value, then the rest.
#[inline]
pub(super) fn each_member<E>(
    fields: &dyn Fields,
    form: Form,
    mut put: impl FnMut(Member<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let shape = fields.shape();
    let skipped = match form {
        Form::Storage => 0,
        Form::Request => Shape::READ_ONLY | Shape::CONTROL,
    };
    match other_type(fields) {
        Some(name) => put(Member::OtherType(name))?,
        None if shape.flags & Shape::UNTAGGED != 0 => {}
        None => put(Member::Type(shape.odata_type))?,
    }
    for (index, name) in shape.names.iter().enumerate() {
        if shape.is(index, skipped) {
            continue;
        }
        match fields.get(index) {
            SlotRef::Null => {}
            value => put(Member::Property(name, value))?,
        }
    }
    for (name, value) in fields.extra().into_iter().flat_map(Extra::iter) {
        if written_from_extra(shape, name, form) {
            put(Member::Extra(name, value))?;
        }
    }
    Ok(())
}

/// Whether a member of `extra` is written: no second type, no second value of a property, and in a request no control
/// information but what tells a type or binds a relationship.
fn written_from_extra(shape: &Shape, name: &str, form: Form) -> bool {
    if odata_type::is_key(name) || shape.search(name).is_some() {
        return false;
    }
    let control = name.contains("@odata.") && !name.ends_with("@odata.bind") && !name.ends_with("@odata.type");
    form == Form::Storage || !control
}

/// The body of a derived `Serialize`: the storage form.
pub fn write<S: Serializer>(fields: &dyn Fields, serializer: S) -> Result<S::Ok, S::Error> {
    // `None` as the length: how many members have a value is not known before the end.
    let mut members = serializer.serialize_map(None)?;
    each_member(fields, Form::Storage, |member| match member {
        Member::Type(name) => members.serialize_entry(TYPE_KEY, name),
        Member::OtherType(name) => members.serialize_entry(TYPE_KEY, &format_args!("#{name}")),
        Member::Property(name, value) => members.serialize_entry(name, &Stored(value)),
        Member::Extra(name, value) => members.serialize_entry(name, value),
    })?;
    members.end()
}

/// A slot's value in the storage form.
struct Stored<'a>(SlotRef<'a>);

impl Serialize for Stored<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
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
            SlotRef::Node(fields) => write(fields, serializer),
            SlotRef::List(list) => {
                let len = list.len();
                let mut elements = serializer.serialize_seq(Some(len))?;
                for index in 0..len {
                    elements.serialize_element(&Stored(list.at(index)))?;
                }
                elements.end()
            }
        }
    }
}
