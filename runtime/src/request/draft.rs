//! What every generated builder is made of.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use http::Method;
use serde_core::Serialize;

use super::body::Body;
use super::parts::Parts;
use super::query::projection::Projection;
use super::state::{Nested, Ready, State, Targeted, Update, Upsert};
use super::target::Target;
use super::version::AnyVersion;
use super::{Changes, Request};
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::entity::GraphEntity;
use crate::model::into_value::{Write, write_draft};
use crate::model::write::Form;
use crate::model::{Extra, Fields, IntoValue, Shape, SlotRef, Table, Value, serde_field::SerdeRef};

/// A request on its way. Boxed: a future of its own for each builder took a tenth of the time that a derive takes to
/// check.
pub type Sending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// The version is in the URL by now: the future is the same for all.
fn sending<T: 'static, H: HttpClient>(
    request: Result<Request<T, AnyVersion>, Error>,
    client: &GraphClient<H>,
) -> Sending<'_, T> {
    Box::pin(async move { request?.send(client).await })
}

/// The properties that were set, and in `S` whether the required ones are among them.
///
/// One pointer: each setter takes a draft and gives one back, and moving the whole would be code of each call.
pub struct Draft<T, S> {
    contents: Box<Contents>,
    marker: PhantomData<fn() -> (T, S)>,
}

/// What a draft is made of, whatever it is of: what is done with it is compiled once for all types. What sets a value takes
/// it whole, so that a caller has nothing to drop if that panics.
#[allow(missing_debug_implementations)] // not public API
pub struct Contents {
    /// Where the write goes, and how; none if the draft is to become a part of another.
    target: Option<(Method, Target)>,
    body: Body,
}

/// What the request of a draft does.
#[derive(Clone, Copy)]
pub(crate) enum Does {
    Create,
    Update,
    Upsert,
}

impl Contents {
    /// Nothing set, of a part of another draft.
    #[inline(never)]
    fn nested(shape: &'static Shape) -> Box<Self> {
        Box::new(Self { target: None, body: Body::new(shape, Form::Create) })
    }

    /// Nothing set, of an entity that lives in `version`.
    #[inline(never)]
    fn of_request(does: Does, target: Target, shape: &'static Shape, version: Option<&'static str>) -> Box<Self> {
        let target = target.living_in(version);
        let (method, target, form) = match does {
            Does::Create => (Method::POST, target.needing(|all| &all.create), Form::Create),
            Does::Update => (Method::PATCH, target.needing(|all| &all.update), Form::Update),
            Does::Upsert => (Method::PATCH, target.needing(|all| &all.update), Form::Create),
        };
        Box::new(Self { target: Some((method, target)), body: Body::new(shape, form) })
    }

    /// With this value of the property with the number `index`.
    #[inline(never)]
    pub(crate) fn put_slot(mut self: Box<Self>, index: usize, value: SlotRef<'_>) -> Box<Self> {
        self.body.put_slot(index, value);
        self
    }

    /// With what `write` appends as the value.
    #[inline(never)]
    pub(crate) fn put_by(mut self: Box<Self>, index: usize, write: Write<'_>) -> Box<Self> {
        self.body.put_by(index, write);
        self
    }

    /// With what another draft has set. `family` is the property's, see `Value::FAMILY`.
    #[inline(never)]
    pub(crate) fn put_draft(self: Box<Self>, index: usize, family: Option<&str>, draft: &Body) -> Box<Self> {
        self.put_by(index, &|form, json| write_draft(draft, family, form, json))
    }

    /// The parts of the request with all that was set as its body.
    #[inline(never)]
    fn parts(&self, projection: fn() -> &'static Projection) -> Result<Parts, Error> {
        let Some((method, target)) = self.target.clone() else {
            return Err(UsageError::new("a draft goes into another one, not to a service").into());
        };
        target.parts(method).with_properties(self.body.finish()?, projection()).check()
    }
}

/// A type that has a builder. The derives implement it for every struct, and for families: what these can't do is then
/// told by what they lack.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no derived struct",
    label = "not a struct that derives `GraphEntity` or `GraphComplex`",
    note = "a `base` is a struct with `#[derive(GraphEntity)]` or `#[derive(GraphComplex)]`"
)]
pub trait Build: Table {
    /// The builder.
    type Builder<S>;
    /// The state of a new one: a list of the required properties.
    type Required;
    /// The builder around a draft.
    #[doc(hidden)]
    fn builder<S>(draft: Draft<Self, S>) -> Self::Builder<S>;
}

/// A builder of a value that goes into another one.
pub fn nested<T: Build>() -> T::Builder<Nested<T::Required>> {
    T::builder(Draft::of(Contents::nested(T::SHAPE)))
}

impl<T: Table, S> Draft<T, S> {
    #[inline]
    fn of(contents: Box<Contents>) -> Self {
        Self { contents, marker: PhantomData }
    }

    /// Sets the property with the number `index`.
    #[inline]
    pub fn put<V: Value, N>(self, index: usize, value: &impl IntoValue<V>) -> Draft<T, N> {
        Draft::of(value.put_into(self.contents, index))
    }

