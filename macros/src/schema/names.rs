//! Names that the metadata does not have, and those that may be meant.

use graph_entity_schema::model::{Schema, TypeDefinition};
use graph_entity_schema::{namespace, short_name};

use crate::errors::nearest;

/// The end of a message about a type that is not there.
pub(super) fn other_type(schema: &Schema, name: &str) -> String {
    let aliased = schema.namespaces.iter().find(|space| space.alias.as_deref() == Some(namespace(name)));
    if let Some(space) = aliased {
        return format!("; `{}` is an alias: `{}.{}`", namespace(name), space.name, short_name(name));
    }
    let names: Vec<&str> = schema.types.iter().map(TypeDefinition::name).collect();
    let elsewhere = names.iter().find(|other| short_name(other) == short_name(name)).copied();
    match elsewhere.or_else(|| nearest_qualified(name, &names)) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => {
            "; `cargo graph-entity slice` takes it into the slice, and with the key `unchecked` nothing is compared"
                .to_owned()
        }
    }
}

/// As [`nearest`] by the last part of the names: namespaces are long and hide how far apart these are.
fn nearest_qualified<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let short: Vec<&str> = names.iter().map(|name| short_name(name)).collect();
    let near = nearest(short_name(name), &short)?;
    let found = names.iter().filter(|other| short_name(other) == near);
    found.min_by_key(|other| namespace(other) != namespace(name)).copied()
}

/// `; did you mean …?`, if there is one that may be.
pub(super) fn did_you_mean(name: &str, names: &[&str]) -> String {
    // One that differs in its case alone is the one, however many letters that are.
    let same = names.iter().find(|other| other.eq_ignore_ascii_case(name)).copied();
    match same.or_else(|| nearest(name, names)) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => String::new(),
    }
}
