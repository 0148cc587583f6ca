//! Any text as metadata, imported: what is written is Rust.

use std::collections::HashSet;

use graph_entity_schema::import::{self, Options};
use graph_entity_schema::model::TypeDefinition;
use graph_entity_schema::read;

/// Nothing panics or hangs. What is written can be parsed, says no name twice, hides nothing, and is no larger than its
/// types with all that they inherit.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(schema) = read(text) else { return };
    // A type has its bases' properties too.
    let most = 4096 + text.len() * (64 + text.len() / 8);
    let options = Options { schema: Some("graph.xml".to_owned()), ..Options::default() };
    if let Ok(files) = import::all(&schema, &options, &mut |_, _| {}) {
        let mut paths = HashSet::new();
        for file in &files {
            assert!(paths.insert(&file.path), "{} is written twice", file.path);
            is_rust(&file.text);
        }
        assert!(files.iter().map(|file| file.text.len()).sum::<usize>() < most, "it is too large");
    }
    let names: Vec<&str> = schema.types.iter().take(4).map(TypeDefinition::name).collect();
    if let Ok(text) = import::types(&schema, &names, &options) {
        is_rust(&text);
        assert!(text.len() < most, "it is too large");
    }
}

/// `text` is a file of Rust. It has no name twice, and no letter that shows another text than is there.
fn is_rust(text: &str) {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let hidden = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\r');
    assert!(!text.contains(hidden), "{text}");
    let mut names = HashSet::new();
    for item in &file.items {
        let (name, parts) = match item {
            syn::Item::Struct(item) => (&item.ident, fields(&item.fields)),
            syn::Item::Enum(item) => (&item.ident, item.variants.iter().map(|one| one.ident.to_string()).collect()),
            syn::Item::Mod(item) => (&item.ident, Vec::new()),
            syn::Item::Use(item) => {
                for name in used(&item.tree) {
                    assert!(names.insert(name), "twice: {text}");
                }
                continue;
            }
            _ => panic!("no such item was meant: {text}"),
        };
        assert!(names.insert(name.to_string()), "`{name}` twice: {text}");
        let mut own = HashSet::new();
        for part in parts {
            assert!(own.insert(part), "twice in `{name}`: {text}");
        }
    }
}

fn fields(fields: &syn::Fields) -> Vec<String> {
    fields.iter().filter_map(|field| Some(field.ident.as_ref()?.to_string())).collect()
}

/// The names that a `use` brings.
fn used(tree: &syn::UseTree) -> Vec<String> {
    match tree {
        syn::UseTree::Path(path) => used(&path.tree),
        syn::UseTree::Name(name) => vec![name.ident.to_string()],
        syn::UseTree::Rename(name) => vec![name.rename.to_string()],
        syn::UseTree::Group(group) => group.items.iter().flat_map(used).collect(),
        syn::UseTree::Glob(_) => Vec::new(),
    }
}
