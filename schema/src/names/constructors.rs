//! Constructors of collections and of single instances: the names that the derive makes of their paths, and others where
//! it would make one twice.

use std::collections::HashSet;

use super::case::snake_case;
use super::field_name;
use super::path::{is_argument, parameter, parameters};

/// The name of a constructor, by the derive's own rule: `in_user` of `users/{userId}/messages`, `collection` of `users`,
/// `me` of the single instance at `me`. `None` where it makes none: of `a-b`, `self`.
pub(crate) fn constructor(path: &str, singleton: bool) -> Option<String> {
    if singleton {
        let last = path.rsplit('/').next().unwrap_or_default();
        return Some(snake_case(last)).filter(|name| is_argument(name));
    }
    Some(stems(path).pop().map_or_else(|| "collection".to_owned(), |stem| format!("in_{stem}")))
}

/// The names to give to the constructors of one type: none where the derive's own choice will do. Each place is a path, and
/// whether it is a single instance's.
pub(crate) fn constructors<'a>(places: impl IntoIterator<Item = (&'a str, bool)>) -> Vec<Option<String>> {
    // An associated function that the derive writes in any case.
    let mut taken = HashSet::from(["draft".to_owned()]);
    let places = places.into_iter().map(|(path, singleton)| {
        let own = constructor(path, singleton).filter(|own| !taken.contains(own));
        let name = if own.is_none() { longer(path, singleton).find(|name| !taken.contains(name)) } else { None };
        taken.extend(name.clone().or(own));
        name
    });
    places.collect()
}

/// Names that say more, of which one is free.
fn longer(path: &str, singleton: bool) -> impl Iterator<Item = String> {
    let words = words(path);
    let above = words.get(..words.len().saturating_sub(1)).unwrap_or_default().join("_");
    let base = match (above.is_empty(), singleton) {
        (true, true) => format!("root_{}", words.join("_")),
        (true, false) => "in_root".to_owned(),
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
    parameters(path).into_iter().map(|parameter| parameter.stem).collect()
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
            ("cloud-PCs/{id}/x", "in_cloud_pc"),
            ("a.b~c/{id}/x", "in_a_b_c"),
            ("user_ids/{id}/x", "in_user_id"),
        ];
        for (path, name) in cases {
            assert_eq!(constructor(path, false).as_deref(), Some(name), "{path}");
        }
        assert_eq!(constructor("me", true).as_deref(), Some("me"));
        assert_eq!(constructor("users/{userId}/mailboxSettings", true).as_deref(), Some("mailbox_settings"));
        assert_eq!(constructor("a/self", true), None);
    }

    #[test]
    fn of_two_that_agree_the_second_has_a_name_that_says_more() {
        type Case = (&'static [(&'static str, bool)], &'static [Option<&'static str>]);
        let cases: [Case; 7] = [
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
            (&[("self", true), ("a-b", true)], &[Some("root_self"), Some("root_a_b")]),
            (&[("a/self", true)], &[Some("a_self")]),
        ];
        for (places, names) in cases {
            let made = constructors(places.iter().copied());
            assert_eq!(made.iter().map(Option::as_deref).collect::<Vec<_>>(), names);
        }
    }
}
