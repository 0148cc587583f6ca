//! What every generated builder is made of.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use http::Method;
use serde_core::Serialize;

use super::Request;
use super::body::Body;
use super::path::Path;
use super::state::{Ready, State};
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::entity::GraphEntity;
use crate::model::{IntoValue, SlotRef, Value, serde_field::SerdeRef};

/// Where a write goes.
#[derive(Debug)]
pub struct Target(pub(crate) Path);

/// A request on its way. Boxed: a future of its own for each builder took a tenth of the time that a derive takes to
/// check.
pub type Sending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// The properties that were set, and in `S` whether the required ones are among them.
pub struct Draft<T, S> {
    target: Target,
    body: Body,
    marker: PhantomData<fn() -> (T, S)>,
}

impl<T: GraphEntity, S> Draft<T, S> {
    /// Nothing set.
    pub fn new(target: Target) -> Self {
        Self { target, body: Body::new(T::table()), marker: PhantomData }
    }

    /// Sets the property with the number `index`.
    pub fn put<V: Value, N>(mut self, index: usize, value: impl IntoValue<V>) -> Draft<T, N> {
        self.body.put(index, value.into_value().get());
        self.into_state()
    }

    /// The same for a `#[graph(serde)]` field.
    pub fn put_serde<V: Serialize, N>(mut self, index: usize, value: impl Into<V>) -> Draft<T, N> {
        let value = value.into();
        self.body.put(index, SlotRef::Serde(&value as &dyn SerdeRef));
        self.into_state()
    }

    fn into_state<N>(self) -> Draft<T, N> {
        Draft { target: self.target, body: self.body, marker: PhantomData }
    }
}

/// What ends the chain, once nothing required is missing. A generated builder derefs to its draft for these.
impl<T: GraphEntity, S: State> Draft<T, S> {
    /// The request, to be changed, looked at or sent later. It fails if an id can't be part of a path.
    pub fn request(&self) -> Result<Request<T>, Error>
    where
        Self: Ready<S::Missing>,
    {
        self.create().map_err(Error::Usage)
    }

    fn create(&self) -> Result<Request<T>, UsageError> {
        Ok(Request::new(Method::POST, T::VERSION, self.target.0.clone())?.with_json(self.body.finish()?))
    }

    /// Sends the request.
    pub fn send<'a, H: HttpClient>(&self, client: &'a GraphClient<H>) -> Sending<'a, T>
    where
        Self: Ready<S::Missing>,
    {
        let request = self.request();
        Box::pin(async move { request?.send(client).await })
    }

    /// Sends the request over a transport that blocks.
    pub fn send_blocking<H: Blocking>(&self, client: &GraphClient<H>) -> Result<T, Error>
    where
        Self: Ready<S::Missing>,
    {
        self.request()?.send_blocking(client)
    }
}

/// What was set, not to what.
impl<T: GraphEntity, S> fmt::Debug for Draft<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("odata_type", &T::ODATA_TYPE)
            .field("path", &self.target.0.template)
            .field("set", &self.body)
            .finish()
    }
}
