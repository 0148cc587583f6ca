//! From page to page: what the streams of lists and of delta queries are made of (W6).

use std::borrow::Cow;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use super::request::Request;
use super::version::AnyVersion;
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::HttpClient;
use crate::client::link_error::LinkError;

/// How many pages are read by default: more than any collection of Graph has.
const MAX_PAGES: u64 = 1_000_000;

type Fetching<P> = Pin<Box<dyn Future<Output = Result<P, Error>> + Send>>;

/// An answer that may go on.
pub(super) trait Paged: Sized {
    type Link: Clone;

    /// What comes after it.
    fn after(&self) -> After<Self::Link>;
    fn url(link: &Self::Link) -> &str;
    fn request(link: Self::Link) -> Request<Self, AnyVersion>;
}

pub(super) enum After<L> {
    /// Another page.
    Next(L),
    /// Nothing; a link is for later.
    End(Option<L>),
    /// It can't be told.
    Wrong(Error),
}

/// Pages, one after the other. A page is asked for when the one before has been taken.
pub(super) struct Walk<P: Paged, H> {
    client: GraphClient<H>,
    state: State<P>,
    /// What is asked for next, or later.
    link: Option<P::Link>,
    limit: u64,
    guard: LoopGuard,
}

enum State<P> {
    /// The first page has not been asked for.
    First(Box<Request<P>>),
    Failed(Box<Error>),
    Fetching(Fetching<P>),
    /// A page was given out, and there is another.
    Between,
    Done,
}

impl<P: Paged, H> Walk<P, H> {
    pub(super) fn new<V>(first: Result<Request<P, V>, Error>, client: &GraphClient<H>) -> Self {
        let (state, guard) = match first {
            Ok(request) => {
                let guard = LoopGuard::new(client.url(&request.parts));
                (State::First(Box::new(request.retyped())), guard)
            }
            Err(error) => (State::Failed(Box::new(error)), LoopGuard::new(String::new())),
        };
        Self { client: client.clone(), state, link: None, limit: MAX_PAGES, guard }
    }

    /// A walk that begins at `link`, which is where to go on if it fails at once.
    pub(super) fn at(link: P::Link, client: &GraphClient<H>) -> Self {
        let walk = Self::new(Ok(P::request(link.clone())), client);
        Self { link: Some(link), ..walk }
    }

    /// The same for calls that block.
    pub(super) fn blocking(mut self) -> Self {
        self.client = self.client.blocking();
        self
    }

    pub(super) fn client(&self) -> &GraphClient<H> {
        &self.client
    }

    /// Ends it after an error, also where a future was not ready, which leaves it as it was.
    pub(super) fn end_after<U>(&mut self, next: Option<&Result<U, Error>>) {
        if let Some(Err(_)) = next {
            self.state = State::Done;
        }
    }

    pub(super) fn max_pages(mut self, pages: u64) -> Self {
        self.limit = pages;
        self
    }

    pub(super) fn link(&self) -> Option<&P::Link> {
        self.link.as_ref()
    }

    /// How many pages were asked for.
    pub(super) fn pages(&self) -> u64 {
        self.guard.pages
    }
}

impl<P: Paged + 'static, H: HttpClient> Walk<P, H> {
    pub(super) async fn next(&mut self) -> Option<Result<P, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P, Error>>> {
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
                        self.go_on(page.after());
                        return Poll::Ready(Some(Ok(page)));
                    }
                    Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                },
                State::Between => {
                    let Some(next) = self.link.clone() else { return Poll::Ready(None) };
                    if let Err(error) = self.guard.follow(P::url(&next)).and_then(|()| self.guard.page(self.limit)) {
                        return Poll::Ready(Some(Err(error)));
                    }
                    self.state = State::Fetching(self.fetch(P::request(next).retyped()));
                }
                State::Done => return Poll::Ready(None),
            }
        }
    }

    fn go_on(&mut self, after: After<P::Link>) {
        match after {
            After::Next(link) => (self.link, self.state) = (Some(link), State::Between),
            After::End(link) => self.link = link,
            // Where to go on is where this page was.
            After::Wrong(error) => self.state = State::Failed(Box::new(error)),
        }
    }

    fn fetch(&self, request: Request<P>) -> Fetching<P> {
        let client = self.client.clone();
        Box::pin(async move { client.send(request).await })
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
