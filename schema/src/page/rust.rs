//! The struct, and the enumerations beside it, as Rust.

use super::facts::{Enum, Facts, Field, FieldType};
use crate::import::Address;
use crate::lookup::short_name;
use crate::permissions::PermissionKey;
use crate::source::edm::{self, Primitive, RAW};
use crate::source::{self, Body, Derive, File, Item, Key, doc_text};

/// The struct with its attributes, the enumerations, and what they use.
pub fn rust(facts: &Facts) -> String {
    let items = std::iter::once(entity(facts)).chain(facts.enums.iter().map(|ty| enumeration(facts, ty))).collect();
    File { uses: uses(facts), items, ..File::default() }.text()
}

fn uses(facts: &Facts) -> Vec<String> {
    let used = [
        ("GraphEntity", true),
        ("GraphEnum", !facts.enums.is_empty()),
        ("Flags", facts.enums.iter().any(|ty| ty.is_flags)),
        ("edm", facts.fields.iter().any(|field| facts.field_type(field).contains("edm::"))),
    ];
    used.into_iter().filter(|(_, used)| *used).map(|(name, _)| format!("graph_entity::{name}")).collect()
}

fn entity(facts: &Facts) -> Item {
    Item {
        docs: doc_text(&struct_docs(facts).join("\n\n"), 0),
        derive: Derive::Entity,
        keys: container_keys(facts),
        name: facts.name.clone(),
        body: Body::Struct(facts.fields.iter().map(|field| facts.field(field)).collect()),
    }
}

fn container_keys(facts: &Facts) -> Vec<Key> {
    let mut keys = Key::of_type(&facts.odata, facts.schema.as_ref());
    keys.push(Key::Text("version", facts.version.clone()));
    keys.extend(facts.collections.iter().map(Address::key));
    keys.extend(facts.permission.as_ref().map(PermissionKey::key));
    keys
}

fn field_keys(field: &Field) -> Vec<Key> {
    let flags =
        [("key", field.is_key), ("read_only", field.read_only), ("required", field.required && field.is_collection)];
    let flags = flags.into_iter().filter(|(_, is)| *is).map(|(key, _)| Key::Flag(key));
    flags.chain(rename(field.renamed, &field.wire)).collect()
}

fn rename(renamed: bool, wire: &str) -> Option<Key> {
    renamed.then(|| Key::Text("rename", wire.to_owned()))
}

impl Facts {
    fn field(&self, field: &Field) -> source::Field {
        source::Field {
            docs: doc_text(field.docs.as_deref().unwrap_or_default(), 4),
            keys: field_keys(field),
            name: field.name.clone(),
            ty: self.field_type(field),
        }
    }

    /// The field's type: plain if it is required or the key, else optional.
    fn field_type(&self, field: &Field) -> String {
        let one = self.value_type(&field.ty);
        if field.is_collection {
            format!("Vec<{one}>")
        } else if field.required || field.is_key {
            one
        } else {
            format!("Option<{one}>")
        }
    }

    /// The type of the value, or of each.
    pub(super) fn value_type(&self, ty: &FieldType) -> String {
        match ty {
            FieldType::Primitive(name) => match edm::primitive(name) {
                Some(Primitive::Plain(name)) => name.to_owned(),
                Some(Primitive::Edm(name)) => format!("edm::{name}"),
                // No field has one.
                Some(Primitive::Stream) | None => RAW.to_owned(),
            },
            FieldType::Enum(odata) => match self.enums.iter().find(|ty| ty.odata == *odata) {
                Some(ty) if ty.is_flags => format!("Flags<{}>", ty.name),
                Some(ty) => ty.name.clone(),
                None => RAW.to_owned(),
            },
            FieldType::Named(_) | FieldType::Untyped => RAW.to_owned(),
        }
    }
}

fn enumeration(facts: &Facts, ty: &Enum) -> Item {
    let mut keys = Key::of_type(&ty.odata, facts.schema.as_ref());
    keys.extend(ty.is_flags.then_some(Key::Flag("flags")));
    let members = ty.members.iter().map(|member| source::Variant {
        docs: Vec::new(),
        keys: rename(member.renamed, &member.wire).into_iter().collect(),
        name: member.name.clone(),
        field: None,
    });
    let other = source::Variant { docs: vec!["Any other.".to_owned()], ..source::Variant::unrecognized("String") };
    Item {
        docs: doc_text(&format!("Members of `{}`, as the page lists them.", short_name(&ty.odata)), 0),
        derive: Derive::Enum,
        keys,
        name: ty.name.clone(),
        body: Body::Enum(members.chain([other]).collect()),
    }
}

/// Paragraphs: what it is, what the page says of it, who may create one.
fn struct_docs(facts: &Facts) -> Vec<String> {
    let short = short_name(&facts.odata);
    let mut paragraphs = vec![format!("`{short}`, as the reference page \"{}\" has it.", facts.title)];
    // "Create a new x object." says what the constructor does.
    let is_plain = |text: &&String| !(text.starts_with("Create a new ") && text.split_whitespace().count() < 8);
    paragraphs.extend(facts.description.iter().filter(is_plain).cloned());
    paragraphs.extend(facts.permission_docs());
    paragraphs
}
