//! What every generated builder is made of.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use http::Method;
use serde_core::Serialize;

use super::body::Body;
use super::state::{Nested, Ready, State, Targeted, Update, Upsert};
use super::target::Target;
use super::version::AnyVersion;
use super::{Changes, Request};
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::entity::GraphEntity;
use crate::model::write::Form;
use crate::model::{Extra, Fields, IntoValue, SlotRef, Table, Value, serde_field::SerdeRef};

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
pub struct Draft<T, S> {
    /// Where the write goes, and how; none if the draft is to become a part of another.
    target: Option<(Method, Target)>,
    body: Body,
    marker: PhantomData<fn() -> (T, S)>,
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
    T::builder(Draft::new(None, Form::Create))
}

impl<T: Table, S> Draft<T, S> {
    /// Nothing set.
    pub(crate) fn new(target: Option<(Method, Target)>, form: Form) -> Self {
        Self { target, body: Body::new(T::SHAPE, form), marker: PhantomData }
    }

    /// Sets the property with the number `index`.
    pub fn put<V: Value, N>(mut self, index: usize, value: &impl IntoValue<V>) -> Draft<T, N> {
        self.body.put(index, value);
        self.into_state()
    }

    /// The same for a `#[graph(serde)]` field.
    pub fn put_serde<V: Serialize, N>(mut self, index: usize, value: impl Into<V>) -> Draft<T, N> {
        let value = value.into();
        self.body.put_slot(index, SlotRef::Serde(&value as &dyn SerdeRef));
        self.into_state()
    }

    /// Sets what a value or a draft of the `base` type holds.
    pub fn put_base<V: Value, N>(mut self, base: &impl IntoValue<V>) -> Draft<T, N> {
        base.put_members(&mut self.body);
        self.into_state()
    }

    /// Sets members that the struct does not name.
    pub fn put_extra(mut self, extra: impl Into<Extra>) -> Self {
        self.body.put_extra(&extra.into());
        self
    }

    /// The same draft in another state.
    pub fn into_state<N>(self) -> Draft<T, N> {
        Draft { target: self.target, body: self.body, marker: PhantomData }
    }

    /// What was set, for the draft that this one is a part of.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The request with all that was set as its body; `answered` says how its answer is read.
    fn write<R, V>(&self, answered: fn(Target, Method) -> Request<R, V>) -> Result<Request<R, V>, Error> {
        let Some((method, target)) = self.target.clone() else {
            return Err(UsageError::new("a draft goes into another one, not to a service").into());
        };
        answered(target, method).with_properties::<T>(self.body.finish()?).check()
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
        self.write(Target::request_json)
    }

    /// Sends the request.
    pub fn send<'a, H: HttpClient>(&self, client: &'a GraphClient<H>) -> Sending<'a, T>
    where
        Self: Ready<S::Missing>,
        S: Targeted,
        T: GraphEntity,
    {
        sending(self.write(Target::request_json), client)
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
        self.write(Target::request_optional)
    }

    /// Sends the request.
    pub fn send<'a, H: HttpClient>(&self, client: &'a GraphClient<H>) -> Sending<'a, Option<T>> {
        sending(self.write(Target::request_optional), client)
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
        self.write(Target::request_optional)
    }

    /// Sends the request.
    pub fn send<'a, H: HttpClient>(&self, client: &'a GraphClient<H>) -> Sending<'a, Option<T>>
    where
        Self: Ready<S::Missing>,
    {
        sending(self.write(Target::request_optional), client)
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
        Self { target: Some((Method::PATCH, target)), body: changes.into_body(), marker: PhantomData }
    }

    /// What was set, as changes that can be made to a value too.
    pub fn changes(&self) -> Changes<T> {
        Changes::new(self.body.clone())
    }
}

/// What was set, not to what.
impl<T: Table, S> fmt::Debug for Draft<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("odata_type", &T::SHAPE.type_name())
            .field("path", &self.target.as_ref().map_or("", |(_, target)| target.path.template.as_str()))
            .field("set", &self.body)
            .finish()
    }
}
