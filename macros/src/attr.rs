//! The keys of `#[graph_entity(...)]` and `#[graph(...)]`, and what each takes. What the values mean together is for
//! `input` and `check`.

use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitStr, Path};

use crate::errors::{Errors, nearest, suggestion};
use crate::syntax::{Flag, each_key, error, flag, keys, once, path, string};

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

/// `collection = "…"` or `collection(path = "…", name = "…")`.
#[derive(Default)]
pub(crate) struct CollectionAttr {
    /// `None` if it is missing or no string, which was reported then.
    pub(crate) path: Option<LitStr>,
    pub(crate) name: Option<LitStr>,
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
                let (collection, result) = CollectionAttr::parse(key, input, errors);
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

impl CollectionAttr {
    /// What was read goes on, also beside an error: uses of the constructor are then no errors of their own.
    fn parse(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> (Self, syn::Result<()>) {
        let mut parsed = Self::default();
        let result = match list(input) {
            None => string(key, input).map(|path| parsed.path = Some(path)),
            Some(content) => parsed.set_all(key, &content, errors),
        };
        (parsed, result)
    }

    fn set_all(&mut self, key: &Ident, content: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let mut path_misspelt = false;
        keys(content, errors, &mut |key, input, errors| match &*known(key, &["path", "name"], "collection", errors) {
            "path" => {
                path_misspelt = true;
                once(&mut self.path, string(key, input)?, key)
            }
            "name" => once(&mut self.name, string(key, input)?, key),
            other => {
                path_misspelt = true;
                Err(error(key, format!("unknown collection key `{other}`{}", suggestion(other, &["path", "name"]))))
            }
        });
        if self.path.is_none() && !path_misspelt {
            errors.at(key, "a collection needs its path: `collection(path = \"…\")`");
        }
        Ok(())
    }
}

/// The content of the parentheses, if they are next.
fn list<'a>(input: ParseStream<'a>) -> Option<syn::parse::ParseBuffer<'a>> {
    if !input.peek(syn::token::Paren) {
        return None;
    }
    let parse = || {
        let content;
        syn::parenthesized!(content in input);
        Ok::<_, syn::Error>(content)
    };
    parse().ok()
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
