//! What a builder declared: where things live, and how they behave. What is stored in them isn't known here.

use serde_json::Value;

use crate::store::Item;
use crate::template::Template;

/// A place that paths lead to: most often a collection.
pub(crate) struct Declared {
    pub(crate) version: &'static str,
    pub(crate) template: Template,
    pub(crate) kind: Kind,
    pub(crate) traits: Vec<Trait>,
    /// Properties that no two items share the value of.
    pub(crate) unique: Vec<String>,
    /// Properties that can stand for the key of an item in a path.
    pub(crate) alternate_keys: Vec<String>,
    /// Qualified name of its items' type.
    pub(crate) odata_type: Option<String>,
    pub(crate) page_size: usize,
    /// What `…/delta` is about, if there is one.
    pub(crate) delta: Option<Tracking>,
    /// How many changes of a relation a delta query tells in one piece.
    pub(crate) piece: usize,
    /// Where the keys of its template live, as far as that is declared.
    pub(crate) parents: Vec<Parent>,
    /// What is declared below its items: the name of the relation and its number.
    pub(crate) relations: Vec<(String, usize)>,
}

/// What a delta query at a place tells of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tracking {
    /// The collection whose changes it tells.
    pub(crate) items: usize,
    /// Whether it has a drive's ways: the facet `deleted`, and links that are functions.
    pub(crate) is_drive: bool,
}

/// What a place holds.
pub(crate) enum Kind {
    /// Items of its own.
    Items,
    /// This many items, made when they are asked for.
    Generated(usize, Box<dyn Fn(usize) -> Value + Send + Sync>),
    /// References to items of these collections.
    References(Vec<usize>),
    /// One such reference, or none.
    Reference(Vec<usize>),
    /// The items of these collections together.
    Union(Vec<usize>),
    /// One item without a key, which is this before anyone changed it.
    Singleton(Item),
    /// Bytes behind `$value`, and what there is to say about them.
    Media,
    /// Bytes.
    Stream,
    /// Nothing: it is at another URL.
    Redirect(String),
    /// What is at these segments: paths that start here are paths that start there.
    Alias(Vec<String>),
}

/// The key at `key` (counted among the keys) names an item of `collection`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parent {
    pub(crate) collection: usize,
    pub(crate) key: usize,
}

/// A way in which a place differs from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trait {
    /// It has the rules of directory objects: some queries must be advanced.
    Directory,
    /// Every second page is empty.
    EmptyPages,
    /// Nothing is changed without `If-Match`.
    NeedsIfMatch,
    /// An update is answered with the item.
    AnswersUpdates,
    /// Delta queries tell some changes twice.
    Replays,
    /// Its declared type is abstract: every item has another one.
    Abstract,
}

impl Declared {
    pub(crate) fn is(&self, one: Trait) -> bool {
        self.traits.contains(&one)
    }

    /// Whether keys lead to items of it.
    pub(crate) fn has_items(&self) -> bool {
        matches!(self.kind, Kind::Items | Kind::Generated(..) | Kind::References(_) | Kind::Union(_))
    }

    /// Whether there are items, which have types, or one.
    pub(crate) fn has_types(&self) -> bool {
        self.has_items() || matches!(self.kind, Kind::Reference(_) | Kind::Singleton(_))
    }

    /// Whether the items of `collection` are among those of this union.
    pub(crate) fn unites(&self, collection: usize) -> bool {
        matches!(&self.kind, Kind::Union(targets) if targets.contains(&collection))
    }

    /// The relation that a member `name` of an item is.
    pub(crate) fn relation(&self, name: &str) -> Option<usize> {
        self.relations.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, index)| *index)
    }

    /// An alternate key is as unique as a key.
    pub(crate) fn unique_properties(&self) -> impl Iterator<Item = &str> {
        self.unique.iter().chain(&self.alternate_keys).map(String::as_str)
    }
}
