//! One page of changes, and what a delta query is answered with.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;

use super::link::DeltaLink;
use super::resync::Resync;
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::link::Asked;
use crate::client::link_error::LinkError;
use crate::client::send::ready;
use crate::json;
use crate::model::{Change, Value};
use crate::request::Request;
use crate::request::link::Link;
use crate::request::page::Read;
use crate::request::version::AnyVersion;
use crate::request::walk::{After, Paged};

/// What a delta query is answered with.
#[derive(Debug)]
pub enum DeltaAnswer<T, I = Change<T>> {
    /// Changes, and where to go on.
    Page(DeltaPage<T, I>),
    /// The service does not know any more what was told before: all is to be asked for again (410).
    Resync(Resync<T, I>),
}

/// A page of changes, and where the next ones are.
///
/// A page may be empty and have a next one all the same.
pub struct DeltaPage<T, I = Change<T>> {
    changes: Vec<I>,
    link: Result<DeltaLink<T, I>, LinkError>,
    entity: PhantomData<fn() -> T>,
}

impl<T, I> DeltaPage<T, I> {
    /// The changes, in the order in which they hold.
    pub fn changes(&self) -> &[I] {
        &self.changes
    }

    /// The changes, without the link.
    pub fn into_changes(self) -> Vec<I> {
        self.changes
    }

    /// Where to go on: at the next page of the round, or later, with what has changed until then
    /// ([`is_delta`](DeltaLink::is_delta)).
    ///
    /// Fails if the service told neither, or both, which no service should: [`LinkError::is_unclear`].
    pub fn link(&self) -> Result<&DeltaLink<T, I>, LinkError> {
        self.link.as_ref().map_err(Clone::clone)
    }

    /// The changes, and where to go on.
    pub fn into_parts(self) -> (Vec<I>, Result<DeltaLink<T, I>, LinkError>) {
        (self.changes, self.link)
    }
}

impl<T, I> IntoIterator for DeltaPage<T, I> {
    type Item = I;
    type IntoIter = std::vec::IntoIter<I>;

    fn into_iter(self) -> Self::IntoIter {
        self.changes.into_iter()
    }
}

impl<T, I: fmt::Debug> fmt::Debug for DeltaPage<T, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeltaPage").field("changes", &self.changes).field("link", &self.link).finish()
    }
}

impl<T, I> Paged for DeltaPage<T, I> {
    type Link = DeltaLink<T, I>;

    fn after(&self) -> After<DeltaLink<T, I>> {
        match &self.link {
            Ok(link) if link.is_delta() => After::End(Some(link.clone())),
            Ok(link) => After::Next(link.clone()),
            Err(error) => After::Wrong(error.clone().into()),
        }
    }

    fn url(link: &DeltaLink<T, I>) -> &str {
        link.url()
    }

    fn request(link: DeltaLink<T, I>) -> Request<Self, AnyVersion> {
        link.request()
    }
}

/// Reads a page. What the next page's request needs of this one's goes into its link.
pub(super) fn decode<T, I: Value>(asked: &Asked<'_>, body: &Bytes) -> Result<DeltaPage<T, I>, json::Error> {
    let read = Read::<Vec<I>>::page(body)?;
    let link = |url: &str, is_delta| {
        Ok(DeltaLink::new(Link::after(asked.parts, asked.link(url), decode::<T, I> as _), is_delta))
    };
    let link = match (&read.next, &read.delta) {
        (Some(next), None) => link(next, false),
        (None, Some(delta)) => link(delta, true),
        (None, None) => Err(LinkError::none_of_delta()),
        (Some(_), Some(_)) => Err(LinkError::both_of_delta()),
    };
    Ok(DeltaPage { changes: read.items, link, entity: PhantomData })
}

/// Sends the request of a page.
pub(super) async fn answer<T, I, V, H: HttpClient>(
    request: Request<DeltaPage<T, I>, V>,
    client: &GraphClient<H>,
) -> Result<DeltaAnswer<T, I>, Error> {
    let origin = Link::after(&request.parts, String::new(), request.decode);
    match client.send(request).await {
        Ok(page) => Ok(DeltaAnswer::Page(page)),
        Err(error) => Resync::of(error, Some(&origin), client).map(DeltaAnswer::Resync),
    }
}

/// [`answer`] over a transport that blocks.
pub(super) fn answer_blocking<T, I, V, H: Blocking>(
    request: Request<DeltaPage<T, I>, V>,
    client: &GraphClient<H>,
) -> Result<DeltaAnswer<T, I>, Error> {
    ready(answer(request, &client.blocking()))
}
