//! Several requests in one exchange (`$batch`, W7).
//!
//! A [`Batch`] takes requests and gives a [`Handle`] for each; the [`Answers`] give for a handle what its request would
//! have been answered with by itself, its own status, headers and error included. [`join`] does the same for a tuple.
//! ```
//! use graph_entity::{Batch, Error, GraphClient, GraphEntity, HttpClient};
//!
//! #[derive(GraphEntity)]
//! #[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
//! struct User {
//!     id: String,
//! }
//!
//! #[derive(GraphEntity)]
//! #[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
//! struct Group {
//!     #[graph(key, read_only)]
//!     id: String,
//!     display_name: String,
//! }
//!
//! async fn run<H: HttpClient>(client: &GraphClient<H>) -> Result<(), Error> {
//!     let mut batch = Batch::new();
//!     let me = batch.add(User::me().get().request()?);
//!     // Done only if `me` was.
//!     let group = batch.add_after(Group::collection().create().display_name("Ops").request()?, me);
//!     let mut answers = batch.send(client).await?;
//!     let me: User = answers.take(me)?;
//!     let group: Result<Group, Error> = answers.take(group);
//! #   Ok(())
//! }
//! ```
//! **What is sent.** At most 20 requests go into one exchange; more of them are several exchanges, one after the other. A
//! service takes few shapes of `dependsOn`, so what depends on others goes along with them where that is one of these
//! shapes, and in a later exchange otherwise: each combination works.
//!
//! **What fails by itself is repeated by itself**, by the rules of [`Retry`], after the longest `Retry-After` of all: what
//! was throttled, and what waited for it.
//!
//! **No transaction**: what was done stays done, whatever becomes of the others.
//!
//! A URL of more than 2,048 characters, which a service refuses by itself, can go by a batch.

mod after;
mod answers;
mod join;
pub(crate) mod plan;
pub(crate) mod read;
pub(crate) mod write;

use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

pub use self::after::After;
pub use self::answers::Answers;
pub(crate) use self::answers::Outcome;
pub use self::join::{Joined, Requests, join};
use super::parts::Parts;
use super::request::{Decode, Request};
use super::version::ClientVersion;
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::retry::Retry;
use crate::client::send::ready;

/// Requests that go to the service together, all to the same [version](crate::version) `V` of the API: that of the first
/// one, as the compiler sees it. See the [module](self).
#[must_use = "a batch does nothing until it is sent"]
pub struct Batch<V = ClientVersion> {
    id: u64,
    items: Vec<Item>,
    settings: Settings,
    version: PhantomData<fn() -> V>,
}

/// One request of a batch.
pub(crate) struct Item {
    pub(crate) parts: Parts,
    /// The numbers of those that have to be done before, which are smaller than its own.
    pub(crate) after: Vec<usize>,
}

/// What holds for the exchanges of a batch.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) retry: Option<Retry>,
    pub(crate) timeout: Option<Duration>,
}

/// Stands for one request of a batch, which is answered with a `T`.
pub struct Handle<T> {
    batch: u64,
    index: usize,
    decode: Decode<T>,
    empty: fn() -> Option<T>,
}

/// No two batches of a program have the same handles.
static NEXT: AtomicU64 = AtomicU64::new(0);

impl<V> Batch<V> {
    /// A batch without requests.
    #[allow(clippy::new_without_default)] // its version would have to be told
    pub fn new() -> Self {
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        Self { id, items: Vec::new(), settings: Settings::default(), version: PhantomData }
    }

    /// Adds a request. What the exchange decides by itself, such as the request's [timeout](Request::timeout), holds for all
    /// that go together: the longest.
    pub fn add<T, W>(&mut self, request: Request<T, W>) -> Handle<T>
    where
        W: InBatchOf<V>,
    {
        self.push(request.retyped(), Vec::new())
    }

    /// Adds a request that is to be done only if others were, which are given by their handles: one, or several as an array,
    /// a slice, a `Vec` or a tuple. If one of them is not, this one is [`Error::Batch`].
    pub fn add_after<T, W>(&mut self, request: Request<T, W>, others: impl After) -> Handle<T>
    where
        W: InBatchOf<V>,
    {
        let mut request = request.retyped();
        let mut after = Vec::new();
        others.each(&mut |batch, index| {
            if batch == self.id {
                after.push(index);
            } else {
                request.parts.fail(UsageError::new("it is to come after a request of another batch"));
            }
        });
        after.sort_unstable();
        after.dedup();
        self.push(request, after)
    }

    fn push<T>(&mut self, request: Request<T>, after: Vec<usize>) -> Handle<T> {
        let Request { parts, decode, empty, .. } = request;
        self.items.push(Item { parts, after });
        Handle { batch: self.id, index: self.items.len() - 1, decode, empty }
    }

    /// Sets when and how often the exchanges of the batch are repeated, and the requests that have no policy of their own, in
    /// place of the client's policy. Its [`deadline`](Retry::deadline) is for the whole batch.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.settings.retry = Some(retry);
        self
    }

    /// Sets how long each exchange may take, in place of the client's timeout and of the requests' own.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// How many requests there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no request.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Sends the requests. That one of them fails is told by the [`Answers`].
    ///
    /// Fails if a request can't go into this batch ([`Error::Usage`], nothing was sent), and if the exchange fails before
    /// any request was answered: then all have failed. Where some were answered before, those that were not are
    /// [`Error::Batch`] in the answers.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<Answers, Error> {
        let outcomes = client.run_batch(&self.items, &self.settings).await?;
        Ok(Answers::new(self.id, client.shared(), self.items, outcomes))
    }

    /// [`Self::send`] over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<Answers, Error> {
        ready(self.send(&client.blocking()))
    }
}

/// The version `V` of a batch is this one. All requests of a batch go to the same.
#[diagnostic::on_unimplemented(
    message = "a batch of requests to `{V}` takes none to `{Self}`",
    label = "this request goes to another version of the API than the ones before",
    note = "all requests of a batch go to the same version: `request.in_version(…)` changes that of one, and two batches can \
            have two versions"
)]
pub trait InBatchOf<V> {}

impl<V> InBatchOf<V> for V {}

impl Item {
    /// What is wrong with it, for who has many.
    pub(crate) fn wrong(&self, error: UsageError) -> UsageError {
        UsageError::with_cause(format!("`{}` can't go into the batch: {error}", self.parts.template), error)
    }
}

impl<T> Copy for Handle<T> {}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> fmt::Debug for Handle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle").field("index", &self.index).finish_non_exhaustive()
    }
}

/// Methods and templates.
impl<V> fmt::Debug for Batch<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let items = self.items.iter().map(|item| (&item.parts.method, &item.parts.template));
        f.write_str("Batch ")?;
        f.debug_list().entries(items).finish()
    }
}
