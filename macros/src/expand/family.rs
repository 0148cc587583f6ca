//! A family: an enum, of which `@odata.type` chooses the variant.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::shape::flag;
use super::{collection, entity, serde, table};
use crate::input::Input;
use crate::input::family::Variant;
use crate::types::span;

pub(crate) fn expand(input: &Input<'_>, variants: &[Variant<'_>]) -> TokenStream {
    let ident = input.ident;
    let odata_type = input.odata_type();
    let untagged = Literal::u8_unsuffixed(flag::UNTAGGED);
    let named: Vec<_> = variants.iter().filter(|variant| !variant.unrecognized).collect();
    let shapes = named.iter().map(|variant| {
        let ty = variant.ty;
        quote_spanned!(span(ty).0=> <#ty as __graph::Struct>::TABLE)
    });
    let numbers = (0..).map(Literal::usize_unsuffixed);
    let empties = named.iter().map(|variant| empty(variant));
    let unrecognized =
        variants.iter().find(|variant| variant.unrecognized).map_or_else(|| quote!(::core::unreachable!()), empty);
    let arms = |mutable: bool| variants.iter().map(move |variant| fields(variant, mutable)).collect::<TokenStream>();
    let (fields, fields_mut) = (arms(false), arms(true));
    let conversions = variants.iter().map(|variant| conversions(input, variant));
    let (table, entity) = (table::expand(input), entity::expand(input));
    let edm = &input.edm;
    let (serde, collections) = (serde::expand(input), collection::expand(input));
    quote! {
        static __SHAPE: __graph::Shape =
            __graph::Shape { odata_type: #odata_type, flags: #untagged, names: &[], kinds: &[], order: &[] };
        #[automatically_derived]
        impl __graph::Value for #ident {
            const FAMILY: ::core::option::Option<&'static ::core::primitive::str> =
                ::core::option::Option::Some(#odata_type);
            #edm
            fn empty() -> Self {
                <Self as __graph::Family>::variant(::core::primitive::usize::MAX)
            }
            fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
                __graph::family(place)
            }
            fn get(&self) -> __graph::SlotRef<'_> {
                __graph::variant(self)
            }
        }
        #[automatically_derived]
        impl __graph::Family for #ident {
            const MEMBERS: &'static [&'static __graph::Shape] = &[#(#shapes),*];
            fn variant(index: ::core::primitive::usize) -> Self {
                match index {
                    #(#numbers => #empties,)*
                    _ => #unrecognized,
                }
            }
            fn fields(&self) -> &dyn __graph::Fields {
                match self {
                    #fields
                    // Of a variant that is refused, or of an enum without any.
                    #[allow(unreachable_patterns)]
                    _ => ::core::unreachable!(),
                }
            }
            fn fields_mut(&mut self) -> &mut dyn __graph::Fields {
                match self {
                    #fields_mut
                    #[allow(unreachable_patterns)]
                    _ => ::core::unreachable!(),
                }
            }
        }
        // It has no setters. That it can't be created is told by `Create`.
        #[automatically_derived]
        impl __graph::Build for #ident {
            type Builder<__S> = __graph::Draft<Self, __S>;
            type Required = __graph::Complete;
            fn builder<__S>(draft: __graph::Draft<Self, __S>) -> __graph::Draft<Self, __S> {
                draft
            }
        }
        #table
        #entity
        #serde
        #collections
        #(#conversions)*
    }
}

fn empty(Variant { ident, ty, boxed, .. }: &Variant<'_>) -> TokenStream {
    let at = span(ty).0;
    let value = quote_spanned!(at=> <#ty as __graph::Struct>::start());
    let value = if *boxed { quote!(__graph::Box::new(#value)) } else { value };
    quote!(Self::#ident(#value))
}

fn fields(Variant { ident, ty, .. }: &Variant<'_>, mutable: bool) -> TokenStream {
    // At the type: it has to be a struct of ours.
    let at = span(ty).0;
    let fields = if mutable {
        quote_spanned!(at=> <#ty as __graph::Struct>::fields_mut)
    } else {
        quote_spanned!(at=> <#ty as __graph::Struct>::fields)
    };
    quote!(Self::#ident(value) => #fields(value),)
}

/// A value of a variant's type is one of the family.
fn conversions(input: &Input<'_>, Variant { ident: variant, ty, boxed, .. }: &Variant<'_>) -> TokenStream {
    let ident = input.ident;
    let value = if *boxed { quote!(__graph::Box::new(value)) } else { quote!(value) };
    let at = span(ty).0;
    let fields = quote_spanned!(at=> <#ty as __graph::Struct>::fields);
    quote! {
        #[automatically_derived]
        impl ::core::convert::From<#ty> for #ident {
            fn from(value: #ty) -> Self {
                Self::#variant(#value)
            }
        }
        #[automatically_derived]
        impl __graph::IntoValue<#ident> for #ty {
            type Kind = __graph::Something;
            fn write_value(
                &self,
                form: __graph::Form,
                json: &mut __graph::JsonText,
            ) -> ::core::result::Result<(), __graph::JsonError> {
                __graph::write_variant::<#ident>(#fields(self), form, json)
            }
        }
    }
}
