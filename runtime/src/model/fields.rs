//! The table of a struct behind one object-safe trait: the only `dyn` of a read or a write.

use serde_json::Value as Json;

use super::extra::Extra;
use super::odata_type;
use super::removal::RemovalSlot;
use super::seen::Seen;
use super::shape::Shape;
use super::slot::{Place, SlotMut, SlotRef};
use super::value::Value;
use crate::__private::fits::Edm;

/// A struct by its table: the shape, and a slot for each property. The derive implements it.
pub trait Fields {
    /// The names.
    #[doc(hidden)]
    fn shape(&self) -> &'static Shape;
    /// The slot of the property with the number `index`.
    #[doc(hidden)]
    fn slot(&mut self, index: usize) -> SlotMut<'_>;
    /// Gives the value of each property, in the order of the shape.
    #[doc(hidden)]
    fn each<'a>(&'a self, values: &mut dyn Values<'a>);
    /// The `#[graph(extra)]` field.
    #[doc(hidden)]
    fn extra(&self) -> Option<&Extra> {
        None
    }
    #[doc(hidden)]
    fn extra_mut(&mut self) -> Option<&mut Extra> {
        None
    }
    /// The `#[graph(odata_type)]` field.
    #[doc(hidden)]
    fn kept_type(&self) -> Option<&Option<String>> {
        None
    }
    #[doc(hidden)]
    fn kept_type_mut(&mut self) -> Option<&mut Option<String>> {
        None
    }
    /// Which properties were there, if a part of them is enough.
    #[doc(hidden)]
    fn present(&self) -> Option<&Seen> {
        None
    }
    #[doc(hidden)]
    fn present_mut(&mut self) -> Option<&mut Seen> {
        None
    }
    /// What was told of the removal of an entity that was removed.
    #[doc(hidden)]
    fn removal(&self) -> Option<&Json> {
        None
    }
    /// Where it goes, if it may be told that the entity was removed.
    #[doc(hidden)]
    fn removal_mut(&mut self) -> Option<&mut dyn RemovalSlot> {
        None
    }
}

/// What takes the values of a struct's properties.
///
/// Each is given from a place of its own in the struct's code: where the processor came from tells it what comes next. A
/// function that looks a number up is the same place for all, and where types take turns it guesses wrong.
pub trait Values<'a> {
    /// Takes the next value. By reference: a slot that is moved as a whole just after it was written by halves stalls the
    /// processor.
    fn take(&mut self, value: &SlotRef<'a>);
}

impl<'a, F: FnMut(&SlotRef<'a>)> Values<'a> for F {
    #[inline]
    fn take(&mut self, value: &SlotRef<'a>) {
        self(value);
    }
}

impl dyn Fields + '_ {
    /// The values of all properties.
    pub(crate) fn values(&self) -> Vec<SlotRef<'_>> {
        let mut values = Vec::with_capacity(self.shape().names.len());
        self.each(&mut |value: &_| values.push(*value));
        values
    }

    /// The value of the property with the number `index`. It goes through all of them: for one, not for each.
    pub(crate) fn get(&self, index: usize) -> SlotRef<'_> {
        let (mut number, mut found) = (0, SlotRef::Null);
        self.each(&mut |value: &_| {
            if number == index {
                found = *value;
            }
            number += 1;
        });
        found
    }
}

/// What is known of a type without a value: its name and those of its properties. The derives implement it.
pub trait Table: Value {
    /// The table.
    #[doc(hidden)]
    const SHAPE: &'static Shape;
}

/// A derived struct, for those that are made of others: what a family's variant holds, and a `base`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no derived struct",
    label = "not a struct that derives `GraphEntity` or `GraphComplex`",
    note = "a `base` is such a struct, and a variant of a family holds one, or a `Box` of one; the `unrecognized` variant \
            holds a `graph_entity::Unrecognized`"
)]
pub trait Struct: Sized + 'static {
    /// The table.
    const TABLE: &'static Shape;
    /// What the metadata calls it.
    const EDM: Edm;
    /// A placeholder.
    fn start() -> Self;
    /// The values.
    fn fields(&self) -> &dyn Fields;
    /// The slots.
    fn fields_mut(&mut self) -> &mut dyn Fields;
}

