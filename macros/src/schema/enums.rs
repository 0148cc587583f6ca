//! An enum's members, and whether they combine.

use graph_entity_schema::model::{EnumType, Schema, TypeDefinition};

use super::names::{did_you_mean, other_type};
use super::{derive_of, kind_of, type_name};
use crate::errors::Errors;
use crate::input::members::EnumInput;

pub(super) fn compare(input: &EnumInput<'_>, schema: &Schema, errors: &mut Errors) {
    let Some((literal, name)) = input.odata.as_ref().zip(type_name(input.odata.as_ref())) else { return };
    let ty = match schema.type_definition(&name) {
        Some(TypeDefinition::Enum(ty)) => ty,
        Some(TypeDefinition::Structured(ty)) => {
            let derive = derive_of(ty);
            let kind = kind_of(schema, &name);
            return errors
                .at(literal, format_args!("`{name}` is {kind} in the metadata: derive `{derive}` for a struct"));
        }
        Some(TypeDefinition::Alias(ty)) => {
            let primitive = &ty.underlying;
            return errors
                .at(literal, format_args!("`{name}` is another name of `{primitive}` in the metadata, no enum"));
        }
        None => {
            return errors.at(literal, format_args!("the metadata has no type `{name}`{}", other_type(schema, &name)));
        }
    };
    match (&input.flags, ty.is_flags) {
        (Some(flags), false) => {
            errors.at(flags, format_args!("the members of `{name}` do not combine in the metadata: leave `flags` out"));
        }
        (None, true) => {
            errors.at(
                literal,
                format_args!("the members of `{name}` combine in the metadata: add `flags` behind the name"),
            );
        }
        _ => {}
    }
    members(input, ty, errors);
}

fn members(input: &EnumInput<'_>, ty: &EnumType, errors: &mut Errors) {
    let names: Vec<&str> = ty.members.iter().map(|member| &*member.name).collect();
    // Graph has two enums of which it does not tell the members.
    if names.is_empty() {
        return;
    }
    for member in input.members.iter().filter(|member| !member.unchecked) {
        let name = member.wire_name.value();
        if !names.contains(&&*name) {
            let near = did_you_mean(&name, &names);
            errors.at(&member.wire_name, format_args!("`{}` has no member `{name}` in the metadata{near}", ty.name));
        }
    }
}
