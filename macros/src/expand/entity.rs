//! `impl GraphEntity`: what is known of the type without a value.

use proc_macro2::TokenStream;
use quote::quote;

use super::value::static_bound;
use crate::input::Input;

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input);
    let odata = input.odata.as_ref().map(syn::LitStr::value).unwrap_or_default();
    let version = input.version.as_ref().map(|version| {
        quote! {
            const VERSION: ::core::option::Option<&'static ::core::primitive::str> =
                ::core::option::Option::Some(#version);
        }
    });
    let paths = input.collections.iter().map(|collection| &collection.path);
    let collections = (!input.collections.is_empty()).then(|| {
        quote! {
            const COLLECTIONS: &'static [&'static ::core::primitive::str] = &[#(#paths),*];
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::GraphEntity for #ident #ty_generics #bound {
            const ODATA_TYPE: &'static ::core::primitive::str = #odata;
            #version
            #collections
            fn table() -> &'static __graph::Shape {
                &__SHAPE
            }
        }
    }
}
