//! One page of a collection.

use std::fmt;

use bytes::Bytes;
use serde_json::Value as Json;

use super::next_link::NextLink;
use super::pages::{Items, ItemsBlocking, Pages, PagesBlocking};
use super::request::Request;
use crate::client::GraphClient;
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::link::Asked;
use crate::json;
use crate::model::seen::Seen;
use crate::model::{Extra, Fields, Property, Shape, SlotMut, Value, Values};

/// A page of entities, and where the next one is.
///
/// A page may be empty and have a next one all the same; the last page is the one without.
pub struct Page<T> {
    items: Vec<T>,
    count: Option<u64>,
    next: Option<NextLink<T>>,
}

impl<T> Page<T> {
    /// The entities.
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// The entities of this page, without the rest.
    pub fn into_items(self) -> Vec<T> {
        self.items
    }

    /// The entities, and where the next page is.
    pub fn into_parts(self) -> (Vec<T>, Option<NextLink<T>>) {
        (self.items, self.next)
    }

    /// How many entities all pages have together, if this was asked for. Only the first page tells it.
    pub fn count(&self) -> Option<u64> {
        self.count
    }

    /// Where the next page is. The last one has none.
    pub fn next_link(&self) -> Option<&NextLink<T>> {
        self.next.as_ref()
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("items", &self.items)
            .field("count", &self.count)
            .field("has_next", &self.next.is_some())
            .finish()
    }
}

/// Reads a page. What the next page's request needs of this one's goes into its link.
pub(crate) fn decode<T: Value>(asked: &Asked<'_>, body: &Bytes) -> Result<Page<T>, json::Error> {
    let read = Read::<Vec<T>>::page(body)?;
    let next = read.next.map(|url| NextLink::after(asked, &url));
    Ok(Page { items: read.items, count: read.count.as_ref().and_then(number), next })
}

/// A count may be a string, and services tell `-1` for none: what is no count is none.
fn number(count: &Json) -> Option<u64> {
    count.as_u64().or_else(|| count.as_str()?.parse().ok())
}

/// Reads the value of an operation from the `value` of its answer.
pub(crate) fn decode_value<T: Property>(body: &Bytes) -> Result<T, json::Error> {
    let read = Read::<T>::answer(body)?;
    if read.next.is_some() {
        return Err(json::Error::new("$['@odata.nextLink']", "there are more pages: the operation returns a `Page`"));
    }
    if !read.present.contains(ITEMS) {
        return Err(json::Error::expected("an object with `value`"));
    }
    Ok(read.items)
}

const ITEMS: usize = 0;

/// The table of [`Read`]. It is of no type: none is told, and none is expected.
static SHAPE: Shape = Shape {
    odata_type: "#",
    flags: Shape::UNTAGGED,
    names: &["value", "@odata.count", "@odata.nextLink", "@odata.deltaLink"],
    kinds: &[0, Shape::CONTROL, Shape::CONTROL | Shape::SENSITIVE, Shape::CONTROL | Shape::SENSITIVE],
    order: &[0, 1, 2, 3],
};

/// An answer with a `value`, as the reader fills it.
pub(super) struct Read<T> {
    pub(super) items: T,
    count: Option<Json>,
    /// Links that are empty are none.
    pub(super) next: Option<String>,
    pub(super) delta: Option<String>,
    present: Seen,
}

impl<T: Property> Read<T> {
    fn empty() -> Self {
        Self { items: T::empty(), count: None, next: None, delta: None, present: Seen::default() }
    }

    fn answer(body: &[u8]) -> Result<Self, json::Error> {
        let mut read = Self::empty();
        json::read_slice(body, &mut SlotMut::Node(&mut read))?;
        read.next.take_if(|url| url.is_empty());
        read.delta.take_if(|url| url.is_empty());
        Ok(read)
    }

    /// The same of what has to have a `value`.
    pub(super) fn page(body: &[u8]) -> Result<Self, json::Error> {
        let read = Self::answer(body)?;
        if !read.present.contains(ITEMS) {
            return Err(json::Error::expected("a page: an object with `value`"));
        }
        Ok(read)
    }
}

impl<T: Property> Fields for Read<T> {
    fn shape(&self) -> &'static Shape {
        &SHAPE
    }

    fn slot(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            ITEMS => Property::slot(&mut self.items),
            1 => Property::slot(&mut self.count),
            2 => Property::slot(&mut self.next),
            _ => Property::slot(&mut self.delta),
        }
    }

    fn each<'a>(&'a self, _: &mut dyn Values<'a>) {}

    fn extra(&self) -> Option<&Extra> {
        None
    }

    fn present_mut(&mut self) -> Option<&mut Seen> {
        Some(&mut self.present)
    }
}

impl<T: Property> crate::model::fields::NodeSlot for Read<T> {
    fn start(&mut self) -> &mut dyn Fields {
        self
    }

    fn clear(&mut self, default: bool) -> bool {
        if default {
            *self = Self::empty();
        }
        default
    }
}

impl<T, V> Request<Page<T>, V> {
    /// The items of all pages, as a stream.
    pub fn stream<H: HttpClient>(self, client: &GraphClient<H>) -> Items<T, H> {
        Items::new(self.pages(client))
    }

    /// The pages, as a stream.
    pub fn pages<H: HttpClient>(self, client: &GraphClient<H>) -> Pages<T, H> {
        Pages::new(Ok(self), client)
    }

    /// The items of all pages, over a transport that blocks.
    pub fn iter<H: Blocking>(self, client: &GraphClient<H>) -> ItemsBlocking<T, H> {
        ItemsBlocking::new(self.stream(client))
    }

    /// The pages, over a transport that blocks.
    pub fn iter_pages<H: Blocking>(self, client: &GraphClient<H>) -> PagesBlocking<T, H> {
        PagesBlocking::new(self.pages(client))
    }
}
