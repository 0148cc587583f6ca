//! `impl Debug` for a struct with `sensitive` fields, whose values it leaves out.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use crate::input::{Field, Input};

pub(crate) fn expand(input: &Input<'_>) -> Option<TokenStream> {
    if input.refused || !input.fields.iter().any(|field| field.attrs.sensitive.is_some()) {
        return None;
    }
    let ident = input.ident;
    let name = ident.unraw().to_string();
    let fields = input.fields.iter().map(field);
    Some(quote! {
        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::debug_struct(f, #name)
                    #(#fields)*
                    .finish()
            }
        }
    })
}

fn field(Field { ident, attrs, .. }: &Field<'_>) -> TokenStream {
    let name = ident.unraw().to_string();
    match attrs.sensitive {
        Some(_) => quote!(.field(#name, &__graph::Hidden)),
        None => quote!(.field(#name, &self.#ident)),
    }
}
