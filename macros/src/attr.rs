//! The keys of `#[graph_entity(...)]`, `#[graph_complex(...)]`, `#[graph_enum(...)]` and `#[graph(...)]`, and what each
//! takes. What the values mean together is for `input` and `check`.

mod collection;

use syn::parse::ParseStream;
use syn::{Attribute, Data, DeriveInput, Ident, LitStr, Path};

pub(crate) use self::collection::CollectionAttr;
use crate::errors::{Errors, nearest, suggestion};
use crate::syntax::{Flag, each_key, error, flag, once, path, string};

/// The attribute of a field or a variant.
const FIELD: &str = "graph";

const FIELD_KEYS: &[&str] = &[
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
];
const VARIANT_KEYS: &[&str] = &["unrecognized", "rename"];
/// What any of the container attributes takes.
const CONTAINER_KEYS: &[&str] =
    &["odata", "version", "collection", "singleton", "abstract", "strict", "untagged", "flags", "crate"];
const UNRECOGNIZED_PLACE: &str = "`unrecognized` belongs above a variant of an enum";
/// What a family does not take.
const STRUCT_KEYS: &[&str] = &["abstract", "strict", "untagged"];

/// Which of the derives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Derive {
    Entity,
    Complex,
    Enum,
}

impl Derive {
    const ALL: [Self; 3] = [Self::Entity, Self::Complex, Self::Enum];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Entity => "GraphEntity",
            Self::Complex => "GraphComplex",
            Self::Enum => "GraphEnum",
        }
    }

    /// The attribute below the derive.
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Entity => "graph_entity",
            Self::Complex => "graph_complex",
            Self::Enum => "graph_enum",
        }
    }

    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Entity => "an entity",
            Self::Complex => "a complex type",
            Self::Enum => "an enum",
        }
    }

    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Entity => &["odata", "version", "collection", "singleton", "abstract", "strict", "untagged", "crate"],
            Self::Complex => &["odata", "abstract", "strict", "untagged", "crate"],
            Self::Enum => &["odata", "flags", "crate"],
        }
    }

    /// The message of another derive's key.
    fn refuses(self, name: &str) -> Option<String> {
        if self.keys().contains(&name) || !CONTAINER_KEYS.contains(&name) {
            return None;
        }
        let of = match name {
            "flags" => "an enum",
            name if STRUCT_KEYS.contains(&name) => "an entity or a complex type",
            _ => "an entity",
        };
        Some(format!("`{name}` is not for {}: it is a key of {of}", self.noun()))
    }
}

#[derive(Default)]
pub(crate) struct ContainerAttrs {
    pub(crate) odata: Option<LitStr>,
    /// There is a mistake where `odata` may be meant: that it is missing would be a second message.
    pub(crate) odata_misspelt: bool,
    pub(crate) version: Option<LitStr>,
    pub(crate) collections: Vec<CollectionAttr>,
    pub(crate) is_abstract: Flag,
    pub(crate) strict: Flag,
    pub(crate) untagged: Flag,
    pub(crate) flags: Flag,
    pub(crate) krate: Option<Path>,
    /// The item has the attribute of another derive too, which is reported; that one writes the impls.
    pub(crate) superseded: bool,
}

/// What the attribute is above of.
fn noun(data: &Data) -> &'static str {
    match data {
        Data::Struct(_) => "struct",
        Data::Enum(_) => "enum",
        Data::Union(_) => "union",
    }
}

#[derive(Default)]
pub(crate) struct FieldAttrs {
    pub(crate) key: Flag,
    pub(crate) read_only: Flag,
    pub(crate) write_only: Flag,
    pub(crate) required: Flag,
    pub(crate) default: Flag,
    pub(crate) immutable: Flag,
    pub(crate) sensitive: Flag,
    pub(crate) rename: Option<LitStr>,
    pub(crate) base: Flag,
    pub(crate) navigation: Flag,
    pub(crate) bind: Flag,
    pub(crate) odata_type: Flag,
    pub(crate) etag: Flag,
    /// The key, and the annotation's name.
    pub(crate) annotation: Option<(Ident, LitStr)>,
    pub(crate) extra: Flag,
    pub(crate) serde: Flag,
    /// `odata` stands here, where it does not belong.
    pub(crate) has_odata: bool,
}

#[derive(Default)]
pub(crate) struct VariantAttrs {
    pub(crate) unrecognized: Flag,
    pub(crate) rename: Option<LitStr>,
}

