//! What was written to the collections whose changes are tracked, in order, and the tokens of those who follow them. What a
//! delta query tells of it isn't known here.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{Item, Target};
use crate::address::Address;
use crate::declared::{Declared, Kind};

#[derive(Debug, Default, Clone)]
pub(crate) struct Journal {
    /// The collections whose items are tracked.
    collections: HashSet<usize>,
    /// The relations of these items: the collection and the name.
    relations: HashMap<usize, (usize, String)>,
    entries: Vec<Entry>,
    cursors: HashMap<String, Cursor>,
}

/// Something happened to an item.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) address: Address,
    pub(crate) id: String,
    pub(crate) event: Event,
}

#[derive(Debug, Clone)]
pub(crate) enum Event {
    /// It was made, and all of it is new.
    Made,
    /// These of its properties were written, or taken away.
    Changed(Vec<String>),
    Removed,
    /// A relation to this target began or ended.
    Linked(String, Target),
}

/// Where one who has a token is.
#[derive(Debug, Clone)]
pub(crate) struct Cursor {
    /// Path and query of the link, which are to come back as they are.
    pub(crate) link: String,
    /// The options of the first request.
    pub(crate) options: Vec<(String, String)>,
    pub(crate) at: At,
    /// How many pages the round has had.
    pub(crate) pages: u32,
    pub(crate) is_expired: bool,
}

/// A place in a round.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At {
    /// In the first round, which began when the journal was so long: at a position in the store, and at a piece of what
    /// is there.
    All { began: usize, from: (usize, u64), piece: usize },
    /// In a later round, about this part of the journal: at an item that it is about, and at a piece of that.
    Changes { from: usize, until: usize, item: usize, piece: usize },
    /// Behind a round, of which this much of the journal is told.
    Over { told: usize },
}

impl Journal {
    pub(crate) fn track(&mut self, declared: &[Declared]) {
        for tracking in declared.iter().filter_map(|place| place.delta.as_ref()) {
            let relations = &declared[tracking.items].relations;
            let many = relations.iter().filter(|(_, at)| matches!(declared[*at].kind, Kind::References(_)));
            self.relations.extend(many.map(|(name, at)| (*at, (tracking.items, name.clone()))));
            self.collections.insert(tracking.items);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// A part of it.
    pub(crate) fn between(&self, from: usize, until: usize) -> &[Entry] {
        self.entries.get(from..until.min(self.entries.len())).unwrap_or_default()
    }

    pub(super) fn put(&mut self, address: &Address, id: &str, old: Option<&Item>, new: &Item) {
        if !self.collections.contains(&address.collection) {
            return;
        }
        let event = match old {
            None => Event::Made,
            Some(old) => Event::Changed(changed(old, new)),
        };
        self.entries.push(Entry { address: address.clone(), id: id.to_owned(), event });
    }

    pub(super) fn remove(&mut self, address: &Address, id: &str) {
        if self.collections.contains(&address.collection) {
            self.entries.push(Entry { address: address.clone(), id: id.to_owned(), event: Event::Removed });
        }
    }

    /// A reference in the relation at `address` began or ended.
    pub(super) fn link(&mut self, address: &Address, target: &Target) {
        let (Some((collection, name)), Some((id, keys))) =
            (self.relations.get(&address.collection), address.keys.split_last())
        else {
            return;
        };
        let home = Address { collection: *collection, keys: keys.to_vec() };
        let event = Event::Linked(name.clone(), target.clone());
        self.entries.push(Entry { address: home, id: id.clone(), event });
    }

    pub(crate) fn cursor(&self, token: &str) -> Option<&Cursor> {
        self.cursors.get(token)
    }

    pub(crate) fn keep(&mut self, token: String, cursor: Cursor) {
        self.cursors.insert(token, cursor);
    }

    /// All tokens so far are too old.
    pub(crate) fn expire(&mut self) {
        self.cursors.values_mut().for_each(|cursor| cursor.is_expired = true);
    }
}

/// The properties that differ.
fn changed(old: &Item, new: &Item) -> Vec<String> {
    let written = new.iter().filter(|(name, value)| old.get(*name) != Some(value)).map(|(name, _)| name);
    let gone = old.iter().filter(|(name, value)| !new.contains_key(*name) && **value != Value::Null);
    written.chain(gone.map(|(name, _)| name)).cloned().collect()
}
