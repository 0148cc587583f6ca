//! Which declared place a path means. What is stored there isn't known here.

use std::borrow::Cow;

use crate::declared::{Declared, Kind, Parent};
use crate::delta;
use crate::error::Failure;
use crate::operation::Operation;
use crate::path::{self, Key};
use crate::template::{Segment, Template, Walk};

const VERSIONS: [&str; 2] = ["v1.0", "beta"];

/// What a path means.
#[derive(Debug)]
pub(crate) enum Route {
    Place(Found),
    /// The operation of any of these numbers, with one method each; the keys, and what is in the parentheses.
    Operation {
        numbers: Vec<usize>,
        keys: Vec<Key>,
        arguments: String,
    },
}

/// A declared place, or an item of it, with keys as the path has them.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) collection: usize,
    pub(crate) keys: Vec<Key>,
    pub(crate) item: Option<Key>,
    /// The type that is asked for: `members/microsoft.graph.user`.
    pub(crate) cast: Option<String>,
    pub(crate) tail: Option<Tail>,
}

/// The last segment of a path, where it asks for something else than what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tail {
    Count,
    Ref,
    Value,
    /// `delta`, `delta()`, `delta(token='…')`
    Delta,
}

impl Tail {
    const ALL: [Self; 3] = [Self::Count, Self::Ref, Self::Value];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Count => "$count",
            Self::Ref => "$ref",
            Self::Value => "$value",
            Self::Delta => "delta",
        }
    }
}

/// The version of the API that `text` names.
pub(crate) fn version(text: &str) -> Option<&'static str> {
    VERSIONS.into_iter().find(|version| *version == text)
}

/// Finds what the path of a URL means.
pub(crate) fn find(declared: &[Declared], operations: &[Operation], url_path: &str) -> Result<Route, Failure> {
    let unreadable = || Failure::bad_request("The path of the URL is not valid percent-encoded UTF-8.");
    let mut segments = path::segments(url_path.strip_prefix('/').unwrap_or(url_path)).ok_or_else(unreadable)?;
    let first = segments.remove(0);
    let version = version(&first).ok_or_else(|| Failure::segment_not_found(&first))?;
    if let Some(route) = find_operation(operations, version, &unaliased(declared, version, &segments)) {
        return Ok(route);
    }
    find_any(declared, version, &segments).map(Route::Place)
}

/// Finds the operations that a path calls, of which a request's method chooses one.
fn find_operation(operations: &[Operation], version: &str, segments: &[String]) -> Option<Route> {
    let declared = operations.iter().enumerate().filter(|(_, operation)| operation.version == version);
    let called = declared.filter_map(|(number, operation)| Some((number, operation, operation.walk(segments)?)));
    let called: Vec<_> = called.collect();
    let (_, best, (keys, arguments)) = called.iter().max_by_key(|(_, operation, _)| operation.above.rank())?;
    let is_same = |operation: &Operation| operation.above.is_same(best.above.segments());
    let numbers = called.iter().filter(|(_, operation, _)| is_same(operation)).map(|(number, ..)| *number).collect();
    Some(Route::Operation { numbers, keys: keys.clone(), arguments: arguments.clone() })
}

/// Finds the place that decoded segments below `version` mean, with whatever stands behind it.
pub(crate) fn find_any(declared: &[Declared], version: &str, segments: &[String]) -> Result<Found, Failure> {
    let mut path = segments;
    if let Some(found) = find_delta(declared, version, segments) {
        return Ok(found);
    }
    let (mut tail, mut cast) = (None, None);
    if let Some((last, above)) = path.split_last().filter(|(_, above)| !above.is_empty()) {
        tail = Tail::ALL.into_iter().find(|tail| tail.name().eq_ignore_ascii_case(last));
        path = if tail.is_some() { above } else { path };
    }
    if let Some((last, above)) = path.split_last().filter(|(_, above)| !above.is_empty()) {
        cast = is_type(declared, last).then(|| last.clone());
        path = if cast.is_some() { above } else { path };
    }
    let found = find_in(declared, version, path)?;
    Ok(Found { cast, tail, ..found })
}

