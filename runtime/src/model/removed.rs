//! An entity that was removed.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Map, Value as Json};

use super::fields::Table;
use super::partial::Partial;

/// An entity that was removed: its key, why, and what else was told.
#[derive(Clone, PartialEq)]
pub struct Removed<T> {
    partial: Partial<T>,
    /// An object: that of `@removed`, or what stands for it.
    told: Json,
}

/// Why an entity is among those that were removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RemovedReason<'a> {
    /// It is no longer among those that were asked for, or can be restored: a user in the bin, a member who left.
    Changed,
    /// It is gone for good. Of a drive's item, which tells no reason, it is this one.
    Deleted,
    /// What else the service says.
    Other(&'a str),
}

impl<T: Table> Removed<T> {
    pub(super) fn new(partial: Partial<T>) -> Self {
        Self { partial, told: Json::Object(Map::new()) }
    }

    pub(super) fn partial_mut(&mut self) -> &mut Partial<T> {
        &mut self.partial
    }

    pub(super) fn told(&self) -> &Json {
        &self.told
    }

    pub(super) fn told_mut(&mut self) -> &mut Json {
        &mut self.told
    }

    /// The key of the entity as a text, see [`Partial::key`].
    pub fn key(&self) -> Option<Cow<'_, str>> {
        self.partial.key()
    }

    /// Why it was removed; `None` if the service did not tell.
    pub fn reason(&self) -> Option<RemovedReason<'_>> {
        Some(match self.more("reason")?.as_str()? {
            reason if reason.eq_ignore_ascii_case("changed") => RemovedReason::Changed,
            reason if reason.eq_ignore_ascii_case("deleted") => RemovedReason::Deleted,
            other => RemovedReason::Other(other),
        })
    }

    /// A member of `@removed`, or of the facet `deleted` that stands for it, such as `state`.
    pub fn more(&self, name: &str) -> Option<&Json> {
        self.told.get(name)
    }

    /// What was told of the entity beside that: its key, seldom more.
    pub fn partial(&self) -> &Partial<T> {
        &self.partial
    }

    /// The same by value.
    pub fn into_partial(self) -> Partial<T> {
        self.partial
    }
}

impl<T: fmt::Debug> fmt::Debug for Removed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Removed")
            .field("reason", &self.told.get("reason").and_then(Json::as_str))
            .field("partial", &self.partial)
            .finish_non_exhaustive()
    }
}
