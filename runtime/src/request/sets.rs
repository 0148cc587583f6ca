//! What setters take. The bounds are on impls, so that the setter of a field whose type is wrong is no further error.

use serde_core::Serialize;

use super::draft::Draft;
use crate::entity::GraphEntity;
use crate::model::{IntoValue, Property, Value};

/// What the setter of a field of type `P` takes: what converts without loss to the property's value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the value of a property of type `{P}`",
    label = "expected a value of `{P}`, or what converts to one without loss",
    note = "an optional property takes its value without `Some`; to leave it out, leave out the call"
)]
pub trait Sets<P: ?Sized>: Sized {
    /// Puts the value into a draft, as the property with the number `index`.
    #[doc(hidden)]
    fn put<T: GraphEntity, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N>;
}

#[diagnostic::do_not_recommend]
impl<P: Property<Value: Value>, V: IntoValue<P::Value>> Sets<P> for V {
    fn put<T: GraphEntity, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N> {
        draft.put(index, self)
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
    fn put<T: GraphEntity, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N>;
}

#[diagnostic::do_not_recommend]
impl<P: Serialize, V: Into<P>> SetsSerde<P> for V {
    fn put<T: GraphEntity, S, N>(self, draft: Draft<T, S>, index: usize) -> Draft<T, N> {
        draft.put_serde::<P, N>(index, self)
    }
}
