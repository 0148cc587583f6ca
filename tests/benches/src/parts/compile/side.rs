//! The ways to write the same types.

use super::{slice, types, uses};
use crate::project::dependency::{SERDE, SERDE_CORE, SERDE_JSON, graph_entity};
use crate::shapes::Shape;

/// A way to write the types, and to use them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Std's derives alone, which all others have too: what is subtracted from them.
    Std,
    /// graph-entity.
    Ours,
    /// graph-entity, compared with the metadata by the compiler.
    OursWithSchema,
    /// serde_derive; values are written field by field.
    Serde,
    /// serde_derive, and bon for builders.
    Bon,
    /// serde_derive, and typed-builder for builders.
    TypedBuilder,
}

impl Side {
    /// In the order of the tables.
    pub const ALL: [Self; 6] =
        [Self::Std, Self::Ours, Self::OursWithSchema, Self::Serde, Self::Bon, Self::TypedBuilder];

    /// Its name in tables and charts.
    pub fn title(self) -> &'static str {
        match self {
            Self::Std => "std derives only",
            Self::Ours => "graph-entity",
            Self::OursWithSchema => "graph-entity with schema",
            Self::Serde => "serde_derive",
            Self::Bon => "serde_derive + bon",
            Self::TypedBuilder => "serde_derive + typed-builder",
        }
    }

    /// Its name for cargo.
    pub fn name(self) -> &'static str {
        match self {
            Self::Std => "std",
            Self::Ours => "ours",
            Self::OursWithSchema => "ours-schema",
            Self::Serde => "serde",
            Self::Bon => "bon",
            Self::TypedBuilder => "typed-builder",
        }
    }

    /// Whether it is ours, not a peer.
    pub fn is_ours(self) -> bool {
        matches!(self, Self::Ours | Self::OursWithSchema)
    }

    /// Whether it is serde_derive and a builder of others.
    pub fn is_builder(self) -> bool {
        matches!(self, Self::Bon | Self::TypedBuilder)
    }

    /// Lines of the manifest.
    pub fn dependencies(self) -> Vec<String> {
        let ours = |features| vec![graph_entity(features), SERDE_CORE.into(), SERDE_JSON.into()];
        let serde = |more: &[&str]| {
            let lines = [SERDE, SERDE_JSON].into_iter().chain(more.iter().copied());
            lines.map(str::to_owned).collect()
        };
        match self {
            Self::Std => Vec::new(),
            Self::Ours => ours(&[]),
            Self::OursWithSchema => ours(&["schema"]),
            Self::Serde => serde(&[]),
            Self::Bon => serde(&[r#"bon = "3.10""#]),
            Self::TypedBuilder => serde(&[r#"typed-builder = "0.23""#]),
        }
    }

    /// The types alone.
    pub fn types(self, shapes: &[Shape]) -> String {
        let imports = match self {
            Self::Std => "",
            Self::Ours | Self::OursWithSchema => "use graph_entity::{GraphComplex, GraphEntity, GraphEnum};\n",
            Self::Serde => "use serde::{Deserialize, Serialize};\n",
            Self::Bon => "use bon::Builder;\nuse serde::{Deserialize, Serialize};\n",
            Self::TypedBuilder => "use serde::{Deserialize, Serialize};\nuse typed_builder::TypedBuilder;\n",
        };
        imports.to_owned() + &types::text(self, shapes)
    }

    /// The types, and a function for each that reads, writes and builds it: nothing stands there unused.
    pub fn source(self, shapes: &[Shape]) -> String {
        // A few types need not all of it.
        format!("#![allow(dead_code, unused_imports)]\n{}{}", self.types(shapes), uses::text(self, shapes))
    }

    /// The slice of the metadata that the types are compared with.
    pub fn slice(self, shapes: &[Shape]) -> Option<String> {
        (self == Self::OursWithSchema).then(|| slice::text(shapes))
    }
}
