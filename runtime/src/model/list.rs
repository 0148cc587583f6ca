//! Collections: `Vec`, which reads null and absence as empty (W3).

use super::slot::{Place, SlotMut, SlotRef};
use super::value::{Property, Value};
use crate::__private::fits::Edm;

/// A collection that is being read.
pub trait ListSlot {
    /// Starts anew: an earlier value of the same property is forgotten.
    fn begin(&mut self);
    /// The slot of one more element.
    fn push(&mut self) -> SlotMut<'_>;
    /// Takes null or absence. A collection always can.
    fn clear(&mut self) -> bool;
}

/// A collection that is being written.
pub trait ListRef {
    /// How many elements there are.
    fn len(&self) -> usize;
    /// The element at `index`, which is below `len`.
    fn at(&self, index: usize) -> SlotRef<'_>;
}

/// Appends a placeholder and gives its slot.
#[inline]
fn push<T: Property>(list: &mut Vec<T>) -> SlotMut<'_> {
    let index = list.len();
    list.resize_with(index + 1, T::empty);
    list[index].slot()
}

impl<T: Property> ListSlot for Vec<T> {
    #[inline]
    fn begin(&mut self) {
        Vec::clear(self);
    }

    #[inline]
    fn push(&mut self) -> SlotMut<'_> {
        push(self)
    }

    #[inline]
    fn clear(&mut self) -> bool {
        Vec::clear(self);
        true
    }
}

impl<T: Property> ListSlot for Option<Vec<T>> {
    #[inline]
    fn begin(&mut self) {
        *self = Some(Vec::new());
    }

    #[inline]
    fn push(&mut self) -> SlotMut<'_> {
        push(self.get_or_insert_with(Vec::new))
    }

    #[inline]
    fn clear(&mut self) -> bool {
        *self = None;
        true
    }
}

impl<T: Property> ListRef for Vec<T> {
    #[inline]
    fn len(&self) -> usize {
        Vec::len(self)
    }

    #[inline]
    fn at(&self, index: usize) -> SlotRef<'_> {
        self[index].get()
    }
}

impl<T: Property> Value for Vec<T> {
    const EDM: Edm = Edm::Collection(&T::EDM);
    const READS_NULL: bool = true;

    #[inline]
    fn empty() -> Self {
        Vec::new()
    }

    #[inline]
    fn place(place: Place<'_, Self>) -> SlotMut<'_> {
        SlotMut::List(match place {
            Place::Plain(place) => place,
            Place::Opt(place) => place,
        })
    }

    #[inline]
    fn get(&self) -> SlotRef<'_> {
        SlotRef::List(self)
    }
}
