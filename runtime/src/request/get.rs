//! Reading one entity.

use std::fmt;

use http::Method;

use super::Request;
use super::query::Options;
use super::query::projection::Projection;
use super::target::Target;
use super::version::ClientVersion;
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::entity::GraphEntity;

/// A request that reads an entity. It asks for the properties that the struct names and no more (`$select`), and for its
/// relationships with the properties that their structs name (`$expand`).
#[must_use = "a request does nothing until it is sent"]
pub struct Get<T, V = ClientVersion> {
    target: Target,
    options: Options,
    /// What is known of the type once it is known to be an entity: so `rustc` tells no more than once that it is not.
    projection: fn(u8) -> &'static Projection,
    request: fn(Target, Method) -> Request<T, V>,
}

impl<T, V> Get<T, V> {
    pub(crate) fn new(target: Target) -> Self
    where
        T: GraphEntity,
    {
        let projection = |depth| Projection::of::<T>(T::SHAPE, depth);
        Self { target, options: Options::new(), projection, request: Target::request_json }
    }

    /// Leaves `$select` and `$expand` out: the service sends its default set, and an `extra` field keeps what the struct
    /// doesn't name.
    pub fn all_properties(mut self) -> Self {
        self.options.all_properties();
        self
    }

    /// How many levels of relationships are expanded: 1 unless told otherwise, 0 for none. Services have bounds; many
    /// take one level.
    pub fn expand_depth(mut self, levels: u8) -> Self {
        self.options.expand_depth(levels);
        self
    }

    /// Sets a query option in OData's own words, in place of what would be there: `$expand` with options of its own.
    /// The value is encoded here.
    pub fn query_option(mut self, name: &str, value: &str) -> Self {
        self.options.raw(name, value);
        self
    }

    /// The request, to be changed, looked at or sent later. It fails if an id can't be part of a path.
    pub fn request(mut self) -> Result<Request<T, V>, Error> {
        let mut request = (self.request)(self.target.cast_path(), Method::GET);
        self.options.write(&mut request.parts, self.projection, false);
        request.check()
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

impl<T, V> fmt::Debug for Get<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Get").field("path", &self.target.path.template).finish_non_exhaustive()
    }
}
