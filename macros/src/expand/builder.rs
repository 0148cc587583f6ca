//! The builder of write requests: a setter for each property that a client may send, and typestate for the required
//! ones only. What ends the chain (`request`, `send`) is the draft's inside, written once in the runtime.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use syn::LitStr;

use super::value::static_bound;
use crate::input::{Field, Input, Role, Setter};
use crate::types::generic_of;

/// The struct itself, outside of the block, since users may name it.
pub(crate) fn declaration(input: &Input<'_>) -> Option<TokenStream> {
    let (builder, ident) = (name(input)?, input.ident);
    let (vis, krate) = (input.vis, &input.krate);
    let doc = format!("Builder of a request that writes a [`{ident}`]: a setter for each property that may be sent.");
    // The one of a refused shape has no `Debug`; that is no further mistake.
    let (lint, draft) = if input.refused {
        (Some(quote!(missing_debug_implementations,)), quote!(__S, #krate::__private::Complete))
    } else {
        (None, quote!(#ident, __S))
    };
    Some(quote! {
        #[doc = #doc]
        #[allow(#lint deprecated, non_camel_case_types)]
        #[must_use = "a builder does nothing until its request is sent"]
        #vis struct #builder<__S>(#krate::__private::Draft<#draft>);
    })
}

/// `None` if there is nothing to write: an abstract type.
pub(super) fn name(input: &Input<'_>) -> Option<Ident> {
    (!input.is_abstract).then(|| format_ident!("{}Builder", input.ident))
}

pub(crate) fn expand(input: &Input<'_>) -> Option<TokenStream> {
    let (builder, ident) = (name(input)?, input.ident);
    if input.refused {
        return Some(stand_in(input, &builder));
    }
    let required: Vec<&Ident> =
        input.members().filter(|(_, member)| member.setter == Setter::Required).map(|(field, _)| field.ident).collect();
    let state = required
        .iter()
        .rev()
        .fold(quote!(__graph::Complete), |rest, property| quote!(__graph::Unset<__property::#property, #rest>));
    let setters = setters(input, &builder);
    let refused = input.fields.iter().filter(|field| matches!(field.role, Role::Refused)).map(stand_in_setter);
    Some(quote! {
        mod __property {
            #(pub struct #required {})*
        }
        #[automatically_derived]
        impl __graph::Create for #ident {
            type Builder = #builder<#state>;
            fn builder(target: __graph::Target) -> Self::Builder {
                #builder(__graph::Draft::new(target))
            }
        }
        #[automatically_derived]
        impl<__S> ::core::fmt::Debug for #builder<__S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl<__S> #builder<__S> {
            #setters
            #(#refused)*
        }
        #[automatically_derived]
        impl<__S> ::core::ops::Deref for #builder<__S> {
            type Target = __graph::Draft<#ident, __S>;
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
    })
}

/// The builder of a refused shape: its setters take anything, so that a program that uses it gets the one message.
fn stand_in(input: &Input<'_>, builder: &Ident) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input);
    let setters = input.fields.iter().map(stand_in_setter);
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Create for #ident #ty_generics #bound {
            type Builder = #builder<Self>;
            fn builder(target: __graph::Target) -> Self::Builder {
                #builder(__graph::Draft::new(target))
            }
        }
        impl<__S: __graph::GraphEntity> #builder<__S> {
            #(#setters)*
        }
        impl<__S> ::core::ops::Deref for #builder<__S> {
            type Target = __graph::Draft<__S, __graph::Complete>;
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
    }
}

fn stand_in_setter(Field { ident, .. }: &Field<'_>) -> TokenStream {
    quote! {
        pub fn #ident<__V>(self, _: __V) -> Self {
            self
        }
    }
}

fn setters(input: &Input<'_>, builder: &Ident) -> TokenStream {
    let mut setters = TokenStream::new();
    let mut place = quote!(__graph::First);
    for (index, (field, member)) in input.members().enumerate() {
        let (out, bound) = match member.setter {
            Setter::None | Setter::Taken => continue,
            Setter::Optional => (quote!(Self), TokenStream::new()),
            Setter::Required => {
                let put = quote!(__graph::Put<#place>);
                place = quote!(__graph::Next<#place>);
                (quote!(#builder<<__S as #put>::Next>), quote!(where __S: #put))
            }
        };
        setters.extend(setter(field, &member.wire_name, index, &quote!(-> #out #bound), builder));
    }
    setters
}

fn setter(field: &Field<'_>, wire_name: &LitStr, index: usize, out: &TokenStream, builder: &Ident) -> TokenStream {
    let Field { ident, ty, docs, .. } = field;
    let index = Literal::usize_unsuffixed(index);
    let sets = (!docs.iter().any(|attr| attr.path().is_ident("doc"))).then(|| {
        let doc = format!("Sets `{}`.", wire_name.value());
        quote!(#[doc = #doc])
    });
    let takes = if field.attrs.serde.is_some() {
        let ty = generic_of(ty, "Option").unwrap_or(ty);
        quote!(__graph::SetsSerde<#ty>)
    } else {
        quote!(__Sets<#ty>)
    };
    quote! {
        #sets
        #(#docs)*
        pub fn #ident(self, value: impl #takes) #out {
            #builder(value.put(self.0, #index))
        }
    }
}
