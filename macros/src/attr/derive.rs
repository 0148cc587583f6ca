//! The four derives: their attributes, and the keys that each takes.

use syn::DeriveInput;

use crate::errors::Errors;

pub(super) const FIELD_KEYS: &[&str] = &[
    "key",
    "read_only",
    "write_only",
    "required",
    "default",
    "immutable",
    "sensitive",
    "rename",
    "base",
    "navigation",
    "bind",
    "odata_type",
    "etag",
    "annotation",
    "extra",
    "serde",
    "unchecked",
];
pub(super) const VARIANT_KEYS: &[&str] = &["unrecognized", "rename", "unchecked"];
/// What any of the container attributes takes.
pub(super) const CONTAINER_KEYS: &[&str] = &[
    "odata",
    "version",
    "collection",
    "singleton",
    "permission",
    "abstract",
    "strict",
    "untagged",
    "all_properties",
    "flags",
    "action",
    "function",
    "returns",
    "schema",
    "unchecked",
    "crate",
];
/// The key that each container has to have one of.
pub(super) const NAMING_KEYS: &[&str] = &["odata", "action", "function"];
/// What a parameter of an operation takes of the keys of a field.
pub(super) const PARAMETER_KEYS: &[&str] = &["rename", "sensitive", "serde", "unchecked"];
/// What a family does not take.
pub(super) const STRUCT_KEYS: &[&str] = &["abstract", "strict", "untagged", "all_properties"];

/// Which of the derives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Derive {
    Entity,
    Complex,
    Enum,
    Operation,
}

impl Derive {
    pub(super) const ALL: [Self; 4] = [Self::Entity, Self::Complex, Self::Enum, Self::Operation];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Entity => "GraphEntity",
            Self::Complex => "GraphComplex",
            Self::Enum => "GraphEnum",
            Self::Operation => "GraphOperation",
        }
    }

    /// The attribute below the derive.
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Entity => "graph_entity",
            Self::Complex => "graph_complex",
            Self::Enum => "graph_enum",
            Self::Operation => "graph_operation",
        }
    }

    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Entity => "an entity",
            Self::Complex => "a complex type",
            Self::Enum => "an enum",
            Self::Operation => "an operation",
        }
    }

    /// What its attribute says first.
    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Operation => "action = \"…\"",
            _ => "odata = \"microsoft.graph.…\"",
        }
    }

    /// The message if no key names the type or the operation.
    pub(crate) fn missing_name(self) -> String {
        let attribute = format!("missing `#[{}({})]`", self.attribute(), self.example());
        match self {
            Self::Operation => format!("{attribute}, or `function = \"…\"` in the place of `action`"),
            _ => attribute,
        }
    }

    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Entity => &[
                "odata",
                "version",
                "collection",
                "singleton",
                "permission",
                "abstract",
                "strict",
                "untagged",
                "all_properties",
                "schema",
                "unchecked",
                "crate",
            ],
            Self::Complex => &["odata", "abstract", "strict", "untagged", "schema", "unchecked", "crate"],
            Self::Enum => &["odata", "flags", "schema", "unchecked", "crate"],
            Self::Operation => &["action", "function", "returns", "schema", "unchecked", "crate"],
        }
    }

    /// The keys of its fields.
    pub(super) fn field_keys(self) -> &'static [&'static str] {
        if self == Self::Operation { PARAMETER_KEYS } else { FIELD_KEYS }
    }

    /// The message of another derive's key.
    pub(super) fn refuses(self, name: &str) -> Option<String> {
        if self.keys().contains(&name) || !CONTAINER_KEYS.contains(&name) {
            return None;
        }
        let of = match name {
            "flags" => "an enum",
            "action" | "function" | "returns" => "an operation",
            "odata" if self == Self::Operation => {
                return Some("an operation is named by `action` or `function`, not by `odata`".to_owned());
            }
            "all_properties" => "an entity",
            name if STRUCT_KEYS.contains(&name) => "an entity or a complex type",
            _ => "an entity",
        };
        Some(format!("`{name}` is not for {}: it is a key of {of}", self.noun()))
    }
}

/// Whether the item has the attribute of another derive too, which is reported, and that one writes the impls: of several
/// the first.
pub(crate) fn is_superseded(item: &DeriveInput, derive: Derive, errors: &mut Errors) -> bool {
    let of = |derive: Derive| Some((derive, item.attrs.iter().find(|attr| attr.path().is_ident(derive.attribute()))?));
    let all: Vec<_> = Derive::ALL.into_iter().filter_map(of).collect();
    if !all.iter().any(|(other, _)| *other == derive) {
        return false;
    }
    // Each of the derives tells the same, which `rustc` shows once.
    for (other, attr) in all.iter().skip(1) {
        let name = other.name();
        errors.at(
            attr.path(),
            format_args!(
                "a struct or an enum is one of an entity, a complex type, an enum and an operation: \
                 leave out `{name}` and this, or the other derive"
            ),
        );
    }
    all.first().is_some_and(|(first, _)| *first != derive)
}
