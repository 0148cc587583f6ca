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

/// Makes a struct with named fields an entity of Microsoft Graph.
///
/// `#[graph_entity(…)]` above the struct says which (`odata` is required), `#[graph(…)]` above a field what is special
/// about its property. The tables of all keys, and of all messages, are on the front page of the `graph-entity` crate.
///
/// It writes, for a struct `User`:
/// - `GraphEntity`: the name of the type, its version and collections;
/// - serde's `Serialize` and `Deserialize`, which work by a table;
/// - a constructor for each `collection`;
/// - `UserBuilder`, which `Collection::<User>::create` hands out, with a setter for each property that may be sent
///   (not for an `abstract` type);
/// - `Debug`, if a field is `sensitive`.
#[proc_macro_derive(GraphEntity, attributes(graph_entity, graph))]
pub fn derive_graph_entity(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    expand::derive(&item).into()
}
