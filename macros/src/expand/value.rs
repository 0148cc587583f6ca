//! `impl Value`: the placeholder, and the struct as a slot.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::Generics;

use crate::input::{Field, Input, Role};
use crate::types::span;

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input.generics);
    let empty = if input.refused {
        quote!(::core::unreachable!())
    } else {
        let fields: TokenStream = input.fields.iter().map(empty).collect();
        quote!(Self { #fields })
    };
    let edm = &input.edm;
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Value for #ident #ty_generics #bound {
            #edm
            fn empty() -> Self {
                #empty
            }
            fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
                __graph::node(place)
            }
            fn get(&self) -> __graph::SlotRef<'_> {
                __graph::node_ref(self)
            }
        }
    }
}

fn empty(Field { ident, ty, role, attrs, .. }: &Field<'_>) -> TokenStream {
    let (first, last) = span(ty);
    match role {
        Role::Member(_) if attrs.serde.is_some() => {
            quote_spanned!(first=> #ident: <#ty as __graph::SerdeField>::empty(),)
        }
        Role::Member(_) => {
            let property = Ident::new("__Property", first);
            quote_spanned!(last=> #ident: #property::empty(),)
        }
        Role::Base => quote_spanned!(first=> #ident: <#ty as __graph::Struct>::start(),),
        Role::OdataType | Role::Extra => quote!(#ident: ::core::default::Default::default(),),
        // Not `unreachable!`, which warns of what comes after.
        Role::Refused => quote!(#ident: ::core::option::Option::None.unwrap(),),
    }
}

/// A refused struct with generic parameters gets its impls too, so that using it adds no errors.
pub(crate) fn static_bound(generics: &Generics) -> Option<TokenStream> {
    let own = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    (!generics.params.is_empty()).then(|| quote!(where Self: 'static, #(#own),*))
}
