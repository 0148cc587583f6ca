//! JSON text: the writer's end for `json::to_vec` and for the bodies of requests.
//!
//! A table's names need no escaping, and a member is written as a whole where it can be; floats are `serde_json`'s.

use serde_core::ser::Error as _;
use serde_json::{Error, Value as Json};

use super::dictionary::DictionaryRef;
use super::fields::TYPE_KEY;
use super::graph_enum;
use super::list::ListRef;
use super::number;
use super::path::{Step, Trail};
use super::slot::SlotRef;
use super::write::{Form, Members, Number, Written, each_member, is_control};
use crate::json::writer::Text;

/// Appends `value` as JSON.
pub(crate) fn write(value: &SlotRef<'_>, form: Form, text: &mut Text) -> Result<(), Error> {
    match *value {
        SlotRef::Str(value) => text.string(value),
        SlotRef::I32(value) => text.integer(value),
        SlotRef::I64(value) => text.integer(value),
        SlotRef::I16(value) => text.integer(value),
        SlotRef::U8(value) => text.integer(value),
        SlotRef::Bool(true) => text.put(b"true"),
        SlotRef::Bool(false) => text.put(b"false"),
        SlotRef::Null => text.put(b"null"),
        SlotRef::F32(value) => match number::name(value.into()) {
            Some(name) => text.string(name),
            None => return text.other(&value),
        },
        SlotRef::F64(value) => match number::name(value) {
            Some(name) => text.string(name),
            None => return text.other(&value),
        },
        SlotRef::Json(value) => return text.json(value),
        SlotRef::Serde(value) => return text.json(&value.json()?),
        SlotRef::Member(name) => match graph_enum::refusal(name) {
            Some(refusal) if form != Form::Storage => return Err(Error::custom(refusal)),
            _ => text.string(name),
        },
        SlotRef::Flags(flags) if form == Form::Storage => text.string(&flags.text()),
        SlotRef::Flags(flags) => text.string(&flags.request_text().map_err(Error::custom)?),
        SlotRef::Text(value) => text.string(&value.text()),
        SlotRef::Decimal(value) => match Number::of(value) {
            Number::Text(number) if form == Form::Storage => text.string(number),
            _ => text.put(value.as_str().as_bytes()),
        },
        SlotRef::Node(fields) => return object(Written { fields, tagged: false }, form, text),
        SlotRef::Tagged(fields) => return object(Written { fields, tagged: true }, form, text),
        SlotRef::Dictionary(dictionary) => return self::dictionary(dictionary, form, text),
        SlotRef::List(list) => return self::list(list, form, text),
    }
    Ok(())
}

fn list(list: &dyn ListRef, form: Form, text: &mut Text) -> Result<(), Error> {
    text.push(b'[');
    for index in 0..list.len() {
        if index > 0 {
            text.push(b',');
        }
        write(&list.at(index), form, text)?;
    }
    text.push(b']');
    Ok(())
}

fn object(object: Written<'_>, form: Form, text: &mut Text) -> Result<(), Error> {
    let start = text.len();
    each_member(object, form, &mut Object { form, text })?;
    text.close(start);
    Ok(())
}

/// An object that has been begun.
struct Object<'t> {
    form: Form,
    text: &'t mut Text,
}

impl Members for Object<'_> {
    type Error = Error;

    fn own_type(&mut self, name: &'static str) -> Result<(), Error> {
        own_type(name, self.text);
        Ok(())
    }

    fn other_type(&mut self, name: &str) -> Result<(), Error> {
        other_type(name, self.text);
        Ok(())
    }

    #[inline]
    fn property(&mut self, name: &'static str, value: &SlotRef<'_>) -> Result<(), Error> {
        if let SlotRef::Str(value) = value {
            self.text.name_and_string(name, value);
            return Ok(());
        }
        self.text.name(name);
        write(value, self.form, self.text).map_err(|error| within(name, &error))
    }

    fn extra(&mut self, name: &str, value: &Json) -> Result<(), Error> {
        self.text.member(name, value)
    }
}

fn dictionary(dictionary: &dyn DictionaryRef, form: Form, text: &mut Text) -> Result<(), Error> {
    let start = text.len();
    for (name, value) in dictionary.annotations().iter().filter(|(name, _)| form == Form::Storage || !is_control(name))
    {
        text.member(name, value)?;
    }
    for (key, value) in dictionary.entries() {
        text.any_name(key);
        write(&value, form, text).map_err(|error| within(key, &error))?;
    }
    text.close(start);
    Ok(())
}

/// The error of a member's value, with the member's name in front.
#[cold]
fn within(name: &str, error: &Error) -> Error {
    let trail = Trail::default();
    trail.note(Step::Name(name.to_owned()));
    trail.wrap(Error::custom(error))
}

/// The name of a struct's own type, with its `#`.
pub(crate) fn own_type(name: &str, text: &mut Text) {
    text.name_and_string(TYPE_KEY, name);
}

/// The name of another type, without `#`.
pub(crate) fn other_type(name: &str, text: &mut Text) {
    text.name_and_string(TYPE_KEY, &format!("#{name}"));
}
