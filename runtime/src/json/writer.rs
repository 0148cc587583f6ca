//! Appends JSON text for the model: byte for byte what `serde_json` writes, in fewer steps.

use std::alloc::{Layout, handle_alloc_error};

use serde_core::Serialize;
use serde_json::Value as Json;

use crate::model::plain::{is_plain, plain_length};

/// Makes room for so many bytes. After `try_reserve` the compiler knows that they fit, and after `reserve` it does not: so
/// the appends that follow are stores, without a look at the capacity each.
#[inline]
fn make_room(bytes: usize, text: &mut Vec<u8>) {
    if text.try_reserve(bytes).is_err() {
        no_room(bytes);
    }
}

/// As any append.
#[cold]
fn no_room(bytes: usize) -> ! {
    handle_alloc_error(Layout::array::<u8>(bytes).unwrap_or(Layout::new::<u8>()))
}

/// `,"name":` of a name that has nothing to escape.
#[inline]
pub(crate) fn name(name: &str, text: &mut Vec<u8>) {
    make_room(name.len() + 4, text);
    text.extend_from_slice(b",\"");
    text.extend_from_slice(name.as_bytes());
    text.extend_from_slice(b"\":");
}

/// `,"name":` of any name.
pub(crate) fn any_name(name: &str, text: &mut Vec<u8>) {
    text.push(b',');
    string(name, text);
    text.push(b':');
}

/// `,"name":"value"` of a name that has nothing to escape.
pub(crate) fn name_and_string(name: &str, value: &str, text: &mut Vec<u8>) {
    if !is_plain(value.as_bytes()) {
        self::name(name, text);
        return escaped(value, text);
    }
    make_room(name.len() + value.len() + 6, text);
    text.extend_from_slice(b",\"");
    text.extend_from_slice(name.as_bytes());
    text.extend_from_slice(b"\":\"");
    text.extend_from_slice(value.as_bytes());
    text.push(b'"');
}

/// Most strings have nothing to escape: one look at their bytes, eight at a time, and one copy.
pub(crate) fn string(value: &str, text: &mut Vec<u8>) {
    if !is_plain(value.as_bytes()) {
        return escaped(value, text);
    }
    make_room(value.len() + 2, text);
    text.push(b'"');
    text.extend_from_slice(value.as_bytes());
    text.push(b'"');
}

#[inline(never)]
fn escaped(value: &str, text: &mut Vec<u8>) {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    make_room(value.len() + 8, text);
    text.push(b'"');
    let mut rest = value.as_bytes();
    loop {
        let (plain, special) = rest.split_at(plain_length(rest));
        text.extend_from_slice(plain);
        let Some((&byte, after)) = special.split_first() else { break };
        match byte {
            b'"' | b'\\' => text.extend_from_slice(&[b'\\', byte]),
            b'\n' => text.extend_from_slice(b"\\n"),
            b'\r' => text.extend_from_slice(b"\\r"),
            b'\t' => text.extend_from_slice(b"\\t"),
            0x08 => text.extend_from_slice(b"\\b"),
            0x0c => text.extend_from_slice(b"\\f"),
            _ => {
                let [high, low] = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
                text.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            }
        }
        rest = after;
    }
    text.push(b'"');
}

pub(crate) fn integer(value: impl itoa::Integer, text: &mut Vec<u8>) {
    text.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

/// A value that is JSON already.
pub(crate) fn json(value: &Json, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    match value {
        Json::Null => text.extend_from_slice(b"null"),
        Json::Bool(true) => text.extend_from_slice(b"true"),
        Json::Bool(false) => text.extend_from_slice(b"false"),
        Json::String(value) => string(value, text),
        Json::Number(_) | Json::Array(_) | Json::Object(_) => return other(value, text),
    }
    Ok(())
}

/// What is `serde_json`'s to write.
#[inline]
pub(crate) fn other<T: Serialize + ?Sized>(value: &T, text: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    serde_json::to_writer(text, value)
}

/// Ends an object, each member of which begins with a comma: the first one's place is the brace's.
pub(crate) fn close(start: usize, text: &mut Vec<u8>) {
    match text.get_mut(start) {
        Some(first) => *first = b'{',
        None => text.push(b'{'),
    }
    text.push(b'}');
}
