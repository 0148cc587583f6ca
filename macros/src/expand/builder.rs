//! The builder of write requests: a setter for each property that a client may send, and typestate for the required
//! ones only.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use syn::LitStr;

use super::value::static_bound;
use crate::check::is_method;
use crate::input::{Field, Input, Setter};
use crate::types::generic_of;

/// The struct itself, outside of the block, since users may name it.
pub(crate) fn declaration(input: &Input<'_>) -> Option<TokenStream> {
    let (builder, ident) = (name(input)?, input.ident);
    let (vis, krate) = (input.vis, &input.krate);
    let doc = format!("Builder of a request that writes a [`{ident}`]: a setter for each property that may be sent.");
    let draft = if input.refused { quote!(__S, #krate::__private::Complete) } else { quote!(#ident, __S) };
    // `Debug` by derive: its bound on the state is harmless, a state is never anything without it.
    Some(quote! {
        #[doc = #doc]
        #[derive(::core::fmt::Debug)]
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
    let ends = ends(&quote!(#ident));
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
        impl<__S> #builder<__S> {
            #setters
        }
        impl<__S: __graph::State> #builder<__S>
        where
            Self: __graph::Ready<__graph::Missing<__S>>,
        {
            #ends
        }
    })
}

/// The builder of a refused shape: its setters take anything, so that a program that uses it gets the one message.
fn stand_in(input: &Input<'_>, builder: &Ident) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input);
    let setters = input.fields.iter().map(|field| field.ident);
    let ends = ends(&quote!(__S));
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Create for #ident #ty_generics #bound {
            type Builder = #builder<Self>;
            fn builder(target: __graph::Target) -> Self::Builder {
                #builder(__graph::Draft::new(target))
            }
        }
        impl<__S: __graph::GraphEntity> #builder<__S> {
            #(pub fn #setters<__V>(self, _: __V) -> Self { self })*
            #ends
        }
    }
}

fn setters(input: &Input<'_>, builder: &Ident) -> TokenStream {
    let mut setters = TokenStream::new();
    let mut place = quote!(__graph::First);
    for (index, (field, member)) in input.members().enumerate() {
        let (out, bound) = match member.setter {
            Setter::None => continue,
            // Reported; a second method of the name would be one more error.
            _ if is_method(field.ident) => continue,
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
    let docs = if docs.is_empty() {
        let doc = format!("Sets `{}`.", wire_name.value());
        quote!(#[doc = #doc])
    } else {
        quote!(#(#docs)*)
    };
    let takes = match field.attrs.serde {
        Some(_) => {
            let ty = generic_of(ty, "Option").unwrap_or(ty);
            quote!(__graph::SetsSerde<#ty>)
        }
        None => quote!(__Sets<#ty>),
    };
    quote! {
        #docs
        pub fn #ident(self, value: impl #takes) #out {
            #builder(value.put(self.0, #index))
        }
    }
}

/// What ends the chain, once nothing required is missing.
fn ends(entity: &TokenStream) -> TokenStream {
    quote! {
        /// The request, to be changed, looked at or sent later. It fails if an id can't be part of a path.
        pub fn request(self) -> ::core::result::Result<__graph::Request<#entity>, __graph::Error> {
            self.0.request()
        }
        /// Sends the request.
        pub fn send(self, client: &__graph::GraphClient<impl __graph::HttpClient>) -> __graph::Sending<'_, #entity> {
            self.0.send(client)
        }
        /// Sends the request over a transport that blocks.
        pub fn send_blocking(
            self,
            client: &__graph::GraphClient<impl __graph::Blocking>,
        ) -> ::core::result::Result<#entity, __graph::Error> {
            self.0.send_blocking(client)
        }
    }
}
