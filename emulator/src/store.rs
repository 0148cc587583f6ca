//! The items of all collections, in the order of their making. What a request may do to them isn't in here.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::address::Address;
use crate::route::{Collection, Parent};

/// The members of an item.
pub(crate) type Item = Map<String, Value>;

#[derive(Debug, Default)]
pub(crate) struct Store {
    collections: HashMap<Address, Vec<Item>>,
}

impl Store {
    /// The items of one collection.
    pub(crate) fn items(&self, address: &Address) -> &[Item] {
        self.collections.get(address).map_or(&[], Vec::as_slice)
    }

    /// The item whose key is `id`.
    pub(crate) fn item(&self, address: &Address, id: &str) -> Option<&Item> {
        self.items(address).iter().find(|item| item.get("id").is_some_and(|value| value == id))
    }

    /// The first key above `address` that names no item, if the collection it would live in is declared.
    pub(crate) fn missing_parent<'a>(&self, parents: &[Parent], address: &'a Address) -> Option<&'a str> {
        let is_missing = |parent: &&Parent| {
            let above = Address { collection: parent.collection, keys: address.keys[..parent.key].to_vec() };
            self.item(&above, &address.keys[parent.key]).is_none()
        };
        parents.iter().find(is_missing).map(|parent| address.keys[parent.key].as_str())
    }

    /// Adds `item`, unless it shares its key or a value of a unique property with another: then that property's name
    /// is the error.
    pub(crate) fn insert<'a>(
        &mut self,
        address: Address,
        collection: &'a Collection,
        item: Item,
    ) -> Result<(), &'a str> {
        let items = self.collections.entry(address).or_default();
        let taken = |name: &str| items.iter().any(|other| share(other.get(name), item.get(name)));
        // Unlike a property's value, a key is compared exactly.
        if items.iter().any(|other| other.get("id") == item.get("id")) {
            return Err("id");
        }
        if let Some(name) = collection.unique.iter().find(|name| taken(name)) {
            return Err(name);
        }
        items.push(item);
        Ok(())
    }
}

/// Whether two values of a unique property are one; null and absence are shared by all.
fn share(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(Value::String(a)), Some(Value::String(b))) => a.eq_ignore_ascii_case(b),
        (Some(Value::Null) | None, _) => false,
        (a, b) => a == b,
    }
}
