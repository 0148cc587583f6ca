//! Appends JSON text for the model: byte for byte what `serde_json` writes, in fewer steps.

use std::{fmt, io};

use serde_core::Serialize;
use serde_json::Value as Json;

use crate::model::plain::{copy_ends, copy_plain, is_special, plain_of_word};

/// JSON text that is being written.
///
/// A `Vec` looks at its capacity at each append, and stores its length. Here there are bytes after the end already, zeros
/// that were put there some at a time: a member takes as many as it needs, once, and fills them.
#[derive(Default)]
pub struct Text {
    bytes: Vec<u8>,
    end: usize,
}

/// How many zeros are put after the end at a time, at most: what is still in the cache when it is written over.
const ZEROS: usize = 1024;

impl Text {
    /// With room for so many bytes.
    pub(crate) fn with_room(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes), end: 0 }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.end).unwrap_or_default()
    }

    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        self.bytes.truncate(self.end);
        self.bytes
    }

    pub(crate) fn len(&self) -> usize {
        self.end
    }

    /// Takes back what was appended since there were so many bytes.
    pub(crate) fn truncate(&mut self, bytes: usize) {
        self.end = self.end.min(bytes);
    }

    /// The next `count` bytes, to be written over.
    #[inline]
    fn room(&mut self, count: usize) -> &mut [u8] {
        // A loop, since after it the compiler knows that there are as many.
        while self.bytes.len() - self.end < count {
            self.grow(count);
        }
        let start = self.end;
        self.end += count;
        self.bytes.get_mut(start..).and_then(|rest| rest.get_mut(..count)).unwrap_or_default()
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, count: usize) {
        // As many more as were written already: none for a short value, which is all that there will be.
        self.bytes.reserve(count + self.end.min(ZEROS));
        self.bytes.resize(self.bytes.capacity().min(self.end + count + ZEROS), 0);
    }

    #[inline]
    pub(crate) fn push(&mut self, byte: u8) {
        self.put(&[byte]);
    }

    /// Appends what is JSON already.
    #[inline]
    pub(crate) fn put(&mut self, bytes: &[u8]) {
        copy(self.room(bytes.len()), bytes);
    }

    /// `,"name":` of a name that has nothing to escape.
    #[inline]
    pub(crate) fn name(&mut self, name: &str) {
        if let [comma, quote, place @ .., end, colon] = self.room(name.len() + 4) {
            (*comma, *quote, *end, *colon) = (b',', b'"', b'"', b':');
            copy(place, name.as_bytes());
        }
    }

    /// `,"name":` of any name.
    pub(crate) fn any_name(&mut self, name: &str) {
        let mut plain = true;
        if let [comma, quote, place @ .., end, colon] = self.room(name.len() + 4) {
            (*comma, *quote, *end, *colon) = (b',', b'"', b'"', b':');
            plain = copy_plain(place, name.as_bytes());
        }
        if !plain {
            self.end -= 1;
            self.escape_last(name);
            self.push(b':');
        }
    }

    /// `,"name":"value"` of a name that has nothing to escape.
    pub(crate) fn name_and_string(&mut self, name: &str, value: &str) {
        let mut plain = true;
        if let [comma, quote, places @ .., end] = self.room(name.len() + value.len() + 6) {
            (*comma, *quote, *end) = (b',', b'"', b'"');
            let (place, rest) = places.split_at_mut(name.len());
            copy(place, name.as_bytes());
            if let [end, colon, quote, place @ ..] = rest {
                (*end, *colon, *quote) = (b'"', b':', b'"');
                plain = copy_plain(place, value.as_bytes());
            }
        }
        if !plain {
            self.escape_last(value);
        }
    }

    /// Most strings have nothing to escape: one look at their bytes, some at a time, which are copied with it.
    pub(crate) fn string(&mut self, value: &str) {
        let mut plain = true;
        if let [quote, place @ .., end] = self.room(value.len() + 2) {
            (*quote, *end) = (b'"', b'"');
            plain = copy_plain(place, value.as_bytes());
        }
        if !plain {
            self.escape_last(value);
        }
    }

    /// Writes a string with its escapes where it was just written without them.
    #[inline(never)]
    fn escape_last(&mut self, value: &str) {
        // The quote before it stays.
        self.end -= value.len() + 1;
        let mut rest = value.as_bytes();
        while let Some(word) = rest.first_chunk::<8>() {
            self.put(word);
            let (plain, after) = rest.split_at(plain_of_word(*word));
            rest = after;
            if plain.len() < word.len()
                && let Some((byte, after)) = after.split_first()
            {
                // What is after the special byte is written again.
                self.end -= word.len() - plain.len();
                self.escape(*byte);
                rest = after;
            }
        }
        for byte in rest {
            if is_special(*byte) { self.escape(*byte) } else { self.push(*byte) }
        }
        self.push(b'"');
    }

    /// A byte that a string does not have as it is.
    fn escape(&mut self, byte: u8) {
        const DIGITS: [u8; 16] = *b"0123456789abcdef";
        match byte {
            b'"' | b'\\' => self.put(&[b'\\', byte]),
            b'\n' => self.put(b"\\n"),
            b'\r' => self.put(b"\\r"),
            b'\t' => self.put(b"\\t"),
            0x08 => self.put(b"\\b"),
            0x0c => self.put(b"\\f"),
            _ => {
                let [high, low] = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
                self.put(&[b'\\', b'u', b'0', b'0', high, low]);
            }
        }
    }

    pub(crate) fn integer(&mut self, value: impl itoa::Integer) {
        self.put(itoa::Buffer::new().format(value).as_bytes());
    }

    /// A value that is JSON already.
    pub(crate) fn json(&mut self, value: &Json) -> Result<(), serde_json::Error> {
        match value {
            Json::Null => self.put(b"null"),
            Json::Bool(true) => self.put(b"true"),
            Json::Bool(false) => self.put(b"false"),
            Json::String(value) => self.string(value),
            // Its digits are `serde_json`'s, which may keep them as they were read.
            Json::Number(value) => return self.other(value),
            Json::Array(elements) => return self.array(elements),
            Json::Object(members) => return self.object(members),
        }
        Ok(())
    }

    fn array(&mut self, elements: &[Json]) -> Result<(), serde_json::Error> {
        self.push(b'[');
        for (index, element) in elements.iter().enumerate() {
            if index > 0 {
                self.push(b',');
            }
            self.json(element)?;
        }
        self.push(b']');
        Ok(())
    }

    fn object(&mut self, members: &serde_json::Map<String, Json>) -> Result<(), serde_json::Error> {
        let start = self.len();
        for (name, value) in members {
            self.member(name, value)?;
        }
        self.close(start);
        Ok(())
    }

    /// `,"name":value` of any name.
    pub(crate) fn member(&mut self, name: &str, value: &Json) -> Result<(), serde_json::Error> {
        self.any_name(name);
        self.json(value)
    }

    /// What is `serde_json`'s to write.
    #[inline]
    pub(crate) fn other<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), serde_json::Error> {
        serde_json::to_writer(self, value)
    }

    /// Ends an object that was begun when there were so many bytes, and each member of which begins with a comma: the place
    /// of the first is the brace's.
    pub(crate) fn close(&mut self, start: usize) {
        if self.end == start {
            self.push(b'{');
        } else if let Some(first) = self.bytes.get_mut(start) {
            *first = b'{';
        }
        self.push(b'}');
    }
}

/// Without what is after the end.
impl Clone for Text {
    fn clone(&self) -> Self {
        Self { bytes: self.as_bytes().to_vec(), end: self.end }
    }
}

/// How long it is: a value may be a password.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text").field("len", &self.end).finish_non_exhaustive()
    }
}

impl io::Write for Text {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.put(bytes);
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.put(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Copies between slices of the same length; short ones, as most are, without a call.
#[inline]
fn copy(to: &mut [u8], from: &[u8]) {
    if from.len() > 32 {
        if to.len() == from.len() {
            to.copy_from_slice(from);
        }
    } else if copy_ends::<16>(to, from).is_none()
        && copy_ends::<8>(to, from).is_none()
        && copy_ends::<4>(to, from).is_none()
    {
        to.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
    }
}
