//! What a delta query tells of one entity (W6).

use std::borrow::Cow;
use std::fmt;

use serde_json::Value as Json;

use super::extra::Extra;
use super::family::FamilySlot;
use super::fields::{Fields, Table, Values, node};
use super::part::{self, slots_of_part};
use super::partial::Partial;
use super::removal::RemovalSlot;
use super::removed::Removed;
use super::seen::Seen;
use super::shape::Shape;
use super::slot::{Place, SlotMut, SlotRef};
use super::value::Value;
use super::write::object_impls;
use crate::__private::fits::Edm;

/// One change of a delta query: an entity that was added or changed, or one that was removed.
///
/// A field `#[graph(annotation = "members@delta")]` of type `Vec<Change<DirectoryObject>>` reads the changes of a
/// relationship in the same way, those of a family too.
///
/// An object is a removal if it has one of these, at any place among its members:
/// - `@removed`, or `@odata.removed`, that is not null (OData JSON 15.3, Graph's directory and Outlook);
/// - `@odata.context` that ends in `/$deletedEntity`, which comes first then (OData JSON 4.0, 15.3);
/// - `deleted` that is an object, an empty one too: the facet of a drive's item.
/// ```
/// use graph_entity::{Change, GraphEntity, RemovedReason};
///
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.group")]
/// struct Group {
///     id: String,
///     display_name: String,
///     #[graph(annotation = "members@delta")]
///     members: Vec<Change<User>>,
/// }
///
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user")]
/// struct User {
///     id: String,
/// }
///
/// let changes: Vec<Change<Group>> = graph_entity::json::from_str(
///     r#"[{"id": "1", "members@delta": [{"id": "a"}, {"id": "b", "@removed": {"reason": "deleted"}}]},
///         {"@removed": {"reason": "changed"}, "id": "2"}]"#,
/// )?;
/// let Change::Upsert(group) = &changes[0] else { panic!("it was not removed") };
/// assert!(!group.is_present("displayName"));
/// assert!(group.value().members[1].is_removed());
/// let Change::Removed(group) = &changes[1] else { panic!("it was removed") };
/// assert_eq!(group.reason(), Some(RemovedReason::Changed));
/// assert_eq!(group.key().as_deref(), Some("2"));
/// # Ok::<_, graph_entity::json::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub enum Change<T> {
    /// It was added or changed: what was told of it, which may be its key and one property.
    Upsert(Partial<T>),
    /// It was removed.
    Removed(Removed<T>),
}

impl<T: Table> Change<T> {
    fn new() -> Self {
        Self::Upsert(Partial::new())
    }

    /// What was told of the entity, be it removed or not.
    pub fn partial(&self) -> &Partial<T> {
        match self {
            Self::Upsert(partial) => partial,
            Self::Removed(removed) => removed.partial(),
        }
    }

    fn partial_mut(&mut self) -> &mut Partial<T> {
        match self {
            Self::Upsert(partial) => partial,
            Self::Removed(removed) => removed.partial_mut(),
        }
    }

    fn value(&self) -> &T {
        self.partial().value()
    }

    fn value_mut(&mut self) -> &mut T {
        self.partial_mut().value_mut()
    }

    /// The key of the entity as a text, see [`Partial::key`]. A service always tells it.
    pub fn key(&self) -> Option<Cow<'_, str>> {
        self.partial().key()
    }

    /// Whether the entity was removed.
    pub fn is_removed(&self) -> bool {
        matches!(self, Self::Removed(_))
    }
}

impl<T: fmt::Debug> fmt::Debug for Change<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Upsert(partial) => f.debug_tuple("Upsert").field(partial).finish(),
            Self::Removed(removed) => removed.fmt(f),
        }
    }
}

impl<T: Table> RemovalSlot for Change<T> {
    fn told(&mut self) -> Option<&mut Json> {
        match self {
            Self::Upsert(_) => None,
            Self::Removed(removed) => Some(removed.told_mut()),
        }
    }

    fn remove(&mut self) -> &mut Json {
        if let Self::Upsert(partial) = self {
            *self = Self::Removed(Removed::new(std::mem::replace(partial, Partial::new())));
        }
        match self {
            Self::Removed(removed) => removed.told_mut(),
            Self::Upsert(_) => unreachable!("it was made a removal"),
        }
    }
}

impl<T: Table> Fields for Change<T> {
    fn shape(&self) -> &'static Shape {
        self.partial().shape()
    }

    #[inline]
    fn slot(&mut self, index: usize) -> SlotMut<'_> {
        self.partial_mut().slot(index)
    }

    fn each<'a>(&'a self, values: &mut dyn Values<'a>) {
        self.partial().each(values);
    }

    fn extra(&self) -> Option<&Extra> {
        self.partial().extra()
    }

    fn extra_mut(&mut self) -> Option<&mut Extra> {
        self.partial_mut().extra_mut()
    }

    fn kept_type(&self) -> Option<&Option<String>> {
        self.partial().kept_type()
    }

    fn kept_type_mut(&mut self) -> Option<&mut Option<String>> {
        self.partial_mut().kept_type_mut()
    }

    fn present(&self) -> Option<&Seen> {
        Fields::present(self.partial())
    }

    fn present_mut(&mut self) -> Option<&mut Seen> {
        self.partial_mut().present_mut()
    }

    fn removal(&self) -> Option<&Json> {
        match self {
            Self::Upsert(_) => None,
            Self::Removed(removed) => Some(removed.told()),
        }
    }

    fn removal_mut(&mut self) -> Option<&mut dyn RemovalSlot> {
        Some(self)
    }
}

slots_of_part!(Change);
object_impls!(Change<T: Table>);
