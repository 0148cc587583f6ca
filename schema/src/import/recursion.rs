//! Which properties are boxed: those whose types lead back to the type that has them, by value.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::chosen::Chosen;
use crate::model::Schema;

/// The circle that each type is in, by a number. A type that is in none has a number of its own.
pub(super) struct Boxed<'a>(HashMap<&'a str, usize>);

type Edges<'a> = HashMap<&'a str, Vec<&'a str>>;

impl<'a> Boxed<'a> {
    pub(super) fn of(schema: &'a Schema, chosen: &'a Chosen<'a>) -> Self {
        let edges: Edges<'a> = chosen.types.iter().map(|name| (*name, held(schema, chosen, name))).collect();
        let mut back: Edges<'a> = HashMap::new();
        for (from, all) in &edges {
            for to in all {
                back.entry(to).or_default().push(from);
            }
        }
        // Kosaraju's: against the edges, from what was done last with them. No recursion, for chains of any length.
        let mut circles = HashMap::new();
        for (number, start) in done_in_order(chosen, &edges).into_iter().rev().enumerate() {
            let mut next = vec![start];
            while let Some(one) = next.pop() {
                if let Entry::Vacant(free) = circles.entry(one) {
                    free.insert(number);
                    next.extend(back.get(one).into_iter().flatten());
                }
            }
        }
        Self(circles)
    }

    /// Whether the first holds the second in a box: both are in one circle.
    pub(super) fn has(&self, from: &str, to: &str) -> bool {
        let circle = self.0.get(from);
        circle.is_some() && circle == self.0.get(to)
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

/// The types, each behind all that it leads to.
fn done_in_order<'a>(chosen: &Chosen<'a>, edges: &Edges<'a>) -> Vec<&'a str> {
    let (mut done, mut seen) = (Vec::new(), HashSet::new());
    for &start in &chosen.types {
        // A type, and how many of its edges were followed.
        let mut path = Vec::new();
        if seen.insert(start) {
            path.push((start, 0));
        }
        while let Some((one, followed)) = path.last_mut() {
            let to = edges.get(one).and_then(|all| all.get(*followed)).copied();
            *followed += 1;
            match to {
                Some(to) if seen.insert(to) => path.push((to, 0)),
                Some(_) => {}
                None => {
                    done.push(*one);
                    path.pop();
                }
            }
        }
    }
    done
}
