//! The declared collections, and which of them a path means. What is stored in them isn't known here.

use crate::address::Address;
use crate::error::Failure;
use crate::path;
use crate::template::{Segment, Template, Walk};

const VERSIONS: [&str; 2] = ["v1.0", "beta"];

/// A declared collection.
#[derive(Debug)]
pub(crate) struct Collection {
    pub(crate) version: &'static str,
    pub(crate) template: Template,
    /// Properties that no two items share the value of.
    pub(crate) unique: Vec<String>,
    /// Qualified name of its items' type.
    pub(crate) odata_type: Option<String>,
    /// Where the keys of its template live, as far as that is declared.
    pub(crate) parents: Vec<Parent>,
}

/// The key at `key` (counted among the keys) names an item of `collection`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parent {
    pub(crate) collection: usize,
    pub(crate) key: usize,
}

/// What a path means: a collection, or an item of it.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) address: Address,
    pub(crate) item: Option<String>,
}

/// The version of the API that `text` names.
pub(crate) fn version(text: &str) -> Option<&'static str> {
    VERSIONS.into_iter().find(|version| *version == text)
}

/// Finds the place that the path of a URL means.
pub(crate) fn find(collections: &[Collection], url_path: &str) -> Result<Place, Failure> {
    let unreadable = || Failure::bad_request("The path of the URL is not valid percent-encoded UTF-8.");
    let mut segments = path::segments(url_path.strip_prefix('/').unwrap_or(url_path)).ok_or_else(unreadable)?;
    let first = segments.remove(0);
    let version = version(&first).ok_or_else(|| Failure::segment_not_found(&first))?;
    find_in(collections, version, &segments)
}

/// Finds the place that decoded segments below `version` mean.
pub(crate) fn find_in(collections: &[Collection], version: &str, segments: &[String]) -> Result<Place, Failure> {
    let walks = || {
        let declared = collections.iter().enumerate().filter(|(_, collection)| collection.version == version);
        declared.map(|(index, collection)| (index, collection.template.walk(segments)))
    };
    let found = walks().filter(|(index, walk)| is_whole(&collections[*index], walk, segments));
    match found.max_by_key(|(index, _)| collections[*index].template.rank()) {
        Some((index, walk)) => Ok(place(index, walk, collections[index].template.segments().len())),
        None => Err(not_found(segments, walks().map(|(_, walk)| walk.used).max().unwrap_or(0))),
    }
}

fn is_whole(collection: &Collection, walk: &Walk, path: &[String]) -> bool {
    walk.used == path.len() && walk.covered >= collection.template.segments().len()
}

fn place(collection: usize, mut walk: Walk, length: usize) -> Place {
    let item = if walk.covered > length { walk.keys.pop() } else { None };
    Place { address: Address { collection, keys: walk.keys }, item }
}

/// Blames the first segment that leads nowhere; a path that stops too early is its last one's fault.
fn not_found(segments: &[String], used: usize) -> Failure {
    Failure::segment_not_found(segments.get(used).or(segments.last()).map_or("", String::as_str))
}

/// The parents of `template` among `collections` of the same version.
pub(crate) fn parents(collections: &[Collection], version: &str, template: &Template) -> Vec<Parent> {
    let segments = template.segments();
    let keys = (0..segments.len()).filter(|at| matches!(segments[*at], Segment::Key));
    keys.enumerate()
        .filter_map(|(key, at)| Some(Parent { collection: position(collections, version, &segments[..at])?, key }))
        .collect()
}

/// The number of the collection that is declared for `segments`.
pub(crate) fn position(collections: &[Collection], version: &str, segments: &[Segment]) -> Option<usize> {
    collections.iter().position(|collection| collection.version == version && collection.template.is_same(segments))
}
