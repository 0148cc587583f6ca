//! `impl Table`: the table, without a value.

use proc_macro2::TokenStream;
use quote::quote;

use super::value::static_bound;
use crate::input::Input;

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input.generics);
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Table for #ident #ty_generics #bound {
            const SHAPE: &'static __graph::Shape = &__SHAPE;
        }
    }
}
