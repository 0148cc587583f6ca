//! What a page tells of an entity beside the metadata, which has its types.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Facts, Field};
use crate::import;
use crate::model::Schema;

impl Facts {
    /// What the page has and an import from the metadata leaves out: a note for each such property.
    pub fn notes_beside(&self, schema: &Schema) -> Vec<String> {
        let lost = |field: &Field| {
            let why = if schema.property(&self.odata, &field.wire).is_some() {
                return None;
            } else if schema.navigation(&self.odata, &field.wire).is_some() {
                "is a relationship in the metadata"
            } else {
                "is not in the metadata"
            };
            Some(format!("`{}` of the page is left out: it {why}", field.wire))
        };
        // The key of a page that says nothing of it is a guess.
        let told = self.fields.iter().filter(|field| !field.is_key || field.required);
        told.filter_map(lost).collect()
    }
}

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
