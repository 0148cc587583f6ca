//! Listing entities.

use std::fmt;
use std::marker::PhantomData;

use http::Method;

use super::page::Page;
use super::pages::{Items, ItemsBlocking, Pages, PagesBlocking};
use super::query::Options;
use super::query::filter::Filter;
use super::query::projection::Projection;
use super::query::property::PropertyPath;
use super::query::search::Search;
use super::request::Decode;
use super::target::Target;
use super::version::ClientVersion;
use super::{Request, page};
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::entity::GraphEntity;
use crate::model::{Guarded, Property};

/// A request that lists the entities `T` of a collection, each read as an `I`.
///
/// It asks for the properties that the struct names and no more (`$select`), and for its relationships with the
/// properties that their structs name (`$expand`). What it adds beyond that is its methods'; directory objects answer
/// some of them by their index only, and the header and the `$count` that this takes are added.
/// ```
/// use graph_entity::{GraphEntity, path};
///
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
/// struct User {
///     display_name: String,
///     account_enabled: bool,
/// }
///
/// let list = User::collection()
///     .list()
///     .filter(path!(User.display_name).starts_with("O'Ne") & path!(User.account_enabled).eq(true))
///     .top(50);
/// assert_eq!(
///     list.request()?.query(),
///     "$select=displayName,accountEnabled\
///      &$filter=startswith(displayName,'O''Ne')%20and%20accountEnabled%20eq%20true&$top=50",
/// );
/// # Ok::<_, graph_entity::Error>(())
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct List<T, I = T, V = ClientVersion> {
    target: Target,
    options: Options,
    page_size: Option<u32>,
    /// What is known of the types once they are known to be what they should: so `rustc` tells no more than once that they
    /// are not.
    projection: fn(u8) -> &'static Projection,
    decode: Decode<Page<I>>,
    entity: PhantomData<fn() -> (T, V)>,
}

#[allow(clippy::mismatching_type_param_order)] // an item is an entity
impl<T, V> List<T, T, V> {
    pub(crate) fn new(target: Target) -> Self
    where
        T: GraphEntity,
    {
        let projection = |depth| Projection::of::<T>(T::SHAPE, depth);
        Self { target, options: Options::new(), page_size: None, projection, decode: page::decode, entity: PhantomData }
    }

    /// Reads each entity by itself: one that does not fit its type becomes [`Guarded::Bad`], with its JSON, and the
    /// others of its page are read.
    pub fn guarded(self) -> List<T, Guarded<T>, V>
    where
        T: Property,
    {
        let Self { target, options, page_size, projection, .. } = self;
        List { target, options, page_size, projection, decode: page::decode, entity: PhantomData }
    }
}

impl<T, I, V> List<T, I, V> {
    /// Lists those only of which this is true (`$filter`). With a second one both have to be.
    pub fn filter(mut self, filter: Filter<T>) -> Self {
        self.options.filter(filter.condition);
        self
    }

    /// Orders by a property, the smallest first (`$orderby`). A second one orders what the first has as equal.
    pub fn order_by<F>(mut self, path: PropertyPath<T, F>) -> Self {
        self.options.order_by(path.leads_to, path.into_name(), "");
        self
    }

    /// Orders by a property, the greatest first.
    pub fn order_by_descending<F>(mut self, path: PropertyPath<T, F>) -> Self {
        self.options.order_by(path.leads_to, path.into_name(), " desc");
        self
    }

    /// Lists those only that a search finds (`$search`).
    pub fn search(mut self, search: impl Into<Search<T>>) -> Self {
        self.options.search(search.into().into_text());
        self
    }

    /// Asks for `count` entities (`$top`): of most collections of Graph a page, after which it goes on, up to a bound (999
    /// users, 1,000 messages); by the standard, and of other services, in all.
    pub fn top(mut self, count: u32) -> Self {
        self.options.top(count.into());
        self
    }

    /// Leaves out the first `count` entities (`$skip`). Few collections know it.
    pub fn skip(mut self, count: u64) -> Self {
        self.options.skip(count);
        self
    }

    /// Asks for the number of all entities, which the first page then tells ([`Page::count`]).
    pub fn count(mut self) -> Self {
        self.options.count();
        self
    }

    /// Whether this is an advanced query, which directory objects answer by their index: it has `ConsistencyLevel:
    /// eventual` and `$count=true`. That is seen by what is asked for, but some properties want it for any condition, and
    /// some services take no `$count`.
    pub fn advanced(mut self, advanced: bool) -> Self {
        self.options.advanced(advanced);
        self
    }

    /// Asks for pages of at most `count` entities (`Prefer: odata.maxpagesize`), which Outlook and Teams want in place
    /// of `$top`.
    pub fn max_page_size(mut self, count: u32) -> Self {
        self.page_size = Some(count);
        self
    }

    /// Leaves `$select` and `$expand` out: the service sends its default set, and an `extra` field keeps what the struct
    /// doesn't name.
    pub fn all_properties(mut self) -> Self {
        self.options.all_properties();
        self
    }

    /// How many levels of relationships are expanded: 1 unless told otherwise, 0 for none. Services have bounds; many
    /// take one level, and none in an advanced query.
    pub fn expand_depth(mut self, levels: u8) -> Self {
        self.options.expand_depth(levels);
        self
    }

    /// Writes an enum's member in a filter with the name of its type, `microsoft.graph.importance'high'`, as OData 4.0
    /// has it. Graph takes `'high'`, which is written otherwise.
    pub fn qualified_enums(mut self) -> Self {
        self.options.qualified_enums();
        self
    }

    /// Sets a query option in OData's own words, in place of what would be there: `$expand` with options of its own.
    /// The value is encoded here.
    pub fn query_option(mut self, name: &str, value: &str) -> Self {
        self.options.raw(name, value);
        self
    }

    /// The request of the first page, to be changed, looked at or sent later. It fails if something in it is wrong: an
    /// id that can't be part of a path, a value that can't be sent.
    pub fn request(mut self) -> Result<Request<Page<I>, V>, Error> {
        let cast = self.target.cast.is_some();
        let mut request = self.target.cast_path().request(Method::GET, self.decode, || None);
        self.options.write(&mut request.parts, self.projection, cast);
        if let Some(count) = self.page_size {
            request.parts.prefer(&format!("odata.maxpagesize={count}"));
        }
        request.check()
    }

    /// Sends the request and returns the first page.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<Page<I>, Error> {
        self.request()?.send(client).await
    }

    /// The first page, over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<Page<I>, Error> {
        self.request()?.send_blocking(client)
    }

    /// The entities of all pages, as a stream. What is wrong with the request is its first item.
    pub fn stream<H: HttpClient>(self, client: &GraphClient<H>) -> Items<I, H> {
        Items::new(self.pages(client))
    }

    /// The pages, as a stream. What is wrong with the request is its first item.
    pub fn pages<H: HttpClient>(self, client: &GraphClient<H>) -> Pages<I, H> {
        Pages::new(self.request(), client)
    }

    /// The entities of all pages, over a transport that blocks.
    pub fn iter<H: Blocking>(self, client: &GraphClient<H>) -> ItemsBlocking<I, H> {
        ItemsBlocking::new(self.stream(client))
    }

    /// The pages, over a transport that blocks.
    pub fn iter_pages<H: Blocking>(self, client: &GraphClient<H>) -> PagesBlocking<I, H> {
        PagesBlocking::new(self.pages(client))
    }
}

impl<T, I, V> fmt::Debug for List<T, I, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("List").field("path", &self.target.path.template).finish_non_exhaustive()
    }
}
