//! Primitive types, and the types that stand for any JSON.

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
    let short = name.strip_prefix("Edm.")?;
    Some(match short {
        "String" => Primitive::Plain("String"),
        "Boolean" => Primitive::Plain("bool"),
        "Byte" => Primitive::Plain("u8"),
        "SByte" | "Int16" => Primitive::Plain("i16"),
        "Int32" => Primitive::Plain("i32"),
        "Int64" => Primitive::Plain("i64"),
        "Single" => Primitive::Plain("f32"),
        "Double" => Primitive::Plain("f64"),
        "Decimal" => Primitive::Edm("Decimal"),
        "Date" => Primitive::Edm("Date"),
        "TimeOfDay" => Primitive::Edm("TimeOfDay"),
        "DateTimeOffset" => Primitive::Edm("DateTimeOffset"),
        "Duration" => Primitive::Edm("Duration"),
        "Guid" => Primitive::Edm("Guid"),
        "Binary" => Primitive::Edm("Binary"),
        "Stream" => Primitive::Stream,
        _ => Primitive::Plain(RAW),
    })
}

/// Whether a defined type stands for any JSON: Graph's `Json`, and its `entity`, the base of nearly all entities.
pub(crate) fn is_raw(name: &str) -> bool {
    matches!(name, "microsoft.graph.Json" | "microsoft.graph.entity")
}
