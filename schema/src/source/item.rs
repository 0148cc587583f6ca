//! Types: structs and enums with an attribute of ours.

use std::fmt;

use super::{WIDTH, attribute, docs};

/// A struct or an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    /// Lines of its documentation.
    pub(crate) docs: Vec<String>,
    /// The usual derives of std are before it.
    pub(crate) derive: Derive,
    /// What stands in the attribute.
    pub(crate) keys: Vec<Key>,
    /// Its name.
    pub(crate) name: String,
    /// What it is made of.
    pub(crate) body: Body,
}

/// A derive of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Derive {
    Entity,
    Complex,
    Enum,
}

impl Derive {
    /// For a struct, or a family of them.
    pub(crate) fn of_struct(is_entity: bool) -> Self {
        if is_entity { Self::Entity } else { Self::Complex }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Entity => "GraphEntity",
            Self::Complex => "GraphComplex",
            Self::Enum => "GraphEnum",
        }
    }

    fn attribute(self) -> &'static str {
        match self {
            Self::Entity => "graph_entity",
            Self::Complex => "graph_complex",
            Self::Enum => "graph_enum",
        }
    }
}

/// What a type is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    /// A struct's fields.
    Struct(Vec<Field>),
    /// An enum's variants.
    Enum(Vec<Variant>),
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    /// Lines of its documentation.
    pub(crate) docs: Vec<String>,
    /// What stands in `#[graph(…)]`.
    pub(crate) keys: Vec<Key>,
    /// Its name.
    pub(crate) name: String,
    /// Its type.
    pub(crate) ty: String,
}

/// A variant of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    /// Lines of its documentation.
    pub(crate) docs: Vec<String>,
    /// What stands in `#[graph(…)]`.
    pub(crate) keys: Vec<Key>,
    /// Its name.
    pub(crate) name: String,
    /// The type of its one field.
    pub(crate) field: Option<String>,
}

/// A key of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    /// `read_only`
    Flag(&'static str),
    /// `rename = "…"`
    Text(&'static str, String),
    /// `collection(path = "…", name = "…")`
    List(&'static str, Vec<Key>),
}

impl Key {
    /// Which type it is, and the file that describes it, if there is one to compare with.
    pub(crate) fn of_type(odata: &str, schema: Option<&String>) -> Vec<Self> {
        let schema = schema.map(|file| Self::Text("schema", file.clone()));
        std::iter::once(Self::Text("odata", odata.to_owned())).chain(schema).collect()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => f.write_str(name),
            // As Rust writes a literal: names of the wire are no more than texts.
            Self::Text(name, value) => write!(f, "{name} = {value:?}"),
            Self::List(name, keys) => {
                write!(f, "{name}(")?;
                for (number, key) in keys.iter().enumerate() {
                    f.write_str(if number > 0 { ", " } else { "" })?;
                    key.fmt(f)?;
                }
                f.write_str(")")
            }
        }
    }
}

impl Item {
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        documented(&mut out, 0, &self.docs);
        out.push_str("#[derive(Debug, Clone, PartialEq, ");
        out.push_str(self.derive.name());
        out.push_str(")]\n");
        attribute::push(&mut out, 0, self.derive.attribute(), &self.keys);
        let keyword = if matches!(self.body, Body::Struct(_)) { "struct" } else { "enum" };
        for part in ["pub ", keyword, " ", &self.name, " {\n"] {
            out.push_str(part);
        }
        match &self.body {
            Body::Struct(fields) => fields.iter().for_each(|field| field.push(&mut out)),
            Body::Enum(variants) => variants.iter().for_each(|variant| variant.push(&mut out)),
        }
        out.push_str("}\n");
        out
    }
}

impl Field {
    fn push(&self, out: &mut String) {
        documented(out, 4, &self.docs);
        if !self.keys.is_empty() {
            attribute::push(out, 4, "graph", &self.keys);
        }
        // With the comma.
        let wide = 4 + "pub ".len() + self.name.len() + 2 + self.ty.len() + 1;
        let between = if wide > WIDTH { "\n        " } else { " " };
        for part in ["    pub ", &self.name, ":", between, &self.ty, ",\n"] {
            out.push_str(part);
        }
    }
}

/// How wide the field of a variant on one line may be.
const ONE_LINE: usize = 60;

impl Variant {
    /// The one that keeps what no other takes, in a field of type `ty`.
    pub(crate) fn unrecognized(ty: &str) -> Self {
        Self {
            docs: Vec::new(),
            keys: vec![Key::Flag("unrecognized")],
            name: "Unrecognized".to_owned(),
            field: Some(ty.to_owned()),
        }
    }

    fn push(&self, out: &mut String) {
        documented(out, 4, &self.docs);
        if !self.keys.is_empty() {
            attribute::push(out, 4, "graph", &self.keys);
        }
        let [open, close] = match &self.field {
            Some(field) if field.len() > ONE_LINE || 4 + self.name.len() + field.len() + 3 > WIDTH => {
                ["(\n        ", ",\n    )"]
            }
            Some(_) => ["(", ")"],
            None => ["", ""],
        };
        let field = self.field.as_deref().unwrap_or_default();
        for part in ["    ", &self.name, open, field, close, ",\n"] {
            out.push_str(part);
        }
    }
}

fn documented(out: &mut String, indent: usize, lines: &[String]) {
    let slashes = format!("{}///", " ".repeat(indent));
    for line in lines {
        docs::push(out, &slashes, line);
    }
}
