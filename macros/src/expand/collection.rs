//! Constructors of the collections that instances live in.

use proc_macro2::TokenStream;
use quote::quote;

use crate::collection::Collection;
use crate::input::Input;

pub(crate) fn expand(input: &Input<'_>) -> Option<TokenStream> {
    if input.collections.is_empty() || !input.generics.params.is_empty() {
        return None;
    }
    let ident = input.ident;
    let constructors = input.collections.iter().map(|collection| constructor(input, collection));
    Some(quote! {
        #[automatically_derived]
        impl #ident {
            #(#constructors)*
        }
    })
}

fn constructor(input: &Input<'_>, collection: &Collection) -> TokenStream {
    let vis = input.vis;
    let Collection { path, constructor, arguments } = collection;
    let doc = format!("The collection `{}`.", path.value());
    quote! {
        #[doc = #doc]
        #vis fn #constructor(#(#arguments: impl ::core::fmt::Display),*) -> __graph::Collection<Self> {
            __graph::Collection::at(#path, &[#(&#arguments),*])
        }
    }
}
