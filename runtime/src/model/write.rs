//! The writer: one loop for every derived struct.
//!
//! The storage form is all that a value holds, so that reading it back gives an equal value. The request form is what a
//! service accepts: without what it sets itself, and without control information (W2).

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

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

/// The body of a derived `Serialize`: the storage form.
pub fn write<S: Serializer>(fields: &dyn Fields, serializer: S) -> Result<S::Ok, S::Error> {
    write_object(fields, Form::Storage, serializer)
}

/// A slot's value in one of the forms.
pub(crate) struct Written<'a>(pub(crate) SlotRef<'a>, pub(crate) Form);

impl Serialize for Written<'_> {
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
            SlotRef::Node(fields) => write_object(fields, self.1, serializer),
            SlotRef::List(list) => {
                let len = list.len();
                let mut elements = serializer.serialize_seq(Some(len))?;
                for index in 0..len {
                    elements.serialize_element(&Written(list.at(index), self.1))?;
                }
                elements.end()
            }
        }
    }
}

fn write_object<S: Serializer>(fields: &dyn Fields, form: Form, serializer: S) -> Result<S::Ok, S::Error> {
    let shape = fields.shape();
    let skipped = match form {
        Form::Storage => 0,
        Form::Request => Shape::READ_ONLY | Shape::CONTROL,
    };
    // `None` as the length: how many members have a value is not known before the end.
    let mut members = serializer.serialize_map(None)?;
    match other_type(fields) {
        Some(name) => members.serialize_entry(TYPE_KEY, &format_args!("#{name}"))?,
        None if shape.flags & Shape::UNTAGGED != 0 => {}
        None => members.serialize_entry(TYPE_KEY, shape.odata_type)?,
    }
    for (index, name) in shape.names.iter().enumerate() {
        if shape.is(index, skipped) {
            continue;
        }
        match fields.get(index) {
            SlotRef::Null => {}
            value => members.serialize_entry(name, &Written(value, form))?,
        }
    }
    for (name, value) in fields.extra().into_iter().flat_map(super::Extra::iter) {
        if written_from_extra(shape, name, form) {
            members.serialize_entry(name, value)?;
        }
    }
    members.end()
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
