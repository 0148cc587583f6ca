//! What a Rust type has to be to hold a property: [`Value`] for types, [`Property`] for fields (a value or an `Option`
//! of one).

use super::fields::Values;
use super::slot::{Place, SlotMut, SlotRef};
use crate::__private::fits::Edm;

/// A type whose values go over the wire: a primitive, a derived struct, a `Vec` or a `Box` of such.
///
/// The derive implements it. There is nothing to call.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the type of a property",
    label = "not a Graph value",
    note = "derive `GraphEntity`, `GraphComplex` or `GraphEnum` for it, or mark the field `#[graph(serde)]` to use its \
            serde impls",
    note = "an enum with `flags`, and no other, is used as `Flags<…>`"
)]
pub trait Value: Sized + 'static {
    /// Of a family its own name, with its `#`: a value of another type tells its own.
    #[doc(hidden)]
    const FAMILY: Option<&'static str> = None;
    /// What the metadata calls it.
    #[doc(hidden)]
    const EDM: Edm = Edm::Any;
    /// It reads null, an `Option` or not.
    #[doc(hidden)]
    const READS_NULL: bool = false;
    /// A placeholder, there until the value is read.
    #[doc(hidden)]
    fn empty() -> Self;
    /// The slot that fills `place`.
    #[doc(hidden)]
    fn place(place: Place<'_, Self>) -> SlotMut<'_>;
    /// The value as the writer sees it.
    #[doc(hidden)]
    fn get(&self) -> SlotRef<'_>;
}

/// The type of a field: a [`Value`], or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the type of a property",
    label = "not a Graph value",
    note = "derive `GraphEntity`, `GraphComplex` or `GraphEnum` for it, or mark the field `#[graph(serde)]` to use its \
            serde impls",
    note = "an enum with `flags`, and no other, is used as `Flags<…>`"
)]
pub trait Property: Sized + 'static {
    /// What the property holds when it is not null.
    type Value;
    /// What the metadata calls the value.
    #[doc(hidden)]
    const EDM: Edm;
    /// It reads null.
    #[doc(hidden)]
    const READS_NULL: bool;
    /// A placeholder, there until the value is read.
    #[doc(hidden)]
    fn empty() -> Self;
    /// The slot that fills this field.
    #[doc(hidden)]
    fn slot(&mut self) -> SlotMut<'_>;
    /// The field's value as the writer sees it.
    #[doc(hidden)]
    fn get(&self) -> SlotRef<'_>;
    /// Gives the field's value.
    #[doc(hidden)]
    #[inline]
    fn give<'a>(&'a self, values: &mut dyn Values<'a>) {
        values.take(&self.get());
    }
}

#[diagnostic::do_not_recommend]
impl<T: Value> Property for T {
    type Value = T;
    const EDM: Edm = T::EDM;
    const READS_NULL: bool = T::READS_NULL;

    #[inline]
    fn empty() -> T {
        T::empty()
    }

    #[inline]
    fn slot(&mut self) -> SlotMut<'_> {
        T::place(Place::Plain(self))
    }

    #[inline]
    fn get(&self) -> SlotRef<'_> {
        Value::get(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Value> Property for Option<T> {
    type Value = T;
    const EDM: Edm = T::EDM;
    const READS_NULL: bool = true;

    #[inline]
    fn empty() -> Self {
        None
    }

    #[inline]
    fn slot(&mut self) -> SlotMut<'_> {
        T::place(Place::Opt(self))
    }

    #[inline]
    fn get(&self) -> SlotRef<'_> {
        match self {
            Some(value) => value.get(),
            None => SlotRef::Null,
        }
    }
}

/// A `Box`, opened before anything is read into it.
pub trait BoxSlot {
    /// The slot inside, of a new box if there was none.
    fn open(&mut self) -> SlotMut<'_>;
    /// Takes null or absence, see `SlotMut::clear`.
    fn clear(&mut self, default: bool) -> bool;
}

impl<T: Value> BoxSlot for Box<T> {
    #[inline]
    fn open(&mut self) -> SlotMut<'_> {
        T::place(Place::Plain(self))
    }

    #[inline]
    fn clear(&mut self, default: bool) -> bool {
        self.open().clear(default)
    }
}

impl<T: Value> BoxSlot for Option<Box<T>> {
    #[inline]
    fn open(&mut self) -> SlotMut<'_> {
        self.insert(Box::new(T::empty())).open()
    }

    #[inline]
    fn clear(&mut self, _: bool) -> bool {
        *self = None;
        true
    }
}

impl<T: Value> Value for Box<T> {
    const FAMILY: Option<&'static str> = T::FAMILY;
    const EDM: Edm = T::EDM;
    const READS_NULL: bool = T::READS_NULL;

    #[inline]
    fn empty() -> Self {
        Box::new(T::empty())
    }

    #[inline]
    fn place(place: Place<'_, Self>) -> SlotMut<'_> {
        SlotMut::Boxed(match place {
            Place::Plain(place) => place,
            Place::Opt(place) => place,
        })
    }

    #[inline]
    fn get(&self) -> SlotRef<'_> {
        T::get(self)
    }
}