    /// The same for a `#[graph(serde)]` field.
    pub fn put_serde<V: Serialize, N>(self, index: usize, value: impl Into<V>) -> Draft<T, N> {
        let value = value.into();
        Draft::of(self.contents.put_slot(index, SlotRef::Serde(&value as &dyn SerdeRef)))
    }

    /// Sets what a value or a draft of the `base` type holds.
    pub fn put_base<V: Value, N>(mut self, base: &impl IntoValue<V>) -> Draft<T, N> {
        base.put_members(&mut self.contents.body);
        self.into_state()
    }

    /// Sets members that the struct does not name.
    pub fn put_extra(mut self, extra: impl Into<Extra>) -> Self {
        self.contents.body.put_extra(&extra.into());
        self
    }

    /// The same draft in another state.
    pub fn into_state<N>(self) -> Draft<T, N> {
        Draft::of(self.contents)
    }

    /// What was set, for the draft that this one is a part of.
    pub fn body(&self) -> &Body {
        &self.contents.body
    }

    /// The request with all that was set as its body; `answered` says how its answer is read.
    fn write<R, V>(&self, answered: fn(Parts) -> Request<R, V>) -> Result<Request<R, V>, Error> {
        self.contents.parts(|| Projection::of::<T>(T::SHAPE, 0)).map(answered)
    }
}

impl<T: GraphEntity, S> Draft<T, S> {
    /// Nothing set, for a request that goes there.
    pub(crate) fn to(target: Target, does: Does) -> Self {
        Self::of(Contents::of_request(does, target, T::SHAPE, T::VERSION))
    }
}

/// What ends the chain, once nothing required is missing. A generated builder derefs to its draft for these.
impl<T: Table, S: State> Draft<T, S> {
    /// The request, to be changed, looked at or sent later. It fails if an id can't be part of a path, and if a value
    /// can't be sent, such as an enum's `unknownFutureValue`.
    pub fn request<V>(&self) -> Result<Request<T, V>, Error>
    where
        Self: Ready<S::Missing>,
        S: Targeted<Version = V>,
        T: GraphEntity,
    {
        self.write(Request::json)
    }

    /// Sends the request.
    pub fn send<'a, H: HttpClient>(&self, client: &'a GraphClient<H>) -> Sending<'a, T>
    where
        Self: Ready<S::Missing>,
        S: Targeted,
        T: GraphEntity,
    {
        sending(self.write(Request::json), client)
    }

    /// Sends the request over a transport that blocks.
    pub fn send_blocking<H: Blocking>(&self, client: &GraphClient<H>) -> Result<T, Error>
    where
        Self: Ready<S::Missing>,
        S: Targeted,
        T: GraphEntity,
    {
        self.request()?.send_blocking(client)
    }
}

/// What ends the chain of an update. A service answers with the entity, or with nothing.
impl<T: GraphEntity, V> Draft<T, Update<V>> {
    /// The request, to be changed, looked at or sent later. It fails if the key can't be part of a path, and if a value
    /// can't be sent, such as an enum's `unknownFutureValue`.
    pub fn request(&self) -> Result<Request<Option<T>, V>, Error> {
        self.write(Request::optional)
    }

    /// Sends the request.
    pub fn send<'a, H: HttpClient>(&self, client: &'a GraphClient<H>) -> Sending<'a, Option<T>> {
        sending(self.write(Request::optional), client)
    }

    /// Sends the request over a transport that blocks.
    pub fn send_blocking<H: Blocking>(&self, client: &GraphClient<H>) -> Result<Option<T>, Error> {
        self.request()?.send_blocking(client)
    }
}

/// What ends the chain of an upsert. A service answers with the entity, or with nothing.
impl<T: GraphEntity, S: State, V> Draft<T, Upsert<S, V>> {
    /// The request, to be changed, looked at or sent later. It fails if the key can't be part of a path, and if a value
    /// can't be sent, such as an enum's `unknownFutureValue`.
    pub fn request(&self) -> Result<Request<Option<T>, V>, Error>
    where
        Self: Ready<S::Missing>,
    {
        self.write(Request::optional)
    }

    /// Sends the request.
    pub fn send<'a, H: HttpClient>(&self, client: &'a GraphClient<H>) -> Sending<'a, Option<T>>
    where
        Self: Ready<S::Missing>,
    {
        sending(self.write(Request::optional), client)
    }

    /// Sends the request over a transport that blocks.
    pub fn send_blocking<H: Blocking>(&self, client: &GraphClient<H>) -> Result<Option<T>, Error>
    where
        Self: Ready<S::Missing>,
    {
        self.request()?.send_blocking(client)
    }
}

impl<T: Table + Fields, V> Draft<T, Update<V>> {
    pub(crate) fn of_changes(target: Target, changes: Changes<T>) -> Self {
        Self::of(Box::new(Contents { target: Some((Method::PATCH, target)), body: changes.into_body() }))
    }

    /// What was set, as changes that can be made to a value too.
    pub fn changes(&self) -> Changes<T> {
        Changes::new(self.contents.body.clone())
    }
}

/// What was set, not to what.
impl<T: Table, S> fmt::Debug for Draft<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("odata_type", &T::SHAPE.type_name())
            .field("path", &self.contents.target.as_ref().map_or("", |(_, target)| target.path.template.as_str()))
            .field("set", &self.contents.body)
            .finish()
    }
}
