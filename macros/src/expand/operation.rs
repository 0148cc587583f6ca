//! `impl Operation`: what an action or a function is called, and what it returns.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::value::static_bound;
use crate::input::{Input, Operation};
use crate::types::span;

pub(crate) fn expand(input: &Input<'_>, operation: &Operation) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input.generics);
    let Operation { name, is_function, returns } = operation;
    let returns = match returns {
        Some(ty) => quote_spanned!(span(ty).0=> type Returns = #ty;),
        None => quote!(
            type Returns = ();
        ),
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Operation for #ident #ty_generics #bound {
            const NAME: &'static ::core::primitive::str = #name;
            const IS_FUNCTION: ::core::primitive::bool = #is_function;
            #returns
        }
    }
}