impl ContainerAttrs {
    pub(crate) fn parse(item: &DeriveInput, derive: Derive, errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        let item_noun = noun(&item.data);
        let rivals = rivals(&item.attrs, derive, errors);
        parsed.superseded = rivals.first().is_some_and(|first| *first != derive);
        for attr in &item.attrs {
            if attr.path().is_ident(derive.attribute()) {
                let list = each_key(attr, "odata = \"microsoft.graph.…\"", errors, |key, input, errors| {
                    parsed.set(derive, item_noun, key, input, errors)
                });
                parsed.odata_misspelt |= !list;
            } else if attr.path().is_ident(FIELD) {
                let (item, above) = (item_noun, derive.attribute());
                let place = if item == "enum" { "variant" } else { "field" };
                errors.at(
                    attr.path(),
                    format_args!("`#[graph(…)]` goes above a {place}; above the {item} it is `#[{above}(…)]`"),
                );
                parsed.misplaced(derive, item_noun, attr);
            } else if rivals.is_empty()
                && let Some(other) = Derive::ALL.into_iter().find(|other| attr.path().is_ident(other.attribute()))
            {
                errors.at(
                    attr.path(),
                    format_args!(
                        "`#[{}(…)]` is of the derive `{}`; `{}` reads `#[{}(…)]`",
                        other.attribute(),
                        other.name(),
                        derive.name(),
                        derive.attribute()
                    ),
                );
                parsed.misplaced(derive, item_noun, attr);
            }
        }
        parsed
    }

    /// Of an attribute that is the wrong one the keys count, so that nothing but the attribute is wrong.
    fn misplaced(&mut self, derive: Derive, item: &str, attr: &Attribute) {
        each_key(attr, "", &mut Errors::default(), |key, input, errors| self.set(derive, item, key, input, errors));
        self.odata_misspelt = true;
    }

    fn set(
        &mut self,
        derive: Derive,
        item: &str,
        key: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let name = known(key, derive.keys(), item, errors);
        if let Some(message) = derive.refuses(&name) {
            if name == "collection" || name == "singleton" {
                // Read all the same: uses of the constructor are then no errors of their own.
                let _ = self.collection(&name, key, input, &mut Errors::default());
            }
            return Err(error(key, message));
        }
        match &*name {
            "odata" => {
                self.odata_misspelt = true;
                once(&mut self.odata, string(key, input)?, key)
            }
            "version" => once(&mut self.version, string(key, input)?, key),
            "collection" | "singleton" => self.collection(&name, key, input, errors),
            "abstract" => flag(&mut self.is_abstract, key, input),
            "strict" => flag(&mut self.strict, key, input),
            "untagged" => flag(&mut self.untagged, key, input),
            "flags" => flag(&mut self.flags, key, input),
            "crate" => once(&mut self.krate, path(key, input)?, key),
            name if item == "enum" && VARIANT_KEYS.contains(&name) => {
                Err(error(key, format!("`{name}` belongs above a variant: `#[graph({name}{})]`", value_of(name))))
            }
            "unrecognized" => Err(error(key, UNRECOGNIZED_PLACE)),
            name if FIELD_KEYS.contains(&name) => {
                let of = if item == "enum" { " of a struct" } else { "" };
                Err(error(key, format!("`{name}` belongs above a field{of}: `#[graph({name}{})]`", value_of(name))))
            }
            name => {
                self.odata_misspelt = true;
                let family = item == "enum" && derive != Derive::Enum;
                let keys = derive.keys().iter().copied().filter(|key| !(family && STRUCT_KEYS.contains(key)));
                Err(error(key, format!("unknown {item} key `{name}`{}", suggestion(name, &keys.collect::<Vec<_>>()))))
            }
        }
    }

    /// What was read goes on, also beside an error: uses of the constructor are then no errors of their own.
    fn collection(&mut self, name: &str, key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let mut collection = CollectionAttr { singleton: name == "singleton", ..Default::default() };
        let result = collection.set(key, input, errors);
        self.collections.push(collection);
        result
    }
}

impl FieldAttrs {
    pub(crate) fn parse(attrs: &[Attribute], derive: Derive, errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        each_inner(attrs, "field", "read_only", errors, |key, input, errors| parsed.set(derive, key, input, errors));
        parsed
    }

