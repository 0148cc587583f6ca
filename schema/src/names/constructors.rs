//! Constructors of collections and of single instances: the names that the derive makes of their paths, and others where
//! it would make one twice.

use std::collections::HashSet;

use super::case::{singular, snake_case};
use super::field_name;

/// The name of a constructor, by the derive's own rule: `in_user` of `users/{userId}/messages`, `collection` of `users`,
/// `me` of the single instance at `me`.
pub(crate) fn constructor(path: &str, singleton: bool) -> String {
    if singleton {
        let last = path.split('/').rfind(|segment| parameter(segment).is_none());
        return field_name(last.unwrap_or_default());
    }
    stems(path).pop().map_or_else(|| "collection".to_owned(), |stem| format!("in_{stem}"))
}

/// The names to give to the constructors of one type: none where the derive's own choice will do. Each place is a path, and
/// whether it is a single instance's.
pub(crate) fn constructors<'a>(places: impl IntoIterator<Item = (&'a str, bool)>) -> Vec<Option<String>> {
    // An associated function that the derive writes in any case.
    let mut taken = HashSet::from(["draft".to_owned()]);
    let places = places.into_iter().map(|(path, singleton)| {
        let own = constructor(path, singleton);
        let name = if taken.contains(&own) { longer(path, singleton).find(|name| !taken.contains(name)) } else { None };
        taken.insert(name.clone().unwrap_or(own));
        name
    });
    places.collect()
}

/// Names that say more, of which one is free.
fn longer(path: &str, singleton: bool) -> impl Iterator<Item = String> {
    let words = words(path);
    let above = words.get(..words.len().saturating_sub(1)).unwrap_or_default().join("_");
    let base = match (above.is_empty(), singleton) {
        (true, _) => "in_root".to_owned(),
        (false, true) => words.join("_"),
        (false, false) => format!("in_{above}"),
    };
    let numbered = base.clone();
    std::iter::once(base).chain((2..).map(move |number| format!("{numbered}_{number}")))
}

/// What the segments of a path are of. A collection that an item is of is said by its parameter.
fn words(path: &str) -> Vec<String> {
    let mut stems = stems(path).into_iter();
    let mut segments = path.split('/').peekable();
    let mut words = Vec::new();
    while let Some(segment) = segments.next() {
        let has_item = segments.peek().is_some_and(|next| parameter(next).is_some());
        match parameter(segment) {
            Some(_) => words.extend(stems.next()),
            None if has_item => {}
            None => words.push(field_name(segment)),
        }
    }
    words
}

/// What the parameters of a path are of: `user` of `{userId}`, `{user-id}` and of `users/{id}`.
fn stems(path: &str) -> Vec<String> {
    let mut stems = Vec::new();
    let mut before = "";
    for segment in path.split('/') {
        if let Some(parameter) = parameter(segment) {
            let end = parameter.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
            let name = parameter.get(..end.unwrap_or(parameter.len())).unwrap_or_default();
            let of = if name.eq_ignore_ascii_case("id") { singular(before) } else { name.to_owned() };
            let name = snake_case(&of);
            stems.push(name.strip_suffix("_id").unwrap_or(&name).to_owned());
        } else {
            before = segment;
        }
    }
    stems
}

/// `id` of `{id}`.
pub(crate) fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}').filter(|name| !name.contains(['{', '}']))
}

#[cfg(test)]
mod tests {
    use super::{constructor, constructors};

    #[test]
    fn constructors_are_those_of_the_derive() {
        let cases = [
            ("users", "collection"),
            ("a/deviceShellScripts/{deviceShellScriptId}/userRunStates", "in_device_shell_script"),
            ("users/{id | userPrincipalName}/messages", "in_user"),
            ("devices/{device-id}/extensions", "in_device"),
            ("policies/{id}/x", "in_policy"),
            ("teams/{id}/channels/{id}/messages", "in_channel"),
            ("a/{type}/b", "in_type"),
        ];
        for (path, name) in cases {
            assert_eq!(constructor(path, false), name, "{path}");
        }
        assert_eq!(constructor("me", true), "me");
        assert_eq!(constructor("users/{userId}/mailboxSettings", true), "mailbox_settings");
    }

    #[test]
    fn of_two_that_agree_the_second_has_a_name_that_says_more() {
        type Case = (&'static [(&'static str, bool)], &'static [Option<&'static str>]);
        let cases: [Case; 5] = [
            (
                &[
                    ("me/contactFolders/{contactFolderId}/contacts", false),
                    ("users/{id}/contactFolders/{contactFolderId}/contacts", false),
                    ("me/contactFolders/{id}/contacts", false),
                ],
                &[None, Some("in_user_contact_folder"), Some("in_me_contact_folder")],
            ),
            (&[("groups", false), ("a/b/groups", false)], &[None, Some("in_a_b")]),
            (&[("me/a", true), ("users/{userId}/a", true)], &[None, Some("user_a")]),
            (&[("a", false), ("b", false), ("c", false)], &[None, Some("in_root"), Some("in_root_2")]),
            (&[("drafts/draft", true)], &[Some("drafts_draft")]),
        ];
        for (places, names) in cases {
            let made = constructors(places.iter().copied());
            assert_eq!(made.iter().map(Option::as_deref).collect::<Vec<_>>(), names);
        }
    }
}
