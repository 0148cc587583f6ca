//! The builder of write requests: a setter for each property that a client may send, and typestate for the required
//! ones only.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::input::{Field, Input, Setter, generic_of};

/// The struct itself, outside of the block, since users may name it.
pub(crate) fn declaration(input: &Input<'_>) -> Option<TokenStream> {
    let (builder, ident) = (name(input)?, input.ident);
    let (vis, krate) = (input.vis, &input.krate);
    let doc = format!("Builder of a request that writes a [`{ident}`]: a setter for each property that may be sent.");
    Some(quote! {
        #[doc = #doc]
        #[must_use = "a builder does nothing until its request is sent"]
        #vis struct #builder<S>(#krate::__private::Draft<#ident, S>);
    })
}

/// `None` if there is nothing to write: an abstract type, a refused shape.
fn name(input: &Input<'_>) -> Option<Ident> {
    let writable = input.fields.is_some() && !input.is_abstract;
    writable.then(|| format_ident!("{}Builder", input.ident))
}

pub(crate) fn expand(input: &Input<'_>) -> Option<TokenStream> {
    let (builder, ident) = (name(input)?, input.ident);
    let required: Vec<&Ident> =
        input.members().filter(|(_, member)| member.setter == Setter::Required).map(|(field, _)| field.ident).collect();
    let state = required
        .iter()
        .rev()
        .fold(quote!(__graph::Complete), |rest, property| quote!(__graph::Unset<__property::#property, #rest>));
    let setters = setters(input, &builder);
    let ends = ends(ident);
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
        impl<S> ::core::fmt::Debug for #builder<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }
        #[automatically_derived]
        impl<S> #builder<S> {
            #setters
            #ends
        }
    })
}

fn setters(input: &Input<'_>, builder: &Ident) -> TokenStream {
    let mut setters = TokenStream::new();
    let mut place = quote!(__graph::First);
    for (index, (field, member)) in input.members().enumerate() {
        match member.setter {
            Setter::None => {}
            Setter::Optional => setters.extend(setter(field, index, &quote!(Self), &TokenStream::new(), builder)),
            Setter::Required => {
                let bound = quote!(where S: __graph::Put<#place>);
                setters.extend(setter(field, index, &quote!(#builder<S::Next>), &bound, builder));
                place = quote!(__graph::Next<#place>);
            }
        }
    }
    setters
}

fn setter(field: &Field<'_>, index: usize, out: &TokenStream, bound: &TokenStream, builder: &Ident) -> TokenStream {
    let Field { ident, ty, docs, .. } = field;
    let index = proc_macro2::Literal::usize_unsuffixed(index);
    let docs = if docs.is_empty() {
        let doc = format!("Sets [`{ident}`](Self).");
        quote!(#[doc = #doc])
    } else {
        quote!(#(#docs)*)
    };
    let (value, put) = if field.attrs.serde.is_some() {
        let ty = generic_of(ty, "Option").unwrap_or(ty);
        (quote!(impl ::core::convert::Into<#ty>), quote!(put_serde))
    } else {
        (quote_spanned!(ty.span()=> impl __graph::IntoValue<<#ty as __graph::Property>::Value>), quote!(put))
    };
    quote! {
        #docs
        pub fn #ident(self, value: #value) -> #out #bound {
            #builder(self.0.#put(#index, value))
        }
    }
}

/// What ends the chain, once nothing required is missing.
fn ends(ident: &Ident) -> TokenStream {
    quote! {
        /// The request, to be changed, looked at or sent later. It fails if an id can't be part of a path.
        pub fn request(self) -> ::core::result::Result<__graph::Request<#ident>, __graph::Error>
        where
            S: __graph::IsComplete,
        {
            self.0.request()
        }
        /// Sends the request.
        pub async fn send<__H: __graph::HttpClient>(
            self,
            client: &__graph::GraphClient<__H>,
        ) -> ::core::result::Result<#ident, __graph::Error>
        where
            S: __graph::IsComplete,
        {
            self.0.send(client).await
        }
        /// Sends the request over a transport that blocks.
        pub fn send_blocking<__H: __graph::Blocking>(
            self,
            client: &__graph::GraphClient<__H>,
        ) -> ::core::result::Result<#ident, __graph::Error>
        where
            S: __graph::IsComplete,
        {
            self.0.send_blocking(client)
        }
    }
}
