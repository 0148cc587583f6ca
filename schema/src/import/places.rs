//! Where instances of an entity type live: the paths of collections and single instances, from the container down by
//! containment.

use std::collections::{BTreeMap, HashMap};

use super::Importer;
use super::address::{self, Address};
use crate::model::{Schema, StructuredType};
use crate::names::{self, bad_segment, parameter_name};
use crate::source::Key;

/// More paths than these are variations.
const MOST: usize = 3;
/// A path with more parameters is seldom the one that is meant.
const PARAMETERS: usize = 2;
/// Containment may go in circles.
const SEGMENTS: usize = 8;

/// The paths of all entity types.
pub(super) struct Addresses<'a>(HashMap<&'a str, Vec<Place<'a>>>);

/// A collection, or a single instance.
#[derive(Clone)]
struct Place<'a> {
    segments: Vec<Segment<'a>>,
    singleton: bool,
}

#[derive(Clone, PartialEq, Eq)]
enum Segment<'a> {
    Name(&'a str),
    Parameter(String),
}

impl<'a> Addresses<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        let mut found = Self(HashMap::new());
        // By the number of segments, so that short paths are found first.
        let mut next: BTreeMap<usize, Vec<(Place<'a>, &'a str)>> = BTreeMap::new();
        for (roots, singleton) in schema.container.iter().flat_map(|one| [(&one.sets, false), (&one.singletons, true)])
        {
            for root in roots.iter().filter(|root| bad_segment(&root.name).is_none()) {
                let place = Place { segments: vec![Segment::Name(&root.name)], singleton };
                next.entry(1).or_default().push((place, &root.ty));
            }
        }
        while let Some((_, places)) = next.pop_first() {
            for (place, ty) in places {
                if found.add(ty, &place) {
                    for (below, ty) in contained(schema, &place, ty) {
                        next.entry(below.segments.len()).or_default().push((below, ty));
                    }
                }
            }
        }
        found
    }

    /// Whether it is another one, and there is room for it.
    fn add(&mut self, ty: &'a str, place: &Place<'a>) -> bool {
        let places = self.0.entry(ty).or_default();
        let free = places.len() < MOST && places.iter().all(|own| own.segments != place.segments);
        if free {
            places.push(place.clone());
        }
        free
    }
}

/// What lives below a place.
fn contained<'a>(schema: &'a Schema, place: &Place<'a>, ty: &'a str) -> Vec<(Place<'a>, &'a str)> {
    let mut item = place.segments.clone();
    if !place.singleton {
        item.push(Segment::Parameter(parameter(&place.segments)));
    }
    let parameters = item.iter().filter(|segment| matches!(segment, Segment::Parameter(_))).count();
    if parameters > PARAMETERS || item.len() >= SEGMENTS {
        return Vec::new();
    }
    let inner = schema.navigations(ty).filter(|one| one.contains_target && bad_segment(&one.name).is_none());
    inner
        .map(|navigation| {
            let segments = item.iter().cloned().chain([Segment::Name(&navigation.name)]).collect();
            (Place { segments, singleton: !navigation.ty.is_collection }, &*navigation.ty.name)
        })
        .collect()
}

/// `userId` for an item of `users`.
fn parameter(segments: &[Segment<'_>]) -> String {
    let last = segments.iter().rev().find_map(|segment| match segment {
        Segment::Name(name) => Some(*name),
        Segment::Parameter(_) => None,
    });
    parameter_name(last.unwrap_or_default())
}

impl Place<'_> {
    fn path(&self) -> String {
        let segments = self.segments.iter().map(|segment| match segment {
            Segment::Name(name) => (*name).to_owned(),
            Segment::Parameter(name) => format!("{{{name}}}"),
        });
        // Two may be of one name.
        names::fitting(&segments.collect::<Vec<_>>().join("/"))
    }
}

/// The keys that say in which version a type lives, where, and which permissions its requests need there.
pub(super) fn keys(importer: &Importer<'_>, ty: &StructuredType) -> Vec<Key> {
    let facts = importer.options.facts.get(&ty.name);
    let mut shared = facts.and_then(|facts| facts.permission.clone());
    let mut addresses = match facts.filter(|facts| !facts.collections.is_empty()) {
        Some(facts) => facts.collections.clone(),
        None => addresses(importer.places(ty)),
    };
    if let Some(permissions) = &importer.options.permissions
        && shared.is_none()
    {
        shared = address::permit(permissions, &mut addresses);
    }
    let mut keys = version(importer, ty);
    keys.extend(addresses.iter().map(Address::key));
    keys.extend(shared.map(|permission| permission.key()));
    keys
}

/// The key `version` alone.
pub(super) fn version(importer: &Importer<'_>, ty: &StructuredType) -> Vec<Key> {
    let facts = importer.options.facts.get(&ty.name);
    let version = facts.and_then(|facts| facts.version.as_ref()).unwrap_or(&importer.options.version);
    vec![Key::Text("version", version.clone())]
}

/// Those that the metadata has.
fn addresses(places: &[Place<'_>]) -> Vec<Address> {
    let unnamed = |place: &Place<'_>| Address { path: place.path(), singleton: place.singleton, ..Address::default() };
    let mut addresses: Vec<Address> = places.iter().map(unnamed).collect();
    address::name(&mut addresses);
    addresses
}

impl<'a> Importer<'a> {
    /// Where instances of a type live: as the metadata has it of the type, else of its nearest base. A base with a family
    /// has that for its own.
    fn places(&self, ty: &StructuredType) -> &[Place<'a>] {
        for one in self.schema.chain(&ty.name) {
            if one.name != ty.name && (ty.is_abstract || self.chosen.families.contains_key(&*one.name)) {
                break;
            }
            if let Some(places) = self.addresses.0.get(&*one.name) {
                return places;
            }
        }
        &[]
    }
}
