//! Entities of which a part was told: what a delta query or a PATCH answers with.

use std::borrow::Cow;
use std::fmt;

use super::extra::Extra;
use super::family::FamilySlot;
use super::fields::{Fields, Table, Values, node};
use super::part::{self, slots_of_part};
use super::path::Trail;
use super::seen::Seen;
use super::shape::Shape;
use super::slot::{Place, SlotMut, SlotRef};
use super::value::Value;
use super::write::{Form, object_impls};
use crate::__private::fits::Edm;
use crate::json::{self, writer::Text};

/// An entity of which some properties were told: those that changed, or those that were asked for. It knows which.
///
/// Any property may be absent, a plain field's too. Null and absence are different here: a property that is null is
/// [present](Self::is_present).
/// ```
/// use graph_entity::{GraphEntity, Partial};
///
/// #[derive(Debug, PartialEq, GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user")]
/// struct User {
///     id: String,
///     display_name: String,
///     mail: Option<String>,
/// }
///
/// let change: Partial<User> = graph_entity::json::from_str(r#"{"id": "1", "mail": null}"#)?;
/// assert!(change.is_present("mail") && !change.is_present("displayName"));
///
/// let mut user = User { id: "1".into(), display_name: "Ada".into(), mail: Some("ada@contoso.com".into()) };
/// change.apply_to(&mut user)?;
/// assert_eq!(user, User { id: "1".into(), display_name: "Ada".into(), mail: None });
/// # Ok::<_, graph_entity::json::Error>(())
/// ```
#[derive(Clone)]
pub struct Partial<T> {
    value: T,
    present: Seen,
}

impl<T: Table> Partial<T> {
    pub(super) fn new() -> Self {
        Self { value: T::empty(), present: Seen::default() }
    }

    pub(super) fn value_mut(&mut self) -> &mut T {
        &mut self.value
    }

    /// Whether the property with this wire name was there, be it null.
    pub fn is_present(&self, name: &str) -> bool {
        self.shape().search(name).is_some_and(|index| self.present.contains(index))
    }

    /// The wire names of the properties that were there, in the order of the table.
    pub fn present(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.indices().map(|index| self.shape().names[index])
    }

    fn indices(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.shape().names.len()).filter(|&index| self.present.contains(index))
    }

    /// The value, with placeholders (`""`, `0`, …) in plain fields whose property was not there: look at
    /// [`Self::is_present`] first.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The same by value.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The key of the entity as a text, if it was there: the property that is marked `#[graph(key)]`, else `id`.
    pub fn key(&self) -> Option<Cow<'_, str>> {
        let shape = self.shape();
        let marked = (0..shape.names.len()).find(|&index| shape.is(index, Shape::KEY));
        let Some(index) = marked.or_else(|| shape.search("id")) else {
            return self.extra()?.get("id")?.as_str().map(Cow::Borrowed);
        };
        if !self.present.contains(index) {
            return None;
        }
        match part::fields(&self.value).get(index) {
            SlotRef::Str(text) => Some(Cow::Borrowed(text)),
            SlotRef::Text(value) => Some(value.text()),
            SlotRef::I32(number) => Some(number.to_string().into()),
            SlotRef::I64(number) => Some(number.to_string().into()),
            _ => None,
        }
    }

    /// The whole entity, if every property was there that is neither an `Option` nor a collection nor `default`.
    pub fn into_complete(mut self) -> Result<T, Self> {
        let shape = self.shape();
        let absent: Vec<usize> = (0..shape.names.len()).filter(|&index| !self.present.contains(index)).collect();
        let complete = absent.into_iter().all(|index| self.slot(index).clear(shape.is(index, Shape::DEFAULT)));
        if complete { Ok(self.value) } else { Err(self) }
    }

    /// Sets in `entity` what was there, members of `extra` and another type's name included, and leaves the rest as it is.
    ///
    /// Fails if a `#[graph(serde)]` field does, and for a family if `entity` is of another type.
    pub fn apply_to(&self, entity: &mut T) -> Result<(), json::Error> {
        let (shape, entity) = (self.shape(), part::fields_mut(entity));
        if !std::ptr::eq(shape, entity.shape()) {
            let types = (shape.type_name(), entity.shape().type_name());
            return Err(json::Error::new(
                "$",
                format_args!("a change of `{}`, but the entity is `{}`", types.0, types.1),
            ));
        }
        let mut text = Text::default();
        for (index, value) in part::fields(&self.value).values().into_iter().enumerate() {
            if !self.present.contains(index) {
                continue;
            }
            match value {
                SlotRef::Null => _ = entity.slot(index).clear(true),
                value => {
                    text.truncate(0);
                    json::write(&value, Form::Storage, &mut text)?;
                    let mut slot = entity.slot(index);
                    // A nested value is replaced, not merged.
                    slot.clear(true);
                    json::read_into(&mut slot, shape.names[index], text.as_bytes(), &Trail::default())?;
                }
            }
        }
        if let (Some(Some(name)), Some(kept)) = (self.kept_type(), entity.kept_type_mut()) {
            *kept = Some(name.clone());
        }
        if let (Some(from), Some(to)) = (self.extra(), entity.extra_mut()) {
            for (name, value) in from.iter() {
                to.insert(name, value.clone());
            }
        }
        Ok(())
    }
}

/// Equal if the same properties were there, with equal values.
impl<T: PartialEq> PartialEq for Partial<T> {
    fn eq(&self, other: &Self) -> bool {
        self.present == other.present && self.value == other.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Partial<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Partial").field("value", &self.value).finish_non_exhaustive()
    }
}

impl<T: Table> Fields for Partial<T> {
    fn shape(&self) -> &'static Shape {
        if T::FAMILY.is_none() { T::SHAPE } else { part::fields(&self.value).shape() }
    }

    fn slot(&mut self, index: usize) -> SlotMut<'_> {
        part::fields_mut(&mut self.value).slot(index)
    }

    fn each<'a>(&'a self, values: &mut dyn Values<'a>) {
        part::fields(&self.value).each(values);
    }

    fn extra(&self) -> Option<&Extra> {
        part::fields(&self.value).extra()
    }

    fn extra_mut(&mut self) -> Option<&mut Extra> {
        part::fields_mut(&mut self.value).extra_mut()
    }

    fn kept_type(&self) -> Option<&Option<String>> {
        part::fields(&self.value).kept_type()
    }

    fn kept_type_mut(&mut self) -> Option<&mut Option<String>> {
        part::fields_mut(&mut self.value).kept_type_mut()
    }

    fn present(&self) -> Option<&Seen> {
        Some(&self.present)
    }

    fn present_mut(&mut self) -> Option<&mut Seen> {
        Some(&mut self.present)
    }
}

slots_of_part!(Partial);
object_impls!(Partial<T: Table>);
