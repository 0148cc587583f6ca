//! The keys of `#[graph_entity(...)]` and `#[graph(...)]`, and what each takes. What the values mean together is for
//! `input` and `check`.

mod collection;

use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitStr, Path};

pub(crate) use self::collection::CollectionAttr;
use crate::errors::{Errors, nearest, suggestion};
use crate::syntax::{Flag, each_key, error, flag, once, path, string};

/// The attribute above the struct.
const ABOVE: &str = "graph_entity";
/// The attribute above a field.
const FIELD: &str = "graph";

const STRUCT_KEYS: &[&str] = &["odata", "version", "collection", "abstract", "strict", "untagged", "crate"];
const FIELD_KEYS: &[&str] = &[
    "key",
    "read_only",
    "write_only",
    "required",
    "default",
    "sensitive",
    "rename",
    "odata_type",
    "etag",
    "extra",
    "serde",
];

#[derive(Default)]
pub(crate) struct StructAttrs {
    pub(crate) odata: Option<LitStr>,
    /// There is a mistake where `odata` may be meant: that it is missing would be a second message.
    pub(crate) odata_misspelt: bool,
    pub(crate) version: Option<LitStr>,
    pub(crate) collections: Vec<CollectionAttr>,
    pub(crate) is_abstract: Flag,
    pub(crate) strict: Flag,
    pub(crate) untagged: Flag,
    pub(crate) krate: Option<Path>,
}

#[derive(Default)]
pub(crate) struct FieldAttrs {
    pub(crate) key: Flag,
    pub(crate) read_only: Flag,
    pub(crate) write_only: Flag,
    pub(crate) required: Flag,
    pub(crate) default: Flag,
    pub(crate) sensitive: Flag,
    pub(crate) rename: Option<LitStr>,
    pub(crate) odata_type: Flag,
    pub(crate) etag: Flag,
    pub(crate) extra: Flag,
    pub(crate) serde: Flag,
    /// `odata` stands here, where it does not belong.
    pub(crate) has_odata: bool,
}

impl StructAttrs {
    pub(crate) fn parse(attrs: &[Attribute], errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        for attr in attrs {
            if attr.path().is_ident(ABOVE) {
                let list = each_key(attr, "odata = \"microsoft.graph.…\"", errors, |key, input, errors| {
                    parsed.set(key, input, errors)
                });
                parsed.odata_misspelt |= !list;
            } else if attr.path().is_ident(FIELD) {
                errors.at(attr.path(), "`#[graph(…)]` goes above a field; above the struct it is `#[graph_entity(…)]`");
                // Its keys count, so that only the place is wrong.
                each_key(attr, "", &mut Errors::default(), |key, input, errors| parsed.set(key, input, errors));
                parsed.odata_misspelt = true;
            }
        }
        parsed
    }

    fn set(&mut self, key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        match &*known(key, STRUCT_KEYS, "struct", errors) {
            "odata" => {
                self.odata_misspelt = true;
                once(&mut self.odata, string(key, input)?, key)
            }
            "version" => once(&mut self.version, string(key, input)?, key),
            "collection" => {
                let mut collection = CollectionAttr::default();
                // What was read goes on, also beside an error: uses of the constructor are then no errors of their own.
                let result = collection.set(key, input, errors);
                self.collections.push(collection);
                result
            }
            "abstract" => flag(&mut self.is_abstract, key, input),
            "strict" => flag(&mut self.strict, key, input),
            "untagged" => flag(&mut self.untagged, key, input),
            "crate" => once(&mut self.krate, path(key, input)?, key),
            name if FIELD_KEYS.contains(&name) => {
                Err(error(key, format!("`{name}` belongs above a field: `#[graph({name}{})]`", value_of(name))))
            }
            name => {
                self.odata_misspelt = true;
                Err(error(key, format!("unknown struct key `{name}`{}", suggestion(name, STRUCT_KEYS))))
            }
        }
    }
}

impl FieldAttrs {
    pub(crate) fn parse(attrs: &[Attribute], errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        for attr in attrs {
            if attr.path().is_ident(FIELD) {
                each_key(attr, "read_only", errors, |key, input, errors| parsed.set(key, input, errors));
            } else if attr.path().is_ident(ABOVE) {
                errors.at(attr.path(), "`#[graph_entity(…)]` goes above the struct; above a field it is `#[graph(…)]`");
                // Its keys count, so that only the place is wrong.
                each_key(attr, "", &mut Errors::default(), |key, input, errors| parsed.set(key, input, errors));
            }
        }
        parsed
    }

    fn set(&mut self, key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let slot = match &*known(key, FIELD_KEYS, "field", errors) {
            "rename" => return once(&mut self.rename, string(key, input)?, key),
            "key" => &mut self.key,
            "read_only" => &mut self.read_only,
            "write_only" => &mut self.write_only,
            "required" => &mut self.required,
            "default" => &mut self.default,
            "sensitive" => &mut self.sensitive,
            "odata_type" => &mut self.odata_type,
            "etag" => &mut self.etag,
            "extra" => &mut self.extra,
            "serde" => &mut self.serde,
            name if STRUCT_KEYS.contains(&name) => {
                self.has_odata |= name == "odata";
                let value = value_of(name);
                return Err(error(key, format!("`{name}` belongs above the struct: `#[graph_entity({name}{value})]`")));
            }
            name => {
                return Err(error(key, format!("unknown field key `{name}`{}", suggestion(name, FIELD_KEYS))));
            }
        };
        flag(slot, key, input)
    }
}

/// The name of `key`. One that is close to a known key is reported, and read as that one from there on.
fn known(key: &Ident, known: &[&'static str], place: &str, errors: &mut Errors) -> String {
    let name = key.to_string();
    let elsewhere = STRUCT_KEYS.contains(&&*name) || FIELD_KEYS.contains(&&*name);
    match nearest(&name, known) {
        Some(near) if !elsewhere && near != name => {
            errors.at(key, format_args!("unknown {place} key `{name}`; did you mean `{near}`?"));
            near.to_owned()
        }
        _ => name,
    }
}

/// How a key's value is written, for a message.
fn value_of(name: &str) -> &'static str {
    match name {
        "odata" | "version" | "collection" | "rename" => " = \"…\"",
        "crate" => " = …",
        _ => "",
    }
}
