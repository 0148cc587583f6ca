//! The keys of `#[graph(...)]`: above a field or a parameter, and above a variant.

use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitStr};

use super::derive::{CONTAINER_KEYS, Derive, FIELD_KEYS, NAMING_KEYS, PARAMETER_KEYS, VARIANT_KEYS};
use super::{FIELD, UNRECOGNIZED_PLACE, known, value_of};
use crate::errors::{Errors, suggestion};
use crate::syntax::{Flag, each_key, error, flag, once, string};

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
    /// Not compared with the metadata.
    pub(crate) unchecked: Flag,
    /// The key that names the type or the operation stands here, where it does not belong.
    pub(crate) has_name: bool,
}

#[derive(Default)]
pub(crate) struct VariantAttrs {
    pub(crate) unrecognized: Flag,
    pub(crate) rename: Option<LitStr>,
    /// Not compared with the metadata.
    pub(crate) unchecked: Flag,
}

impl FieldAttrs {
    pub(crate) fn parse(attrs: &[Attribute], derive: Derive, errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        each_inner(attrs, "field", "read_only", errors, |key, input, errors| parsed.set(derive, key, input, errors));
        parsed
    }

    fn set(&mut self, derive: Derive, key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let keys = derive.field_keys();
        let name = known(key, keys, "field", errors);
        if FIELD_KEYS.contains(&&*name) && !keys.contains(&&*name) {
            return Err(error(key, not_for_a_parameter(&name)));
        }
        let slot = match &*name {
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
            "unchecked" => &mut self.unchecked,
            name if CONTAINER_KEYS.contains(&name) => {
                self.has_name |= NAMING_KEYS.contains(&name);
                return Err(above(derive, "struct", name, key));
            }
            "unrecognized" => return Err(error(key, UNRECOGNIZED_PLACE)),
            name => {
                return Err(error(key, format!("unknown field key `{name}`{}", suggestion(name, keys))));
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
            "unchecked" => flag(&mut self.unchecked, key, input),
            name if CONTAINER_KEYS.contains(&name) => Err(above(derive, "enum", name, key)),
            name if FIELD_KEYS.contains(&name) => {
                Err(error(key, format!("`{name}` belongs above a field of a struct, not above a variant")))
            }
            name => Err(error(key, format!("unknown variant key `{name}`{}", suggestion(name, VARIANT_KEYS)))),
        }
    }
}

/// The message of a property's key above a parameter.
fn not_for_a_parameter(name: &str) -> String {
    let why = match name {
        "required" => "one that is not an `Option` is required already",
        "default" => "it is not read; an `Option` may be left out",
        _ => return format!("`{name}` is not for a parameter; its keys are `{}`", PARAMETER_KEYS.join("`, `")),
    };
    format!("`{name}` is not for a parameter: {why}")
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
