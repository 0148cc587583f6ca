//! From page to page: streams and iterators (W6).

use std::borrow::Cow;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::next_link::NextLink;
use super::page::Page;
use super::request::Request;
use crate::client::GraphClient;
use crate::client::error::{Error, LinkError};
use crate::client::http_client::HttpClient;
use crate::client::send::ready;

/// How many pages are read by default: more than any collection of Graph has.
const MAX_PAGES: u64 = 1_000_000;

type Fetching<T> = Pin<Box<dyn Future<Output = Result<Page<T>, Error>> + Send>>;

/// The pages of a collection, one after the other, as a [`Stream`] and by [`next`](Self::next). A page is asked for when
/// the one before has been taken.
///
/// The link to the next page is sent as it came, with the headers of the first request, and to the client's own origin
/// only. A link that was followed before is [`Error::Link`], and so is one beyond [`max_pages`](Self::max_pages). After
/// an error nothing more comes; [`next_link`](Self::next_link) is where to go on.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<T, H> {
    client: GraphClient<H>,
    state: State<T>,
    /// What is asked for next.
    next: Option<NextLink<T>>,
    limit: u64,
    guard: LoopGuard,
}

enum State<T> {
    /// The first page has not been asked for.
    First(Box<Request<Page<T>>>),
    Failed(Box<Error>),
    Fetching(Fetching<T>),
    /// A page was given out; `next` says whether there is another.
    Between,
    Done,
}

impl<T, H> Pages<T, H> {
    pub(super) fn new<V>(first: Result<Request<Page<T>, V>, Error>, client: &GraphClient<H>) -> Self {
        let (state, guard) = match first {
            Ok(request) => {
                let guard = LoopGuard::new(client.url(&request.parts));
                (State::First(Box::new(request.retyped())), guard)
            }
            Err(error) => (State::Failed(Box::new(error)), LoopGuard::new(String::new())),
        };
        Self { client: client.clone(), state, next: None, limit: MAX_PAGES, guard }
    }

    /// The same for calls that block.
    fn blocking(mut self) -> Self {
        self.client = self.client.blocking();
        self
    }

    /// Ends it after an error, also where a future was not ready, which leaves it as it was.
    fn end_after<U>(&mut self, next: Option<&Result<U, Error>>) {
        if let Some(Err(_)) = next {
            self.state = State::Done;
        }
    }

    /// How many pages are read at most; one more is [`Error::Link`]. A million by default.
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.limit = pages;
        self
    }

    /// Where the page is that comes next. After an error it is the page that failed, so that the work can go on there; of
    /// the first page there is no link, but the request.
    pub fn next_link(&self) -> Option<&NextLink<T>> {
        self.next.as_ref()
    }
}

impl<T: 'static, H: HttpClient> Pages<T, H> {
    /// The next page; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<Page<T>, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Page<T>, Error>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Done) {
                State::First(request) => match self.guard.page(self.limit) {
                    Ok(()) => self.state = State::Fetching(self.fetch(*request)),
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                State::Failed(error) => return Poll::Ready(Some(Err(*error))),
                State::Fetching(mut fetching) => match fetching.as_mut().poll(context) {
                    Poll::Pending => {
                        self.state = State::Fetching(fetching);
                        return Poll::Pending;
                    }
                    Poll::Ready(Ok(page)) => {
                        self.next = page.next_link().cloned();
                        self.state = State::Between;
                        return Poll::Ready(Some(Ok(page)));
                    }
                    Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                },
                State::Between => {
                    let Some(next) = self.next.clone() else { return Poll::Ready(None) };
                    if let Err(error) = self.guard.follow(next.url()).and_then(|()| self.guard.page(self.limit)) {
                        return Poll::Ready(Some(Err(error)));
                    }
                    self.state = State::Fetching(self.fetch(next.request().retyped()));
                }
                State::Done => return Poll::Ready(None),
            }
        }
    }

    fn fetch(&self, request: Request<Page<T>>) -> Fetching<T> {
        let client = self.client.clone();
        Box::pin(async move { client.send(request).await })
    }
}

/// Fused: after the last page, and after an error, it is over.
impl<T: 'static, H: HttpClient> Stream for Pages<T, H> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<T, H> fmt::Debug for Pages<T, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("pages", &self.guard.pages).field("next", &self.next).finish_non_exhaustive()
    }
}

/// Links that lead to where one was before, found without keeping all of them (Brent's algorithm): each is compared with
/// one of those before, which is a later one each time that twice as many were followed.
struct LoopGuard {
    pages: u64,
    kept: String,
    since: u64,
    keep_after: u64,
}

impl LoopGuard {
    fn new(first: String) -> Self {
        Self { pages: 0, kept: as_sent(&first).into_owned(), since: 0, keep_after: 1 }
    }

    /// Counts a page.
    fn page(&mut self, max: u64) -> Result<(), Error> {
        if self.pages >= max {
            return Err(LinkError::too_many_pages(max).into());
        }
        self.pages += 1;
        Ok(())
    }

    fn follow(&mut self, url: &str) -> Result<(), Error> {
        let url = as_sent(url);
        if self.kept == url {
            return Err(LinkError::leads_back().into());
        }
        self.since += 1;
        if self.since == self.keep_after {
            self.kept = url.into_owned();
            self.since = 0;
            self.keep_after *= 2;
        }
        Ok(())
    }
}

/// The one character that transports encode as they like: a service that links to the URL that it was asked by may write it
/// otherwise than we do.
fn as_sent(url: &str) -> Cow<'_, str> {
    if url.contains("%27") { Cow::Owned(url.replace("%27", "'")) } else { Cow::Borrowed(url) }
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
        Self(pages.blocking())
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
        self.0.end_after(next.as_ref());
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
        Self(Items { pages: items.pages.blocking(), page: items.page })
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
        self.0.pages.end_after(next.as_ref());
        next
    }
}

impl<T, H> fmt::Debug for ItemsBlocking<T, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
