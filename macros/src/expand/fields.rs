//! `impl Fields`: a slot for each property by its number, in one `match` each way.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::value::static_bound;
use crate::input::{Field, Input, Role};
use crate::types::span;

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input);
    let members: Vec<&Field<'_>> = input.members().filter(|_| !input.refused).map(|(field, _)| field).collect();
    // Two of a kind were reported; the functions of one are there.
    let first = |extra| {
        input.fields.iter().find(|field| matches!(field.role, Role::Extra) == extra && special(field).is_some())
    };
    let special = [first(true), first(false)].into_iter().flatten().filter_map(special);
    let slots = arms(&members, slot);
    let gets = arms(&members, get);
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Fields for #ident #ty_generics #bound {
            fn shape(&self) -> &'static __graph::Shape {
                &__SHAPE
            }
            fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
                match index {
                    #slots
                }
            }
            fn get(&self, index: ::core::primitive::usize) -> __graph::SlotRef<'_> {
                match index {
                    #gets
                }
            }
            #(#special)*
        }
    }
}

/// The last property has no number: the reader and the writer use those of the shape only.
fn arms(members: &[&Field<'_>], value: impl Fn(&Field<'_>) -> TokenStream) -> TokenStream {
    let Some((last, first)) = members.split_last() else {
        return quote!(_ => ::core::unreachable!());
    };
    let numbers = (0..).map(Literal::usize_unsuffixed);
    let values = first.iter().map(|field| value(field));
    let last = value(last);
    quote!(#(#numbers => #values,)* _ => #last,)
}

fn slot(field: &Field<'_>) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let at = span(ty).0;
    if field.attrs.serde.is_some() {
        quote_spanned!(at=> <#ty as __graph::SerdeField>::slot(&mut self.#ident))
    } else {
        quote_spanned!(at=> <#ty as __Property>::slot(&mut self.#ident))
    }
}

fn get(field: &Field<'_>) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let at = span(ty).0;
    if field.attrs.serde.is_some() {
        quote_spanned!(at=> <#ty as __graph::SerdeField>::get(&self.#ident))
    } else {
        quote_spanned!(at=> <#ty as __Property>::get(&self.#ident))
    }
}

/// The fields that are no properties.
fn special(field: &Field<'_>) -> Option<TokenStream> {
    let Field { ident, ty, role, .. } = field;
    // At the type, which is the wrong one if it is another `Extra` or `String`.
    let some = |field| quote_spanned!(span(ty).0=> ::core::option::Option::Some(#field));
    let (get, get_mut) = (some(quote!(&self.#ident)), some(quote!(&mut self.#ident)));
    match role {
        Role::Member(_) | Role::Refused => None,
        Role::Extra => Some(quote! {
            fn extra(&self) -> ::core::option::Option<&__graph::Extra> {
                #get
            }
            fn extra_mut(&mut self) -> ::core::option::Option<&mut __graph::Extra> {
                #get_mut
            }
        }),
        Role::OdataType => Some(quote! {
            fn kept_type(&self) -> ::core::option::Option<&::core::option::Option<__graph::String>> {
                #get
            }
            fn kept_type_mut(&mut self) -> ::core::option::Option<&mut ::core::option::Option<__graph::String>> {
                #get_mut
            }
        }),
    }
}
