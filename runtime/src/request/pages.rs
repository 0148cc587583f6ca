//! The pages of lists, as streams and iterators (W6): what [`List`](crate::List) gives by `stream`, `pages`,
//! `iter` and `iter_pages`, and what a [`NextLink`](crate::NextLink) goes on with.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::next_link::NextLink;
use super::page::Page;
use super::request::Request;
use super::version::AnyVersion;
use super::walk::{After, Paged, Walk};
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::HttpClient;
use crate::client::send::ready;

/// The pages of a collection, one after the other, as a [`Stream`] and by [`next`](Self::next). A page is asked for when
/// the one before has been taken.
///
/// The link to the next page is sent as it came, with the headers of the first request, and to the client's own origin
/// only. A link that was followed before is [`Error::Link`], and so is one beyond [`max_pages`](Self::max_pages). After
/// an error nothing more comes; [`next_link`](Self::next_link) is where to go on.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<T, H> {
    walk: Walk<Page<T>, H>,
}

impl<T> Paged for Page<T> {
    type Link = NextLink<T>;

    fn after(&self) -> After<NextLink<T>> {
        match self.next_link() {
            Some(next) => After::Next(next.clone()),
            None => After::End(None),
        }
    }

    fn url(link: &NextLink<T>) -> &str {
        link.url()
    }

    fn request(link: NextLink<T>) -> Request<Self, AnyVersion> {
        link.request()
    }
}

impl<T, H> Pages<T, H> {
    pub(super) fn new<V>(first: Result<Request<Page<T>, V>, Error>, client: &GraphClient<H>) -> Self {
        Self { walk: Walk::new(first, client) }
    }

    /// How many pages are read at most; one more is [`Error::Link`]. A million by default.
    pub fn max_pages(self, pages: u64) -> Self {
        Self { walk: self.walk.max_pages(pages) }
    }

    /// Where the page is that comes next. After an error it is the page that failed, so that the work can go on there; of
    /// the first page there is no link, but the request.
    pub fn next_link(&self) -> Option<&NextLink<T>> {
        self.walk.link()
    }
}

impl<T: 'static, H: HttpClient> Pages<T, H> {
    /// The next page; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<Page<T>, Error>> {
        self.walk.next().await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Page<T>, Error>>> {
        self.walk.poll(context)
    }
}

/// Nothing in it is pinned.
impl<T, H> Unpin for Pages<T, H> {}

/// Fused: after the last page, and after an error, it is over.
impl<T: 'static, H: HttpClient> Stream for Pages<T, H> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<T, H> fmt::Debug for Pages<T, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("pages", &self.walk.pages())
            .field("next", &self.next_link())
            .finish_non_exhaustive()
    }
}

/// The items of all pages, as a [`Stream`] and by [`next`](Self::next).
///
/// One page is held at a time. After an error nothing more comes.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<T, H> {
    pages: Pages<T, H>,
    page: std::vec::IntoIter<T>,
}

impl<T, H> Items<T, H> {
    pub(super) fn new(pages: Pages<T, H>) -> Self {
        Self { pages, page: Vec::new().into_iter() }
    }

    /// How many pages are read at most; one more is [`Error::Link`]. A million by default.
    pub fn max_pages(self, pages: u64) -> Self {
        Self { pages: self.pages.max_pages(pages), ..self }
    }

    /// Where the page is that comes after the page at hand: who goes on there leaves out what has not been taken of this
    /// one.
    pub fn next_link(&self) -> Option<&NextLink<T>> {
        self.pages.next_link()
    }
}

impl<T: 'static, H: HttpClient> Items<T, H> {
    /// The next item; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// All items. An error takes the place of those before it: to keep them, take [`next`](Self::next).
    pub async fn collect(mut self) -> Result<Vec<T>, Error> {
        let mut items: Vec<T> = self.page.by_ref().collect();
        while let Some(page) = self.pages.next().await {
            items.extend(page?);
        }
        Ok(items)
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match self.pages.poll(context) {
                Poll::Ready(Some(Ok(page))) => self.page = page.into_iter(),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

/// Nothing in it is pinned.
impl<T, H> Unpin for Items<T, H> {}

impl<T: 'static, H: HttpClient> Stream for Items<T, H> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<T, H> fmt::Debug for Items<T, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}

/// The pages of a collection over a transport that blocks. See [`Pages`].
#[must_use = "an iterator does nothing until it is asked"]
pub struct PagesBlocking<T, H>(Pages<T, H>);

impl<T, H> PagesBlocking<T, H> {
    pub(super) fn new(pages: Pages<T, H>) -> Self {
        Self(Pages { walk: pages.walk.blocking() })
    }

    /// See [`Pages::max_pages`].
    pub fn max_pages(self, pages: u64) -> Self {
        Self(self.0.max_pages(pages))
    }

    /// See [`Pages::next_link`].
    pub fn next_link(&self) -> Option<&NextLink<T>> {
        self.0.next_link()
    }
}

impl<T: 'static, H: HttpClient> Iterator for PagesBlocking<T, H> {
    type Item = Result<Page<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = ready(async { self.0.next().await.transpose() }).transpose();
        self.0.walk.end_after(next.as_ref());
        next
    }
}

impl<T, H> fmt::Debug for PagesBlocking<T, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The items of all pages over a transport that blocks. See [`Items`].
#[must_use = "an iterator does nothing until it is asked"]
pub struct ItemsBlocking<T, H>(Items<T, H>);

impl<T, H> ItemsBlocking<T, H> {
    pub(super) fn new(items: Items<T, H>) -> Self {
        Self(Items { pages: Pages { walk: items.pages.walk.blocking() }, page: items.page })
    }

    /// See [`Items::max_pages`].
    pub fn max_pages(self, pages: u64) -> Self {
        Self(self.0.max_pages(pages))
    }

    /// See [`Items::next_link`].
    pub fn next_link(&self) -> Option<&NextLink<T>> {
        self.0.next_link()
    }
}

impl<T: 'static, H: HttpClient> Iterator for ItemsBlocking<T, H> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = ready(async { self.0.next().await.transpose() }).transpose();
        self.0.pages.walk.end_after(next.as_ref());
        next
    }
}

impl<T, H> fmt::Debug for ItemsBlocking<T, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
