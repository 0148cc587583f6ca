//! JSON text: the writer's end for `json::to_vec` and for the bodies of requests.
//!
//! Objects and arrays are written here, since a table's names need no escaping; strings and floats are `serde_json`'s.

use serde_core::Serialize;

use super::fields::Fields;
use super::number;
use super::slot::SlotRef;
use super::write::{Form, Member, each_member};

/// Appends `value` as JSON.
pub(crate) fn write(value: SlotRef<'_>, form: Form, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    match value {
        SlotRef::Str(value) => return other(value, text),
        SlotRef::I32(value) => integer(value, text),
        SlotRef::I64(value) => integer(value, text),
        SlotRef::I16(value) => integer(value, text),
        SlotRef::U8(value) => integer(value, text),
        SlotRef::Bool(true) => text.extend_from_slice(b"true"),
        SlotRef::Bool(false) => text.extend_from_slice(b"false"),
        SlotRef::Null => text.extend_from_slice(b"null"),
        SlotRef::F32(value) => match number::name(value.into()) {
            Some(name) => quoted(name, text),
            None => return other(&value, text),
        },
        SlotRef::F64(value) => match number::name(value) {
            Some(name) => quoted(name, text),
            None => return other(&value, text),
        },
        SlotRef::Json(value) => return other(value, text),
        SlotRef::Serde(value) => return other(&value.json()?, text),
        SlotRef::Node(fields) => return object(fields, form, text),
        SlotRef::List(list) => {
            text.push(b'[');
            for index in 0..list.len() {
                if index > 0 {
                    text.push(b',');
                }
                write(list.at(index), form, text)?;
            }
            text.push(b']');
        }
    }
    Ok(())
}

fn object(fields: &dyn Fields, form: Form, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    let start = text.len();
    each_member(fields, form, |member| {
        text.push(b',');
        match member {
            Member::Type(name) => {
                text.extend_from_slice(b"\"@odata.type\":");
                quoted(name, text);
            }
            Member::OtherType(name) => {
                text.extend_from_slice(b"\"@odata.type\":");
                return other(&format_args!("#{name}"), text);
            }
            Member::Property(name, value) => {
                property_name(name, text);
                return write(value, form, text);
            }
            Member::Extra(name, value) => {
                other(name, text)?;
                text.push(b':');
                return other(value, text);
            }
        }
        Ok(())
    })?;
    // Each member begins with a comma; the first one's place is the brace's.
    match text.get_mut(start) {
        Some(first) => *first = b'{',
        None => text.push(b'{'),
    }
    text.push(b'}');
    Ok(())
}

/// `"name":`
pub(crate) fn property_name(name: &str, text: &mut Vec<u8>) {
    quoted(name, text);
    text.push(b':');
}

/// A text that has nothing to escape.
#[inline]
fn quoted(plain: &str, text: &mut Vec<u8>) {
    text.push(b'"');
    text.extend_from_slice(plain.as_bytes());
    text.push(b'"');
}

fn integer(value: impl itoa::Integer, text: &mut Vec<u8>) {
    text.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

#[inline]
fn other<T: Serialize + ?Sized>(value: &T, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    serde_json::to_writer(text, value)
}
