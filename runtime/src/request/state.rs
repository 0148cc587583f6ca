//! The state of a builder: a list of its required properties, each set or not, as a type.

use std::marker::PhantomData;

/// The required property `P` is not set yet; `R` tells of the others.
#[derive(Debug)]
pub struct Unset<P, R>(PhantomData<fn() -> (P, R)>);

/// A required property is set; `R` tells of the others.
#[derive(Debug)]
pub struct Set<R>(PhantomData<fn() -> R>);

/// There is no further required property.
#[derive(Debug)]
pub struct Complete(());

/// The first required property.
#[derive(Debug)]
pub struct First(());

/// The one after `N`.
#[derive(Debug)]
pub struct Next<N>(PhantomData<fn() -> N>);

/// What a state becomes when the required property with the number `N` is set.
pub trait Put<N> {
    /// That state.
    type Next;
}

impl<P, R> Put<First> for Unset<P, R> {
    type Next = Set<R>;
}

impl<R> Put<First> for Set<R> {
    type Next = Self;
}

impl<P, R: Put<N>, N> Put<Next<N>> for Unset<P, R> {
    type Next = Unset<P, R::Next>;
}

impl<R: Put<N>, N> Put<Next<N>> for Set<R> {
    type Next = Set<R::Next>;
}

/// A property that is set: never true for one in [`Unset`], whose name the message tells.
#[diagnostic::on_unimplemented(
    message = "the required property `{Self}` is not set",
    label = "`{Self}` has to be set before this call",
    note = "a field that is neither an `Option` nor a `Vec`, `read_only` or `default` is required to create"
)]
pub trait IsGiven {}

/// All required properties are set.
#[diagnostic::on_unimplemented(message = "a required property is not set")]
pub trait IsComplete {}

impl IsComplete for Complete {}

#[diagnostic::do_not_recommend]
impl<R: IsComplete> IsComplete for Set<R> {}

#[diagnostic::do_not_recommend]
impl<P: IsGiven, R: IsComplete> IsComplete for Unset<P, R> {}
