//! The comparison with the service's metadata (feature `schema`): what a struct says of its type, and what a slice of
//! `$metadata` says of it. Each mistake is told where it is; whether a Rust type holds an EDM type is for `rustc` to say,
//! by a constant that is written here.

mod enums;
mod fits;
mod names;
mod operations;
mod property;
mod slice;
mod structs;

use graph_entity_schema::Schema;
use graph_entity_schema::model::{StructuredType, TypeDefinition};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, LitStr};

use crate::errors::Errors;
use crate::expand::block;
use crate::input::Input;
use crate::input::members::EnumInput;

/// What comes of a comparison.
#[derive(Default)]
pub(crate) struct Compared {
    /// What the type is in the metadata: a member of its `impl Value`.
    pub(crate) edm: Option<TokenStream>,
    /// Items beside those that the derive writes.
    pub(crate) items: TokenStream,
}

/// Compares, and writes what is left to `rustc`.
pub(crate) fn compare(input: &Input<'_>, errors: &mut Errors) -> Compared {
    let named_by = input.operation.as_ref().map_or(input.odata.as_ref(), |operation| Some(&operation.name));
    let slice = slice::find(&input.metadata, named_by, errors);
    let schema = slice.schema();
    let checks = schema.filter(|_| !input.refused).map(|schema| match (&input.operation, &input.variants) {
        (Some(operation), _) => operations::compare(input, operation, schema, errors),
        (None, Some(variants)) => structs::compare_family(input, variants, schema, errors),
        (None, None) => structs::compare(input, schema, errors),
    });
    let checks = checks.filter(|checks| !checks.is_empty()).map(|checks| block(&input.krate, &checks));
    let tracking = slice.tracking();
    Compared { edm: fits::of_type(input, schema), items: quote!(#tracking #checks) }
}

/// The same for an enum of the service's.
pub(crate) fn compare_enum(input: &EnumInput<'_>, errors: &mut Errors) -> Compared {
    let slice = slice::find(&input.metadata, input.odata.as_ref(), errors);
    // Of what is no enum that is told alone.
    if let (Some(schema), Data::Enum(_)) = (slice.schema(), &input.item.data) {
        enums::compare(input, schema, errors);
    }
    Compared { edm: fits::of_enum(input), items: slice.tracking() }
}

/// The qualified name, if it is one: that it is not was reported.
fn type_name(literal: Option<&LitStr>) -> Option<String> {
    literal.map(LitStr::value).filter(|name| name.contains('.') && !name.starts_with('#'))
}

/// The derive for a struct of this type.
fn derive_of(ty: &StructuredType) -> &'static str {
    if ty.is_entity { "GraphEntity" } else { "GraphComplex" }
}

/// What a type of the metadata is, for a message.
fn kind_of(schema: &Schema, name: &str) -> &'static str {
    match schema.type_definition(name) {
        Some(TypeDefinition::Structured(ty)) if ty.is_entity => "an entity type",
        Some(TypeDefinition::Structured(_)) => "a complex type",
        Some(TypeDefinition::Enum(_)) => "an enum",
        Some(TypeDefinition::Alias(_)) => "another name of a primitive type",
        None => "no type",
    }
}
