//! The items of one collection, found by key or by place without a search.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde_json::Value;

use super::Item;

#[derive(Debug, Default, Clone)]
pub(crate) struct Items {
    /// Places only grow: an item that is added while someone turns pages comes at the end.
    by_place: BTreeMap<u64, Stored>,
    places: HashMap<String, u64>,
    next: u64,
}

/// An item as it was last written.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) item: Item,
    pub(crate) version: u64,
}

static EMPTY: LazyLock<Items> = LazyLock::new(Items::default);

impl Items {
    /// A collection that nothing was ever written to.
    pub(crate) fn empty() -> &'static Self {
        &EMPTY
    }

    pub(crate) fn len(&self) -> usize {
        self.by_place.len()
    }

    /// The item whose key is `id`. Unlike a property's value, a key is compared exactly.
    pub(crate) fn get(&self, id: &str) -> Option<&Stored> {
        self.by_place.get(self.places.get(id)?)
    }

    /// The items from a place on, each with its place.
    pub(crate) fn from(&self, place: u64) -> impl Iterator<Item = (u64, &Stored)> {
        self.by_place.range(place..).map(|(place, stored)| (*place, stored))
    }

    /// Whether another item than `id` shares this value of the property `name`.
    pub(super) fn has_other_with(&self, id: &str, name: &str, value: Option<&Value>) -> bool {
        let own = self.places.get(id);
        let mut others = self.by_place.iter().filter(|(place, _)| own != Some(place));
        others.any(|(_, other)| share(other.item.get(name), value))
    }

    pub(super) fn put(&mut self, id: &str, stored: Stored) {
        let place = *self.places.entry(id.to_owned()).or_insert_with(|| {
            self.next += 1;
            self.next
        });
        self.by_place.insert(place, stored);
    }

    pub(super) fn remove(&mut self, id: &str) {
        if let Some(place) = self.places.remove(id) {
            self.by_place.remove(&place);
        }
    }
}

/// Whether two values of a unique property are one; null and absence are shared by all.
fn share(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(Value::String(a)), Some(Value::String(b))) => a.eq_ignore_ascii_case(b),
        (Some(Value::Null) | None, _) => false,
        (a, b) => a == b,
    }
}
