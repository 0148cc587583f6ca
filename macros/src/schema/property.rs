//! A field, and the property of its name.

use graph_entity_schema::model::{Annotations, NavigationProperty, Property, TypeRef};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use super::fits::{self, Held};
use super::names::did_you_mean;
use super::structs::Declared;
use crate::errors::Errors;
use crate::input::{Field, Input, Member, Setter};
use crate::types::generic_of;

/// Reports what is wrong with the field, and writes what is left to `rustc`.
pub(super) fn compare(
    input: &Input<'_>,
    field: &Field<'_>,
    member: &Member,
    declared: &Declared<'_>,
    errors: &mut Errors,
) -> Option<TokenStream> {
    let attrs = &field.attrs;
    if attrs.unchecked.is_some() || attrs.etag.is_some() || attrs.annotation.is_some() {
        return None;
    }
    let whole = member.wire_name.value();
    let name = whole.strip_suffix("@odata.bind").unwrap_or(&whole);
    let found = Found::of(declared, name);
    let ty = match found {
        Some(Found::Structural(property)) => structural(input, field, member, property, declared, errors)?,
        Some(Found::Navigation(navigation)) => relationship(field, member, navigation, errors)?,
        None => {
            errors.at(&member.wire_name, unknown(name, declared));
            return None;
        }
    };
    if attrs.bind.is_some() {
        bind(field, name, ty, errors);
        return None;
    }
    if attrs.serde.is_some() {
        return None;
    }
    let null = nullable(field, name, ty);
    let fits = fits::property(&Held::of_field(field.ty), &fits::quoted(name), ty, declared.schema);
    Some(quote!(#null #fits))
}

/// What has the name of a field.
enum Found<'s> {
    Structural(&'s Property),
    Navigation(&'s NavigationProperty),
}

impl<'s> Found<'s> {
    fn of(declared: &Declared<'s>, name: &str) -> Option<Self> {
        let Declared { schema, ty } = declared;
        let structural = schema.property(&ty.name, name).map(Self::Structural);
        structural.or_else(|| schema.navigation(&ty.name, name).map(Self::Navigation))
    }
}

fn unknown(name: &str, declared: &Declared<'_>) -> String {
    let Declared { schema, ty } = declared;
    let of = |property: &Property| property.name == name;
    let derived = schema.subtypes(&ty.name).into_iter().find(|ty| ty.properties.iter().any(of));
    let properties = schema.properties(&ty.name).map(|property| &*property.name);
    let names: Vec<&str> = properties.chain(schema.navigations(&ty.name).map(|navigation| &*navigation.name)).collect();
    let near = did_you_mean(name, &names);
    let why = if !near.is_empty() {
        near
    } else if let Some(derived) = derived {
        format!("; `{}`, which is derived from it, has one", derived.name)
    } else if let Some(base) = declared.missing_base() {
        format!("; its base type `{base}` is not in the slice")
    } else {
        String::new()
    };
    let separator = if why.ends_with('?') { "" } else { ";" };
    let dynamic = if ty.is_open {
        format!("{separator} a dynamic property of this open type takes `#[graph(unchecked)]`")
    } else {
        String::new()
    };
    format!("`{}` has no property `{name}` in the metadata{why}{dynamic}", ty.name)
}

fn structural<'s>(
    input: &Input<'_>,
    field: &Field<'_>,
    member: &Member,
    property: &'s Property,
    declared: &Declared<'_>,
    errors: &mut Errors,
) -> Option<&'s TypeRef> {
    let (attrs, name) = (&field.attrs, &property.name);
    if let Some(key) = attrs.navigation.as_ref().or(attrs.bind.as_ref()) {
        errors.at(key, format_args!("`{name}` is no relationship in the metadata: leave `{key}` out"));
        return None;
    }
    if input.is_entity() {
        key(field, member, name, declared, errors);
    }
    if member.setter == Setter::Required && is_set_by_service(&property.annotations) {
        let at: &dyn quote::ToTokens = attrs.required.as_ref().map_or(&member.wire_name, |key| key);
        errors.at(at, format_args!("the service sets `{name}`, says the metadata: add `#[graph(read_only)]`"));
    }
    Some(&property.ty)
}

fn is_set_by_service(annotations: &Annotations) -> bool {
    annotations.is_computed() || annotations.is_read_only()
}

/// The key, and no other property, is marked as that.
fn key(field: &Field<'_>, member: &Member, name: &str, declared: &Declared<'_>, errors: &mut Errors) {
    let ty = &declared.ty.name;
    let key = declared.schema.key(ty);
    match (&field.attrs.key, key) {
        // The base that may have it is not there.
        (Some(_), []) if declared.missing_base().is_some() => {}
        (Some(flag), []) => errors.at(flag, format_args!("`{ty}` has no key in the metadata")),
        (Some(flag), _) if !key.iter().any(|key| key == name) => {
            let key = key.join("`, `");
            errors.at(flag, format_args!("`{name}` is no key in the metadata: that of `{ty}` is `{key}`"));
        }
        // Of several, one struct can't have all.
        (None, [only]) if only == name => {
            errors.at(
                &member.wire_name,
                format_args!("`{name}` is the key of `{ty}` in the metadata: add `#[graph(key)]`"),
            );
        }
        _ => {}
    }
}

fn relationship<'s>(
    field: &Field<'_>,
    member: &Member,
    navigation: &'s NavigationProperty,
    errors: &mut Errors,
) -> Option<&'s TypeRef> {
    let (attrs, name) = (&field.attrs, &navigation.name);
    if let Some(key) = &attrs.key {
        errors.at(key, format_args!("`{name}` is a relationship in the metadata, no key"));
        return None;
    }
    if attrs.navigation.is_none() && attrs.bind.is_none() {
        errors.at(
            &member.wire_name,
            format_args!(
                "`{name}` is a relationship in the metadata: add `#[graph(navigation)]`, or `#[graph(bind)]` to send the \
                 URL of what it leads to"
            ),
        );
        return None;
    }
    Some(&navigation.ty)
}

/// One URL or several, as the metadata has one related entity or several.
fn bind(field: &Field<'_>, name: &str, declared: &TypeRef, errors: &mut Errors) {
    let inner = generic_of(field.ty, "Option").unwrap_or(field.ty);
    match (generic_of(inner, "Vec").is_some(), declared.is_collection) {
        (true, false) => {
            errors.at(field.ty, format_args!("`{name}` leads to one entity in the metadata: `Option<String>`"));
        }
        (false, true) => {
            errors.at(field.ty, format_args!("`{name}` leads to many entities in the metadata: `Vec<String>`"));
        }
        _ => {}
    }
}

/// What may be null is an `Option`, or reads null as a placeholder. Of a type that is not seen to be one `rustc` tells.
fn nullable(field: &Field<'_>, name: &str, declared: &TypeRef) -> Option<TokenStream> {
    let attrs = &field.attrs;
    let takes_null = ["Option", "Vec", "Dictionary"].into_iter().any(|name| generic_of(field.ty, name).is_some());
    let told: [&Option<Ident>; 2] = [&attrs.default, &attrs.key];
    let asked = declared.nullable && !declared.is_collection && !takes_null && told.iter().all(|flag| flag.is_none());
    asked.then(|| fits::nullable(field.ty, name))
}
