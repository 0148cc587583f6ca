//! The state of a builder: a list of its required properties, each set or not, as a type. What is not set is told by
//! `rustc` in our words: the types in here are made for its messages.

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

/// A state: what is not set in it.
pub trait State {
    /// The list without what is set.
    type Unset: Names;
    /// That list as a message shows it.
    type Missing;
}

impl State for Complete {
    type Unset = Self;
    type Missing = Self;
}

impl<R: State> State for Set<R> {
    type Unset = R::Unset;
    type Missing = R::Missing;
}

impl<P, R: State> State for Unset<P, R>
where
    Unset<P, R::Unset>: Names,
{
    type Unset = Unset<P, R::Unset>;
    type Missing = <Self::Unset as Names>::Names;
}

/// A list as a message shows it: a property's name, or a few in parentheses.
pub trait Names {
    /// That type.
    type Names;
}

impl Names for Complete {
    type Names = Self;
}

impl<A> Names for Unset<A, Complete> {
    type Names = A;
}

macro_rules! list {
    ($end:ty;) => { $end };
    ($end:ty; $first:ident $($rest:ident)*) => { Unset<$first, list!($end; $($rest)*)> };
}

macro_rules! names {
    ($($name:ident)*) => {
        impl<$($name),*> Names for list!(Complete; $($name)*) {
            type Names = ($($name),*);
        }
    };
}

names!(A B);
names!(A B C);
names!(A B C D);
names!(A B C D E);

/// Of more than these a message shows the first.
impl<A, B, C, D, E, F, R> Names for list!(R; A B C D E F) {
    type Names = (A, B, C, D, E, F);
}

/// What a builder has to be to send: true if `P` is [`Complete`], and never for a property's name.
///
/// It is asked of the builder itself, and of a whole `impl` block. So `rustc` underlines the method, shows this message
/// and goes on without the value, where a bound of the method would be told again for each `.await`.
#[diagnostic::on_unimplemented(
    message = "required to create, but not set: `{P}`",
    label = "set `{P}` before this call",
    note = "a field that is neither an `Option` nor a `Vec`, `read_only` or `default` is required to create"
)]
pub trait Ready<P> {}

impl<B> Ready<Complete> for B {}