    fn set(&mut self, derive: Derive, key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let slot = match &*known(key, FIELD_KEYS, "field", errors) {
            "rename" => return once(&mut self.rename, string(key, input)?, key),
            "annotation" => return once(&mut self.annotation, (key.clone(), string(key, input)?), key),
            "key" => &mut self.key,
            "read_only" => &mut self.read_only,
            "write_only" => &mut self.write_only,
            "required" => &mut self.required,
            "default" => &mut self.default,
            "immutable" => &mut self.immutable,
            "sensitive" => &mut self.sensitive,
            "base" => &mut self.base,
            "navigation" => &mut self.navigation,
            "bind" => &mut self.bind,
            "odata_type" => &mut self.odata_type,
            "etag" => &mut self.etag,
            "extra" => &mut self.extra,
            "serde" => &mut self.serde,
            name if CONTAINER_KEYS.contains(&name) => {
                self.has_odata |= name == "odata";
                return Err(above(derive, "struct", name, key));
            }
            "unrecognized" => return Err(error(key, UNRECOGNIZED_PLACE)),
            name => {
                return Err(error(key, format!("unknown field key `{name}`{}", suggestion(name, FIELD_KEYS))));
            }
        };
        flag(slot, key, input)
    }
}

impl VariantAttrs {
    pub(crate) fn parse(attrs: &[Attribute], derive: Derive, errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        each_inner(attrs, "variant", "unrecognized", errors, |key, input, errors| {
            parsed.set(derive, key, input, errors)
        });
        parsed
    }

    fn set(&mut self, derive: Derive, key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        match &*known(key, VARIANT_KEYS, "variant", errors) {
            "rename" => once(&mut self.rename, string(key, input)?, key),
            "unrecognized" => flag(&mut self.unrecognized, key, input),
            name if CONTAINER_KEYS.contains(&name) => Err(above(derive, "enum", name, key)),
            name if FIELD_KEYS.contains(&name) => {
                Err(error(key, format!("`{name}` belongs above a field of a struct, not above a variant")))
            }
            name => Err(error(key, format!("unknown variant key `{name}`{}", suggestion(name, VARIANT_KEYS)))),
        }
    }
}

/// The derives whose attributes are there, if `derive` is one of several, which is reported. The first writes the impls.
fn rivals(attrs: &[Attribute], derive: Derive, errors: &mut Errors) -> Vec<Derive> {
    let of = |derive: Derive| Some((derive, attrs.iter().find(|attr| attr.path().is_ident(derive.attribute()))?));
    let mut all: Vec<_> = Derive::ALL.into_iter().filter_map(of).collect();
    if !all.iter().any(|(other, _)| *other == derive) {
        all.clear();
    }
    // Each of the derives tells the same, which `rustc` shows once.
    for (other, attr) in all.iter().skip(1) {
        let name = other.name();
        errors.at(
            attr.path(),
            format_args!(
                "a type is an entity, a complex type or an enum: leave out `{name}` and this, or the other derive"
            ),
        );
    }
    if all.len() > 1 { all.into_iter().map(|(derive, _)| derive).collect() } else { Vec::new() }
}

/// The error of a container's key that is not above the item.
fn above(derive: Derive, item: &str, name: &str, key: &Ident) -> syn::Error {
    if let Some(message) = derive.refuses(name) {
        return error(key, message);
    }
    let (attribute, value) = (derive.attribute(), value_of(name));
    error(key, format!("`{name}` belongs above the {item}: `#[{attribute}({name}{value})]`"))
}

/// Calls `set` for each key above a field or a variant.
fn each_inner(
    attrs: &[Attribute],
    place: &str,
    example: &str,
    errors: &mut Errors,
    mut set: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    for attr in attrs {
        if attr.path().is_ident(FIELD) {
            each_key(attr, example, errors, &mut set);
        } else if let Some(derive) = Derive::ALL.into_iter().find(|derive| attr.path().is_ident(derive.attribute())) {
            let attribute = derive.attribute();
            let item = if place == "variant" { "enum" } else { "struct" };
            errors.at(
                attr.path(),
                format_args!("`#[{attribute}(…)]` goes above the {item}; above a {place} it is `#[graph(…)]`"),
            );
            // Its keys count, so that only the place is wrong.
            each_key(attr, "", &mut Errors::default(), &mut set);
        }
    }
}

/// The name of `key`. One that is close to a known key is reported, and read as that one from there on.
fn known(key: &Ident, known: &[&'static str], place: &str, errors: &mut Errors) -> String {
    let name = key.to_string();
    let elsewhere = [CONTAINER_KEYS, FIELD_KEYS, VARIANT_KEYS].into_iter().any(|keys| keys.contains(&&*name));
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
        "odata" | "version" | "collection" | "singleton" | "rename" | "annotation" => " = \"…\"",
        "crate" => " = …",
        _ => "",
    }
}
