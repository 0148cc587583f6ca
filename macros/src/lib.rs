//! Derive macro of the `graph-entity` crate; depend on that crate, not on this one.

mod attr;
mod check;
mod collection;
mod errors;
mod expand;
mod input;
mod names;
mod syntax;
mod types;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Implements `GraphEntity`, serde's traits and a request builder for a struct.
#[proc_macro_derive(GraphEntity, attributes(graph_entity, graph))]
pub fn derive_graph_entity(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    expand::derive(&item).into()
}