/// Finds the place whose changes are asked for. Where none are known, `delta` is a key as any other.
fn find_delta(declared: &[Declared], version: &str, segments: &[String]) -> Option<Found> {
    let (last, above) = segments.split_last()?;
    delta::arguments(last)?;
    let (cast, above) = match above.split_last() {
        Some((last, above)) if !above.is_empty() && is_type(declared, last) => (Some(last.clone()), above),
        _ => (None, above),
    };
    let found = find_in(declared, version, above).ok()?;
    let is_tracked = found.item.is_none() && declared[found.collection].delta.is_some();
    is_tracked.then_some(Found { cast, tail: Some(Tail::Delta), ..found })
}

/// Whether a segment is the name of a type, and no key: one of Graph's own namespaces, or of a type that is declared.
fn is_type(declared: &[Declared], segment: &str) -> bool {
    const NAMESPACE: &str = "microsoft.graph.";
    segment.get(..NAMESPACE.len()).is_some_and(|start| start.eq_ignore_ascii_case(NAMESPACE))
        || declared.iter().any(|place| {
            place.odata_type.as_ref().is_some_and(|name| name.contains('.') && name.eq_ignore_ascii_case(segment))
        })
}

/// The path that is meant: `me/messages` is `users/{id}/messages`.
fn unaliased<'a>(declared: &[Declared], version: &str, path: &'a [String]) -> Cow<'a, [String]> {
    for place in declared.iter().filter(|place| place.version == version) {
        if let Kind::Alias(target) = &place.kind {
            let walk = place.template.walk(path, false);
            if walk.covered == place.template.segments().len() {
                return target.iter().chain(&path[walk.used..]).cloned().collect();
            }
        }
    }
    Cow::Borrowed(path)
}

/// Finds the place that decoded segments below `version` mean.
pub(crate) fn find_in(declared: &[Declared], version: &str, segments: &[String]) -> Result<Found, Failure> {
    let segments = &*unaliased(declared, version, segments);
    let walks = || {
        let places = declared.iter().enumerate().filter(|(_, place)| place.version == version);
        places.map(|(index, place)| (index, place.template.walk(segments, place.has_items())))
    };
    let found = walks().filter(|(index, walk)| is_whole(&declared[*index].template, walk, segments));
    match found.max_by_key(|(index, _)| declared[*index].template.rank()) {
        Some((index, walk)) => Ok(place(index, walk, declared[index].template.segments().len())),
        None => Err(not_found(segments, walks().map(|(_, walk)| walk.used).max().unwrap_or(0))),
    }
}

fn is_whole(template: &Template, walk: &Walk, path: &[String]) -> bool {
    walk.used == path.len() && walk.covered >= template.segments().len()
}

fn place(collection: usize, mut walk: Walk, length: usize) -> Found {
    let item = if walk.covered > length { walk.keys.pop() } else { None };
    Found { collection, keys: walk.keys, item, cast: None, tail: None }
}

/// Blames the first segment that leads nowhere; a path that stops too early is its last one's fault.
fn not_found(segments: &[String], used: usize) -> Failure {
    Failure::segment_not_found(segments.get(used).or(segments.last()).map_or("", String::as_str))
}

/// The parents of `template` among places of the same version.
pub(crate) fn parents(declared: &[Declared], version: &str, template: &Template) -> Vec<Parent> {
    let segments = template.segments();
    let keys = (0..segments.len()).filter(|at| matches!(segments[*at], Segment::Key));
    keys.enumerate()
        .filter_map(|(key, at)| Some(Parent { collection: position(declared, version, &segments[..at])?, key }))
        .collect()
}

/// The number of the place that is declared for `segments`.
pub(crate) fn position(declared: &[Declared], version: &str, segments: &[Segment]) -> Option<usize> {
    declared.iter().position(|place| place.version == version && place.template.is_same(segments))
}
