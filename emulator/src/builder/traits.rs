//! How what is declared behaves: paging, conditions, types, keys.

use super::Builder;
use crate::declared::Trait;
use crate::setup::Setting;

/// Behaviour. Each call is for something that is declared, in whatever order.
impl Builder {
    /// The collection has the rules of directory objects (users, groups, applications, …): the `/$count` segment,
    /// `$search`, filters with `ne`, `not`, `endsWith` or `/$count`, `$filter` with `$orderby`, and options behind a cast
    /// are advanced queries, which need `ConsistencyLevel: eventual` and, but for `$search` and the `/$count` segment,
    /// `$count=true`; else they are a 400. `$expand` gives at most 20
    /// items of a relation, and an object is created with at most 20 references.
    pub fn directory(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.set(version, template, Setting::Trait(Trait::Directory))
    }

    /// How many items a page of the list has if the request doesn't say. 100 unless told otherwise.
    pub fn page_size(self, version: impl Into<String>, template: impl Into<String>, items: usize) -> Self {
        self.set(version, template, Setting::PageSize(items))
    }

    /// Every second page of the list is empty and has a link to the next one, as a service may do at any time.
    pub fn empty_pages(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.set(version, template, Setting::Trait(Trait::EmptyPages))
    }

    /// Nothing is updated, replaced or deleted without `If-Match`: that is a 428.
    pub fn require_if_match(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.set(version, template, Setting::Trait(Trait::NeedsIfMatch))
    }

    /// An update is answered with 200 and the item, as Intune does, instead of 204.
    pub fn answers_updates(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.set(version, template, Setting::Trait(Trait::AnswersUpdates))
    }

    /// The type of the collection is abstract: a `POST` must name a type in `@odata.type`, and not the collection's own.
    pub fn abstract_type(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.set(version, template, Setting::Trait(Trait::Abstract))
    }

    /// A property that can stand for the key in a path: `groups(uniqueName='x')`. No two items have the same value.
    ///
    /// A `PATCH` there, or at a key, with `Prefer: create-if-missing` creates what is missing.
    pub fn alternate_key(
        self,
        version: impl Into<String>,
        template: impl Into<String>,
        property: impl Into<String>,
    ) -> Self {
        self.set(version, template, Setting::AlternateKey(property.into()))
    }
}