#[diagnostic::do_not_recommend]
impl<T: Table + Fields> Struct for T {
    const TABLE: &'static Shape = T::SHAPE;
    const EDM: Edm = T::EDM;

    fn start() -> Self {
        T::empty()
    }

    #[inline]
    fn fields(&self) -> &dyn Fields {
        self
    }

    #[inline]
    fn fields_mut(&mut self) -> &mut dyn Fields {
        self
    }
}

/// The member of [`Extra`] that holds another type's name, where there is no field for it.
pub(crate) const TYPE_KEY: &str = "@odata.type";

/// Keeps `name`, the type that was read if it is not the struct's own: in the field for it, else in `extra`.
pub(crate) fn keep_type(fields: &mut dyn Fields, name: Option<String>) {
    if let Some(kept) = fields.kept_type_mut() {
        *kept = name;
    } else if let Some(extra) = fields.extra_mut() {
        match name {
            Some(name) => extra.insert(TYPE_KEY, Json::String(format!("#{name}"))),
            None => extra.remove(TYPE_KEY),
        };
    }
}

/// Another type's name that `fields` keeps, without `#`.
pub(crate) fn other_type(fields: &dyn Fields) -> Option<&str> {
    let name = match fields.kept_type() {
        Some(kept) => kept.as_deref(),
        None => fields.extra()?.get(TYPE_KEY)?.as_str(),
    };
    name.map(odata_type::qualified).filter(|name| !name.is_empty())
}

/// The same where it is sent. A service refuses the name of an abstract type (W1).
pub(crate) fn sent_type(fields: &dyn Fields) -> Option<&str> {
    let shape = fields.shape();
    other_type(fields).filter(|name| shape.flags & Shape::ABSTRACT == 0 || !odata_type::same(name, shape.odata_type))
}

/// A place for a derived struct.
pub trait NodeSlot {
    /// The struct to fill: a placeholder that nothing was read into.
    fn start(&mut self) -> &mut dyn Fields;
    /// Takes null or absence, see `SlotMut::clear`.
    fn clear(&mut self, default: bool) -> bool;
}

impl<T: Value + Fields> NodeSlot for T {
    #[inline]
    fn start(&mut self) -> &mut dyn Fields {
        self
    }

    fn clear(&mut self, default: bool) -> bool {
        if default {
            *self = T::empty();
        }
        default
    }
}

impl<T: Value + Fields> NodeSlot for Option<T> {
    #[inline]
    fn start(&mut self) -> &mut dyn Fields {
        self.insert(T::empty())
    }

    #[inline]
    fn clear(&mut self, _: bool) -> bool {
        *self = None;
        true
    }
}

/// A derived struct behind its tables of functions.
///
/// What is generic is compiled where it is used, and so are such tables, with destructors and all that they name: once in
/// each unit of a crate that mentions the type. A trait's method that is not inlined is there once, beside its type.
trait Node: Value {
    fn written(&self) -> &dyn Fields;
    fn slot_of(place: Place<'_, Self>) -> &mut dyn NodeSlot;
}

impl<T: Value + Fields> Node for T {
    #[inline(never)]
    fn written(&self) -> &dyn Fields {
        self
    }

    #[inline(never)]
    fn slot_of(place: Place<'_, Self>) -> &mut dyn NodeSlot {
        match place {
            Place::Plain(place) => place,
            Place::Opt(place) => place,
        }
    }
}

/// The slot of a place for a derived struct.
#[inline]
pub fn node<T: Value + Fields>(place: Place<'_, T>) -> SlotMut<'_> {
    SlotMut::Node(T::slot_of(place))
}

/// A derived struct as the writer sees it.
#[inline]
pub fn node_ref<T: Value + Fields>(value: &T) -> SlotRef<'_> {
    SlotRef::Node(value.written())
}
