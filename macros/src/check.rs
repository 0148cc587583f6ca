//! Rules across keys. Each has a UI test of its name under `tests/ui/entity`.

use std::collections::HashMap;

use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr};

use crate::attr::Derive;
use crate::errors::Errors;
use crate::input::{Field, Input, Member, Operation, Role, Setter};
use crate::syntax::Flag;
use crate::types::{generic_of, is_named};

pub(crate) fn check(input: &Input<'_>, errors: &mut Errors) {
    odata(input.odata.as_ref(), errors);
    operation(input, errors);
    version(input.version.as_ref(), errors);
    collections(input, errors);
    if input.refused {
        return;
    }
    if input.operation.is_some() {
        parameter_names(input, errors);
        return;
    }
    wire_names(input, errors);
    only_one(input, "key", |field| &field.attrs.key, errors);
    only_one(input, "etag", |field| &field.attrs.etag, errors);
    only_one(input, "extra", |field| &field.attrs.extra, errors);
    only_one(input, "odata_type", |field| &field.attrs.odata_type, errors);
    only_one(input, "base", |field| &field.attrs.base, errors);
    for field in &input.fields {
        stands_alone(field, errors);
        excludes(field, errors);
        optional(field, errors);
        bind(field, errors);
        annotation(field, errors);
        setter_name(field, errors);
        if let (Derive::Complex, Some(key)) = (input.derive, &field.attrs.key) {
            errors.at(key, "a complex type has no key");
        }
    }
}

/// A qualified name: identifiers with dots between.
pub(crate) fn odata(literal: Option<&LitStr>, errors: &mut Errors) {
    let Some(literal) = literal else { return };
    let name = literal.value();
    let message = if name.starts_with('#') {
        format!("leave out the `#`, it is added on the wire: `{}`", name.trim_start_matches('#'))
    } else if !name.is_empty() && !name.contains('.') {
        format!("`{name}` lacks its namespace: `microsoft.graph.{name}`")
    } else if !name.split('.').all(is_identifier) {
        "expected a qualified name, such as `microsoft.graph.user`".to_owned()
    } else {
        return;
    };
    errors.at(literal, message);
}

