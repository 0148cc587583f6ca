//! `impl Value`: the placeholder, and the struct as a slot.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::input::{Field, Input, Role};

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input);
    let empty = match &input.fields {
        Some(fields) => {
            let fields = fields.iter().map(empty);
            quote!(Self { #(#fields)* })
        }
        None => quote!(::core::unreachable!()),
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Value for #ident #ty_generics #bound {
            fn empty() -> Self {
                #empty
            }
            fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
                __graph::node(place)
            }
            fn get(&self) -> __graph::SlotRef<'_> {
                __graph::SlotRef::Node(self)
            }
        }
    }
}

fn empty(field: &Field<'_>) -> TokenStream {
    let Field { ident, ty, role, attrs, .. } = field;
    let value = match role {
        Role::Member(_) if attrs.serde.is_some() => quote_spanned!(ty.span()=> __graph::serde_empty::<#ty>()),
        Role::Member(_) => quote_spanned!(ty.span()=> <#ty as __graph::Property>::empty()),
        Role::OdataType | Role::Extra => quote!(::core::default::Default::default()),
    };
    quote!(#ident: #value,)
}

/// A refused struct with generic parameters gets its impls too, so that using it adds no errors.
pub(crate) fn static_bound(input: &Input<'_>) -> Option<TokenStream> {
    (!input.generics.params.is_empty()).then(|| quote!(where Self: 'static))
}
