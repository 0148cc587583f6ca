//! Where a sync is: the link to the next page of a delta query, or to later changes.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde_core::de::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::page::{self, DeltaAnswer, DeltaPage};
use super::pages::{DeltaChanges, DeltaChangesBlocking, DeltaPages, DeltaPagesBlocking};
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::model::{Change, Value};
use crate::request::Request;
use crate::request::link::{Kept, Link};
use crate::request::version::AnyVersion;

/// Where a delta query goes on: at the next page of a round, or with later changes once the round is over. It is sent as the
/// service told it, with the headers that the first request had and each page needs again (`Prefer`).
///
/// It serialises, so that a sync can stop and go on later, in another process: `Option<DeltaLink<User>>` is the whole of
/// where a sync is, and `None`, or `null`, its beginning. A page of changes and this link are to be stored together, in one
/// transaction. See [`Delta::since`](crate::delta::Delta::since).
///
/// The service forgets: a link to later changes is good for some days (seven, for the directory), after which the answer is
/// a [`Resync`](crate::delta::Resync).
///
/// **It is a secret**, as a token is. `Debug` shows nothing of it. A client sends it to its own origin only; one that leads
/// elsewhere is [`Error::Link`](crate::Error::Link), and nothing is sent.
pub struct DeltaLink<T, I = Change<T>> {
    link: Link<DeltaPage<T, I>>,
    is_delta: bool,
    entity: PhantomData<fn() -> T>,
}

const NEXT: &str = "next";
const DELTA: &str = "delta";

impl<T, I> DeltaLink<T, I> {
    pub(super) fn new(link: Link<DeltaPage<T, I>>, is_delta: bool) -> Self {
        Self { link, is_delta, entity: PhantomData }
    }

    pub(super) fn url(&self) -> &str {
        self.link.url()
    }

    pub(super) fn link(&self) -> &Link<DeltaPage<T, I>> {
        &self.link
    }

    /// Whether the round is over: the link is to be followed later, and leads to what has changed until then. Else it leads
    /// to the next page of the round, now.
    pub fn is_delta(&self) -> bool {
        self.is_delta
    }

    /// The request of that page. Sent as it is, a [`Resync`](crate::delta::Resync) is an error with the status 410; [`Self::send`]
    /// tells it as a value.
    pub fn request(self) -> Request<DeltaPage<T, I>, AnyVersion> {
        self.link.into_request()
    }

    /// Asks for that page.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<DeltaAnswer<T, I>, Error> {
        page::answer(self.request(), client).await
    }

    /// [`Self::send`] over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<DeltaAnswer<T, I>, Error> {
        page::answer_blocking(self.request(), client)
    }

    /// That page and all after it in its round, as a stream.
    pub fn pages<H: HttpClient>(self, client: &GraphClient<H>) -> DeltaPages<T, I, H> {
        DeltaPages::at(self, client)
    }

    /// The changes of that page and all after it in its round, as a stream.
    pub fn stream<H: HttpClient>(self, client: &GraphClient<H>) -> DeltaChanges<T, I, H> {
        DeltaChanges::new(self.pages(client))
    }

    /// That page and all after it in its round, over a transport that blocks.
    pub fn iter_pages<H: Blocking>(self, client: &GraphClient<H>) -> DeltaPagesBlocking<T, I, H> {
        DeltaPagesBlocking::new(self.pages(client))
    }

    /// The changes of that page and all after it in its round, over a transport that blocks.
    pub fn iter<H: Blocking>(self, client: &GraphClient<H>) -> DeltaChangesBlocking<T, I, H> {
        DeltaChangesBlocking::new(self.stream(client))
    }
}

impl<T, I> Clone for DeltaLink<T, I> {
    fn clone(&self) -> Self {
        Self::new(self.link.clone(), self.is_delta)
    }
}

/// By URL, and what it leads to.
impl<T, I> PartialEq for DeltaLink<T, I> {
    fn eq(&self, other: &Self) -> bool {
        self.is_delta == other.is_delta && self.url() == other.url()
    }
}

impl<T, I> Eq for DeltaLink<T, I> {}

impl<T, I> fmt::Debug for DeltaLink<T, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeltaLink")
            .field("path_template", &self.link.template)
            .field("is_delta", &self.is_delta)
            .finish_non_exhaustive()
    }
}

/// An object: `url`, `template`, the headers by their names, and as `kind` whether it is `next` or `delta`.
impl<T, I> Serialize for DeltaLink<T, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.link.serialize(Some(if self.is_delta { DELTA } else { NEXT }), serializer)
    }
}

/// Fails for what is no `https` URL, but for one of this machine.
impl<'de, T, I: Value> Deserialize<'de> for DeltaLink<T, I> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Kept::deserialize(deserializer)?;
        let is_delta = match kept.kind.as_deref() {
            Some(NEXT) => false,
            Some(DELTA) => true,
            _ => return Err(D::Error::custom("the link's `kind` is neither `next` nor `delta`")),
        };
        Ok(Self::new(Link::kept(kept, page::decode), is_delta))
    }
}

/// A link to later changes that was kept as a text, by another program. It has no headers to send again. Fails for what is
/// no `https` URL, but for one of this machine.
impl<T, I: Value> FromStr for DeltaLink<T, I> {
    type Err = UsageError;

    fn from_str(url: &str) -> Result<Self, UsageError> {
        Ok(Self::new(Link::of_text(url, page::decode)?, true))
    }
}