/// OData's, as far as services use them.
fn is_identifier(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// An action or a function by its name; a function returns something.
fn operation(input: &Input<'_>, errors: &mut Errors) {
    let Some(Operation { name, is_function, returns }) = &input.operation else { return };
    if let Some(message) = bad_operation(&name.value()) {
        errors.at(name, message);
    }
    if *is_function && returns.is_none() {
        errors.at(name, "a function returns something: add `returns = …`");
    }
}

fn bad_operation(name: &str) -> Option<String> {
    if name.split('.').all(is_identifier) {
        return None;
    }
    let before = name.split_once('(').map_or(name, |(before, _)| before);
    let bare = before.rsplit_once('/').map_or(before, |(_, last)| last);
    let message = if !bare.split('.').all(is_identifier) {
        "expected the name of an operation as its URLs have it: `sendMail` or `microsoft.graph.sendMail`".to_owned()
    } else if before == name {
        format!("leave out the path, an item or a collection calls the operation: `{bare}`")
    } else {
        format!("leave out the parentheses, the parameters are the struct's fields: `{bare}`")
    };
    Some(message)
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
    if input.variants.is_none() {
        seen.insert("draft".to_owned(), "drafts".to_owned());
    }
    for collection in input.collections.iter().filter(|collection| !collection.refused) {
        let name = collection.constructor.to_string();
        let path = collection.path.value();
        if let Some(first) = seen.insert(name.clone(), format!("`{path}`")) {
            let key = if collection.singleton { "singleton" } else { "collection" };
            let message = format!(
                "`{name}` is the constructor of {first} already; name this one: \
                 `{key}(path = \"{path}\", name = \"…\")`"
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
        let wire_name = field.attrs.annotation.as_ref().map_or(wire_name, |(_, name)| name);
        // That an annotation has one is told by its own rule.
        if let (Some(rename), None) = (&field.attrs.rename, &field.attrs.annotation)
            && let Some(message) = bad_rename(&rename.value())
        {
            errors.at(rename, message);
            continue;
        }
        if let Some(first) = seen.insert(name.clone(), field.ident) {
            errors.at(wire_name, format_args!("`{name}` is the property of field `{first}` already"));
        }
    }
}

/// What a parameter is called is a part of a function's URL. Of its keys there are no further rules.
fn parameter_names(input: &Input<'_>, errors: &mut Errors) {
    let mut seen: HashMap<String, &Ident> = HashMap::new();
    for (field, Member { wire_name, .. }) in input.members() {
        let name = wire_name.value();
        if !is_identifier(&name) {
            errors.at(wire_name, "the name of a parameter is made of letters, digits and `_`: `startDateTime`");
        } else if let Some(first) = seen.insert(name.clone(), field.ident) {
            errors.at(wire_name, format_args!("`{name}` is the parameter of field `{first}` already"));
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
    if name.ends_with("@odata.bind") {
        return Some("`#[graph(bind)]` adds `@odata.bind` by itself; leave it out");
    }
    // The writer takes names as they are.
    if name.contains(|letter: char| letter == '"' || letter == '\\' || letter.is_control()) {
        return Some("a property's name has no quotes, backslashes or control characters");
    }
    (name.contains('@') || name.contains('#'))
        .then_some("a property's name has no `@` and no `#`; for an annotation use `#[graph(annotation = \"…\")]`")
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
    let Some(alone) = [&attrs.odata_type, &attrs.extra, &attrs.etag, &attrs.base].into_iter().find_map(Option::as_ref)
    else {
        return;
    };
    let flags = [
        &attrs.key,
        &attrs.read_only,
        &attrs.write_only,
        &attrs.required,
        &attrs.default,
        &attrs.immutable,
        &attrs.sensitive,
        &attrs.navigation,
        &attrs.bind,
        &attrs.serde,
        &attrs.extra,
        &attrs.etag,
        &attrs.base,
        // Whether the base's type is the right one is compared.
        if attrs.base.is_some() { &None } else { &attrs.unchecked },
    ];
    let other = flags.into_iter().find_map(|flag| flag.as_ref().filter(|other| *other != alone));
    let tokens = other.or(attrs.annotation.as_ref().map(|(key, _)| key)).map(ToTokens::to_token_stream);
    if let Some(tokens) = tokens.or_else(|| attrs.rename.as_ref().map(ToTokens::to_token_stream)) {
        let article = if alone == "base" { "a" } else { "an" };
        errors.at(tokens, format_args!("{article} `{alone}` field is no property and takes no other key"));
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
        (&attrs.read_only, &attrs.immutable, "it is never sent"),
        (&attrs.read_only, &attrs.bind, "it is never sent"),
        (&attrs.key, &attrs.immutable, "a key never changes"),
        (&attrs.key, &attrs.navigation, "a key is no relationship"),
        (&attrs.key, &attrs.bind, "a key is no relationship"),
        (&attrs.navigation, &attrs.bind, "one is the related entities, the other their URLs"),
        (&attrs.navigation, &attrs.immutable, "an update never changes a relationship"),
        (&attrs.bind, &attrs.write_only, "a `bind` is never selected"),
        (&attrs.bind, &attrs.default, "it is not read"),
        (&attrs.bind, &attrs.serde, "it is a URL, or a list of them"),
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
    let collection = ["Vec", "Dictionary"].into_iter().find(|name| generic_of(field.ty, name).is_some());
    if let (Some(required), false, None) = (&attrs.required, optional || collection.is_some(), &attrs.default) {
        errors.at(required, "a field that is not an `Option` is required already");
    }
    if let (Some(default), None, None) = (&attrs.default, &attrs.required, &attrs.bind) {
        if optional {
            errors.at(default, "an `Option` reads null and absence as `None` already");
        } else if let Some(name) = collection {
            errors.at(default, format_args!("a `{name}` reads null and absence as empty already"));
        }
    }
    if let (Some(write_only), false, None) = (&attrs.write_only, optional, &attrs.read_only) {
        errors.at(write_only, "a `write_only` property is never read: make the field an `Option`");
    }
}

/// URLs of the entities that a relationship is bound to.
fn bind(field: &Field<'_>, errors: &mut Errors) {
    let Some(bind) = &field.attrs.bind else { return };
    let inner = generic_of(field.ty, "Option").unwrap_or(field.ty);
    let list = generic_of(inner, "Vec");
    let optional = list.is_some() || generic_of(field.ty, "Option").is_some();
    if !optional || !is_named(list.unwrap_or(inner), "String") {
        errors.at(bind, "a `bind` field holds URLs: an `Option<String>` for one, a `Vec<String>` for many");
    }
}

fn annotation(field: &Field<'_>, errors: &mut Errors) {
    let Some((key, literal)) = &field.attrs.annotation else { return };
    let attrs = &field.attrs;
    if let Some(other) = [&attrs.key, &attrs.navigation, &attrs.bind].into_iter().find_map(Option::as_ref) {
        errors.at(other, format_args!("`{key}` and `{other}` exclude each other: an annotation is no property"));
    }
    if let Some(rename) = &attrs.rename {
        errors.at(rename, "an annotation's name is that of `annotation`; leave `rename` out");
    }
    let sent = [&attrs.required, &attrs.immutable, &attrs.write_only].into_iter().find_map(Option::as_ref);
    if let (Some(other), Role::Member(Member { control: true, .. })) = (sent, &field.role) {
        errors
            .at(other, format_args!("`{key}` and `{other}` exclude each other: an `@odata` annotation is never sent"));
    }
    let name = literal.value();
    let term = name.split_once('@').map(|(_, term)| term);
    let is = |other: &str| term.is_some_and(|term| term.eq_ignore_ascii_case(other));
    let message = if term.is_none_or(str::is_empty) {
        "an annotation is named `@namespace.term`, or `property@namespace.term`"
    } else if name.contains(['"', '\\']) || name.contains(char::is_control) {
        "an annotation's name has no quotes, backslashes or control characters"
    } else if name.starts_with('@') && is("odata.type") {
        "`@odata.type` is written by the derive; to keep what was read use `#[graph(odata_type)]`"
    } else if name.starts_with('@') && is("odata.etag") {
        "for `@odata.etag` use `#[graph(etag)]`"
    } else if is("odata.bind") {
        "for `@odata.bind` use `#[graph(bind)]`"
    } else {
        return;
    };
    errors.at(literal, message);
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
