//! What differs between two values of an entity: the body of an update.

use std::fmt;
use std::marker::PhantomData;

use serde_json::Value as Json;

use super::body::Body;
use crate::client::error::UsageError;
use crate::json::{self, writer::Text};
use crate::model::fields::sent_type;
use crate::model::path::Trail;
use crate::model::write::Form;
use crate::model::{Fields, Shape, SlotRef, Table, text};

/// What an update changes: the properties that are to be set, and those that are to be cleared.
///
/// Of two values of an entity it holds the writable properties that differ, each as a whole: nested values and
/// collections are replaced. Floats differ by their bits. Properties that are `read_only`, `immutable`, the key or a
/// relationship never differ: an update can't change them.
/// ```
/// use graph_entity::{Changes, GraphEntity};
///
/// #[derive(Debug, Clone, PartialEq, GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user")]
/// struct User {
///     #[graph(key, read_only)]
///     id: String,
///     city: Option<String>,
///     mail: Option<String>,
/// }
///
/// let old = User { id: "1".into(), city: Some("Ulm".into()), mail: Some("ada@contoso.com".into()) };
/// let new = User { city: None, ..old.clone() };
/// let changes = Changes::between(&old, &new)?;
/// assert_eq!(changes.to_json()?, br##"{"@odata.type":"#microsoft.graph.user","city":null}"##);
/// # Ok::<_, graph_entity::UsageError>(())
/// ```
pub struct Changes<T> {
    body: Body,
    marker: PhantomData<fn() -> T>,
}

/// The kinds of properties of the entity itself that an update has not. A nested value is replaced as a whole, what is
/// `immutable` in it included.
const UNCHANGEABLE: u8 = Form::Update.skipped() | Shape::IMMUTABLE;

impl<T: Table + Fields> Changes<T> {
    pub(crate) fn new(body: Body) -> Self {
        Self { body, marker: PhantomData }
    }

    /// What makes `new` of `old`.
    ///
    /// Fails if a value of `new` that differs can't be sent: an enum's `unknownFutureValue`, or a `#[graph(serde)]`
    /// field whose own impl fails.
    pub fn between(old: &T, new: &T) -> Result<Self, UsageError> {
        let mut body = Body::new(T::SHAPE, Form::Update);
        body.put_type(sent_type(new));
        let (mut a, mut b) = (Text::default(), Text::default());
        let values = (old as &dyn Fields).values().into_iter().zip((new as &dyn Fields).values());
        for (index, (old, new)) in values.enumerate() {
            if !T::SHAPE.is(index, UNCHANGEABLE) && !is_same(old, new, &mut a, &mut b) {
                body.put_slot(index, new);
            }
        }
        if let (Some(old), Some(new)) = (old.extra(), new.extra()) {
            let changed = new.iter().filter(|(name, value)| old.get(name) != Some(value));
            let gone = old.iter().filter(|(name, _)| new.get(name).is_none());
            for (name, value) in changed.chain(gone.map(|(name, _)| (name, &Json::Null))) {
                if body.sends_extra(name) {
                    body.put_extra_member(name, value.clone());
                }
            }
        }
        body.check()?;
        Ok(Self::new(body))
    }

    /// Whether there is nothing to change.
    pub fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    /// The wire names of what changes.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.body.names()
    }

    /// Makes the changes to a value. What the service sets in a nested value is not among them, and is a placeholder (`""`,
    /// `0`, …) then.
    ///
    /// Fails if a property is to be cleared whose field is not an `Option`, and is then changed in part.
    pub fn apply_to(&self, entity: &mut T) -> Result<(), json::Error> {
        for (index, value) in self.body.values() {
            let mut slot = entity.slot(index);
            // An untyped null is a value; here it takes the value away.
            if value == b"null" && slot.clear(T::SHAPE.is(index, Shape::DEFAULT)) {
                continue;
            }
            slot.clear(true);
            json::read_into(&mut slot, T::SHAPE.names[index], value, &Trail::of_sent())?;
        }
        if let Some(extra) = entity.extra_mut() {
            for (name, value) in self.body.extra().iter() {
                match value {
                    Json::Null => _ = extra.remove(name),
                    value => _ = extra.insert(name, value.clone()),
                }
            }
        }
        Ok(())
    }

    /// The body of the update.
    pub fn to_json(&self) -> Result<Vec<u8>, UsageError> {
        self.body.finish().map(Vec::from)
    }

    pub(crate) fn into_body(self) -> Body {
        self.body
    }
}

/// Whether both would be sent as the same JSON. One that can't be sent is not the same as any other, unless nothing of it
/// has changed.
fn is_same(old: SlotRef<'_>, new: SlotRef<'_>, a: &mut Text, b: &mut Text) -> bool {
    let written = |value, json: &mut Text| {
        json.truncate(0);
        text::write(&value, Form::Update, json).or_else(|_| {
            json.truncate(0);
            // By all that it holds.
            text::write(&value, Form::Storage, json)
        })
    };
    written(old, a).is_ok() && written(new, b).is_ok() && a.as_bytes() == b.as_bytes()
}

impl<T> Clone for Changes<T> {
    fn clone(&self) -> Self {
        Self { body: self.body.clone(), marker: PhantomData }
    }
}

/// The names only.
impl<T> fmt::Debug for Changes<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Changes").field(&self.body).finish()
    }
}
