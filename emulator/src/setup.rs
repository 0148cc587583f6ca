//! Turns what a builder was told into collections and their first items. Requests aren't known here.

use std::error::Error;
use std::fmt;

use serde_json::Value;

use crate::address::Address;
use crate::answer::new_id;
use crate::path;
use crate::route::{self, Collection};
use crate::store::{Item, Store};
use crate::template::Template;

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

impl Spot {
    fn error(&self, what: impl fmt::Display) -> SetupError {
        SetupError(format!("{} {}: {what}", self.version, self.path))
    }

    fn version(&self) -> Result<&'static str, SetupError> {
        route::version(&self.version).ok_or_else(|| self.error("the version is neither `v1.0` nor `beta`"))
    }

    fn template(&self) -> Result<Template, SetupError> {
        Template::parse(&self.path).map_err(|what| self.error(what))
    }

    /// The declared collection that is meant.
    pub(crate) fn find<'a>(&self, collections: &'a mut [Collection]) -> Result<&'a mut Collection, SetupError> {
        let (version, template) = (self.version()?, self.template()?);
        match route::position(collections, version, template.segments()) {
            Some(index) => Ok(&mut collections[index]),
            None => Err(self.error("no collection is declared for this template")),
        }
    }

    /// The concrete collection that is meant.
    pub(crate) fn place(&self, collections: &[Collection]) -> Result<Address, SetupError> {
        let version = self.version()?;
        let segments = path::segments(self.path.strip_prefix('/').unwrap_or(&self.path));
        let segments = segments.ok_or_else(|| self.error("the path isn't valid percent-encoded UTF-8"))?;
        match route::find_in(collections, version, &segments) {
            Ok(place) if place.item.is_none() => Ok(place.address),
            _ => Err(self.error("no collection is declared for this path")),
        }
    }
}

/// Declares the collections; the second declaration of one changes nothing.
pub(crate) fn collections(spots: &[Spot]) -> Result<Vec<Collection>, SetupError> {
    let mut collections = Vec::new();
    for spot in spots {
        let (version, template) = (spot.version()?, spot.template()?);
        if route::position(&collections, version, template.segments()).is_none() {
            collections.push(Collection {
                version,
                template,
                unique: Vec::new(),
                odata_type: None,
                parents: Vec::new(),
            });
        }
    }
    for index in 0..collections.len() {
        let Collection { version, template, .. } = &collections[index];
        collections[index].parents = route::parents(&collections, version, template);
    }
    Ok(collections)
}

/// Stores the first items, parents before what is below them.
pub(crate) fn store(collections: &[Collection], mut items: Vec<(Spot, Value)>) -> Result<Store, SetupError> {
    items.sort_by_key(|(spot, _)| spot.path.matches(['/', '(']).count());
    let mut store = Store::default();
    for (spot, value) in items {
        let address = spot.place(collections)?;
        let collection = &collections[address.collection];
        if let Some(key) = store.missing_parent(&collection.parents, &address) {
            return Err(spot.error(format_args!("there is no item `{key}` that this could be below")));
        }
        let taken = |name: &str| spot.error(format_args!("two items have the same `{name}`"));
        store.insert(address, collection, first_item(&spot, value)?).map_err(taken)?;
    }
    Ok(store)
}

fn first_item(spot: &Spot, value: Value) -> Result<Item, SetupError> {
    let Value::Object(mut item) = value else { return Err(spot.error("an item is a JSON object")) };
    let id = item.entry("id").or_insert_with(|| Value::String(new_id()));
    if id.as_str().is_none_or(str::is_empty) {
        return Err(spot.error("the `id` of an item is a string, and not empty"));
    }
    Ok(item)
}
