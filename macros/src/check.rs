//! Rules across keys. Each has a UI test of its name under `tests/ui/entity`.

use std::collections::HashMap;

use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr};

use crate::errors::Errors;
use crate::input::{Field, Input, Member, Role, Setter};
use crate::syntax::Flag;
use crate::types::generic_of;

pub(crate) fn check(input: &Input<'_>, errors: &mut Errors) {
    odata(input.odata.as_ref(), errors);
    version(input.version.as_ref(), errors);
    collections(input, errors);
    if input.refused {
        return;
    }
    wire_names(input, errors);
    only_one(input, "key", |field| &field.attrs.key, errors);
    only_one(input, "etag", |field| &field.attrs.etag, errors);
    only_one(input, "extra", |field| &field.attrs.extra, errors);
    only_one(input, "odata_type", |field| &field.attrs.odata_type, errors);
    for field in &input.fields {
        stands_alone(field, errors);
        excludes(field, errors);
        optional(field, errors);
        if !input.is_abstract {
            setter_name(field, errors);
        }
    }
}

/// A qualified name: identifiers with dots between.
fn odata(literal: Option<&LitStr>, errors: &mut Errors) {
    let Some(literal) = literal else { return };
    let name = literal.value();
    let identifier = |part: &str| {
        part.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    let message = if name.starts_with('#') {
        format!("leave out the `#`, it is added on the wire: `{}`", name.trim_start_matches('#'))
    } else if !name.is_empty() && !name.contains('.') {
        format!("`{name}` lacks its namespace: `microsoft.graph.{name}`")
    } else if !name.split('.').all(identifier) {
        "expected a qualified name, such as `microsoft.graph.user`".to_owned()
    } else {
        return;
    };
    errors.at(literal, message);
}

fn version(literal: Option<&LitStr>, errors: &mut Errors) {
    let Some(literal) = literal else { return };
    let version = literal.value();
    let fits = !version.is_empty()
        && version.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        && version.trim_matches('.') == version;
    if !fits {
        errors.at(literal, "expected a version of the API as its URLs have it: `v1.0` or `beta`");
    }
}

fn collections(input: &Input<'_>, errors: &mut Errors) {
    let mut seen = HashMap::new();
    for collection in input.collections.iter().filter(|collection| !collection.refused) {
        let name = collection.constructor.to_string();
        if let Some(first) = seen.insert(name.clone(), collection.path.value()) {
            let path = collection.path.value();
            let message = format!(
                "`{name}` is the constructor of `{first}` already; name this one: \
                 `collection(path = \"{path}\", name = \"…\")`"
            );
            errors.at_span(collection.named_by, message);
        }
    }
}

fn wire_names(input: &Input<'_>, errors: &mut Errors) {
    let mut seen: HashMap<String, &Ident> = HashMap::new();
    for (field, Member { wire_name, .. }) in input.members() {
        let name = wire_name.value();
        // The number of `etag` fields is told by its own rule.
        if field.attrs.etag.is_some() {
            continue;
        }
        if let Some(rename) = field.attrs.rename.as_ref()
            && let Some(message) = bad_rename(&name)
        {
            errors.at(rename, message);
            continue;
        }
        if let Some(first) = seen.insert(name.clone(), field.ident) {
            errors.at(wire_name, format_args!("`{name}` is the property of field `{first}` already"));
        }
    }
}

fn bad_rename(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("a property has a name; leave `rename` out to use the field's own in camel case");
    }
    if name.eq_ignore_ascii_case("@odata.type") {
        return Some("`@odata.type` is written by the derive; to keep what was read use `#[graph(odata_type)]`");
    }
    if name.eq_ignore_ascii_case("@odata.etag") {
        return Some("`@odata.etag` is control information; use `#[graph(etag)]`");
    }
    // The writer takes names as they are.
    if name.contains(|letter: char| letter == '"' || letter == '\\' || letter.is_control()) {
        return Some("a property's name has no quotes, backslashes or control characters");
    }
    (name.contains('@') || name.contains('#'))
        .then_some("a property's name has no `@` and no `#`; control information goes to an `extra` field")
}

fn only_one<'a>(input: &'a Input<'_>, name: &str, flag: impl Fn(&'a Field<'_>) -> &'a Flag, errors: &mut Errors) {
    let mut first: Option<&Ident> = None;
    for field in &input.fields {
        let Some(key) = flag(field) else { continue };
        match first {
            None => first = Some(field.ident),
            Some(first) => errors.at(key, format_args!("the `{name}` field is `{first}` already")),
        }
    }
}

/// Fields that are no properties have no keys of properties.
fn stands_alone(field: &Field<'_>, errors: &mut Errors) {
    let attrs = &field.attrs;
    let Some(alone) = [&attrs.odata_type, &attrs.extra, &attrs.etag].into_iter().find_map(Option::as_ref) else {
        return;
    };
    let flags = [
        &attrs.key,
        &attrs.read_only,
        &attrs.write_only,
        &attrs.required,
        &attrs.default,
        &attrs.sensitive,
        &attrs.serde,
        &attrs.extra,
        &attrs.etag,
    ];
    let other = flags.into_iter().find_map(|flag| flag.as_ref().filter(|other| *other != alone));
    let tokens = other.map(ToTokens::to_token_stream);
    if let Some(tokens) = tokens.or_else(|| attrs.rename.as_ref().map(ToTokens::to_token_stream)) {
        errors.at(tokens, format_args!("an `{alone}` field is no property and takes no other key"));
    }
}

/// Keys that contradict each other.
fn excludes(field: &Field<'_>, errors: &mut Errors) {
    let attrs = &field.attrs;
    let pairs = [
        (&attrs.read_only, &attrs.required, "it is never sent"),
        (&attrs.read_only, &attrs.write_only, "it would be neither read nor sent"),
        (&attrs.required, &attrs.default, "one wants a value, the other does without"),
        (&attrs.key, &attrs.write_only, "a key is read"),
    ];
    for (a, b, why) in pairs {
        if let (Some(first), Some(second)) = (a, b) {
            errors.at(second, format_args!("`{first}` and `{second}` exclude each other: {why}"));
        }
    }
}

/// Keys that have to do with `Option`.
fn optional(field: &Field<'_>, errors: &mut Errors) {
    let attrs = &field.attrs;
    let optional = generic_of(field.ty, "Option").is_some();
    let collection = generic_of(field.ty, "Vec").is_some();
    if let (Some(required), false, None) = (&attrs.required, optional || collection, &attrs.default) {
        errors.at(required, "a field that is not an `Option` is required already");
    }
    if let (Some(default), None) = (&attrs.default, &attrs.required) {
        if optional {
            errors.at(default, "an `Option` reads null and absence as `None` already");
        } else if collection {
            errors.at(default, "a `Vec` reads null and absence as empty already");
        }
    }
    if let (Some(write_only), false, None) = (&attrs.write_only, optional, &attrs.read_only) {
        errors.at(write_only, "a `write_only` property is never read: make the field an `Option`");
    }
}

/// Methods of the builder that a setter must not hide.
fn setter_name(field: &Field<'_>, errors: &mut Errors) {
    if matches!(field.role, Role::Member(Member { setter: Setter::Taken, .. })) {
        let name = field.ident.unraw();
        errors.at(
            field.ident,
            format_args!("`{name}` is a method of the builder; name the field `{name}_`, the wire name stays the same"),
        );
    }
}
