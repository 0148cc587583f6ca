//! The keys of `#[graph_entity(...)]`, `#[graph_complex(...)]`, `#[graph_enum(...)]`, `#[graph_operation(...)]` and
//! `#[graph(...)]`, and what each takes. What the values mean together is for `input` and `check`.

mod collection;
mod derive;
mod inner;
mod permission;

use syn::parse::ParseStream;
use syn::{Attribute, Data, DeriveInput, Ident, LitStr, Path, Type};

pub(crate) use self::collection::CollectionAttr;
use self::derive::{CONTAINER_KEYS, FIELD_KEYS, NAMING_KEYS, STRUCT_KEYS, VARIANT_KEYS};
pub(crate) use self::derive::{Derive, is_superseded};
pub(crate) use self::inner::{FieldAttrs, VariantAttrs};
use self::permission::Of;
pub(crate) use self::permission::{Needed, OPERATIONS, PermissionAttr};
use crate::errors::{Errors, nearest, suggestion};
use crate::syntax::{Flag, each_key, error, flag, once, path, string, ty};

/// The attribute of a field or a variant.
const FIELD: &str = "graph";
const UNRECOGNIZED_PLACE: &str = "`unrecognized` belongs above a variant of an enum";

#[derive(Default)]
pub(crate) struct ContainerAttrs {
    pub(crate) odata: Option<LitStr>,
    /// Of an operation.
    pub(crate) operation: Option<OperationAttr>,
    /// One of these is there, or there is a mistake where one may be meant: that it is missing would be a second message.
    pub(crate) named: bool,
    pub(crate) version: Option<LitStr>,
    pub(crate) collections: Vec<CollectionAttr>,
    /// Of all collections.
    pub(crate) permission: Option<PermissionAttr>,
    permission_key: Option<Ident>,
    pub(crate) is_abstract: Flag,
    pub(crate) strict: Flag,
    pub(crate) untagged: Flag,
    pub(crate) all_properties: Flag,
    pub(crate) flags: Flag,
    pub(crate) returns: Option<Type>,
    pub(crate) metadata: MetadataAttr,
    pub(crate) krate: Option<Path>,
}

/// What the item is compared with.
#[derive(Default)]
#[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "nothing is compared"))]
pub(crate) struct MetadataAttr {
    /// `schema = "file"`
    pub(crate) file: Option<LitStr>,
    /// Nothing.
    pub(crate) unchecked: Flag,
}

/// `action = "…"` or `function = "…"`.
pub(crate) struct OperationAttr {
    pub(crate) name: LitStr,
    pub(crate) is_function: bool,
}

/// What the attribute is above of.
fn noun(data: &Data) -> &'static str {
    match data {
        Data::Struct(_) => "struct",
        Data::Enum(_) => "enum",
        Data::Union(_) => "union",
    }
}

impl ContainerAttrs {
    pub(crate) fn parse(item: &DeriveInput, derive: Derive, errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        let item_noun = noun(&item.data);
        let own = item.attrs.iter().any(|attr| attr.path().is_ident(derive.attribute()));
        for attr in &item.attrs {
            if attr.path().is_ident(derive.attribute()) {
                let list = each_key(attr, derive.example(), errors, |key, input, errors| {
                    parsed.set(derive, item_noun, key, input, errors)
                });
                parsed.named |= !list;
            } else if attr.path().is_ident(FIELD) {
                let (item, above) = (item_noun, derive.attribute());
                let place = if item == "enum" { "variant" } else { "field" };
                errors.at(
                    attr.path(),
                    format_args!("`#[graph(…)]` goes above a {place}; above the {item} it is `#[{above}(…)]`"),
                );
                parsed.misplaced(derive, item_noun, attr);
            } else if !own
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
        if let (Some(key), []) = (&parsed.permission_key, &*parsed.collections) {
            let why = "is about the requests of a collection or a single instance: add `collection = \"…\"`";
            errors.at(key, format_args!("`permission` {why}"));
        }
        parsed
    }

    /// Of an attribute that is the wrong one the keys count, so that nothing but the attribute is wrong.
    fn misplaced(&mut self, derive: Derive, item: &str, attr: &Attribute) {
        each_key(attr, "", &mut Errors::default(), |key, input, errors| self.set(derive, item, key, input, errors));
        self.named = true;
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
        self.named |= NAMING_KEYS.contains(&&*name);
        if let Some(message) = derive.refuses(&name) {
            if name == "collection" || name == "singleton" {
                // Read all the same: uses of the constructor are then no errors of their own.
                let _ = self.collection(&name, key, input, &mut Errors::default());
            }
            return Err(error(key, message));
        }
        match &*name {
            "odata" => once(&mut self.odata, string(key, input)?, key),
            "version" => once(&mut self.version, string(key, input)?, key),
            "collection" | "singleton" => self.collection(&name, key, input, errors),
            "permission" => self.permission(key, input, errors),
            "abstract" => flag(&mut self.is_abstract, key, input),
            "strict" => flag(&mut self.strict, key, input),
            "untagged" => flag(&mut self.untagged, key, input),
            "all_properties" => flag(&mut self.all_properties, key, input),
            "flags" => flag(&mut self.flags, key, input),
            "action" | "function" => self.operation(name == "function", key, input),
            "returns" => once(&mut self.returns, ty(key, input)?, key),
            // That a type is taken for compared when it is not would be worse than an error.
            "schema" if !cfg!(feature = "schema") => Err(error(
                key,
                "`schema` needs the feature of that name: `graph-entity = { features = [\"schema\"], … }`",
            )),
            "schema" => once(&mut self.metadata.file, string(key, input)?, key),
            "unchecked" => flag(&mut self.metadata.unchecked, key, input),
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
                self.named = true;
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

    fn permission(&mut self, key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let mut permission = PermissionAttr::default();
        permission.set(key, input, Of::Container, errors)?;
        self.permission_key = Some(key.clone());
        once(&mut self.permission, permission, key)
    }

    fn operation(&mut self, is_function: bool, key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let name = string(key, input)?;
        match &mut self.operation {
            Some(first) if first.is_function != is_function => {
                // Of what it returns there is nothing to say.
                first.is_function = false;
                let why = "an action changes something (POST), a function doesn't (GET)";
                Err(error(key, format!("`action` and `function` exclude each other: {why}")))
            }
            operation => once(operation, OperationAttr { name, is_function }, key),
        }
    }
}

/// The name of `key`. One that is close to a known key is reported, and read as that one from there on.
fn known(key: &Ident, known: &[&'static str], place: &str, errors: &mut Errors) -> String {
    let name = key.to_string();
    // Of nearly all keys: the distance to each of the others costs more than all else that is done with a key.
    if known.contains(&&*name) {
        return name;
    }
    let elsewhere = [CONTAINER_KEYS, FIELD_KEYS, VARIANT_KEYS].into_iter().any(|keys| keys.contains(&&*name));
    match nearest(&name, known) {
        Some(near) if !elsewhere => {
            errors.at(key, format_args!("unknown {place} key `{name}`; did you mean `{near}`?"));
            near.to_owned()
        }
        _ => name,
    }
}

/// How a key's value is written, for a message.
fn value_of(name: &str) -> &'static str {
    match name {
        "odata" | "version" | "collection" | "singleton" | "rename" | "annotation" | "action" | "function"
        | "schema" => " = \"…\"",
        "crate" | "returns" => " = …",
        "permission" => "(create = \"…\")",
        _ => "",
    }
}
