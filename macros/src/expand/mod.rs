//! Templates. Each file writes one impl from an [`Input`] and can't fail.

mod builder;
mod collection;
mod debug;
mod entity;
mod fields;
mod serde;
mod shape;
mod value;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::check::check;
use crate::errors::Errors;
use crate::input::Input;

pub(crate) fn derive(item: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let input = Input::from_item(item, &mut errors);
    check(&input, &mut errors);
    // The impls are written even beside errors, so that code that uses the type adds no errors of its own.
    let code = expand(&input);
    quote!(#errors #code)
}

/// Everything that users do not name lives in one block, with names of its own (`__graph`, `__SHAPE`, `__property`): a
/// field's type is spelled in there, and must not meet ours. What each field repeats has a short one.
fn expand(input: &Input<'_>) -> TokenStream {
    let krate = &input.krate;
    let shape = shape::expand(input);
    let value = value::expand(input);
    let fields = fields::expand(input);
    let entity = entity::expand(input);
    let serde = serde::expand(input);
    let debug = debug::expand(input);
    let collections = collection::expand(input);
    let builder = builder::declaration(input);
    let setters = builder::expand(input);
    quote! {
        #builder
        #[allow(
            deprecated, missing_docs, non_camel_case_types, non_snake_case, unreachable_pub, unused_imports, unused_qualifications,
            clippy::absolute_paths, clippy::missing_errors_doc, clippy::return_self_not_must_use
        )]
        const _: () = {
            use #krate::__private::{self as __graph, Property as __Property, Sets as __Sets};
            #shape
            #value
            #fields
            #entity
            #serde
            #debug
            #collections
            #setters
        };
    }
}
