//! `impl Debug` for a struct with `sensitive` fields, whose values it leaves out.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;

use crate::input::{Field, Input};

pub(crate) fn expand(input: &Input<'_>) -> Option<TokenStream> {
    if input.refused {
        return None;
    }
    let sensitive = input.fields.iter().find_map(|field| field.attrs.sensitive.as_ref())?;
    let name = input.ident.unraw().to_string();
    // A `Debug` beside this one is told at `sensitive`, which is why there are two.
    let mut ident = input.ident.clone();
    ident.set_span(sensitive.span());
    let fields = input.fields.iter().map(field);
    let fmt = quote! {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(f, #name)
                #(#fields)*
                .finish()
        }
    };
    Some(quote_spanned! {sensitive.span()=>
        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            #fmt
        }
    })
}

fn field(Field { ident, attrs, .. }: &Field<'_>) -> TokenStream {
    let name = ident.unraw().to_string();
    if attrs.sensitive.is_some() {
        quote!(.field(#name, &__graph::Hidden))
    } else {
        quote!(.field(#name, &self.#ident))
    }
}
