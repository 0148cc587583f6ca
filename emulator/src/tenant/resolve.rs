//! From a path to what is there: keys, alternate keys, and the URLs of references.

use serde_json::Value;

use super::{Row, Tenant};
use crate::address::Address;
use crate::declared::Parent;
use crate::error::Failure;
use crate::filter::member;
use crate::path::{self, Key};
use crate::route::{self, Found, Tail};
use crate::store::Item;

/// What a path means, with the keys of what is there.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) address: Address,
    pub(crate) at: At,
    pub(crate) cast: Option<String>,
    pub(crate) tail: Option<Tail>,
}

#[derive(Debug)]
pub(crate) enum At {
    /// The declared place itself.
    Whole,
    Item(String),
    /// An alternate key that no item has.
    Nothing(Vec<(String, String)>),
}

impl<'a> Tenant<'a> {
    /// Looks the keys of a path up. What a key leads to must be there, as far as its place is declared, but for the
    /// item at the end.
    pub(crate) fn resolve(self, found: Found) -> Result<Place, Failure> {
        let declared = &self.declared[found.collection];
        let keys = self.keys(&declared.parents, found.keys)?;
        let address = Address { collection: found.collection, keys };
        let at = match found.item {
            None => At::Whole,
            Some(Key::Id(id)) => At::Item(id),
            Some(Key::Alternate(pairs)) => match self.alternate(&address, &pairs)? {
                Some(id) => At::Item(id),
                None => At::Nothing(pairs),
            },
        };
        Ok(Place { address, at, cast: found.cast, tail: found.tail })
    }

    /// The keys on the way to a place, of which `parents` says where they live.
    pub(crate) fn keys(self, parents: &[Parent], keys: Vec<Key>) -> Result<Vec<String>, Failure> {
        let mut resolved = Vec::new();
        for (number, key) in keys.into_iter().enumerate() {
            let parent = parents.iter().find(|parent| parent.key == number);
            let above = parent.map(|parent| Address { collection: parent.collection, keys: resolved.clone() });
            let id = match (key, &above) {
                (Key::Id(id), Some(above)) => self.find(above, &id).map(|row| row.id.into_owned()).ok_or(id),
                (Key::Id(id), None) => Ok(id),
                (Key::Alternate(pairs), Some(above)) => self.alternate(above, &pairs)?.ok_or_else(|| spelled(&pairs)),
                (Key::Alternate(pairs), None) => return Err(not_a_key(&pairs)),
            };
            resolved.push(id.map_err(|id| Failure::item_not_found(&id))?);
        }
        Ok(resolved)
    }

    /// The key of the item that has these values.
    fn alternate(self, address: &Address, pairs: &[(String, String)]) -> Result<Option<String>, Failure> {
        let declared = &self.declared[address.collection].alternate_keys;
        if !pairs.iter().all(|(name, _)| declared.iter().any(|key| key.eq_ignore_ascii_case(name))) {
            return Err(not_a_key(pairs));
        }
        let has = |item: &Item, (name, value): &(String, String)| match member(item, name) {
            Some(Value::String(text)) => text.eq_ignore_ascii_case(value),
            Some(Value::Number(number)) => number.to_string() == *value,
            _ => false,
        };
        let mut rows = self.rows(address, (0, 0)).map(|(_, row)| row);
        let row = rows.find(|row| pairs.iter().all(|pair| has(&row.item, pair)));
        Ok(row.map(|row| row.id.into_owned()))
    }

    /// The item that the URL of a reference means. Its host and version don't matter: there is one tenant only.
    pub(crate) fn item_at_url(self, version: &str, url: &str) -> Result<Row<'a>, Failure> {
        let invalid = || Failure::bad_request(format!("Invalid URL '{url}' specified for a reference."));
        let path = url.split_once("://").map_or(url, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let mut segments = path::segments(path.strip_prefix('/').unwrap_or(path)).ok_or_else(invalid)?;
        if segments.first().is_some_and(|first| route::version(first).is_some()) {
            segments.remove(0);
        }
        let found = route::find_in(self.declared, version, &segments).map_err(|_| invalid())?;
        if found.item.is_none() {
            return Err(invalid());
        }
        let place = self.resolve(found)?;
        self.at(&place).ok_or_else(|| match &place.at {
            At::Item(id) => Failure::item_not_found(id),
            At::Nothing(pairs) => Failure::item_not_found(&spelled(pairs)),
            At::Whole => invalid(),
        })
    }
}

/// An alternate key as a message has it.
pub(crate) fn spelled(pairs: &[(String, String)]) -> String {
    pairs.iter().map(|(name, value)| format!("{name}='{value}'")).collect::<Vec<_>>().join(",")
}

fn not_a_key(pairs: &[(String, String)]) -> Failure {
    let names = pairs.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(",");
    Failure::bad_request(format!("'{names}' is not a declared key of the resource."))
}
