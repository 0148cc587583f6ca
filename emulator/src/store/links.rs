//! The references of one relation, in the order in which they were added.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use crate::address::Address;

/// An item that a reference leads to, where it lives.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Target {
    pub(crate) address: Address,
    pub(crate) id: String,
}

#[derive(Debug, Default, Clone)]
pub(crate) struct Links {
    by_place: BTreeMap<u64, Target>,
    /// The same, to know what is there without a search.
    all: HashSet<Target>,
    next: u64,
}

static EMPTY: LazyLock<Links> = LazyLock::new(Links::default);

impl Links {
    /// A relation that nothing was ever added to.
    pub(crate) fn empty() -> &'static Self {
        &EMPTY
    }

    pub(crate) fn len(&self) -> usize {
        self.by_place.len()
    }

    /// The references from a place on, each with its place.
    pub(crate) fn from(&self, place: u64) -> impl Iterator<Item = (u64, &Target)> {
        self.by_place.range(place..).map(|(place, target)| (*place, target))
    }

    pub(crate) fn has(&self, target: &Target) -> bool {
        self.all.contains(target)
    }

    pub(super) fn add(&mut self, target: Target) -> bool {
        if !self.all.insert(target.clone()) {
            return false;
        }
        self.by_place.insert(self.next, target);
        self.next += 1;
        true
    }

    pub(super) fn retain(&mut self, keeps: impl Fn(&Target) -> bool) {
        self.by_place.retain(|_, target| keeps(target));
        self.all.retain(keeps);
    }
}
