//! What a page tells of an entity beside the metadata, which has its types.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Facts, Field};
use crate::import;

impl From<&Facts> for import::Facts {
    /// Where instances live, what has to be set and what the service sets, and the descriptions. The types are left to the
    /// metadata.
    fn from(facts: &Facts) -> Self {
        let wire = |is: fn(&&Field) -> bool| -> BTreeSet<String> {
            facts.fields.iter().filter(is).map(|field| field.wire.clone()).collect()
        };
        // That a type is a guess says nothing here.
        let described = facts.fields.iter().filter(|field| !field.is_unlisted);
        let docs: BTreeMap<_, _> =
            described.filter_map(|field| Some((field.wire.clone(), field.docs.clone()?))).collect();
        Self {
            version: Some(facts.version.clone()),
            collections: facts.collections.clone(),
            required: wire(|field| field.required),
            read_only: wire(|field| field.read_only),
            docs,
            permission: facts.permission.clone(),
        }
    }
}
