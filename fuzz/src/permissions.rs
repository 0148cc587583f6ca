//! Any text as the list of permissions.

use graph_entity_schema::permissions::{self, Place};

/// Nothing panics or hangs. What is read can be asked, and the keys that come of it are attributes with names of
/// permissions.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(list) = permissions::read(text) else { return };
    // The paths of the list, as far as they are text in it, and others.
    for path in text.split('"').filter(|part| part.starts_with('/')).take(8).chain(["users", "{", "a(b=c)/"]) {
        let keys = permissions::fill_all(&list, &[Place::Collection(path), Place::Singleton(path)]);
        let all: Vec<_> = keys.shared.into_iter().chain(keys.each.into_iter().flatten()).collect();
        for key in all {
            assert!(!key.is_empty());
            let attribute = key.to_string();
            if let Err(error) = syn::parse_str::<syn::Meta>(&attribute) {
                panic!("{error}: {attribute}");
            }
            let names =
                key.operations.iter().flat_map(|(_, needed)| needed.delegated.iter().chain(&needed.application));
            let is_name =
                |name: &String| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
            names.for_each(|name| assert!(is_name(name) && !name.is_empty(), "{attribute}"));
        }
    }
}
