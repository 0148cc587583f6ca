//! The first request of a delta query.

use std::fmt;
use std::marker::PhantomData;

use http::Method;

use super::link::DeltaLink;
use super::page::{self, DeltaAnswer, DeltaPage};
use super::pages::{DeltaChanges, DeltaChangesBlocking, DeltaPages, DeltaPagesBlocking};
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::entity::GraphEntity;
use crate::model::{Change, Guarded, Shape};
use crate::request::Request;
use crate::request::query::Options;
use crate::request::query::filter::Filter;
use crate::request::query::projection::{self, Projection};
use crate::request::request::Decode;
use crate::request::target::Target;
use crate::request::version::ClientVersion;

/// A request for what has changed among the entities `T`, each change read as an `I`.
///
/// It asks for the properties that the struct names and no more (`$select`), and with a field
/// `#[graph(annotation = "members@delta")]` for `members` too, whose changes are told there. Options are for this first
/// request; the service has them in its links.
///
/// The first round tells all entities that there are, later ones what has changed. A change has the key and what has
/// changed, not the whole entity; the same entity may come several times, in any order, and a change that was told may
/// come again. So changes are merged by their keys, and the last one holds.
/// ```no_run
/// # use std::collections::HashMap;
/// # use graph_entity::{Blocking, Change, DeltaAnswer, DeltaLink, Error, GraphClient, GraphEntity};
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
/// struct User {
///     #[graph(key)]
///     id: String,
///     display_name: Option<String>,
/// }
///
/// /// Brings `names` up to date, from `state` on: `None` at first. The new state is to be stored with the names.
/// fn sync<H: Blocking>(
///     names: &mut HashMap<String, String>,
///     state: &mut Option<DeltaLink<User>>,
///     client: &GraphClient<H>,
/// ) -> Result<(), Error> {
///     for answer in User::collection().delta().since(state.clone()).iter_pages(client) {
///         match answer? {
///             DeltaAnswer::Page(page) => {
///                 for change in page.changes() {
///                     let key = change.key().unwrap_or_default().into_owned();
///                     match change {
///                         Change::Removed(_) => _ = names.remove(&key),
///                         Change::Upsert(user) if user.is_present("displayName") => {
///                             names.insert(key, user.value().display_name.clone().unwrap_or_default());
///                         }
///                         Change::Upsert(_) => {}
///                     }
///                 }
///                 *state = Some(page.link()?.clone());
///             }
///             // The service does not know any more what was told: all is asked for again.
///             DeltaAnswer::Resync(resync) => {
///                 names.clear();
///                 *state = resync.into_link();
///             }
///         }
///     }
///     Ok(())
/// }
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct Delta<T, I = Change<T>, V = ClientVersion> {
    target: Target,
    options: Options,
    preferences: Vec<String>,
    /// By which option the service is asked for changes from now on.
    token: &'static str,
    shape: &'static Shape,
    projection: fn(u8) -> &'static Projection,
    decode: Decode<DeltaPage<T, I>>,
    since: Option<DeltaLink<T, I>>,
    lives: PhantomData<fn() -> V>,
}

impl<T: GraphEntity, V> Delta<T, Change<T>, V> {
    pub(crate) fn new(target: Target, token: &'static str) -> Self {
        let mut options = Options::new();
        // The header and the `$count` of advanced queries are none of a delta query's.
        options.advanced(false);
        options.expand_depth(0);
        Self {
            target,
            options,
            preferences: Vec::new(),
            token,
            shape: T::SHAPE,
            projection: |depth| Projection::of::<T>(T::SHAPE, depth),
            decode: page::decode,
            since: None,
            lives: PhantomData,
        }
    }

    /// Reads each change by itself: one that does not fit its type becomes [`Guarded::Bad`], with its JSON, and the
    /// others of its page are read. To be called before [`since`](Self::since).
    pub fn guarded(self) -> Delta<T, Guarded<Change<T>>, V> {
        let Self { target, options, preferences, token, shape, projection, .. } = self;
        Delta {
            target,
            options,
            preferences,
            token,
            shape,
            projection,
            decode: page::decode,
            since: None,
            lives: PhantomData,
        }
    }
}

impl<T, I, V> Delta<T, I, V> {
    /// Tells changes of those only of which this is true (`$filter`). Few services take it; of users and groups it is the
    /// `id` that can be asked for.
    pub fn filter(mut self, filter: Filter<T>) -> Self {
        self.options.filter(filter.condition);
        self
    }

