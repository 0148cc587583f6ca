//! Which properties are boxed: those whose types lead back to the type that has them, by value.

use std::collections::{HashMap, HashSet};

use super::chosen::Chosen;
use crate::model::Schema;

/// Pairs of types, of which the first holds the second in a box.
pub(super) struct Boxed<'a>(HashSet<(&'a str, &'a str)>);

impl<'a> Boxed<'a> {
    pub(super) fn of(schema: &'a Schema, chosen: &'a Chosen<'a>) -> Self {
        let edges: HashMap<&str, Vec<&str>> =
            chosen.types.iter().map(|name| (*name, held(schema, chosen, name))).collect();
        let mut boxed = HashSet::new();
        for (from, all) in &edges {
            boxed.extend(all.iter().filter(|to| leads(&edges, to, from)).map(|to| (*from, *to)));
        }
        Self(boxed)
    }

    pub(super) fn has(&self, from: &str, to: &str) -> bool {
        self.0.contains(&(from, to))
    }
}

/// The structs that a struct holds by value. Related entities are boxed in any case, and so are the variants of a family.
fn held<'a>(schema: &'a Schema, chosen: &Chosen<'a>, name: &str) -> Vec<&'a str> {
    let by_value =
        schema.properties(name).filter(|property| !property.ty.is_collection).map(|property| &*property.ty.name);
    by_value
        .filter(|ty| chosen.contains(ty) && !chosen.families.contains_key(ty) && schema.structured(ty).is_some())
        .collect()
}

fn leads(edges: &HashMap<&str, Vec<&str>>, from: &str, to: &str) -> bool {
    let (mut seen, mut next) = (HashSet::from([from]), vec![from]);
    while let Some(one) = next.pop() {
        if one == to {
            return true;
        }
        next.extend(edges.get(one).into_iter().flatten().filter(|other| seen.insert(other)));
    }
    false
}
