//! `impl Serialize` and `impl Deserialize`, one line each: the runtime reads and writes by the table.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::Generics;

use super::value::static_bound;
use crate::input::Input;

/// What comes after the first of an impl's parameters: the type's own, which only a refused one has.
pub(super) fn params_after(generics: &Generics) -> TokenStream {
    let (impl_generics, _, _) = generics.split_for_impl();
    let params = impl_generics.to_token_stream().into_iter().skip(1);
    if generics.params.is_empty() { quote!(>) } else { quote!(, #(#params)*) }
}

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let params = params_after(input.generics);
    let bound = static_bound(input.generics);
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Serialize for #ident #ty_generics #bound {
            fn serialize<__S: __graph::Serializer>(
                &self,
                serializer: __S,
            ) -> __graph::Written<__S> {
                __graph::write(self, serializer)
            }
        }
        #[automatically_derived]
        impl<'de #params __graph::Deserialize<'de> for #ident #ty_generics #bound {
            fn deserialize<__D: __graph::Deserializer<'de>>(
                deserializer: __D,
            ) -> __graph::ReadFrom<'de, Self, __D> {
                __graph::read(deserializer)
            }
        }
    }
}
