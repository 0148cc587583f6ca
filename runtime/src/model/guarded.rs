//! Values that may be bad ones, without harm to those around them.

use std::fmt;

use serde_core::de::{DeserializeSeed as _, Deserializer};
use serde_core::{Deserialize, Serialize, Serializer};
use serde_json::Value as Json;

use super::content::{Content, Held};
use super::path::Trail;
use super::read::HIDDEN;
use super::slot::{Place, SlotMut, SlotRef};
use super::value::{Property, Value};
use super::visit::Reading;
use super::write::write;
use crate::__private::fits::Edm;

/// A value, or what was read in its place if it does not fit: `Vec<Guarded<User>>` is a list that one bad user does not
/// break.
///
/// Each value is held as a whole before it is read, which takes about twice the time of a plain read. A held number is a
/// Double: a `Decimal` of more than fifteen digits loses some of them in here.
/// ```
/// use graph_entity::{GraphComplex, Guarded};
///
/// #[derive(Debug, PartialEq, GraphComplex)]
/// #[graph_complex(odata = "contoso.point")]
/// struct Point {
///     x: i32,
/// }
///
/// let points: Vec<Guarded<Point>> = graph_entity::json::from_str(r#"[{"x": 1}, {"x": "one"}]"#)?;
/// assert_eq!(points[0].as_ref().ok(), Some(&Point { x: 1 }));
/// let bad = points[1].as_ref().unwrap_err();
/// assert_eq!((bad.path(), &bad.json()["x"]), ("$.x", &"one".into()));
/// # Ok::<_, graph_entity::json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Guarded<T> {
    /// It was read.
    Good(T),
    /// It does not fit.
    Bad(Box<BadValue>),
}

/// A value that does not fit its type. Written, it is what was read.
#[derive(Clone)]
pub struct BadValue {
    json: Json,
    path: String,
    error: String,
}

impl<T> Guarded<T> {
    /// The value, or the bad one.
    pub fn as_ref(&self) -> Result<&T, &BadValue> {
        match self {
            Self::Good(value) => Ok(value),
            Self::Bad(bad) => Err(bad),
        }
    }

    /// The same by value.
    pub fn into_result(self) -> Result<T, BadValue> {
        match self {
            Self::Good(value) => Ok(value),
            Self::Bad(bad) => Err(*bad),
        }
    }
}

impl<T> From<T> for Guarded<T> {
    fn from(value: T) -> Self {
        Self::Good(value)
    }
}

impl BadValue {
    /// What was read.
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// Where in it the first misfit is, as a JSON path.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there. It quotes no sensitive value.
    pub fn error(&self) -> &str {
        &self.error
    }
}

/// Equal if the same was read. Which of several misfits is the first may differ: the order of an object's members does
/// not count.
impl PartialEq for BadValue {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

/// As an error: path and message.
impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::path::join(&self.path, &self.error))
    }
}

/// Without the JSON, which may hold secrets.
impl fmt::Debug for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BadValue").field("path", &self.path).field("error", &self.error).finish_non_exhaustive()
    }
}

impl std::error::Error for BadValue {}

/// A place for a value that may be a bad one.
pub trait GuardedSlot {
    /// The slot of the value, a placeholder.
    fn start(&mut self) -> SlotMut<'_>;
    /// What was read does not fit.
    fn fail(&mut self, bad: BadValue);
    /// Takes null or absence, see `SlotMut::clear`.
    fn clear(&mut self, default: bool) -> bool;
}

impl<T: Property> GuardedSlot for Guarded<T> {
    fn start(&mut self) -> SlotMut<'_> {
        *self = Self::Good(T::empty());
        match self {
            Self::Good(value) => value.slot(),
            Self::Bad(_) => unreachable!("it was set to a good one"),
        }
    }

    fn fail(&mut self, bad: BadValue) {
        *self = Self::Bad(Box::new(bad));
    }

    fn clear(&mut self, default: bool) -> bool {
        self.start().clear(default)
    }
}

impl<T: Property> GuardedSlot for Option<Guarded<T>> {
    fn start(&mut self) -> SlotMut<'_> {
        GuardedSlot::start(self.insert(Guarded::Good(T::empty())))
    }

    fn fail(&mut self, bad: BadValue) {
        *self = Some(Guarded::Bad(Box::new(bad)));
    }

    fn clear(&mut self, _: bool) -> bool {
        *self = None;
        true
    }
}

impl<T: Property> Value for Guarded<T> {
    const EDM: Edm = T::EDM;
    const READS_NULL: bool = true;

    fn empty() -> Self {
        Self::Good(T::empty())
    }

    fn place(place: Place<'_, Self>) -> SlotMut<'_> {
        SlotMut::Guarded(match place {
            Place::Plain(place) => place,
            Place::Opt(place) => place,
        })
    }

    fn get(&self) -> SlotRef<'_> {
        match self {
            Self::Good(value) => value.get(),
            Self::Bad(bad) => SlotRef::Json(&bad.json),
        }
    }
}

impl<T: Property> Serialize for Guarded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(self, serializer)
    }
}

impl<'de, T: Property> Deserialize<'de> for Guarded<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut value = <Self as Value>::empty();
        read_guarded(&mut value, false, &Trail::default(), deserializer)?;
        Ok(value)
    }
}

/// Holds the value, then reads it; only a format's own error (no JSON at all) is one.
pub(crate) fn read_guarded<'de, D: Deserializer<'de>>(
    guarded: &mut dyn GuardedSlot,
    default: bool,
    outer: &Trail,
    deserializer: D,
) -> Result<(), D::Error> {
    read_content(guarded, default, outer, Content::deserialize(deserializer)?);
    Ok(())
}

fn read_content(guarded: &mut dyn GuardedSlot, default: bool, outer: &Trail, mut content: Content<'_>) {
    if matches!(content, Content::Null) && guarded.clear(default) {
        return;
    }
    let mut result = read_held(guarded, default, outer, &content);
    // What is kept has each name once. It is no bad value if only an earlier one of two was.
    if result.is_err() && content.settle() {
        result = read_held(guarded, default, outer, &content);
    }
    if let Err((path, error)) = result {
        guarded.fail(BadValue { json: content.into_json(), path, error });
    }
}

/// Reads the value; else path and message of the error.
fn read_held(
    guarded: &mut dyn GuardedSlot,
    default: bool,
    outer: &Trail,
    content: &Content<'_>,
) -> Result<(), (String, String)> {
    let trail = outer.of_part();
    let result = (&mut Reading { slot: &mut guarded.start(), default, trail: &trail }).deserialize(Held(content));
    result.map_err(|error| {
        let error = if outer.is_hidden() { HIDDEN.to_owned() } else { error.to_string() };
        (trail.path(), error)
    })
}
