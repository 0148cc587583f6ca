//! JSON in and out of derived types, by the shortest way: `serde_json` is driven once, over checked text, by code that
//! is compiled once for all types.
//!
//! The results are the same as `serde_json`'s own functions give for these types, but that a byte order mark is skipped and
//! a list that is null is empty; the errors tell the JSON path and keep `serde_json`'s error beside it.

mod reader;
pub(crate) mod writer;

use std::fmt;

use serde_core::de::DeserializeSeed as _;
use serde_json::Value as Json;

use self::reader::{Reader, Stopped};
use self::writer::Text;
use crate::model::path::Trail;
use crate::model::visit::Reading;
use crate::model::write::Form;
use crate::model::{Property, SlotMut, SlotRef, text};

/// Reads a value from JSON text in UTF-8; a byte order mark before it is skipped.
///
/// Fails if the text is no JSON, or does not fit the type. What comes after the value has to be white space.
/// ```
/// # use graph_entity::GraphEntity;
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.team")]
/// struct Team {
///     id: String,
/// }
/// let error = graph_entity::json::from_slice::<Vec<Team>>(br#"[{"id": "1"}, {"id": 2}]"#).err();
/// assert_eq!(error.map(|error| error.path().to_owned()).as_deref(), Some("$[1].id"));
/// ```
#[inline]
pub fn from_slice<T: Property>(json: &[u8]) -> Result<T, Error> {
    let mut value = T::empty();
    read_slice(json, &mut value.slot())?;
    Ok(value)
}

/// Reads a value from JSON text. See [`from_slice`].
#[inline]
pub fn from_str<T: Property>(json: &str) -> Result<T, Error> {
    let mut value = T::empty();
    read_str(json, &mut value.slot())?;
    Ok(value)
}

/// Reads into a slot that holds the placeholder. Compiled once for all types, and so is the next.
#[inline(never)]
pub(crate) fn read_slice(json: &[u8], slot: &mut SlotMut<'_>) -> Result<(), Error> {
    let text = std::str::from_utf8(json).map_err(|error| Error::new("$", error))?;
    read_str(text, slot)
}

#[inline(never)]
fn read_str(json: &str, slot: &mut SlotMut<'_>) -> Result<(), Error> {
    if read_usual(slot, json).is_ok() {
        return Ok(());
    }
    // Once more from the placeholder.
    slot.clear(true);
    read(slot, json, &Trail::default())
}

/// Writes a value as JSON, in the storage form (all that it holds).
///
/// Fails only if a `#[graph(serde)]` field does.
#[inline]
pub fn to_vec<T: Property>(value: &T) -> Result<Vec<u8>, Error> {
    written(&value.get())
}

#[inline(never)]
fn written(value: &SlotRef<'_>) -> Result<Vec<u8>, Error> {
    let mut json = Text::with_room(128);
    write(value, Form::Storage, &mut json)?;
    Ok(json.into_bytes())
}

/// Reads what is neither wrong nor unusual.
fn read_usual(slot: &mut SlotMut<'_>, json: &str) -> Result<(), Stopped> {
    let mut reader = Reader::new(without_mark(json));
    let reading = &mut Reading { slot, default: false, trail: &Trail::default() };
    reading.deserialize(&mut reader)?;
    reader.end()
}

/// Reads anything, and tells what is wrong and where.
fn read(slot: &mut SlotMut<'_>, json: &str, trail: &Trail) -> Result<(), Error> {
    let mut deserializer = serde_json::Deserializer::from_str(without_mark(json));
    let reading = &mut Reading { slot, default: false, trail };
    let result = reading.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    result.map_err(|source| Error { path: trail.path(), source })
}

fn without_mark(json: &str) -> &str {
    json.strip_prefix('\u{feff}').unwrap_or(json)
}

/// What may be anything as text, which a byte order mark is no part of.
pub(crate) fn text_of(json: &[u8]) -> Option<&str> {
    std::str::from_utf8(json).ok().map(without_mark)
}

/// The members of what may be anything, if it is an object.
pub(crate) fn object(json: &[u8]) -> Option<serde_json::Map<String, Json>> {
    match serde_json::from_str(text_of(json)?) {
        Ok(Json::Object(members)) => Some(members),
        _ => None,
    }
}

/// Reads the value of one property, which this crate has written.
pub(crate) fn read_into(slot: &mut SlotMut<'_>, name: &str, json: &[u8], trail: &Trail) -> Result<(), Error> {
    // What was written is UTF-8.
    read(slot, &String::from_utf8_lossy(json), trail).map_err(|mut error| {
        error.path = format!("$.{name}{}", error.path.strip_prefix('$').unwrap_or_default());
        error
    })
}

pub(crate) fn write(value: &SlotRef<'_>, form: Form, json: &mut Text) -> Result<(), Error> {
    text::write(value, form, json).map_err(|source| Error { path: "$".to_owned(), source })
}

/// Reading or writing JSON failed.
///
/// `Display` is the path and `serde_json`'s sentence with line and column; it quotes no sensitive value.
#[derive(Debug)]
pub struct Error {
    path: String,
    source: serde_json::Error,
}

impl Error {
    /// An error of what is no JSON of the kind that it should be.
    pub(crate) fn new(path: &str, message: impl fmt::Display) -> Self {
        Self { path: path.to_owned(), source: serde_core::de::Error::custom(message) }
    }

    pub(crate) fn expected(what: &str) -> Self {
        Self::new("$", format_args!("expected {what}"))
    }

    /// Where it failed, as a JSON path: `$.value[14].body.contentType`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The error of `serde_json`, with its category, line and column.
    pub fn inner(&self) -> &serde_json::Error {
        &self.source
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::model::path::join(&self.path, &self.source.to_string()))
    }
}

impl std::error::Error for Error {}
