//! A family: an enum of a base type's derived types, a variant for each.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Data, DeriveInput, Fields, Ident, Type};

use crate::attr::{ContainerAttrs, Derive, VariantAttrs};
use crate::errors::Errors;
use crate::types::generic_of;

/// A variant and the struct in it.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// The type, without a `Box` around it.
    pub(crate) ty: &'a Type,
    pub(crate) boxed: bool,
    /// Takes the types that the family does not name.
    pub(crate) unrecognized: bool,
    /// Not compared with the metadata.
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "nothing is compared"))]
    pub(crate) unchecked: bool,
}

/// Whether a variant can be one of a family.
pub(crate) fn is_variant(variant: &syn::Variant) -> bool {
    field(variant).is_ok()
}

/// `None` if the item is no enum.
pub(super) fn variants<'a>(item: &'a DeriveInput, derive: Derive, errors: &mut Errors) -> Option<Vec<Variant<'a>>> {
    let Data::Enum(data) = &item.data else { return None };
    let mut variants: Vec<Variant<'a>> = Vec::new();
    let mut marked: Option<&Ident> = None;
    for variant in &data.variants {
        let attrs = VariantAttrs::parse(&variant.attrs, derive, errors);
        if let Some(rename) = &attrs.rename {
            errors.at(rename, "a family's variant is chosen by its struct's `odata`; it has no name of its own");
        }
        if let Some(flag) = &attrs.unrecognized
            && let Some(first) = marked.replace(&variant.ident)
        {
            errors.at(flag, format_args!("the `unrecognized` variant is `{first}` already"));
            continue;
        }
        let field = match field(variant) {
            Ok(field) => field,
            Err(wrong) => {
                let ident = &variant.ident;
                errors.at(
                    wrong,
                    format_args!("a variant of a family has one field, the struct of its type: `{ident}(Box<…>)`"),
                );
                continue;
            }
        };
        let inner = generic_of(&field.ty, "Box");
        let made = Variant {
            ident: &variant.ident,
            ty: inner.unwrap_or(&field.ty),
            boxed: inner.is_some(),
            unrecognized: attrs.unrecognized.is_some(),
            unchecked: attrs.unchecked.is_some(),
        };
        // Two of a type would be one impl of `From` too many.
        if let Some(other) = variants.iter().find(|other| same(other.ty, made.ty)) {
            errors.at(made.ty, format_args!("this is the type of the variant `{}` already", other.ident));
        } else {
            variants.push(made);
        }
    }
    if marked.is_none() {
        errors.at(
            &item.ident,
            "a family needs a variant for the types that it does not name: \
             `#[graph(unrecognized)] Unrecognized(graph_entity::Unrecognized)`",
        );
    }
    Some(variants)
}

/// The one field of a variant, or what is there instead.
fn field(variant: &syn::Variant) -> Result<&syn::Field, TokenStream> {
    match &variant.fields {
        Fields::Unnamed(fields) => match (fields.unnamed.first(), fields.unnamed.len()) {
            (Some(field), 1) => Ok(field),
            _ => Err(fields.to_token_stream()),
        },
        Fields::Named(fields) => Err(fields.to_token_stream()),
        Fields::Unit => Err(variant.ident.to_token_stream()),
    }
}

fn same(a: &Type, b: &Type) -> bool {
    quote!(#a).to_string() == b.to_token_stream().to_string()
}

/// Keys that are for structs.
pub(super) fn check_keys(attrs: &ContainerAttrs, errors: &mut Errors) {
    for key in [&attrs.is_abstract, &attrs.strict, &attrs.untagged, &attrs.all_properties].into_iter().flatten() {
        errors.at(key, format_args!("`{key}` is for structs: put it above those of the family's variants"));
    }
}
