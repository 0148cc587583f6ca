//! Templates. Each file writes one impl from an [`Input`] and can't fail.
//!
//! A derive is not optimised in a dev build, so its own work is a part of what a type costs. Dear in `quote!` are streams
//! within streams, each some calls of the compiler, and literals, which it has parsed: what is written for each field has
//! neither, and lists of streams are collected, not appended.

mod builder;
mod collection;
mod debug;
mod entity;
mod family;
mod fields;
mod members;
mod operation;
mod permission;
mod serde;
mod shape;
mod table;
mod value;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use crate::attr::{Derive, is_superseded};
use crate::check::check;
use crate::errors::Errors;
use crate::input::members::EnumInput;
use crate::input::{Input, Operation};
use crate::schema::{self, Compared};

pub(crate) fn derive(item: &DeriveInput, derive: Derive) -> TokenStream {
    let mut errors = Errors::default();
    if is_superseded(item, derive, &mut errors) {
        let operation = (derive == Derive::Operation).then(|| superseded_operation(item));
        return quote!(#errors #operation);
    }
    // The impls are written even beside errors, so that code that uses the type adds no errors of its own.
    let code = match derive {
        Derive::Enum => {
            let mut input = EnumInput::from_item(item, &mut errors);
            let Compared { edm, items } = schema::compare_enum(&input, &mut errors);
            input.edm = edm;
            let code = members::expand(&input);
            quote!(#code #items)
        }
        Derive::Entity | Derive::Complex | Derive::Operation => {
            let mut input = Input::from_item(item, derive, &mut errors);
            check(&input, &mut errors);
            let Compared { edm, items } = schema::compare(&input, &mut errors);
            input.edm = edm;
            let code = expand(&input);
            quote!(#code #items)
        }
    };
    quote!(#errors #code)
}

/// What no other derive writes: a call is then no error of its own.
fn superseded_operation(item: &DeriveInput) -> Option<TokenStream> {
    let input = Input::from_item(item, Derive::Operation, &mut Errors::default());
    input.operation.as_ref().map(|operation| block(&input.krate, &operation::expand(&input, operation)))
}

fn expand(input: &Input<'_>) -> TokenStream {
    if let Some(operation) = &input.operation {
        return block(&input.krate, &of_operation(input, operation));
    }
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
    let impls = [
        Some(shape::expand(input)),
        Some(value::expand(input)),
        Some(fields::expand(input)),
        Some(table::expand(input)),
        Some(entity::expand(input)),
        Some(serde::expand(input)),
        debug::expand(input),
        collection::expand(input),
        Some(builder::expand(input)),
    ];
    impls.into_iter().flatten().collect()
}

/// The parameters are a table as a struct's properties are, and there is nothing else to it.
fn of_operation(input: &Input<'_>, operation: &Operation) -> TokenStream {
    let shape = shape::expand(input);
    let value = value::expand(input);
    let fields = fields::expand(input);
    let table = table::expand(input);
    let debug = debug::expand(input);
    let operation = operation::expand(input, operation);
    quote! {
        #shape
        #value
        #fields
        #table
        #debug
        #operation
    }
}

/// Everything that users do not name lives in one block, with names of its own (`__graph`, `__SHAPE`, `__property`): a
/// field's type is spelled in there, and must not meet ours. What each field repeats has a short one.
pub(crate) fn block(krate: &Path, impls: &TokenStream) -> TokenStream {
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
