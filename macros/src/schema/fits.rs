//! What is left to `rustc`: what a field's type holds, which only it knows. Each comparison is a constant of its own, since
//! the first mistake ends the evaluation of one.

use graph_entity_schema::Schema;
use graph_entity_schema::model::{TypeDefinition, TypeRef};
use graph_entity_schema::rust_type;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::type_name;
use crate::input::Input;
use crate::input::members::EnumInput;
use crate::types::{generic_of, is_named, span};

/// What the struct or the family is, for the fields that have it as their type.
pub(super) fn of_type(input: &Input<'_>, schema: Option<&Schema>) -> Option<TokenStream> {
    let name = type_name(input.odata.as_ref())?;
    let bases = match schema.filter(|schema| schema.structured(&name).is_some()) {
        Some(schema) => {
            let bases = bases(schema, &name);
            quote!(::core::option::Option::Some(&[#(#bases),*]))
        }
        None => quote!(::core::option::Option::None),
    };
    Some(quote! {
        const EDM: __graph::Edm = __graph::Edm::Structured { name: #name, bases: #bases };
    })
}

/// What the enum is.
pub(super) fn of_enum(input: &EnumInput<'_>) -> Option<TokenStream> {
    let name = type_name(input.odata.as_ref())?;
    Some(quote! {
        const EDM: __graph::Edm = __graph::Edm::Enum(#name);
    })
}

/// The names of all bases of a type, near ones first; also of one that the slice does not define.
pub(super) fn bases(schema: &Schema, name: &str) -> Vec<String> {
    schema.chain(name).filter_map(|ty| ty.base.clone()).collect()
}

/// The constant of a field's type or a result's that is compared.
pub(super) struct Held<'a> {
    pub(super) ty: &'a Type,
    /// `Property` or `Returned` of the runtime.
    pub(super) by: TokenStream,
}

impl<'a> Held<'a> {
    pub(super) fn of_field(ty: &'a Type) -> Self {
        Self { ty, by: quote!(__Property) }
    }

    pub(super) fn of_result(ty: &'a Type) -> Self {
        Self { ty, by: quote!(__graph::Returned) }
    }

    fn constant(&self, name: &str) -> TokenStream {
        let Self { ty, by } = self;
        let name = syn::Ident::new(name, Span::call_site());
        quote_spanned!(span(ty).0=> <#ty as #by>::#name)
    }
}

/// That the type holds what is declared of `what`. `None` if the metadata does not say enough.
pub(super) fn property(held: &Held<'_>, what: &str, declared: &TypeRef, schema: &Schema) -> Option<TokenStream> {
    if is_plain(held.ty, declared) {
        return None;
    }
    let ty = declared_type(&declared.name, schema)?;
    let (edm, is_collection) = (held.constant("EDM"), declared.is_collection);
    Some(quote_spanned! {span(held.ty).0=>
        const _: () = __graph::fits::property(
            &#edm,
            __graph::fits::Declared { property: #what, is_collection: #is_collection, ty: #ty },
        );
    })
}

/// Whether the type is written as the one for the property's primitive type, which most are. A constant that `rustc` evaluates
/// takes its time.
fn is_plain(ty: &Type, declared: &TypeRef) -> bool {
    let inner = generic_of(ty, "Option").unwrap_or(ty);
    let item = if declared.is_collection { generic_of(inner, "Vec") } else { Some(inner) };
    let rust = rust_type(&declared.name).map(|rust| rust.trim_start_matches("edm::"));
    rust.zip(item).is_some_and(|(rust, item)| is_named(item, rust))
}

/// A property or a parameter as a message calls it.
pub(super) fn quoted(name: &str) -> String {
    format!("`{name}`")
}

fn declared_type(name: &str, schema: &Schema) -> Option<TokenStream> {
    Some(match schema.type_definition(name) {
        Some(TypeDefinition::Structured(_)) => {
            let bases = bases(schema, name);
            let has_derived = !schema.subtypes(name).is_empty();
            quote!(__graph::fits::Type::Structured { names: &[#name, #(#bases),*], has_derived: #has_derived })
        }
        Some(TypeDefinition::Enum(_)) => quote!(__graph::fits::Type::Enum(#name)),
        Some(TypeDefinition::Alias(alias)) => primitive(&alias.underlying)?,
        None => primitive(name)?,
    })
}

fn primitive(name: &str) -> Option<TokenStream> {
    let rust = rust_type(name)?;
    Some(quote!(__graph::fits::Type::Primitive { name: #name, rust: #rust }))
}

/// That the type of a property that may be null takes null.
pub(super) fn nullable(ty: &Type, name: &str) -> TokenStream {
    let held = Held::of_field(ty);
    let what = quoted(name);
    let reads_null = held.constant("READS_NULL");
    quote_spanned!(span(ty).0=> const _: () = __graph::fits::nullable(#reads_null, #what);)
}

/// That the struct in a `base` field is of one of the bases.
pub(super) fn base(ty: &Type, name: &str, bases: &[String]) -> TokenStream {
    quote_spanned! {span(ty).0=>
        const _: () = __graph::fits::base(<#ty as __graph::Struct>::TABLE, #name, &[#(#bases),*]);
    }
}

/// That the struct in a variant is of a type of the family's.
pub(super) fn variant(ty: &Type, family: &str) -> TokenStream {
    quote_spanned!(span(ty).0=> const _: () = __graph::fits::variant(&<#ty as __graph::Struct>::EDM, #family);)
}
