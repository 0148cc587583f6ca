//! Templates. Each file writes one impl from an [`Input`] and can't fail.

mod builder;
mod collection;
mod debug;
mod entity;
mod family;
mod fields;
mod members;
mod serde;
mod shape;
mod value;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use crate::attr::Derive;
use crate::check::check;
use crate::errors::Errors;
use crate::input::Input;
use crate::input::members::EnumInput;

pub(crate) fn derive(item: &DeriveInput, derive: Derive) -> TokenStream {
    let mut errors = Errors::default();
    // The impls are written even beside errors, so that code that uses the type adds no errors of its own.
    let code = match derive {
        Derive::Enum => {
            let input = EnumInput::from_item(item, &mut errors);
            (!input.superseded).then(|| members::expand(&input))
        }
        Derive::Entity | Derive::Complex => {
            let input = Input::from_item(item, derive, &mut errors);
            check(&input, &mut errors);
            (!input.superseded).then(|| expand(&input))
        }
    };
    quote!(#errors #code)
}

fn expand(input: &Input<'_>) -> TokenStream {
    match &input.variants {
        Some(variants) => block(&input.krate, &family::expand(input, variants)),
        None => {
            let builder = builder::declaration(input);
            let impls = block(&input.krate, &of_struct(input));
            quote!(#builder #impls)
        }
    }
}

fn of_struct(input: &Input<'_>) -> TokenStream {
    let shape = shape::expand(input);
    let value = value::expand(input);
    let fields = fields::expand(input);
    let entity = entity::expand(input);
    let serde = serde::expand(input);
    let debug = debug::expand(input);
    let collections = collection::expand(input);
    let setters = builder::expand(input);
    quote! {
        #shape
        #value
        #fields
        #entity
        #serde
        #debug
        #collections
        #setters
    }
}

/// Everything that users do not name lives in one block, with names of its own (`__graph`, `__SHAPE`, `__property`): a
/// field's type is spelled in there, and must not meet ours. What each field repeats has a short one.
fn block(krate: &Path, impls: &TokenStream) -> TokenStream {
    quote! {
        #[allow(
            deprecated, missing_docs, non_camel_case_types, non_snake_case, unreachable_pub, unused_imports, unused_qualifications,
            clippy::absolute_paths, clippy::missing_errors_doc, clippy::return_self_not_must_use,
            clippy::self_named_constructors
        )]
        const _: () = {
            use #krate::__private::{self as __graph, Property as __Property, Sets as __Sets};
            #impls
        };
    }
}
