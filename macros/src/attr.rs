//! Syntax of `#[graph_entity(...)]` and `#[graph(...)]`: what each key takes. What the values mean together is for
//! `input` and `check`.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Meta, Path, Token};

use crate::errors::{Errors, suggestion};

/// The attribute above the struct.
pub(crate) const ABOVE: &str = "graph_entity";
/// The attribute above a field.
pub(crate) const FIELD: &str = "graph";

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

/// A key without a value: where it stands.
pub(crate) type Flag = Option<Ident>;

#[derive(Default)]
pub(crate) struct StructAttrs {
    pub(crate) odata: Option<LitStr>,
    pub(crate) version: Option<LitStr>,
    pub(crate) collections: Vec<CollectionAttr>,
    pub(crate) is_abstract: Flag,
    pub(crate) strict: Flag,
    pub(crate) untagged: Flag,
    pub(crate) krate: Option<Path>,
}

/// `collection = "…"` or `collection(path = "…", name = "…")`.
pub(crate) struct CollectionAttr {
    pub(crate) path: LitStr,
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
}

impl StructAttrs {
    pub(crate) fn parse(attrs: &[Attribute], errors: &mut Errors) -> Self {
        refuse(attrs, FIELD, "`#[graph(…)]` goes above a field; above the struct it is `#[graph_entity(…)]`", errors);
        let mut parsed = Self::default();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident(ABOVE)) {
            each_key(attr, errors, |key, input| parsed.set(key, input));
        }
        parsed
    }

    fn set(&mut self, key: Ident, input: ParseStream<'_>) -> syn::Result<()> {
        match key.to_string().as_str() {
            "odata" => once(&mut self.odata, string(&key, input)?, &key),
            "version" => once(&mut self.version, string(&key, input)?, &key),
            "collection" => {
                self.collections.push(CollectionAttr::parse(&key, input)?);
                Ok(())
            }
            "abstract" => flag(&mut self.is_abstract, key, input),
            "strict" => flag(&mut self.strict, key, input),
            "untagged" => flag(&mut self.untagged, key, input),
            "crate" => once(&mut self.krate, path(&key, input)?, &key),
            name if FIELD_KEYS.contains(&name) => {
                Err(error(&key, format!("`{name}` belongs above a field: `#[graph({name})]`")))
            }
            name => Err(error(&key, format!("unknown struct key `{name}`{}", suggestion(name, STRUCT_KEYS)))),
        }
    }
}

impl CollectionAttr {
    fn parse(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(syn::token::Paren) {
            return Ok(Self { path: string(key, input)?, name: None });
        }
        let content;
        syn::parenthesized!(content in input);
        let (mut path, mut name) = (None, None);
        while !content.is_empty() {
            let inner = content.call(Ident::parse_any)?;
            match inner.to_string().as_str() {
                "path" => once(&mut path, string(&inner, &content)?, &inner)?,
                "name" => once(&mut name, string(&inner, &content)?, &inner)?,
                other => {
                    let hint = suggestion(other, &["path", "name"]);
                    return Err(error(&inner, format!("unknown key `{other}` of a collection{hint}")));
                }
            }
            comma(&content)?;
        }
        match path {
            Some(path) => Ok(Self { path, name }),
            None => Err(error(key, "a collection needs its `path = \"…\"`")),
        }
    }
}

impl FieldAttrs {
    pub(crate) fn parse(attrs: &[Attribute], errors: &mut Errors) -> Self {
        refuse(attrs, ABOVE, "`#[graph_entity(…)]` goes above the struct; above a field it is `#[graph(…)]`", errors);
        let mut parsed = Self::default();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident(FIELD)) {
            each_key(attr, errors, |key, input| parsed.set(key, input));
        }
        parsed
    }

    fn set(&mut self, key: Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let slot = match key.to_string().as_str() {
            "rename" => return once(&mut self.rename, string(&key, input)?, &key),
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
                return Err(error(&key, format!("`{name}` belongs above the struct: `#[graph_entity({name} …)]`")));
            }
            name => {
                return Err(error(&key, format!("unknown field key `{name}`{}", suggestion(name, FIELD_KEYS))));
            }
        };
        flag(slot, key, input)
    }
}

