//! `impl GraphEnum`: the members by their names.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::LitStr;

use super::block;
use super::serde::params_after;
use super::value::static_bound;
use crate::input::members::{EnumInput, Member};

pub(crate) fn expand(input: &EnumInput<'_>) -> TokenStream {
    let ident = &input.item.ident;
    let generics = &input.item.generics;
    let (impl_generics, ty_generics, _) = generics.split_for_impl();
    let (bound, params) = (static_bound(generics), params_after(generics));
    let odata = input.odata.as_ref().map(LitStr::value).unwrap_or_default();
    let names: Vec<_> = input.members.iter().map(|Member { wire_name, .. }| wire_name).collect();
    let idents: Vec<_> = input.members.iter().map(|Member { ident, .. }| ident).collect();
    let numbers = (0..).map(Literal::usize_unsuffixed);
    let (unrecognized, name_of_unrecognized) = match input.unrecognized {
        Some(variant) => (quote!(Self::#variant(name)), Some(quote!(Self::#variant(name) => name,))),
        None => (
            quote!({
                let _ = name;
                ::core::unreachable!()
            }),
            None,
        ),
    };
    // A variant that is refused has no name.
    let rest = (input.incomplete || input.unrecognized.is_none()).then(|| {
        quote! {
            #[allow(unreachable_patterns)]
            _ => "",
        }
    });
    let value = if input.flags.is_some() { flags(input) } else { value(input) };
    let impls = quote! {
        #[automatically_derived]
        impl #impl_generics __graph::GraphEnum for #ident #ty_generics #bound {
            const ODATA_TYPE: &'static ::core::primitive::str = #odata;
            const MEMBERS: &'static [&'static ::core::primitive::str] = &[#(#names),*];
            fn member(index: ::core::primitive::usize) -> Self {
                match index {
                    #(#numbers => Self::#idents,)*
                    _ => ::core::unreachable!(),
                }
            }
            fn unrecognized(name: __graph::String) -> Self {
                #unrecognized
            }
            fn name(&self) -> &::core::primitive::str {
                match self {
                    #(Self::#idents => #names,)*
                    #name_of_unrecognized
                    #rest
                }
            }
        }
        #value
        #[automatically_derived]
        impl #impl_generics __graph::Serialize for #ident #ty_generics #bound {
            fn serialize<__S: __graph::Serializer>(
                &self,
                serializer: __S,
            ) -> __graph::Written<__S> {
                __graph::write_text(self, serializer)
            }
        }
        #[automatically_derived]
        impl<'de #params __graph::Deserialize<'de> for #ident #ty_generics #bound {
            fn deserialize<__D: __graph::Deserializer<'de>>(
                deserializer: __D,
            ) -> __graph::ReadFrom<'de, Self, __D> {
                __graph::read_text(deserializer)
            }
        }
    };
    block(&input.krate, &impls)
}

fn value(input: &EnumInput<'_>) -> TokenStream {
    let ident = &input.item.ident;
    let (impl_generics, ty_generics, _) = input.item.generics.split_for_impl();
    let edm = &input.edm;
    let bound = static_bound(&input.item.generics);
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Value for #ident #ty_generics #bound {
            #edm
            fn empty() -> Self {
                <Self as __graph::GraphEnum>::unrecognized(__graph::String::new())
            }
            fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
                __graph::text(place)
            }
            fn get(&self) -> __graph::SlotRef<'_> {
                __graph::SlotRef::Member(__graph::GraphEnum::name(self))
            }
        }
    }
}

/// The type of a field is `Flags` of it.
fn flags(input: &EnumInput<'_>) -> TokenStream {
    let ident = &input.item.ident;
    let (impl_generics, ty_generics, _) = input.item.generics.split_for_impl();
    let bound = static_bound(&input.item.generics);
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::FlagsEnum for #ident #ty_generics #bound {}
    }
}