    /// Asks for pages of at most `count` changes (`Prefer: odata.maxpagesize`).
    pub fn max_page_size(self, count: u32) -> Self {
        self.prefer(&format!("odata.maxpagesize={count}"))
    }

    /// Asks for changes from now on only: the answer has no changes, and a link to those that are to come.
    ///
    /// Of a collection that is `$deltatoken=latest`, of a drive's item `token=latest`.
    pub fn latest(mut self) -> Self {
        self.options.raw(self.token, "latest");
        self
    }

    /// Leaves `$select` out: the service sends its default set, and an `extra` field keeps what the struct doesn't name.
    pub fn all_properties(mut self) -> Self {
        self.options.all_properties();
        self
    }

    /// Adds a preference, which goes with each page: `return=minimal` asks for no more than what has changed, a drive knows
    /// `deltashowremovedasdeleted`, `deltatraversepermissiongaps`, `deltashowsharingchanges` and `hierarchicalsharing`.
    pub fn prefer(mut self, preference: &str) -> Self {
        self.preferences.push(preference.to_owned());
        self
    }

    /// Sets a query option in OData's own words, in place of what would be there: `startDateTime` of a calendar view. The
    /// value is encoded here.
    pub fn query_option(mut self, name: &str, value: &str) -> Self {
        self.options.raw(name, value);
        self
    }

    /// Goes on at a link that the service told before, in place of the beginning. It has the options of its first request,
    /// so those of this one are not sent. `None` is the beginning: a program has one line for its first run and all others.
    pub fn since(mut self, link: Option<DeltaLink<T, I>>) -> Self {
        self.since = link;
        self
    }

    /// The request of the first page, to be changed, looked at or sent later. It fails if something in it is wrong: an
    /// id that can't be part of a path, a value that can't be sent.
    ///
    /// Sent as it is, a [`Resync`](crate::delta::Resync) is an error with the status 410; [`Self::send`] tells it as a value.
    pub fn request(mut self) -> Result<Request<DeltaPage<T, I>, V>, Error> {
        if let Some(link) = self.since {
            return Ok(link.request().retyped());
        }
        self.select_what_changes();
        let target = self.target.cast_path().map(|path| path.segment("delta"));
        let mut request = target.request(Method::GET, self.decode, || None);
        self.options.write(&mut request.parts, self.projection, false);
        for preference in &self.preferences {
            request.parts.prefer(preference);
        }
        request.check()
    }

    /// `members` for `members@delta`: what is not asked for is not told.
    fn select_what_changes(&mut self) {
        let changing: Vec<_> = self.shape.names.iter().filter_map(|name| name.strip_suffix("@delta")).collect();
        let selects = self.options.selects() && self.shape.flags & Shape::ALL_PROPERTIES == 0;
        if changing.is_empty() || !selects {
            return;
        }
        let own = projection::select(self.shape);
        let names: Vec<_> = Some(&*own).filter(|own| !own.is_empty()).into_iter().chain(changing).collect();
        self.options.raw("$select", &names.join(","));
    }

    /// Sends the request and returns the first page, or that all has to be asked for again.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<DeltaAnswer<T, I>, Error> {
        page::answer(self.request()?, client).await
    }

    /// [`Self::send`] over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<DeltaAnswer<T, I>, Error> {
        page::answer_blocking(self.request()?, client)
    }

    /// The pages of the round, as a stream. What is wrong with the request is its first item.
    pub fn pages<H: HttpClient>(mut self, client: &GraphClient<H>) -> DeltaPages<T, I, H> {
        if let Some(link) = self.since.take() {
            return link.pages(client);
        }
        DeltaPages::new(self.request(), client)
    }

    /// The changes of all pages of the round, as a stream. What is wrong with the request is its first item.
    pub fn stream<H: HttpClient>(self, client: &GraphClient<H>) -> DeltaChanges<T, I, H> {
        DeltaChanges::new(self.pages(client))
    }

    /// The pages of the round, over a transport that blocks.
    pub fn iter_pages<H: Blocking>(self, client: &GraphClient<H>) -> DeltaPagesBlocking<T, I, H> {
        DeltaPagesBlocking::new(self.pages(client))
    }

    /// The changes of all pages of the round, over a transport that blocks.
    pub fn iter<H: Blocking>(self, client: &GraphClient<H>) -> DeltaChangesBlocking<T, I, H> {
        DeltaChangesBlocking::new(self.stream(client))
    }
}

impl<T, I, V> fmt::Debug for Delta<T, I, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delta").field("path", &self.target.path.template).finish_non_exhaustive()
    }
}