/// Reports an attribute that stands in the wrong place.
fn refuse(attrs: &[Attribute], name: &str, message: &str, errors: &mut Errors) {
    for attr in attrs.iter().filter(|attr| attr.path().is_ident(name)) {
        errors.at(attr.path(), message);
    }
}

/// Calls `set` for each key of `attr`. What fails is reported, and the next key is tried.
fn each_key(attr: &Attribute, errors: &mut Errors, mut set: impl FnMut(Ident, ParseStream<'_>) -> syn::Result<()>) {
    let Meta::List(list) = &attr.meta else {
        let name = attr.path().to_token_stream();
        return errors.at(&attr.meta, format_args!("expected a list of keys: `#[{name}(…)]`"));
    };
    let parsed = list.parse_args_with(|input: ParseStream<'_>| {
        while !input.is_empty() {
            let result = input.call(Ident::parse_any).and_then(|key| set(key, input)).and_then(|()| comma(input));
            if let Err(error) = result {
                errors.push(error);
                skip_to_next_key(input);
            }
        }
        Ok(())
    });
    if let Err(error) = parsed {
        errors.push(error);
    }
}

fn skip_to_next_key(input: ParseStream<'_>) {
    while let Ok(token) = input.parse::<TokenTree>() {
        if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
            return;
        }
    }
}

/// The comma after a key; at the end there may be none.
fn comma(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Option<Token![,]>>()?.is_some() {
        return Ok(());
    }
    Err(error(next(input), "expected `,` before the next key"))
}

fn once<T>(slot: &mut Option<T>, value: T, key: &Ident) -> syn::Result<()> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(error(key, format!("`{key}` is given twice"))),
    }
}

fn flag(slot: &mut Flag, key: Ident, input: ParseStream<'_>) -> syn::Result<()> {
    if input.parse::<Option<Token![=]>>()?.is_some() {
        let value = next(input);
        return Err(error(value, format!("`{key}` takes no value: write `{key}` alone")));
    }
    let name = key.clone();
    once(slot, key, &name)
}

fn string(key: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    value(key, input, "\"…\"", |input| {
        input.parse().map_err(|_| error(rest(input), format!("expected a string: `{key} = \"…\"`")))
    })
}

fn path(key: &Ident, input: ParseStream<'_>) -> syn::Result<Path> {
    value(key, input, "path::to::graph_entity", |input| {
        let quoted = input.fork().parse::<LitStr>();
        match quoted {
            Ok(quoted) => {
                let value = quoted.value();
                Err(error(next(input), format!("`{key}` takes a path; drop the quotes: `{key} = {value}`")))
            }
            Err(_) => Path::parse_mod_style(input).map_err(|_| error(rest(input), "expected a path")),
        }
    })
}

/// `= value` after a key.
fn value<T>(
    key: &Ident,
    input: ParseStream<'_>,
    form: &str,
    parse: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let equals = input.parse::<Option<Token![=]>>()?;
    if equals.is_none() || input.is_empty() || input.peek(Token![,]) {
        return Err(error(key, format!("`{key}` needs a value: `{key} = {form}`")));
    }
    parse(input)
}

/// The next token, to underline it.
fn next(input: ParseStream<'_>) -> TokenStream {
    input.fork().parse::<TokenTree>().map_or_else(|_| TokenStream::new(), TokenStream::from)
}

/// All tokens up to the next comma, to underline them.
fn rest(input: ParseStream<'_>) -> TokenStream {
    let ahead = input.fork();
    let mut tokens = TokenStream::new();
    while !ahead.is_empty() && !ahead.peek(Token![,]) {
        tokens.extend(TokenTree::parse(&ahead));
    }
    tokens
}

fn error(tokens: impl ToTokens, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new_spanned(tokens, message)
}
