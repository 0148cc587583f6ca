//! JSON in and out of derived types, by the shortest way: `serde_json` is driven once, over checked text, by code that
//! is compiled once for all types.
//!
//! The results are the same as `serde_json`'s own functions give for these types, but that a byte order mark is skipped and
//! a list that is null is empty; the errors tell the JSON path and keep `serde_json`'s error beside it.

mod reader;
pub(crate) mod writer;

use std::fmt;

use serde_core::de::DeserializeSeed as _;

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
pub fn from_slice<T: Property>(json: &[u8]) -> Result<T, Error> {
    read_slice(json, T::empty, T::slot)
}

/// Reads a value from JSON text. See [`from_slice`].
pub fn from_str<T: Property>(json: &str) -> Result<T, Error> {
    read_str(json, T::empty, T::slot)
}

/// Reads what `empty` makes, by the slot for it.
pub(crate) fn read_slice<R>(
    json: &[u8],
    empty: impl Fn() -> R,
    slot: impl Fn(&mut R) -> SlotMut<'_>,
) -> Result<R, Error> {
    let text = std::str::from_utf8(json).map_err(|error| Error::new("$", error))?;
    read_str(text, empty, slot)
}

fn read_str<R>(json: &str, empty: impl Fn() -> R, slot: impl Fn(&mut R) -> SlotMut<'_>) -> Result<R, Error> {
    let mut value = empty();
    if read_usual(slot(&mut value), json).is_err() {
        value = empty();
        read(slot(&mut value), json, &Trail::default())?;
    }
    Ok(value)
}

/// Writes a value as JSON, in the storage form (all that it holds).
///
/// Fails only if a `#[graph(serde)]` field does.
pub fn to_vec<T: Property>(value: &T) -> Result<Vec<u8>, Error> {
    let mut json = Text::with_room(128);
    write(&value.get(), Form::Storage, &mut json)?;
    Ok(json.into_bytes())
}

/// Reads what is neither wrong nor unusual.
fn read_usual(mut slot: SlotMut<'_>, json: &str) -> Result<(), Stopped> {
    let mut reader = Reader::new(without_mark(json));
    let reading = &mut Reading { slot: &mut slot, default: false, trail: &Trail::default() };
    reading.deserialize(&mut reader)?;
    reader.end()
}

/// Reads anything, and tells what is wrong and where.
fn read(mut slot: SlotMut<'_>, json: &str, trail: &Trail) -> Result<(), Error> {
    let mut deserializer = serde_json::Deserializer::from_str(without_mark(json));
    let reading = &mut Reading { slot: &mut slot, default: false, trail };
    let result = reading.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    result.map_err(|source| Error { path: trail.path(), source })
}

fn without_mark(json: &str) -> &str {
    json.strip_prefix('\u{feff}').unwrap_or(json)
}

/// The same of bytes.
pub(crate) fn unmarked(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}

/// The members of what may be anything, if it is an object.
pub(crate) fn object(json: &[u8]) -> Option<serde_json::Map<String, serde_json::Value>> {
    serde_json::from_slice(unmarked(json)).ok()
}

/// Reads the value of one property, which this crate has written.
pub(crate) fn read_into(slot: SlotMut<'_>, name: &str, json: &[u8], trail: &Trail) -> Result<(), Error> {
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
