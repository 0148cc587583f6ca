//! Relations between items, and collections that are made of others.

use super::{Builder, spot};
use crate::setup::Declaration;

/// Relations.
impl Builder {
    /// Declares a relation to many items, `groups/{id}/members`, which live in the collections `targets`, such as
    /// `users`. A union may stand for all that it unites.
    ///
    /// References are added by `POST …/$ref` or `members@odata.bind`, and removed by `DELETE …/{id}/$ref`. **A `DELETE`
    /// without the `/$ref` deletes the item that the reference leads to**, as the service does.
    pub fn references<T: Into<String>>(
        self,
        version: impl Into<String>,
        template: impl Into<String>,
        targets: impl IntoIterator<Item = T>,
    ) -> Self {
        self.declare(version, template, Declaration::References(targets.into_iter().map(Into::into).collect()))
    }

    /// Declares a relation to one item, `users/{id}/manager`, which lives in one of the collections `targets`.
    ///
    /// It is set by `PUT …/$ref` or `manager@odata.bind`, and ended by `DELETE …/$ref`, or by binding null.
    pub fn reference<T: Into<String>>(
        self,
        version: impl Into<String>,
        template: impl Into<String>,
        targets: impl IntoIterator<Item = T>,
    ) -> Self {
        self.declare(version, template, Declaration::Reference(targets.into_iter().map(Into::into).collect()))
    }

    /// Declares a collection that is all items of others: `directoryObjects`.
    pub fn union<T: Into<String>>(
        self,
        version: impl Into<String>,
        template: impl Into<String>,
        members: impl IntoIterator<Item = T>,
    ) -> Self {
        self.declare(version, template, Declaration::Union(members.into_iter().map(Into::into).collect()))
    }

    /// Lets a relation, `groups/g1/members`, lead to the item at `target`, `users/u1`.
    pub fn link(mut self, version: impl Into<String>, path: impl Into<String>, target: impl Into<String>) -> Self {
        self.seeds.links.push((spot(version, path), target.into()));
        self
    }
}
