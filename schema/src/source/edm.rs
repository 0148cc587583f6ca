//! Primitive types, and the types that stand for any JSON.

use crate::lookup::rust_type;

/// A primitive type's Rust type: by its name alone, or to be imported from `graph_entity::edm`.
pub(crate) enum Primitive {
    /// `String`.
    Plain(&'static str),
    /// `DateTimeOffset`.
    Edm(&'static str),
    /// No part of the JSON.
    Stream,
}

/// Any JSON at all.
pub(crate) const RAW: &str = "serde_json::Value";

/// The Rust type of an `Edm.` type. What has no counterpart is any JSON.
pub(crate) fn primitive(name: &str) -> Option<Primitive> {
    name.strip_prefix("Edm.")?;
    Some(match rust_type(name) {
        Some(rust) => rust.strip_prefix("edm::").map_or(Primitive::Plain(rust), Primitive::Edm),
        None if name == "Edm.Stream" => Primitive::Stream,
        None => Primitive::Plain(RAW),
    })
}

/// Whether a defined type stands for any JSON: Graph's `Json`, and its `entity`, the base of nearly all entities.
pub(crate) fn is_raw(name: &str) -> bool {
    matches!(name, "microsoft.graph.Json" | "microsoft.graph.entity")
}
