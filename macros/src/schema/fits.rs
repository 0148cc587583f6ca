//! What is left to `rustc`: bounds of fields' types, spelled at the types, and names of types that only it knows.

use graph_entity_schema::Schema;
use graph_entity_schema::model::{TypeDefinition, TypeRef};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;

use super::type_name;
use crate::input::Input;
use crate::input::members::EnumInput;
use crate::types::{generic_of, span};

/// `impl Fits` of a struct or a family: the type that its values are of, and the bases of that if they are known.
pub(super) fn of_type(input: &Input<'_>, schema: Option<&Schema>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, clause) = input.generics.split_for_impl();
    let name = type_name(input.odata.as_ref()).map(|name| {
        let bases = schema.filter(|schema| schema.structured(&name).is_some()).map(|schema| {
            let bases = bases(schema, &name);
            quote! {
                const BASES: ::core::option::Option<&'static [&'static ::core::primitive::str]> =
                    ::core::option::Option::Some(&[#(#bases),*]);
            }
        });
        quote! {
            const NAME: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(#name);
            #bases
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::fits::Fits<__graph::fits::EdmStructured> for #ident #ty_generics #clause {
            #name
        }
    }
}

/// `impl Fits` of an enum. A property that the metadata calls a string may have its members as well.
pub(super) fn of_enum(input: &EnumInput<'_>) -> TokenStream {
    let ident = &input.item.ident;
    let (impl_generics, ty_generics, clause) = input.item.generics.split_for_impl();
    let name = type_name(input.odata.as_ref()).map(|name| {
        quote! {
            const NAME: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(#name);
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::fits::Fits<__graph::fits::EdmEnum> for #ident #ty_generics #clause {
            #name
        }
        #[automatically_derived]
        impl #impl_generics __graph::fits::Fits<__graph::fits::EdmString> for #ident #ty_generics #clause {}
    }
}

/// The names of all bases of a type, near ones first; also of one that the slice does not define.
pub(super) fn bases(schema: &Schema, name: &str) -> Vec<String> {
    schema.chain(name).filter_map(|ty| ty.base.clone()).collect()
}

/// Checks are the body of a constant: `rustc` evaluates it while it checks the crate.
pub(super) fn checks(checks: TokenStream) -> TokenStream {
    if checks.is_empty() {
        return checks;
    }
    quote! {
        const _: () = {
            #checks
        };
    }
}

/// The type of a field's values, without `Option`, whatever that is called.
pub(super) fn of_field(ty: &Type) -> TokenStream {
    quote_spanned!(span(ty).0=> <#ty as __Property>::Value)
}

/// The type of an operation's result. A `Page` is no property.
pub(super) fn of_result(ty: &Type) -> TokenStream {
    if generic_of(ty, "Page").is_some() { quote!(#ty) } else { of_field(ty) }
}

/// Whether `value`, as `ty` is written, holds what the metadata declares. `None` if it does not say enough.
pub(super) fn value(
    value: &TokenStream,
    ty: &Type,
    name: &str,
    declared: &TypeRef,
    schema: &Schema,
) -> Option<TokenStream> {
    let at = span(ty).0;
    let primitive = match schema.type_definition(&declared.name) {
        Some(TypeDefinition::Alias(alias)) => Some(&*alias.underlying),
        Some(TypeDefinition::Structured(_) | TypeDefinition::Enum(_)) => None,
        None => Some(&*declared.name),
    };
    let collection = |edm: TokenStream| {
        if declared.is_collection { quote_spanned!(at=> __graph::fits::Collection<#edm>) } else { edm }
    };
    if let Some(primitive) = primitive {
        let edm = collection(primitive_type(primitive, at)?);
        return Some(quote_spanned!(at=> __graph::fits::fits::<#value, #edm>();));
    }
    let is_enum = schema.enum_type(&declared.name).is_some();
    let edm = collection(if is_enum {
        quote_spanned!(at=> __graph::fits::EdmEnum)
    } else {
        quote_spanned!(at=> __graph::fits::EdmStructured)
    });
    let own = &declared.name;
    let bases = bases(schema, own);
    let has_derived = !schema.subtypes(own).is_empty();
    Some(quote_spanned! {at=>
        __graph::fits::named::<#value, #edm>(
            #name,
            __graph::fits::Declared { names: &[#own, #(#bases),*], has_derived: #has_derived },
        );
    })
}

/// The marker of a primitive type. Others, such as `Edm.Stream`, no field has.
fn primitive_type(name: &str, at: proc_macro2::Span) -> Option<TokenStream> {
    const TYPES: [&str; 16] = [
        "Binary",
        "Boolean",
        "Byte",
        "Date",
        "DateTimeOffset",
        "Decimal",
        "Double",
        "Duration",
        "Guid",
        "Int16",
        "Int32",
        "Int64",
        "SByte",
        "Single",
        "String",
        "TimeOfDay",
    ];
    let name = name.strip_prefix("Edm.").filter(|name| TYPES.contains(name))?;
    let marker = syn::Ident::new(&format!("Edm{name}"), at);
    Some(quote_spanned!(at=> __graph::fits::#marker))
}

/// Whether the struct in a `base` field is of one of the bases.
pub(super) fn base(ty: &Type, name: &str, bases: &[String]) -> TokenStream {
    quote_spanned!(span(ty).0=> __graph::fits::base(<#ty as __graph::Struct>::TABLE, #name, &[#(#bases),*]);)
}

/// Whether the struct in a variant is of a type of the family's.
pub(super) fn variant(ty: &Type, family: &str) -> TokenStream {
    quote_spanned!(span(ty).0=> __graph::fits::variant::<#ty>(#family);)
}
