//! The pages of a round of a delta query, as streams and iterators.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready as ready_now};

use futures_core::Stream;

use super::link::DeltaLink;
use super::page::{DeltaAnswer, DeltaPage};
use super::resync::Resync;
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::HttpClient;
use crate::client::send::ready;
use crate::request::Request;
use crate::request::link::Link;
use crate::request::walk::Walk;

/// The pages of a round of a delta query, one after the other, as a [`Stream`] and by [`next`](Self::next). A page is asked
/// for when the one before has been taken.
///
/// The round is over with the page whose link [is one to later changes](DeltaLink::is_delta), and with a
/// [`Resync`](DeltaAnswer::Resync), which may come at any page. Links are sent as they came, with the headers of the first
/// request, and to the client's own origin only; one that was followed before is [`Error::Link`], and so is one beyond
/// [`max_pages`](Self::max_pages). A page without a clear link is given out, and the error after it. After an error nothing
/// more comes; [`link`](Self::link) is where to go on.
#[must_use = "a stream does nothing until it is polled"]
pub struct DeltaPages<T, I, H> {
    walk: Walk<DeltaPage<T, I>, H>,
    /// What a link in an error is made of.
    origin: Option<Link<DeltaPage<T, I>>>,
}

impl<T, I, H> DeltaPages<T, I, H> {
    pub(super) fn new<V>(first: Result<Request<DeltaPage<T, I>, V>, Error>, client: &GraphClient<H>) -> Self {
        let origin = first.as_ref().ok().map(|request| Link::after(&request.parts, String::new(), request.decode));
        Self { walk: Walk::new(first, client), origin }
    }

    pub(super) fn at(link: DeltaLink<T, I>, client: &GraphClient<H>) -> Self {
        let origin = Some(link.link().clone());
        Self { walk: Walk::at(link, client), origin }
    }

    fn blocking(self) -> Self {
        Self { walk: self.walk.blocking(), ..self }
    }

    /// How many pages are read at most; one more is [`Error::Link`]. A million by default.
    pub fn max_pages(self, pages: u64) -> Self {
        Self { walk: self.walk.max_pages(pages), ..self }
    }

    /// Where to go on: at the page that comes next, or that failed, and at the end of the round with what changes later.
    /// `None` before the first page of a request, and if that fails: then it is the request.
    pub fn link(&self) -> Option<&DeltaLink<T, I>> {
        self.walk.link()
    }
}

impl<T: 'static, I: 'static, H: HttpClient> DeltaPages<T, I, H> {
    /// The next page, or that all is to be asked for again; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<DeltaAnswer<T, I>, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<DeltaAnswer<T, I>, Error>>> {
        let next = ready_now!(self.walk.poll(context));
        Poll::Ready(next.map(|page| match page {
            Ok(page) => Ok(DeltaAnswer::Page(page)),
            Err(error) => Resync::of(error, self.origin.as_ref(), self.walk.client()).map(DeltaAnswer::Resync),
        }))
    }
}

/// Fused: after the last page, and after an error, it is over.
impl<T: 'static, I: 'static, H: HttpClient> Stream for DeltaPages<T, I, H> {
    type Item = Result<DeltaAnswer<T, I>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

/// Nothing in it is pinned.
impl<T, I, H> Unpin for DeltaPages<T, I, H> {}

impl<T, I, H> fmt::Debug for DeltaPages<T, I, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeltaPages")
            .field("pages", &self.walk.pages())
            .field("link", &self.link())
            .finish_non_exhaustive()
    }
}

/// The changes of all pages of a round, as a [`Stream`] and by [`next`](Self::next). A [`Resync`] is the error that the
/// service answered with, of status 410: to have it as a value, take the [pages](DeltaPages).
///
/// One page is held at a time. After an error nothing more comes.
#[must_use = "a stream does nothing until it is polled"]
pub struct DeltaChanges<T, I, H> {
    pages: DeltaPages<T, I, H>,
    page: std::vec::IntoIter<I>,
}

impl<T, I, H> DeltaChanges<T, I, H> {
    pub(super) fn new(pages: DeltaPages<T, I, H>) -> Self {
        Self { pages, page: Vec::new().into_iter() }
    }

    /// How many pages are read at most; one more is [`Error::Link`]. A million by default.
    pub fn max_pages(self, pages: u64) -> Self {
        Self { pages: self.pages.max_pages(pages), ..self }
    }

    /// Where to go on once the changes of the page at hand are taken; at the end, with what changes later.
    pub fn link(&self) -> Option<&DeltaLink<T, I>> {
        self.pages.link()
    }
}

impl<T: 'static, I: 'static, H: HttpClient> DeltaChanges<T, I, H> {
    /// The next change; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<I, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<I, Error>>> {
        loop {
            if let Some(change) = self.page.next() {
                return Poll::Ready(Some(Ok(change)));
            }
            match ready_now!(self.pages.walk.poll(context)) {
                Some(Ok(page)) => self.page = page.into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// Nothing in it is pinned.
impl<T, I, H> Unpin for DeltaChanges<T, I, H> {}

impl<T: 'static, I: 'static, H: HttpClient> Stream for DeltaChanges<T, I, H> {
    type Item = Result<I, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<T, I, H> fmt::Debug for DeltaChanges<T, I, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeltaChanges").field("pages", &self.pages).finish_non_exhaustive()
    }
}

/// The pages of a round over a transport that blocks. See [`DeltaPages`].
#[must_use = "an iterator does nothing until it is asked"]
pub struct DeltaPagesBlocking<T, I, H>(DeltaPages<T, I, H>);

impl<T, I, H> DeltaPagesBlocking<T, I, H> {
    pub(super) fn new(pages: DeltaPages<T, I, H>) -> Self {
        Self(pages.blocking())
    }

    /// See [`DeltaPages::max_pages`].
    pub fn max_pages(self, pages: u64) -> Self {
        Self(self.0.max_pages(pages))
    }

    /// See [`DeltaPages::link`].
    pub fn link(&self) -> Option<&DeltaLink<T, I>> {
        self.0.link()
    }
}

impl<T: 'static, I: 'static, H: HttpClient> Iterator for DeltaPagesBlocking<T, I, H> {
    type Item = Result<DeltaAnswer<T, I>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = ready(async { self.0.next().await.transpose() }).transpose();
        self.0.walk.end_after(next.as_ref());
        next
    }
}

impl<T, I, H> fmt::Debug for DeltaPagesBlocking<T, I, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The changes of all pages of a round over a transport that blocks. See [`DeltaChanges`].
#[must_use = "an iterator does nothing until it is asked"]
pub struct DeltaChangesBlocking<T, I, H>(DeltaChanges<T, I, H>);

impl<T, I, H> DeltaChangesBlocking<T, I, H> {
    pub(super) fn new(changes: DeltaChanges<T, I, H>) -> Self {
        Self(DeltaChanges { pages: changes.pages.blocking(), page: changes.page })
    }

    /// See [`DeltaChanges::max_pages`].
    pub fn max_pages(self, pages: u64) -> Self {
        Self(self.0.max_pages(pages))
    }

    /// See [`DeltaChanges::link`].
    pub fn link(&self) -> Option<&DeltaLink<T, I>> {
        self.0.link()
    }
}

impl<T: 'static, I: 'static, H: HttpClient> Iterator for DeltaChangesBlocking<T, I, H> {
    type Item = Result<I, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = ready(async { self.0.next().await.transpose() }).transpose();
        self.0.pages.walk.end_after(next.as_ref());
        next
    }
}

impl<T, I, H> fmt::Debug for DeltaChangesBlocking<T, I, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
