//! All that is stored: items in the order of their making, references, and media. What a request may do to them isn't
//! in here.

mod items;
mod journal;
mod links;

use std::collections::HashMap;

use bytes::Bytes;
use serde_json::{Map, Value};

use crate::address::Address;
use crate::declared::Declared;
use crate::upload::Uploads;

pub(crate) use items::{Items, Stored};
pub(crate) use journal::{At as RoundAt, Cursor, Event, Journal};
pub(crate) use links::{Links, Target};

/// The members of an item.
pub(crate) type Item = Map<String, Value>;

/// The key of what has none: a singleton.
pub(crate) const ALONE: &str = "";

/// The type that an item names itself, without the `#`.
pub(crate) fn own_type(item: &Item) -> Option<&str> {
    item.get("@odata.type").and_then(Value::as_str).map(bare_type)
}

/// A type's name without what is before its `#`.
pub(crate) fn bare_type(text: &str) -> &str {
    text.rsplit('#').next().unwrap_or_default()
}

#[derive(Debug, Default, Clone)]
pub(crate) struct Store {
    items: HashMap<Address, Items>,
    links: HashMap<Address, Links>,
    contents: HashMap<Address, Content>,
    pub(crate) uploads: Uploads,
    /// The number of the last write. It is the version of what was written.
    writes: u64,
    journal: Journal,
}

/// The bytes of a media resource or a stream.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    pub(crate) media_type: String,
    pub(crate) bytes: Bytes,
    pub(crate) version: u64,
}

impl Store {
    /// The items of one collection.
    pub(crate) fn items(&self, address: &Address) -> &Items {
        self.items.get(address).unwrap_or_else(|| Items::empty())
    }

    /// The references of one relation.
    pub(crate) fn links(&self, address: &Address) -> &Links {
        self.links.get(address).unwrap_or_else(|| Links::empty())
    }

    pub(crate) fn content(&self, address: &Address) -> Option<&Content> {
        self.contents.get(address)
    }

    /// Adds `item`, unless it shares its key or a value of a unique property with another: then that property's name
    /// is the error.
    pub(crate) fn insert<'a>(
        &mut self,
        address: &Address,
        declared: &'a Declared,
        id: &str,
        item: Item,
    ) -> Result<(), &'a str> {
        if self.items(address).get(id).is_some() {
            return Err("id");
        }
        self.put(address, declared, id, item)
    }

    /// Writes `item` in place of the one with this key, or as a new one, unless it shares a value of a unique property
    /// with another: then that property's name is the error.
    pub(crate) fn put<'a>(
        &mut self,
        address: &Address,
        declared: &'a Declared,
        id: &str,
        item: Item,
    ) -> Result<(), &'a str> {
        let items = self.items.entry(address.clone()).or_default();
        if let Some(name) = declared.unique_properties().find(|name| items.has_other_with(id, name, item.get(*name))) {
            return Err(name);
        }
        self.writes += 1;
        self.journal.put(address, id, items.get(id).map(|stored| &stored.item), &item);
        items.put(id, Stored { item, version: self.writes });
        Ok(())
    }

    /// Removes an item, with all that lives below it and all references to it.
    pub(crate) fn remove(&mut self, declared: &[Declared], address: &Address, id: &str) {
        if let Some(items) = self.items.get_mut(address).filter(|items| items.get(id).is_some()) {
            items.remove(id);
            self.journal.remove(address, id);
        }
        let is_below = |other: &Address| {
            let parents = &declared[other.collection].parents;
            parents.iter().any(|parent| {
                let is_same = parent.collection == address.collection && other.keys[..parent.key] == address.keys;
                let is_union = declared[parent.collection].unites(address.collection);
                (is_same || is_union) && other.keys[parent.key] == id
            })
        };
        self.items.retain(|other, _| !is_below(other));
        self.contents.retain(|other, _| !is_below(other));
        self.links.retain(|other, _| !is_below(other));
        let target = Target { address: address.clone(), id: id.to_owned() };
        for (relation, links) in &mut self.links {
            if links.has(&target) {
                self.journal.link(relation, &target);
            }
            // What was below the item is gone as well, and so are references to that.
            links.retain(|link| *link != target && !is_below(&link.address));
        }
    }

    /// Adds a reference; `false` if it is there already.
    pub(crate) fn link(&mut self, address: &Address, target: Target) -> bool {
        let is_new = self.links.entry(address.clone()).or_default().add(target.clone());
        if is_new {
            self.journal.link(address, &target);
        }
        is_new
    }

    /// Removes a reference; `false` if there is none.
    pub(crate) fn unlink(&mut self, address: &Address, is_meant: impl Fn(&Target) -> bool) -> bool {
        let Some(links) = self.links.get_mut(address) else { return false };
        let before = links.len();
        for (_, target) in links.from(0).filter(|(_, target)| is_meant(target)) {
            self.journal.link(address, target);
        }
        links.retain(|link| !is_meant(link));
        links.len() < before
    }

    /// From now on changes are written down.
    pub(crate) fn track(&mut self, declared: &[Declared]) {
        self.journal.track(declared);
    }

    pub(crate) fn journal(&self) -> &Journal {
        &self.journal
    }

    pub(crate) fn journal_mut(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// Writes the bytes of a media resource, and says their version.
    pub(crate) fn put_content(&mut self, address: Address, media_type: String, bytes: Bytes) -> u64 {
        self.writes += 1;
        self.contents.insert(address, Content { media_type, bytes, version: self.writes });
        self.writes
    }

    /// Removes them; `false` if there are none.
    pub(crate) fn remove_content(&mut self, address: &Address) -> bool {
        self.contents.remove(address).is_some()
    }
}
