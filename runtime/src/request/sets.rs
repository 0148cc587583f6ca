//! What setters take. The bounds are on impls, so that the setter of a field whose type is wrong is no further error.

use serde_core::Serialize;

use super::draft::Draft;
use crate::model::into_value::Kind;
use crate::model::{IntoValue, Property, Table, Value};

/// What the setter of a field of type `P` takes: what converts without loss to the property's value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the value of a property of type `{P}`",
    label = "expected a value of `{P}`, or what converts to one without loss",
    note = "an optional property takes its value without `Some`; to leave it out, leave out the call"
)]
pub trait Sets<P: ?Sized>: Sized {
    /// Puts the value into a draft, as the property with the number `index`.
    #[doc(hidden)]
    fn put<T: Table, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N>;
    /// Puts the members of the value into a draft, as the base's properties.
    #[doc(hidden)]
    fn put_base<T: Table, S, N>(self, draft: Draft<T, S>) -> Draft<T, N>;
}

/// Recommended, so that what is wrong with the kind is told by itself: null for a field that is no `Option`, a draft that
/// lacks something.
impl<P, V: Converts<P, Kind: Kind<P>>> Sets<P> for V {
    fn put<T: Table, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N> {
        Converts::put(self, draft, index)
    }

    fn put_base<T: Table, S, N>(self, draft: Draft<T, S>) -> Draft<T, N> {
        Converts::put_base(self, draft)
    }
}

/// A value of a type that converts to what a field of type `P` holds.
pub trait Converts<P> {
    /// Its kind.
    type Kind;
    /// See [`Sets::put`].
    fn put<T: Table, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N>;
    /// See [`Sets::put_base`].
    fn put_base<T: Table, S, N>(self, draft: Draft<T, S>) -> Draft<T, N>;
}

#[diagnostic::do_not_recommend]
impl<P: Property<Value: Value>, V: IntoValue<P::Value>> Converts<P> for V {
    type Kind = V::Kind;

    fn put<T: Table, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N> {
        draft.put(index, &self)
    }

    fn put_base<T: Table, S, N>(self, draft: Draft<T, S>) -> Draft<T, N> {
        draft.put_base(&self)
    }
}

/// What the setter of a `#[graph(serde)]` field takes; `P` is the field's type, or that in its `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the value of a `#[graph(serde)]` field of type `{P}`",
    label = "expected a `{P}`, or what converts into one",
    note = "an optional field takes its value without `Some`; to leave it out, leave out the call"
)]
pub trait SetsSerde<P>: Sized {
    /// Puts the value into a draft, as the property with the number `index`.
    #[doc(hidden)]
    fn put<T: Table, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N>;
}

#[diagnostic::do_not_recommend]
impl<P: Serialize, V: Into<P>> SetsSerde<P> for V {
    fn put<T: Table, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N> {
        draft.put_serde::<P, N>(index, self)
    }
}
