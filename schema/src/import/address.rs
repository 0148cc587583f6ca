//! The path of a collection or of a single instance, as a key above a struct.

use crate::names;
use crate::permissions::{self, PermissionKey, Permissions};
use crate::source::Key;

/// The path of a collection or of a single instance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// `users/{userId}/messages`.
    pub path: String,
    /// Name of the constructor, where it is not to be the derive's own choice.
    pub name: Option<String>,
    /// One instance lives there.
    pub singleton: bool,
    /// Which permissions requests need at least, for this path alone.
    pub permission: Option<PermissionKey>,
}

impl Address {
    /// The key `collection` or `singleton`.
    pub(crate) fn key(&self) -> Key {
        let key = if self.singleton { "singleton" } else { "collection" };
        let name = self.name.clone().map(|name| Key::Text("name", name));
        let more: Vec<Key> = name.into_iter().chain(self.permission.as_ref().map(PermissionKey::key)).collect();
        if more.is_empty() {
            return Key::Text(key, self.path.clone());
        }
        Key::List(key, [Key::Text("path", self.path.clone())].into_iter().chain(more).collect())
    }
}

/// Gives names to those of which the derive's own choice would be another's.
pub(crate) fn name(addresses: &mut [Address]) {
    let names = names::constructors(addresses.iter().map(|address| (&*address.path, address.singleton)));
    for (address, name) in addresses.iter_mut().zip(names) {
        address.name = name;
    }
}

/// Tells the permissions of each address; they are returned if they are the same for all.
pub(crate) fn permit(permissions: &Permissions, addresses: &mut [Address]) -> Option<PermissionKey> {
    let places: Vec<permissions::Place<'_>> = addresses
        .iter()
        .map(|address| {
            let place = if address.singleton { permissions::Place::Singleton } else { permissions::Place::Collection };
            place(&address.path)
        })
        .collect();
    let keys = permissions::fill_all(permissions, &places);
    for (address, permission) in addresses.iter_mut().zip(keys.each) {
        address.permission = address.permission.take().or(permission);
    }
    keys.shared
}
