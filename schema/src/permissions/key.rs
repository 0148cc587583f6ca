//! The key `permission` of a struct, as the importer writes it.

use std::fmt;

use super::{Permissions, Scheme};
use crate::source::Key;

/// What is done with an entity. In the order that the key is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// A new item of a collection.
    Create,
    /// One entity.
    Get,
    /// The items of a collection, and how many there are.
    List,
    /// Properties of an entity.
    Update,
    /// An entity.
    Delete,
}

impl Operation {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Create, Self::Get, Self::List, Self::Update, Self::Delete];

    /// The name in the key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Get => "get",
            Self::List => "list",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }

    /// The HTTP method.
    #[must_use]
    pub const fn method(self) -> &'static str {
        match self {
            Self::Create => "POST",
            Self::Get | Self::List => "GET",
            Self::Update => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Where the request goes; `None` if the place has no such operation.
    #[must_use]
    pub fn path(self, place: Place<'_>) -> Option<String> {
        match (place, self) {
            (Place::Singleton(_), Self::Create | Self::List) => None,
            (Place::Singleton(path), _) | (Place::Collection(path), Self::Create | Self::List) => Some(path.to_owned()),
            (Place::Collection(path), _) => Some(format!("{path}/{{id}}")),
        }
    }
}

/// Where entities are: the path is that of the key `collection` or `singleton`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// A collection of them.
    Collection(&'a str),
    /// A single one.
    Singleton(&'a str),
}

/// The permissions that one operation needs: all that are named, of the kind of token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needed {
    /// For an app that acts for a signed-in user.
    pub delegated: Vec<String>,
    /// For an app that acts for itself.
    pub application: Vec<String>,
}

/// `permission(create = "…", …)`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PermissionKey {
    /// By operation, in order, each once.
    pub operations: Vec<(Operation, Needed)>,
}

/// The keys of all places that a struct has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PermissionKeys {
    /// Of the struct, if all places need the same.
    pub shared: Option<PermissionKey>,
    /// Else of each place, in order. `None` where nothing is known.
    pub each: Vec<Option<PermissionKey>>,
}

/// The key of one place: the narrowest of the least permissions for each operation that the list knows there. It is empty
/// if that is none.
///
/// The list knows no version: a path is the same in both.
#[must_use]
pub fn fill(permissions: &Permissions, place: Place<'_>) -> PermissionKey {
    let operations = Operation::ALL.into_iter().filter_map(|operation| {
        let path = operation.path(place)?;
        let of = |scheme| {
            let least = permissions.least(operation.method(), &path, scheme)?;
            Some(least.needed().into_iter().map(str::to_owned).collect::<Vec<_>>())
        };
        let delegated = of(Scheme::DelegatedWork).or_else(|| of(Scheme::DelegatedPersonal)).unwrap_or_default();
        let needed = Needed { delegated, application: of(Scheme::Application).unwrap_or_default() };
        (needed != Needed::default()).then_some((operation, needed))
    });
    PermissionKey { operations: operations.collect() }
}

/// The keys of a struct that has these places.
#[must_use]
pub fn fill_all(permissions: &Permissions, places: &[Place<'_>]) -> PermissionKeys {
    let keys: Vec<_> = places.iter().map(|&place| fill(permissions, place)).collect();
    match &*keys {
        [first, others @ ..] if !first.is_empty() && others.iter().all(|other| other == first) => {
            PermissionKeys { shared: Some(first.clone()), each: vec![None; keys.len()] }
        }
        _ => PermissionKeys {
            shared: None,
            each: keys.into_iter().map(|key| Some(key).filter(|key| !key.is_empty())).collect(),
        },
    }
}

impl PermissionKey {
    /// Whether it says nothing: it can't be written then.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    /// The key of an attribute.
    pub(crate) fn key(&self) -> Key {
        let of_operation = |(operation, needed): &(Operation, Needed)| {
            let name = operation.name();
            let text = |name, permissions: &[String]| Key::Text(name, permissions.join(", "));
            if needed.delegated == needed.application {
                return text(name, &needed.delegated);
            }
            let kinds = [("delegated", &needed.delegated), ("application", &needed.application)];
            let named = kinds.into_iter().filter(|(_, names)| !names.is_empty());
            Key::List(name, named.map(|(kind, names)| text(kind, names)).collect())
        };
        Key::List("permission", self.operations.iter().map(of_operation).collect())
    }
}

/// As it stands in an attribute.
impl fmt::Display for PermissionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.key().fmt(f)
    }
}
