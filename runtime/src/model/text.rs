//! JSON text: the writer's end for `json::to_vec` and for the bodies of requests.
//!
//! Objects and arrays are written here, since a table's names need no escaping; strings and floats are `serde_json`'s.

use serde_core::Serialize;
use serde_core::ser::Error as _;
use serde_json::Value as Json;

use super::dictionary::DictionaryRef;
use super::fields::TYPE_KEY;
use super::graph_enum;
use super::number;
use super::path::{Step, Trail};
use super::plain::is_plain;
use super::slot::SlotRef;
use super::write::{Form, Member, Number, Written, each_member, is_control};

/// Appends `value` as JSON.
pub(crate) fn write(value: SlotRef<'_>, form: Form, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    match value {
        SlotRef::Str(value) => return string(value, text),
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
        SlotRef::Member(name) => match graph_enum::refusal(name) {
            Some(refusal) if form != Form::Storage => return Err(serde_json::Error::custom(refusal)),
            _ => return string(name, text),
        },
        SlotRef::Flags(flags) if form == Form::Storage => return string(&flags.text(), text),
        SlotRef::Flags(flags) => return other(&*flags.request_text().map_err(serde_json::Error::custom)?, text),
        SlotRef::Text(value) => return string(&value.text(), text),
        SlotRef::Decimal(value) => match Number::of(value) {
            Number::Text(number) if form == Form::Storage => quoted(number, text),
            _ => text.extend_from_slice(value.as_str().as_bytes()),
        },
        SlotRef::Node(fields) => return object(Written { fields, tagged: false }, form, text),
        SlotRef::Tagged(fields) => return object(Written { fields, tagged: true }, form, text),
        SlotRef::Dictionary(dictionary) => return self::dictionary(dictionary, form, text),
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

fn object(object: Written<'_>, form: Form, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    let start = text.len();
    each_member(object, form, |member| {
        text.push(b',');
        match member {
            Member::Type(name) => own_type(name, text),
            Member::OtherType(name) => return other_type(name, text),
            Member::Property(name, value) => {
                property_name(name, text);
                return write(value, form, text).map_err(|error| within(name, &error));
            }
            Member::Extra(name, value) => return member_of_json(name, value, text),
        }
        Ok(())
    })?;
    close(start, text);
    Ok(())
}

fn dictionary(dictionary: &dyn DictionaryRef, form: Form, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    let start = text.len();
    for (name, value) in dictionary.annotations().iter().filter(|(name, _)| form == Form::Storage || !is_control(name))
    {
        text.push(b',');
        member_of_json(name, value, text)?;
    }
    for (key, value) in dictionary.entries() {
        text.push(b',');
        string(key, text)?;
        text.push(b':');
        write(value, form, text).map_err(|error| within(key, &error))?;
    }
    close(start, text);
    Ok(())
}

/// Ends an object, each member of which begins with a comma: the first one's place is the brace's.
pub(crate) fn close(start: usize, text: &mut Vec<u8>) {
    match text.get_mut(start) {
        Some(first) => *first = b'{',
        None => text.push(b'{'),
    }
    text.push(b'}');
}

/// The error of a member's value, with the member's name in front.
#[cold]
fn within(name: &str, error: &serde_json::Error) -> serde_json::Error {
    let trail = Trail::default();
    trail.note(Step::Name(name.to_owned()));
    trail.wrap(serde_json::Error::custom(error))
}

/// The name of a struct's own type, with its `#`.
pub(crate) fn own_type(name: &str, text: &mut Vec<u8>) {
    property_name(TYPE_KEY, text);
    quoted(name, text);
}

/// The name of another type, without `#`.
pub(crate) fn other_type(name: &str, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    property_name(TYPE_KEY, text);
    other(&format_args!("#{name}"), text)
}

/// `"name":value`
pub(crate) fn member_of_json(name: &str, value: &Json, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    string(name, text)?;
    text.push(b':');
    other(value, text)
}

/// `"name":`
pub(crate) fn property_name(name: &str, text: &mut Vec<u8>) {
    text.push(b'"');
    text.extend_from_slice(name.as_bytes());
    text.extend_from_slice(b"\":");
}

/// Most texts have nothing to escape: one look at their bytes, eight at a time, and one copy.
fn string(value: &str, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    if is_plain(value.as_bytes()) {
        quoted(value, text);
        return Ok(());
    }
    other(value, text)
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
