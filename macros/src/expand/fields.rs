//! `impl Fields`: a place for each property by its number, and the values of all, one after the other.
//!
//! What has the span of a field's type must have no local and no `self` in it: where a `macro_rules!` passes the type
//! through, these would be another place's.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Token;

use super::value::static_bound;
use crate::input::{Field, Input, Role};
use crate::types::span;

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input.generics);
    let members: Vec<&Field<'_>> = input.members().filter(|_| !input.refused).map(|(field, _)| field).collect();
    // Two of a kind were reported; the functions of one are there.
    let first = |extra| {
        let wanted = |role: &Role| if extra { matches!(role, Role::Extra) } else { matches!(role, Role::OdataType) };
        input.fields.iter().find(|field| wanted(&field.role))
    };
    let base = input.base().filter(|_| !input.refused);
    let inherited = base.map(|base| {
        let extra = first(true).is_none().then(|| delegated_extra(base));
        let kept_type = first(false).is_none().then(|| delegated_type(base));
        quote!(#extra #kept_type)
    });
    let special = [first(true), first(false)].into_iter().flatten().filter_map(special);
    let slots = arms(&members);
    let gives = members.iter().map(|field| give(field));
    // The base's properties come first.
    let base_slot = base.map(inherited_slot);
    let base_gives = base.map(inherited_gives);
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Fields for #ident #ty_generics #bound {
            fn shape(&self) -> &'static __graph::Shape {
                &__SHAPE
            }
            fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
                #base_slot
                match index {
                    #slots
                }
            }
            fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {
                #base_gives
                #(#gives)*
            }
            #(#special)*
            #inherited
        }
    }
}

/// The base's properties come first.
fn inherited_slot(Field { ident, ty, .. }: &Field<'_>) -> TokenStream {
    let base = quote!(&mut self.#ident);
    let base = quote_spanned!(span(ty).0=> <#ty as __graph::Struct>::fields_mut(#base));
    quote! {
        let ::core::option::Option::Some(index) = index.checked_sub(__BASE.names.len()) else {
            return #base.slot(index);
        };
    }
}

fn inherited_gives(Field { ident, ty, .. }: &Field<'_>) -> TokenStream {
    let base = quote!(&self.#ident);
    let base = quote_spanned!(span(ty).0=> <#ty as __graph::Struct>::fields(#base));
    quote!(#base.each(values);)
}

/// What the struct does not name is kept where its base does that.
fn delegated_extra(Field { ident, ty, .. }: &Field<'_>) -> TokenStream {
    let at = span(ty).0;
    let (base, base_mut) = (quote!(&self.#ident), quote!(&mut self.#ident));
    let base = quote_spanned!(at=> <#ty as __graph::Struct>::fields(#base));
    let base_mut = quote_spanned!(at=> <#ty as __graph::Struct>::fields_mut(#base_mut));
    quote! {
        fn extra(&self) -> ::core::option::Option<&__graph::Extra> {
            #base.extra()
        }
        fn extra_mut(&mut self) -> ::core::option::Option<&mut __graph::Extra> {
            #base_mut.extra_mut()
        }
    }
}

fn delegated_type(Field { ident, ty, .. }: &Field<'_>) -> TokenStream {
    let at = span(ty).0;
    let (base, base_mut) = (quote!(&self.#ident), quote!(&mut self.#ident));
    let base = quote_spanned!(at=> <#ty as __graph::Struct>::fields(#base));
    let base_mut = quote_spanned!(at=> <#ty as __graph::Struct>::fields_mut(#base_mut));
    quote! {
        fn kept_type(&self) -> ::core::option::Option<&::core::option::Option<__graph::String>> {
            #base.kept_type()
        }
        fn kept_type_mut(&mut self) -> ::core::option::Option<&mut ::core::option::Option<__graph::String>> {
            #base_mut.kept_type_mut()
        }
    }
}

/// The last property has no number: the reader uses those of the shape only.
fn arms(members: &[&Field<'_>]) -> TokenStream {
    if members.is_empty() {
        return quote!(_ => ::core::unreachable!());
    }
    let last = members.len() - 1;
    let arm = |(number, field): (usize, &&Field<'_>)| arm((number != last).then_some(number), field);
    members.iter().enumerate().map(arm).collect()
}

fn arm(number: Option<usize>, field: &Field<'_>) -> TokenStream {
    let rest = number.is_none().then(<Token![_]>::default);
    let number = number.map(Literal::usize_unsuffixed);
    let ident = field.ident;
    let slot = call(field, "slot", &quote!(&mut self.#ident));
    quote!(#number #rest => #slot,)
}

fn give(field: &Field<'_>) -> TokenStream {
    let ident = field.ident;
    let give = call(field, "give", &quote!(&self.#ident, values));
    quote!(#give;)
}

fn call(Field { ty, attrs, .. }: &Field<'_>, method: &str, arguments: &TokenStream) -> TokenStream {
    let at = span(ty).0;
    let (path, property) = match attrs.serde {
        Some(_) => (Some(quote_spanned!(at=> __graph::)), "SerdeField"),
        None => (None, "__Property"),
    };
    let (property, method) = (Ident::new(property, at), Ident::new(method, at));
    quote_spanned!(at=> <#ty as #path #property>::#method(#arguments))
}

/// The fields that are no properties.
fn special(field: &Field<'_>) -> Option<TokenStream> {
    let Field { ident, ty, role, .. } = field;
    // At the type, which is the wrong one if it is another `Extra` or `String`.
    let some = |field| quote_spanned!(span(ty).0=> ::core::option::Option::Some(#field));
    let (get, get_mut) = (some(quote!(&self.#ident)), some(quote!(&mut self.#ident)));
    match role {
        Role::Member(_) | Role::Base | Role::Refused => None,
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
