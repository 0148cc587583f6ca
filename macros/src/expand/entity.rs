//! `impl GraphEntity` or `impl GraphComplex`: what is known of the type without a value.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::LitStr;

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
    let version = version(input.version.as_ref());
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

/// The type of the version, and its name where the type does not tell.
fn version(name: Option<&LitStr>) -> TokenStream {
    let ty = version_type(name);
    let name = (name.map(LitStr::value).filter(|name| !is_known(name))).map(|name| {
        quote! {
            const VERSION: ::core::option::Option<&'static ::core::primitive::str> =
                ::core::option::Option::Some(#name);
        }
    });
    quote! {
        type Version = __graph::#ty;
        #name
    }
}

/// The versions that are types by themselves.
fn is_known(name: &str) -> bool {
    matches!(name, "v1.0" | "beta")
}

/// The type that stands for the value of `version`.
pub(super) fn version_type(name: Option<&LitStr>) -> Ident {
    let ty = match name.map(LitStr::value).as_deref() {
        None => "ClientVersion",
        Some("v1.0") => "V1",
        Some("beta") => "Beta",
        Some(_) => "AnyVersion",
    };
    format_ident!("{ty}")
}
