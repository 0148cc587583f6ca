//! The state of a builder: a list of its required properties, each set or not, as a type. What is not set is told by
//! `rustc` in our words: the types in here are made for its messages.

use std::marker::PhantomData;

use super::version::ClientVersion;

/// The required property `P` is not set yet; `R` tells of the others.
#[derive(Debug)]
pub struct Unset<P, R>(PhantomData<fn() -> (P, R)>);

/// A required property is set; `R` tells of the others.
#[derive(Debug)]
pub struct Set<R>(PhantomData<fn() -> R>);

/// There is no further required property.
#[derive(Debug)]
pub struct Complete(());

/// The builder is of a value that goes into another one; `S` tells of the required properties.
#[derive(Debug)]
pub struct Nested<S>(PhantomData<fn() -> S>);

/// The builder is of an update in the version `V` of the API: nothing is required.
#[derive(Debug)]
pub struct Update<V = ClientVersion>(PhantomData<fn() -> V>);

/// The builder is of an upsert, whose answer may have no entity; `S` tells of the required properties.
#[derive(Debug)]
pub struct Upsert<S, V = ClientVersion>(PhantomData<fn() -> (S, V)>);

/// The builder is of an entity in the version `V` of the API; `S` tells of the required properties.
#[derive(Debug)]
pub struct In<V, S>(PhantomData<fn() -> (V, S)>);

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

impl<S: Put<N>, N> Put<N> for Nested<S> {
    type Next = Nested<S::Next>;
}

impl<S: Put<N>, N, V> Put<N> for Upsert<S, V> {
    type Next = Upsert<S::Next, V>;
}

impl<V, S: Put<N>, N> Put<N> for In<V, S> {
    type Next = In<V, S::Next>;
}

impl<N, V> Put<N> for Update<V> {
    type Next = Self;
}

/// A state: what is not set in it.
#[diagnostic::on_unimplemented(
    message = "the builder of an update or an upsert is no value",
    label = "a value comes from `draft()`, or is one already"
)]
pub trait State {
    /// The list without what is set.
    type Unset: Names;
    /// That list as a message shows it.
    type Missing;
    /// The state of a struct that has one with this state as its `base`: the base is a required property `P` of it,
    /// unless nothing in the base is required; `R` tells of the others.
    type Base<P, R>;
}

impl State for Complete {
    type Unset = Self;
    type Missing = Self;
    type Base<P, R> = Set<R>;
}

impl<R: State> State for Set<R> {
    type Unset = R::Unset;
    type Missing = R::Missing;
    type Base<B, T> = R::Base<B, T>;
}

/// That it is no request is enough to say.
impl<S: State> State for Nested<S> {
    type Unset = S::Unset;
    type Missing = Complete;
    type Base<P, R> = S::Base<P, R>;
}

#[diagnostic::do_not_recommend]
impl<V, S: State> State for In<V, S> {
    type Unset = S::Unset;
    type Missing = S::Missing;
    type Base<P, R> = S::Base<P, R>;
}

impl<P, R: State> State for Unset<P, R>
where
    Unset<P, R::Unset>: Names,
{
    type Unset = Unset<P, R::Unset>;
    type Missing = <Self::Unset as Names>::Names;
    type Base<B, T> = Unset<B, T>;
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
    note = "a field that is neither an `Option` nor a `Vec`, `read_only` or `default` is required to create, and so is a \
            `base` with such a field"
)]
pub trait Ready<P> {}

impl<B> Ready<Complete> for B {}

/// What is not set in a draft that becomes a value, if that is nothing: true for [`Complete`], and never for a property's
/// name. It is asked of the name, since `rustc` would say of the builder that it can't be the value.
#[diagnostic::on_unimplemented(
    message = "required in a draft, but not set: `{Self}`",
    label = "set `{Self}` in this draft",
    note = "a draft becomes a value once it is complete"
)]
pub trait Whole {}

impl Whole for Complete {}

/// A state of a builder that knows where its request goes.
#[diagnostic::on_unimplemented(
    message = "a draft is not a request: it has no path",
    label = "this builder is from `draft()`",
    note = "a draft is the value of another builder's property; `create()` of a collection begins a request"
)]
pub trait Targeted {
    /// The version of the API that it goes to.
    type Version;
}

impl Targeted for Complete {
    type Version = ClientVersion;
}

impl<R> Targeted for Set<R> {
    type Version = ClientVersion;
}

impl<P, R> Targeted for Unset<P, R> {
    type Version = ClientVersion;
}

#[diagnostic::do_not_recommend]
impl<V, S> Targeted for In<V, S> {
    type Version = V;
}

/// A state of a builder whose request creates.
#[diagnostic::on_unimplemented(
    message = "an update can't change this property",
    label = "set when creating only",
    note = "a field that is `immutable`, `navigation` or the `key` is set when creating, and never again"
)]
pub trait Creating {}

impl Creating for Complete {}
impl<R> Creating for Set<R> {}
impl<P, R> Creating for Unset<P, R> {}
impl<S> Creating for Nested<S> {}
#[diagnostic::do_not_recommend]
impl<S, V> Creating for Upsert<S, V> {}
#[diagnostic::do_not_recommend]
impl<V, S> Creating for In<V, S> {}
