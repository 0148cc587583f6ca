//! An action or a function: its kind, its parameters, and what it returns.

use graph_entity_schema::model::{Operation as Declared, Parameter, Schema};
use graph_entity_schema::short_name;
use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::fits::{self, Held};
use super::names::did_you_mean;
use crate::errors::Errors;
use crate::input::{Field, Input, Member, Operation};

pub(super) fn compare(input: &Input<'_>, operation: &Operation, schema: &Schema, errors: &mut Errors) -> TokenStream {
    let name = operation.name.value();
    let overloads: Vec<&Declared> = schema.operations(&name).collect();
    let of_kind: Vec<&Declared> =
        overloads.iter().filter(|declared| declared.is_function == operation.is_function).copied().collect();
    if of_kind.is_empty() {
        errors.at(&operation.name, unknown(&name, operation, &overloads, schema));
        return TokenStream::new();
    }
    let fields: Vec<(&Field<'_>, &Member)> =
        input.members().filter(|(field, _)| field.attrs.unchecked.is_none()).collect();
    let names: Vec<String> = fields.iter().map(|(_, member)| member.wire_name.value()).collect();
    let takes_all = |declared: &&&Declared| names.iter().all(|name| parameter(declared, name).is_some());
    let fitting: Vec<&Declared> = of_kind.iter().filter(takes_all).copied().collect();
    if fitting.is_empty() {
        unknown_parameters(&name, &fields, &of_kind, errors);
        return TokenStream::new();
    }
    // Which of several is called is for the service to say.
    let [only] = *fitting else { return TokenStream::new() };
    let parameters = fields.iter().map(|(field, member)| {
        let name = member.wire_name.value();
        let declared = parameter(only, &name)?;
        let held = Held::of_field(field.ty);
        if field.attrs.serde.is_some() {
            None
        } else {
            fits::property(&held, &fits::quoted(&name), &declared.ty, schema)
        }
    });
    let parameters: TokenStream = parameters.flatten().collect();
    if only.is_function {
        missing(operation, only, &names, errors);
    }
    let returns = operation.returns.as_ref().and_then(|ty| returns(ty, &name, only, schema, errors));
    quote!(#parameters #returns)
}

fn unknown(name: &str, operation: &Operation, overloads: &[&Declared], schema: &Schema) -> String {
    let (kind, article, other) =
        if operation.is_function { ("function", "an", "action") } else { ("action", "a", "function") };
    if !overloads.is_empty() {
        return format!("`{name}` is {article} {other} in the metadata: `{other} = \"{name}\"`");
    }
    let is_short = !name.contains('.');
    let of_kind = schema.operations.iter().filter(|declared| declared.is_function == operation.is_function);
    let names: Vec<&str> =
        of_kind.map(|declared| if is_short { short_name(&declared.name) } else { &*declared.name }).collect();
    format!("the metadata has no {kind} `{name}`{}", did_you_mean(name, &names))
}

/// Without the one that stands for what it is called on.
fn parameters(declared: &Declared) -> &[Parameter] {
    match declared.parameters.split_first() {
        Some((_, rest)) if declared.is_bound => rest,
        _ => &declared.parameters,
    }
}

/// An action takes its parameters in any case: Graph's own samples write `message` for `Message`.
fn parameter<'s>(declared: &'s Declared, name: &str) -> Option<&'s Parameter> {
    let is = |other: &str| other == name || (!declared.is_function && other.eq_ignore_ascii_case(name));
    parameters(declared).iter().find(|parameter| is(&parameter.name))
}

fn unknown_parameters(name: &str, fields: &[(&Field<'_>, &Member)], overloads: &[&Declared], errors: &mut Errors) {
    let all = overloads.iter().flat_map(|declared| parameters(declared));
    let known: Vec<&str> = all.map(|parameter| &*parameter.name).collect();
    let mut told = false;
    for (_, member) in fields {
        let parameter_name = member.wire_name.value();
        if overloads.iter().all(|declared| parameter(declared, &parameter_name).is_none()) {
            let near = did_you_mean(&parameter_name, &known);
            errors.at(
                &member.wire_name,
                format_args!("`{name}` has no parameter `{parameter_name}` in the metadata{near}"),
            );
            told = true;
        }
    }
    if let (false, Some((_, member))) = (told, fields.first()) {
        errors.at(
            &member.wire_name,
            format_args!("no `{name}` of the metadata has all these parameters; it has several, each with its own"),
        );
    }
}

/// The parameters are a part of a function's name.
fn missing(operation: &Operation, declared: &Declared, names: &[String], errors: &mut Errors) {
    let wanted = parameters(declared).iter().filter(|parameter| !parameter.annotations.is_optional_parameter());
    let missing: Vec<&str> =
        wanted.map(|parameter| &*parameter.name).filter(|wanted| names.iter().all(|name| name != wanted)).collect();
    if !missing.is_empty() {
        let (name, missing) = (operation.name.value(), missing.join("`, `"));
        errors.at(&operation.name, format_args!("`{name}` has more parameters in the metadata: `{missing}`"));
    }
}

fn returns(ty: &Type, name: &str, declared: &Declared, schema: &Schema, errors: &mut Errors) -> Option<TokenStream> {
    let Some(returned) = &declared.returns else {
        errors.at(ty, format_args!("`{name}` returns nothing in the metadata"));
        return None;
    };
    fits::property(&Held::of_result(ty), &format!("what `{name}` returns"), returned, schema)
}
