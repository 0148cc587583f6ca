//! The struct inside a value that is a struct, or of a family: what a part of an entity is read into.

use super::fields::{Fields, Table};
use super::slot::{Place, SlotMut, SlotRef};

/// The properties of a value.
#[inline]
pub(super) fn fields<T: Table>(value: &T) -> &dyn Fields {
    match value.get() {
        SlotRef::Node(fields) | SlotRef::Tagged(fields) => fields,
        _ => unreachable!("a table is of a struct, or of a family of them"),
    }
}

/// The same to be filled.
#[inline]
pub(super) fn fields_mut<T: Table>(value: &mut T) -> &mut dyn Fields {
    match T::place(Place::Plain(value)) {
        SlotMut::Node(node) => node.start(),
        SlotMut::Family(family) => family.fields(),
        _ => unreachable!("a table is of a struct, or of a family of them"),
    }
}

/// Makes of a placeholder of a family the variant for the type `name`.
pub(super) fn start<T: Table>(value: &mut T, name: Option<&str>) {
    if let SlotMut::Family(family) = T::place(Place::Plain(value)) {
        family.start(name);
    }
}

/// What wraps a value and is itself read as one: a struct by a slot for structs, a family by one for families.
macro_rules! slots_of_part {
    ($type:ident) => {
        impl<T: Table> Value for $type<T> {
            const FAMILY: Option<&'static str> = T::FAMILY;
            const EDM: Edm = T::EDM;

            fn empty() -> Self {
                Self::new()
            }

            fn place(place: Place<'_, Self>) -> SlotMut<'_> {
                if T::FAMILY.is_none() {
                    return node(place);
                }
                SlotMut::Family(match place {
                    Place::Plain(place) => place,
                    Place::Opt(place) => place,
                })
            }

            fn get(&self) -> SlotRef<'_> {
                match T::get(self.value()) {
                    SlotRef::Tagged(_) => SlotRef::Tagged(self),
                    _ => SlotRef::Node(self),
                }
            }
        }

        impl<T: Table> FamilySlot for $type<T> {
            fn start(&mut self, name: Option<&str>) -> &mut dyn Fields {
                *self = Self::new();
                part::start(self.value_mut(), name);
                self
            }

            fn fields(&mut self) -> &mut dyn Fields {
                self
            }

            fn members(&self) -> &'static [&'static Shape] {
                part::members::<T>()
            }

            fn clear(&mut self, default: bool) -> bool {
                if default {
                    *self = Self::new();
                }
                default
            }
        }

        impl<T: Table> FamilySlot for Option<$type<T>> {
            fn start(&mut self, name: Option<&str>) -> &mut dyn Fields {
                self.insert($type::new()).start(name)
            }

            fn fields(&mut self) -> &mut dyn Fields {
                self.get_or_insert_with($type::new)
            }

            fn members(&self) -> &'static [&'static Shape] {
                part::members::<T>()
            }

            fn clear(&mut self, _: bool) -> bool {
                *self = None;
                true
            }
        }
    };
}
pub(super) use slots_of_part;

/// The types of a family's variants.
pub(super) fn members<T: Table>() -> &'static [&'static super::shape::Shape] {
    match T::place(Place::Plain(&mut T::empty())) {
        SlotMut::Family(family) => family.members(),
        _ => &[],
    }
}
