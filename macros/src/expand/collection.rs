//! Constructors of the collections that instances live in.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::LitStr;

use super::entity::version_type;
use super::permission;
use super::value::static_bound;
use crate::collection::Collection;
use crate::input::Input;

pub(crate) fn expand(input: &Input<'_>) -> Option<TokenStream> {
    if input.collections.is_empty() {
        return None;
    }
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input.generics);
    let draft = format_ident!("draft");
    let mut names = HashSet::from([&draft]);
    if input.variants.is_some() {
        names.clear();
    }
    // Two of one name were reported; a second function would be one more error.
    let collections = input.collections.iter().filter(|collection| names.insert(&collection.constructor));
    let constructors = collections.map(|collection| constructor(input, collection));
    let shared = permission::shared(input);
    Some(quote! {
        #shared
        impl #impl_generics #ident #ty_generics #bound {
            #(#constructors)*
        }
    })
}

fn constructor(input: &Input<'_>, collection: &Collection) -> TokenStream {
    let vis = input.vis;
    let Collection { path, constructor, arguments, .. } = collection;
    // The template of a collection's items, so that a request for one need not make it.
    let items = LitStr::new(&format!("{}/{{key}}", path.value()), path.span());
    let (noun, of, template) = if collection.singleton {
        ("single instance", quote!(Item), path)
    } else {
        ("collection", quote!(Collection), &items)
    };
    let permissions = permission::of(input, collection);
    let version = input.version.as_ref().map(|name| {
        let version = version_type(Some(name));
        quote!(, __graph::#version)
    });
    let doc = format!("The {noun} `{}`.", path.value());
    quote! {
        #[doc = #doc]
        #vis fn #constructor(#(#arguments: impl ::core::fmt::Display),*) -> __graph::#of<Self #version> {
            __graph::#of::of_constructor(#template, &[#(&#arguments),*])#permissions
        }
    }
}
