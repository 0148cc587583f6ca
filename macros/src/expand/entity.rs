//! `impl GraphEntity` or `impl GraphComplex`: what is known of the type without a value.

use proc_macro2::TokenStream;
use quote::quote;

use super::value::static_bound;
use crate::attr::Derive;
use crate::input::Input;

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input.generics);
    let complex = (input.derive == Derive::Complex).then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics __graph::GraphComplex for #ident #ty_generics #bound {}
        }
    });
    if !input.is_entity() {
        return quote!(#complex);
    }
    let version = input.version.as_ref().map(|version| {
        quote! {
            const VERSION: ::core::option::Option<&'static ::core::primitive::str> =
                ::core::option::Option::Some(#version);
        }
    });
    let mut paths = input.collections.iter().filter(|collection| !collection.singleton).map(|one| &one.path).peekable();
    let collections = paths.peek().is_some().then(|| {
        quote! {
            const COLLECTIONS: &'static [&'static ::core::primitive::str] = &[#(#paths),*];
        }
    });
    quote! {
        #complex
        #[automatically_derived]
        impl #impl_generics __graph::GraphEntity for #ident #ty_generics #bound {
            #version
            #collections
        }
    }
}
