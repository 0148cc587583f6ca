//! Structs: entity types and complex types.

use super::scope::Scope;
use super::texts::{described, docs};
use super::{Facts, Importer, chosen, places};
use crate::model::{Annotations, StructuredType, TypeDefinition, TypeRef};
use crate::names;
use crate::source::edm::{self, Primitive, RAW};
use crate::source::{Body, Derive, Field, Item, Key, doc_text};

pub(super) fn item<'a>(importer: &Importer<'a>, ty: &'a StructuredType, scope: &mut Scope<'a>) -> Item {
    let mut keys = importer.odata(&ty.name);
    if ty.is_entity {
        // A family has the addresses, where there is one: of what lives there it reads all.
        let family = importer.chosen.families.contains_key(&*ty.name);
        keys.extend(if family { places::version(importer, ty) } else { places::keys(importer, ty) });
    }
    if ty.is_abstract {
        keys.push(Key::Flag("abstract"));
    }
    if ty.is_entity && !importer.chosen.is_projection(&ty.name) {
        keys.push(Key::Flag("all_properties"));
    }
    Item {
        docs: type_docs(importer, ty),
        derive: scope.derive(Derive::of_struct(ty.is_entity)),
        keys,
        name: scope.own(&ty.name),
        body: Body::Struct(fields(importer, ty, scope)),
    }
}

/// The description, and the properties that are no fields.
fn type_docs(importer: &Importer<'_>, ty: &StructuredType) -> Vec<String> {
    let mut lines = docs(&ty.annotations, 0);
    let all = importer.schema.properties(&ty.name);
    let streams = all.filter(|one| chosen::is_stream(importer.schema, &one.ty)).map(|one| format!("`{}`", one.name));
    let streams: Vec<String> = streams.collect();
    if !streams.is_empty() && !importer.chosen.is_projection(&ty.name) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(doc_text(&format!("Streams, each read by a request of its own: {}.", streams.join(", ")), 0));
    }
    lines
}

/// A property or a relationship.
struct Part<'a> {
    name: &'a str,
    ty: &'a TypeRef,
    annotations: &'a Annotations,
    navigation: bool,
    key: bool,
}

fn fields<'a>(importer: &Importer<'a>, ty: &'a StructuredType, scope: &mut Scope<'a>) -> Vec<Field> {
    let schema = importer.schema;
    let key = schema.key(&ty.name);
    let properties = importer.chosen.properties(schema, &ty.name).into_iter().map(|one| Part {
        name: &one.name,
        ty: &one.ty,
        annotations: &one.annotations,
        navigation: false,
        // A complex type has none.
        key: ty.is_entity && key.first() == Some(&one.name),
    });
    let navigations = importer.chosen.navigations(schema, &ty.name).into_iter().map(|one| Part {
        name: &one.name,
        ty: &one.ty,
        annotations: &one.annotations,
        navigation: true,
        key: false,
    });
    let parts: Vec<Part<'_>> = properties.chain(navigations).collect();
    let names = names::fields(parts.iter().map(|part| part.name));
    let facts = importer.options.facts.get(&ty.name);
    let mut fields: Vec<Field> =
        parts.iter().zip(names).map(|(part, name)| field(importer, ty, part, name, facts, scope)).collect();
    fields.push(Field {
        docs: Vec::new(),
        keys: vec![Key::Flag("extra")],
        name: "extra".to_owned(),
        ty: scope.runtime("Extra").to_owned(),
    });
    fields
}

fn field<'a>(
    importer: &Importer<'a>,
    ty: &'a StructuredType,
    part: &Part<'a>,
    name: names::Name,
    facts: Option<&Facts>,
    scope: &mut Scope<'a>,
) -> Field {
    let required = facts.is_some_and(|facts| facts.required.contains(part.name));
    let read_only = (facts.is_some_and(|facts| facts.read_only.contains(part.name))
        || part.key
        || part.annotations.is_computed()
        || part.annotations.is_read_only())
        && !required;
    let write_only = part.annotations.is_write_only() && !part.key && !read_only;
    let flags = [
        ("key", part.key),
        ("read_only", read_only),
        // Others select what they like of such a type, and a part of a body to create has no key yet.
        ("default", part.key && !part.ty.is_collection && !required && !importer.chosen.is_projection(&ty.name)),
        ("write_only", write_only),
        ("required", required && (part.ty.is_collection || write_only)),
        ("immutable", part.annotations.is_immutable() && !read_only && !part.key && !part.navigation),
        ("navigation", part.navigation),
    ];
    let mut keys: Vec<Key> = flags.iter().filter(|(_, is)| *is).map(|(key, _)| Key::Flag(key)).collect();
    keys.extend(name.rename.map(|rename| Key::Text("rename", rename)));
    let one = value(importer, ty, part, scope);
    let value = if part.ty.is_collection { format!("Vec<{one}>") } else { one };
    let plain = part.key || (part.ty.is_collection && !write_only) || (required && !write_only);
    let description = facts.and_then(|facts| facts.docs.get(part.name));
    Field {
        docs: match description {
            Some(text) => described(Some(text), part.annotations, 4),
            None => docs(part.annotations, 4),
        },
        keys,
        name: name.rust,
        ty: if plain { value } else { format!("Option<{value}>") },
    }
}

/// The type of one value.
fn value<'a>(importer: &Importer<'a>, ty: &'a StructuredType, part: &Part<'a>, scope: &mut Scope<'a>) -> String {
    let schema = importer.schema;
    let name = chosen::underlying(schema, &part.ty.name);
    match edm::primitive(name) {
        Some(Primitive::Plain(name)) => return name.to_owned(),
        Some(Primitive::Edm(name)) => return scope.edm(name).to_owned(),
        // Left out before.
        Some(Primitive::Stream) => return RAW.to_owned(),
        None => {}
    }
    // Another name is one of a primitive type alone.
    if edm::is_raw(name) || name != part.ty.name || !importer.chosen.contains(name) {
        return RAW.to_owned();
    }
    match schema.type_definition(name) {
        Some(TypeDefinition::Enum(one)) if one.is_flags => {
            format!("{}<{}>", scope.runtime("Flags"), scope.refer(name))
        }
        Some(TypeDefinition::Structured(_)) if importer.chosen.families.contains_key(name) => scope.refer_family(name),
        // A related entity may be large, and lead back.
        Some(TypeDefinition::Structured(_))
            if !part.ty.is_collection && (part.navigation || importer.boxed.has(&ty.name, name)) =>
        {
            format!("Box<{}>", scope.refer(name))
        }
        _ => scope.refer(name),
    }
}
