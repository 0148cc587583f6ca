//! The page's entity as metadata: what CSDL can say of it.

use super::facts::{Facts, Field, FieldType};
use crate::lookup::namespace;
use crate::model::{
    Annotation, Annotations, EnumType, Expression, Member, Namespace, Property, Schema, StructuredType, TypeDefinition,
    TypeRef,
};

/// What nearly all entity types derive from.
pub(super) const ENTITY: &str = "microsoft.graph.entity";

/// The slice of metadata that a page makes: the entity type and the types of its properties, those of which the page has
/// no more than the name as open complex types without properties.
pub fn schema(facts: &Facts) -> Schema {
    let mut types = Vec::new();
    if facts.inherits_key {
        types.push(structured(ENTITY, true));
        if let Some(TypeDefinition::Structured(entity)) = types.last_mut() {
            entity.is_abstract = true;
            entity.key.push("id".to_owned());
            entity.properties.extend(facts.fields.iter().filter(|field| field.is_key).map(property));
        }
    }
    types.push(entity(facts));
    types.extend(facts.enums.iter().map(|ty| {
        let members = ty.members.iter().zip(0..);
        let value = |number: i64| {
            if ty.is_flags { 1_i64.checked_shl(u32::try_from(number).unwrap_or(63)).unwrap_or(0) } else { number }
        };
        TypeDefinition::Enum(EnumType {
            name: ty.odata.clone(),
            is_flags: ty.is_flags,
            underlying: if ty.is_flags && ty.members.len() > 31 { "Edm.Int64" } else { "Edm.Int32" }.to_owned(),
            members: members
                .map(|(member, number)| Member {
                    name: member.wire.clone(),
                    value: value(number),
                    annotations: Annotations::default(),
                })
                .collect(),
            annotations: Annotations::default(),
            line: 0,
        })
    }));
    for field in &facts.fields {
        if let FieldType::Named(name) = &field.ty
            && types.iter().all(|ty| ty.name() != name)
        {
            types.push(structured(name, false));
        }
    }
    let mut namespaces: Vec<Namespace> = Vec::new();
    for name in types.iter().map(|ty| namespace(ty.name())) {
        if namespaces.iter().all(|known| known.name != name) {
            namespaces.push(Namespace { name: name.to_owned(), alias: None });
        }
    }
    let mut schema = Schema { namespaces, types, ..Schema::default() };
    // No name is there twice, and the one base has none.
    let _ = schema.index();
    schema
}

fn entity(facts: &Facts) -> TypeDefinition {
    let is_own = |field: &&Field| !(field.is_key && facts.inherits_key);
    let mut ty = StructuredType {
        base: facts.inherits_key.then(|| ENTITY.to_owned()),
        is_open: false,
        properties: facts.fields.iter().filter(is_own).map(property).collect(),
        annotations: describe(facts.description.as_deref()),
        ..plain(&facts.odata, true)
    };
    if !facts.inherits_key {
        ty.key.push("id".to_owned());
    }
    TypeDefinition::Structured(ty)
}

fn structured(name: &str, is_entity: bool) -> TypeDefinition {
    TypeDefinition::Structured(plain(name, is_entity))
}

/// A complex type is open: what the page says of it is its name.
fn plain(name: &str, is_entity: bool) -> StructuredType {
    StructuredType {
        name: name.to_owned(),
        is_entity,
        base: None,
        is_abstract: false,
        is_open: !is_entity,
        has_stream: false,
        key: Vec::new(),
        properties: Vec::new(),
        navigations: Vec::new(),
        annotations: Annotations::default(),
        line: 0,
    }
}

fn property(field: &Field) -> Property {
    let name = match &field.ty {
        FieldType::Primitive(name) | FieldType::Enum(name) | FieldType::Named(name) => name.clone(),
        FieldType::Untyped => "Edm.Untyped".to_owned(),
    };
    let nullable = !field.required && !field.is_key && !field.is_collection;
    let mut annotations = describe(field.docs.as_deref());
    if field.read_only {
        annotations.0.push(annotation("Org.OData.Core.V1.Computed", Expression::Bool(true)));
    }
    let ty = TypeRef { name, is_collection: field.is_collection, nullable };
    Property { name: field.wire.clone(), ty, annotations, line: 0 }
}

fn describe(text: Option<&str>) -> Annotations {
    let text = text.map(|text| annotation("Org.OData.Core.V1.Description", Expression::Text(text.to_owned())));
    Annotations(text.into_iter().collect())
}

fn annotation(term: &str, value: Expression) -> Annotation {
    Annotation { term: term.to_owned(), qualifier: None, value }
}
