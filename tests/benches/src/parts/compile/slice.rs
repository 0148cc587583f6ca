//! The metadata of the types, with a description for each property, as slices of Graph's have them.

use std::fmt::Write as _;

use super::types::is_key;
use crate::shapes::{Count, Kind, Property, Shape, Type};

pub fn text(shapes: &[Shape]) -> String {
    let mut types = String::new();
    // A name with a dot in it is another namespace's; here all are of one, by namespaces.
    let mut namespaces: Vec<_> = shapes.iter().map(|shape| namespace(&shape.name)).collect();
    namespaces.sort();
    namespaces.dedup();
    for name in namespaces {
        let _ = writeln!(types, "<Schema Namespace=\"{name}\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">");
        for shape in shapes.iter().filter(|shape| namespace(&shape.name) == name) {
            one(&mut types, shape);
        }
        types += "</Schema>\n";
    }
    format!(
        "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">\n<edmx:DataServices>\n\
         {types}</edmx:DataServices>\n</edmx:Edmx>\n"
    )
}

fn namespace(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((namespace, _)) => format!("microsoft.graph.{namespace}"),
        None => "microsoft.graph".into(),
    }
}

fn one(text: &mut String, shape: &Shape) {
    let name = shape.name.rsplit('.').next().unwrap_or_default();
    match &shape.kind {
        Kind::Enum(members) => {
            let _ = writeln!(text, "<EnumType Name=\"{name}\">");
            for (value, member) in members.iter().enumerate() {
                let _ = writeln!(text, "<Member Name=\"{member}\" Value=\"{value}\"/>");
            }
            *text += "</EnumType>\n";
        }
        Kind::Struct { is_entity, properties } => {
            let element = if *is_entity { "EntityType" } else { "ComplexType" };
            let _ = writeln!(text, "<{element} Name=\"{name}\">");
            if properties.iter().any(|property| is_key(property, *is_entity)) {
                *text += "<Key><PropertyRef Name=\"id\"/></Key>\n";
            }
            properties.iter().for_each(|property| one_property(text, property));
            let _ = writeln!(text, "</{element}>");
        }
    }
}

fn one_property(text: &mut String, property: &Property) {
    let ty = match &property.ty {
        Type::String => "Edm.String".into(),
        Type::Int32 => "Edm.Int32".into(),
        Type::Int64 => "Edm.Int64".into(),
        Type::Boolean => "Edm.Boolean".into(),
        Type::Double => "Edm.Double".into(),
        Type::Named(name) => format!("microsoft.graph.{name}"),
    };
    let ty = if property.count == Count::Many { format!("Collection({ty})") } else { ty };
    let nullable = if property.count == Count::Optional { "" } else { " Nullable=\"false\"" };
    let name = &property.name;
    let _ = writeln!(
        text,
        "<Property Name=\"{name}\" Type=\"{ty}\"{nullable}>\n<Annotation Term=\"Org.OData.Core.V1.Description\" \
         String=\"What {name} is, in a sentence or two.\"/>\n</Property>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::first;

    #[test]
    fn the_slice_has_all_types_and_what_they_are_made_of() {
        let shapes = first(400).unwrap();
        let schema = graph_entity_schema::read(&text(&shapes)).unwrap();
        assert_eq!(schema.types.len(), shapes.len());
        for shape in &shapes {
            let name = format!("microsoft.graph.{}", shape.name);
            match &shape.kind {
                Kind::Enum(members) => assert_eq!(schema.enum_type(&name).unwrap().members.len(), members.len()),
                Kind::Struct { properties, .. } => {
                    assert_eq!(schema.structured(&name).unwrap().properties.len(), properties.len());
                }
            }
        }
    }
}
