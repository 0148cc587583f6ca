//! Reading one entity.

use std::fmt;
use std::marker::PhantomData;

use http::Method;

use super::Request;
use super::path::Path;
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::entity::GraphEntity;
use crate::model::Shape;

/// A request that reads an entity. It asks for the properties that the struct names and no more (`$select`).
#[must_use = "a request does nothing until it is sent"]
pub struct Get<T> {
    path: Path,
    select: bool,
    entity: PhantomData<fn() -> T>,
}

impl<T: GraphEntity> Get<T> {
    pub(crate) fn new(path: Path) -> Self {
        Self { path, select: true, entity: PhantomData }
    }

    /// Leaves `$select` out: the service sends its default set, and an `extra` field keeps what the struct doesn't name.
    pub fn all_properties(self) -> Self {
        Self { select: false, ..self }
    }

    /// The request, to be changed, looked at or sent later. It fails if an id can't be part of a path.
    pub fn request(self) -> Result<Request<T>, Error> {
        let request = Request::new(Method::GET, T::VERSION, self.path).map_err(Error::Usage)?;
        Ok(match self.select.then(|| select(T::SHAPE)) {
            Some(names) if !names.is_empty() => request.with_query(&format!("$select={names}")),
            _ => request,
        })
    }

    /// Sends the request.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<T, Error> {
        self.request()?.send(client).await
    }

    /// Sends the request over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<T, Error> {
        self.request()?.send_blocking(client)
    }
}

impl<T> fmt::Debug for Get<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Get").field("path", &self.path.template).field("select", &self.select).finish()
    }
}

/// The properties that a service can be asked for: not what is only ever written, no control information, and no
/// relationships.
fn select(shape: &Shape) -> String {
    let other = Shape::WRITE_ONLY | Shape::CONTROL | Shape::NAVIGATION;
    let selected = (0..shape.names.len()).filter(|&index| !shape.is(index, other));
    selected.map(|index| shape.names[index]).collect::<Vec<_>>().join(",")
}
