//! What metadata does not tell of a type. Reference pages and lists of permissions do.

use std::collections::{BTreeMap, BTreeSet};

use super::address::Address;
use crate::permissions::PermissionKey;

/// What else is known of an entity type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The version of the API that it lives in.
    pub version: Option<String>,
    /// Where instances live. With some here, those that the metadata has are left out.
    pub collections: Vec<Address>,
    /// The properties that have to be set to create, by their names on the wire: plain fields.
    pub required: BTreeSet<String>,
    /// The properties that the service sets.
    pub read_only: BTreeSet<String>,
    /// Descriptions in the place of the metadata's, by the names of properties.
    pub docs: BTreeMap<String, String>,
    /// Which permissions requests need at least, wherever instances live.
    pub permission: Option<PermissionKey>,
}
