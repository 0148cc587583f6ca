//! What a builder was told, and what can be wrong with it. What is stored first is in `seed`; requests aren't known here.

mod declare;

use std::error::Error;
use std::fmt;

use serde_json::Value;

use crate::address::Address;
use crate::declared::{Declared, Kind, Trait};
use crate::path::{self, Key};
use crate::route;
use crate::store::Item;
use crate::template::Template;

pub(crate) use declare::{declare, long_running, operations, set, uploads};

/// An emulator can't be set up this way: a template that is none, a property of a collection that isn't declared, an
/// item without a place. `Display` says which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupError(String);

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for SetupError {}

/// A version and a path or template in it.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    pub(crate) version: String,
    pub(crate) path: String,
}

/// What is declared at a spot.
pub(crate) enum Declaration {
    /// Items, a singleton, media, …: what needs nothing else to be known.
    Kind(Kind),
    /// A relation to items of collections with these templates.
    References(Vec<String>),
    /// The same to one item.
    Reference(Vec<String>),
    Union(Vec<String>),
}

/// What is said of something that is declared.
#[derive(Debug)]
pub(crate) enum Setting {
    Unique(String),
    AlternateKey(String),
    Type(String),
    PageSize(usize),
    Delta,
    /// With the template of the drive's items.
    DriveDelta(String),
    Piece(usize),
    Trait(Trait),
}

impl Spot {
    pub(crate) fn error(&self, what: impl fmt::Display) -> SetupError {
        SetupError(format!("{} {}: {what}", self.version, self.path))
    }

    fn version(&self) -> Result<&'static str, SetupError> {
        route::version(&self.version).ok_or_else(|| self.error("the version is neither `v1.0` nor `beta`"))
    }

    fn template(&self) -> Result<Template, SetupError> {
        Template::parse(&self.path).map_err(|what| self.error(what))
    }

    /// The number of the place that is declared for this template.
    fn position(&self, declared: &[Declared]) -> Result<usize, SetupError> {
        let (version, template) = (self.version()?, self.template()?);
        route::position(declared, version, template.segments())
            .ok_or_else(|| self.error("no collection is declared for this template"))
    }

    /// The concrete place that is meant.
    pub(crate) fn place(&self, declared: &[Declared]) -> Result<Address, SetupError> {
        let version = self.version()?;
        let segments = path::segments(self.path.strip_prefix('/').unwrap_or(&self.path));
        let segments = segments.ok_or_else(|| self.error("the path isn't valid percent-encoded UTF-8"))?;
        let found = route::find_in(declared, version, &segments).ok().filter(|found| found.item.is_none());
        let keys = found.and_then(|found| {
            let ids = found.keys.into_iter().map(|key| match key {
                Key::Id(id) => Some(id),
                Key::Alternate(_) => None,
            });
            Some(Address { collection: found.collection, keys: ids.collect::<Option<_>>()? })
        });
        keys.ok_or_else(|| self.error("no collection is declared for this path"))
    }
}

/// An item that a builder was given.
pub(crate) fn object(spot: &Spot, value: Value) -> Result<Item, SetupError> {
    match value {
        Value::Object(item) => Ok(item),
        _ => Err(spot.error("an item is a JSON object")),
    }
}
