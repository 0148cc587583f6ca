//! Derive macros of the `graph-entity` crate; depend on that crate, not on this one.

mod attr;
mod check;
mod collection;
mod errors;
mod expand;
mod input;
mod names;
#[cfg_attr(not(feature = "schema"), path = "schema/off.rs")]
mod schema;
mod syntax;
mod types;

use attr::Derive;
use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Makes a struct with named fields an entity of Microsoft Graph, or an enum a family of entities.
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
///
/// An enum whose variants have one field each, a struct of a derived type or a `Box` of one, is a family: reading
/// chooses the variant by `@odata.type`. One variant is `#[graph(unrecognized)]` and keeps what no other takes.
///
/// # Compared with the metadata
///
/// With the feature `schema`, a type is compared with what the service says of it in its `$metadata`, of which a slice is
/// committed beside the source (`cargo graph-entity slice` writes one):
/// ```text
/// #[graph_entity(odata = "microsoft.graph.user", schema = "schema/graph.xml")]
/// ```
/// The path is relative to the folder of `Cargo.toml`. Without the key it is that of the variable `GRAPH_ENTITY_SCHEMA`, if
/// that is set (by `[env]` in `.cargo/config.toml`, say); else nothing is compared. Cargo builds again when the slice
/// changes, or the variable. The other derives do the same.
///
/// | compared | a mistake, and where it is told |
/// |---|---|
/// | the type, at `odata` | there is none; it is an entity type, a complex type or an enum, and another derive |
/// | a field's name, at the name | there is no such property, its own or inherited |
/// | its type, at the type | it does not hold the property's; a collection for one value, or the reverse |
/// | null, at the type | the property may be null, and the type takes no null, and there is no `default` |
/// | `key`, at the key or the name | it is on another property than the key, or not on the key |
/// | `navigation` and `bind`, at the key or the name | on a property that is no relationship; a relationship without one |
/// | what the service sets, at the name | the builder would insist on it: add `read_only` |
/// | `base`, and a family's variants, at the type | the struct's type is not a base, not derived from the family's |
/// | an enum's variants, at the name; `flags` | there is no such member; they combine, or don't |
/// | an operation, at the name | there is none, or it is the other of action and function |
/// | its parameters and `returns` | as fields; a function lacks one |
///
/// A field's type is asked what it holds, whatever its name is: an alias is seen through. A wider number holds a narrower
/// one; a type of [`edm`](https://docs.rs/graph-entity/latest/graph_entity/edm/) what the table there says
/// of it; a derived struct its own type, types derived from that, and those that it is derived from; a type by
/// `text_property!` any text; `serde_json::Value`, and a `#[graph(serde)]` field, anything.
///
/// The metadata is wrong at times. `#[graph(unchecked)]` above a field, a variant or a parameter leaves it out of the
/// comparison, `unchecked` beside `odata` the whole type. On an open type it is for dynamic properties.
#[proc_macro_derive(GraphEntity, attributes(graph_entity, graph_complex, graph_enum, graph_operation, graph))]
pub fn derive_graph_entity(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    expand::derive(&item, Derive::Entity).into()
}

/// Makes a struct with named fields a complex type of Microsoft Graph, or an enum a family of complex types.
///
/// As [`GraphEntity`](macro@GraphEntity), compared with the metadata too, with `#[graph_complex(…)]` above the struct,
/// without a key, collections and requests: a complex type is the value of a property. `UserBuilder` comes from `User::draft()`, for the value of
/// another builder's property.
#[proc_macro_derive(GraphComplex, attributes(graph_entity, graph_complex, graph_enum, graph_operation, graph))]
pub fn derive_graph_complex(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    expand::derive(&item, Derive::Complex).into()
}

/// Makes an enum one of Microsoft Graph's: its members by name.
///
/// `#[graph_enum(…)]` above the enum says which. A variant stands for the member of its name in camel case, or of
/// `#[graph(rename = "…")]`; the one with `#[graph(unrecognized)]` keeps the name of any other. With `flags` the members
/// combine: the type of a field is `Flags<…>` then. `schema` and `unchecked` are those of
/// [`GraphEntity`](macro@GraphEntity).
#[proc_macro_derive(GraphEnum, attributes(graph_entity, graph_complex, graph_enum, graph_operation, graph))]
pub fn derive_graph_enum(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    expand::derive(&item, Derive::Enum).into()
}

/// Makes a struct an action or a function of Microsoft Graph: its fields are the parameters.
///
/// `#[graph_operation(…)]` above the struct says which: `action = "sendMail"` or `function = "reminderView"`, and what it
/// returns, `returns = …` (nothing, if an action does not say). A field is the parameter of its name in camel case, or of
/// `#[graph(rename = "…")]`; one that is an `Option` may be left out, one that is `sensitive` is not shown by `Debug`,
/// and one with `serde` is written by its serde impls. An operation without parameters is a struct without fields.
/// `schema` and `unchecked` are those of [`GraphEntity`](macro@GraphEntity).
#[proc_macro_derive(GraphOperation, attributes(graph_entity, graph_complex, graph_enum, graph_operation, graph))]
pub fn derive_graph_operation(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    expand::derive(&item, Derive::Operation).into()
}
