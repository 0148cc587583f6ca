//! Paths of collections: what the derive takes for a segment, and the names that it makes of parameters. The rules are those
//! of the macro crate's `collection.rs`.

use std::collections::HashSet;

use super::case::{camel_case, singular, snake_case};

/// What one parameter gives names to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    /// For `in_…`.
    pub(super) stem: String,
    pub(super) argument: String,
}

impl Parameter {
    /// `{deviceId}` and `{device-id}` name `device` and `device_id`; a bare `{id}` is named after the segment before it.
    /// `None` where the derive refuses it.
    fn of(parameter: &str, before: Option<&str>) -> Option<Self> {
        let end = parameter.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        let (name, rest) = parameter.split_at(end.unwrap_or(parameter.len()));
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return None;
        }
        if name.eq_ignore_ascii_case("id") {
            let segment = before.filter(|segment| !segment.starts_with('{'))?;
            let word = segment.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
            let stem = snake_case(&singular(&word));
            let argument = format!("{stem}_id");
            return is_argument(&argument).then_some(Self { stem, argument });
        }
        let argument = snake_case(name);
        let stem = argument.strip_suffix("_id").unwrap_or(&argument).to_owned();
        let dashed = rest.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("-id"));
        let argument = if dashed { format!("{argument}_id") } else { argument };
        is_argument(&argument).then_some(Self { stem, argument })
    }
}

/// `id` of `{id}`.
pub(crate) fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}').filter(|name| !name.contains(['{', '}']))
}

/// The parameters of a path, in order, as far as the derive takes them.
pub(super) fn parameters(path: &str) -> Vec<Parameter> {
    let segments = path.split('/').scan(None, |before, segment| {
        let own = parameter(segment).and_then(|name| Parameter::of(name, *before));
        *before = Some(segment);
        Some(own)
    });
    segments.flatten().collect()
}

/// The first segment of a path that none can be, if there is one.
pub(crate) fn bad_segment(path: &str) -> Option<&str> {
    let odd = |letter: char| "?#%{}\\\"<>^`|".contains(letter) || !letter.is_ascii_graphic();
    let is_bad = |segment: &&str| match parameter(segment) {
        Some(name) => !name.starts_with(|first: char| first.is_ascii_alphabetic()),
        None => segment.is_empty() || segment.contains(odd) || matches!(*segment, "." | ".."),
    };
    path.split('/').find(is_bad)
}

/// The path with other names for those of its parameters that the derive refuses: `users/{id}/x/{userId}/y` has two of one
/// name, `users/{id}/{id}` one that no segment names, and `{self}` can't be an argument.
pub(crate) fn fitting(path: &str) -> String {
    let mut taken = HashSet::new();
    let mut before = None;
    let mut segments = Vec::new();
    for segment in path.split('/') {
        let Some(name) = parameter(segment) else {
            segments.push(segment.to_owned());
            before = Some(segment);
            continue;
        };
        let own = Parameter::of(name, before);
        before = Some(segment);
        match own {
            Some(own) if taken.insert(own.argument.clone()) => segments.push(segment.to_owned()),
            own => {
                let stem = own.map_or_else(|| "item".to_owned(), |own| camel_case(&own.stem));
                let mut number = 2;
                while !taken.insert(snake_case(&format!("{stem}{number}Id"))) {
                    number += 1;
                }
                segments.push(format!("{{{stem}{number}Id}}"));
            }
        }
    }
    segments.join("/")
}

/// Raw or not, by which the derive makes one of it.
pub(super) fn is_argument(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !matches!(name, "_" | "self" | "super" | "crate")
}

#[cfg(test)]
mod tests {
    use super::{bad_segment, fitting};

    #[test]
    fn parameters_that_the_derive_refuses_have_other_names() {
        let cases = [
            ("users/{id}/messages", "users/{id}/messages"),
            ("users/{id}/x/{userId}/y", "users/{id}/x/{user2Id}/y"),
            ("users/{id}/x/{user-id}/{userID}", "users/{id}/x/{user2Id}/{user3Id}"),
            ("users/{id}/{id}/x", "users/{id}/{item2Id}/x"),
            ("{id}/x", "{item2Id}/x"),
            ("a/{self}/b", "a/{item2Id}/b"),
            ("1st/{id}/b", "1st/{item2Id}/b"),
            ("a-b/{id}/c.d/{id}/e", "a-b/{id}/c.d/{id}/e"),
        ];
        for (path, expected) in cases {
            assert_eq!(fitting(path), expected, "{path}");
        }
    }

    #[test]
    fn segments() {
        assert_eq!(bad_segment("users/{id | userPrincipalName}/a-b"), None);
        for path in ["", "a//b", "a/", "a?x", "a/{id}{id}", "a/{}/b", "a b", "a/../b", "a/{1}/b", "a/é"] {
            assert!(bad_segment(path).is_some(), "{path}");
        }
    }
}
