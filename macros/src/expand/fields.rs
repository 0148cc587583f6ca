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
    let (members, special): (Vec<&Field<'_>>, Vec<TokenStream>) = if input.refused {
        (Vec::new(), Vec::new())
    } else {
        (input.members().map(|(field, _)| field).collect(), special_fields(input))
    };
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
    match field.attrs.serde {
        Some(_) => quote_spanned!(span(ty)=> <#ty as __graph::SerdeField>::slot(&mut self.#ident)),
        None => quote_spanned!(span(ty)=> <#ty as __Property>::slot(&mut self.#ident)),
    }
}

fn get(field: &Field<'_>) -> TokenStream {
    let Field { ident, ty, .. } = field;
    match field.attrs.serde {
        Some(_) => quote_spanned!(span(ty)=> <#ty as __graph::SerdeField>::get(&self.#ident)),
        None => quote_spanned!(span(ty)=> <#ty as __Property>::get(&self.#ident)),
    }
}

/// The fields that are no properties. Of two of a kind, which was reported, the first.
fn special_fields(input: &Input<'_>) -> Vec<TokenStream> {
    let first = |kind: fn(&Role) -> bool| input.fields.iter().find(|field| kind(&field.role));
    let fields = [first(|role| matches!(role, Role::Extra)), first(|role| matches!(role, Role::OdataType))];
    fields.into_iter().flatten().filter_map(special).collect()
}

fn special(field: &Field<'_>) -> Option<TokenStream> {
    let Field { ident, ty, role, .. } = field;
    match role {
        Role::Member(_) | Role::Refused => None,
        Role::Extra => Some(quote_spanned! {span(ty)=>
            fn extra(&self) -> ::core::option::Option<&__graph::Extra> {
                ::core::option::Option::Some(&self.#ident)
            }
            fn extra_mut(&mut self) -> ::core::option::Option<&mut __graph::Extra> {
                ::core::option::Option::Some(&mut self.#ident)
            }
        }),
        Role::OdataType => Some(quote_spanned! {span(ty)=>
            fn kept_type(&self) -> ::core::option::Option<&::core::option::Option<__graph::String>> {
                ::core::option::Option::Some(&self.#ident)
            }
            fn kept_type_mut(&mut self) -> ::core::option::Option<&mut ::core::option::Option<__graph::String>> {
                ::core::option::Option::Some(&mut self.#ident)
            }
        }),
    }
}
