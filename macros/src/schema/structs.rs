//! A struct's type, and that of a family.

use graph_entity_schema::model::{Schema, StructuredType, TypeDefinition};
use proc_macro2::TokenStream;
use quote::quote;

use super::names::other_type;
use super::{derive_of, fits, kind_of, property, type_name};
use crate::attr::Derive;
use crate::errors::Errors;
use crate::input::family::Variant;
use crate::input::{Field, Input};

/// A struct's type with its bases.
pub(super) struct Declared<'s> {
    pub(super) schema: &'s Schema,
    pub(super) ty: &'s StructuredType,
}

impl Declared<'_> {
    /// A base type that the slice names and does not define.
    pub(super) fn missing_base(&self) -> Option<&str> {
        self.schema.chain(&self.ty.name).last()?.base.as_deref()
    }
}

pub(super) fn compare(input: &Input<'_>, schema: &Schema, errors: &mut Errors) -> TokenStream {
    let Some(declared) = declared(input, schema, errors) else { return TokenStream::new() };
    let base = input.base().filter(|base| base.attrs.unchecked.is_none()).map(|field| base(field, &declared, errors));
    let fields = input.members().map(|(field, member)| property::compare(input, field, member, &declared, errors));
    let fields: Vec<_> = fields.collect();
    quote!(#base #(#fields)*)
}

pub(super) fn compare_family(
    input: &Input<'_>,
    variants: &[Variant<'_>],
    schema: &Schema,
    errors: &mut Errors,
) -> TokenStream {
    let Some(declared) = declared(input, schema, errors) else { return TokenStream::new() };
    let compared = variants.iter().filter(|variant| !variant.unrecognized && !variant.unchecked);
    compared.map(|variant| fits::variant(variant.ty, &declared.ty.name)).collect()
}

/// The type in the metadata. That there is none of the kind is reported.
fn declared<'s>(input: &Input<'_>, schema: &'s Schema, errors: &mut Errors) -> Option<Declared<'s>> {
    let (literal, name) = (input.odata.as_ref()?, type_name(input.odata.as_ref())?);
    let message = match schema.type_definition(&name) {
        Some(TypeDefinition::Structured(ty)) if ty.is_entity == (input.derive == Derive::Entity) => {
            return Some(Declared { schema, ty });
        }
        Some(TypeDefinition::Structured(ty)) => {
            let derive = derive_of(ty);
            format!("`{name}` is {} in the metadata: derive `{derive}`", kind_of(schema, &name))
        }
        Some(TypeDefinition::Enum(_)) => format!("`{name}` is an enum in the metadata: derive `GraphEnum` for an enum"),
        Some(TypeDefinition::Alias(ty)) => {
            format!("`{name}` is another name of `{}` in the metadata: there is nothing to derive", ty.underlying)
        }
        None => format!("the metadata has no type `{name}`{}", other_type(schema, &name)),
    };
    errors.at(literal, message);
    None
}

/// The `base` field's struct is of one of the bases.
fn base(field: &Field<'_>, declared: &Declared<'_>, errors: &mut Errors) -> Option<TokenStream> {
    let bases = fits::bases(declared.schema, &declared.ty.name);
    if bases.is_empty() {
        errors.at(&field.attrs.base, format_args!("`{}` has no base type in the metadata", declared.ty.name));
        return None;
    }
    Some(fits::base(field.ty, &declared.ty.name, &bases))
}
