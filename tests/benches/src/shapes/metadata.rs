//! From the metadata to shapes.

use std::collections::{HashMap, HashSet};

use graph_entity_schema::model::{EnumType, StructuredType, TypeDefinition, TypeRef};
use graph_entity_schema::{Schema, read};

use super::{Count, Kind, Property, Shape, Type};
use crate::rust_names::{constant, field, variant};
use crate::section::Error;

/// So many types of the metadata, evenly from all of them, each below what it needs.
pub fn shapes(text: &str, count: usize) -> Result<Vec<Shape>, Error> {
    let schema = read(text).map_err(|error| error.to_string())?;
    let mut writer = Writer { schema: &schema, done: HashMap::new(), names: HashSet::new(), shapes: Vec::new() };
    let structs: Vec<_> = schema.types.iter().filter(|ty| matches!(ty, TypeDefinition::Structured(_))).collect();
    for index in spread(structs.len()) {
        writer.named(structs[index].name());
        if writer.shapes.len() >= count {
            writer.shapes.truncate(count);
            return Ok(writer.shapes);
        }
    }
    Err(format!("the metadata has only {} types", writer.shapes.len()).into())
}

/// All numbers below the length, by steps of the golden ratio: those of any beginning are spread over all of it.
fn spread(length: usize) -> impl Iterator<Item = usize> {
    let golden = (length as f64 * 0.618) as usize;
    let step = (golden.max(1)..).find(|step| divisor(*step, length) == 1).unwrap_or(1);
    (0..length).map(move |index| index * step % length)
}

/// The greatest common one.
fn divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { divisor(b, a % b) }
}

struct Writer<'a> {
    schema: &'a Schema,
    /// By qualified name, whether it is written: what is not is at hand, or has no place in a shape.
    done: HashMap<String, bool>,
    /// Names of types in Rust.
    names: HashSet<String>,
    shapes: Vec<Shape>,
}

impl Writer<'_> {
    /// Writes a type below what it needs; whether it is there.
    fn named(&mut self, qualified: &str) -> bool {
        if let Some(done) = self.done.get(qualified) {
            return *done;
        }
        // A type that needs itself has a text there.
        self.done.insert(qualified.to_owned(), false);
        let kind = match self.schema.type_definition(qualified) {
            Some(TypeDefinition::Structured(ty)) => self.structured(ty),
            Some(TypeDefinition::Enum(ty)) => members(ty),
            _ => None,
        };
        let name = qualified.strip_prefix("microsoft.graph.").unwrap_or(qualified);
        let Some(kind) = kind.filter(|_| self.names.insert(constant(name).to_lowercase())) else { return false };
        self.shapes.push(Shape { name: name.to_owned(), kind });
        self.done.insert(qualified.to_owned(), true);
        true
    }

    fn structured(&mut self, ty: &StructuredType) -> Option<Kind> {
        let mut chain: Vec<_> = self.schema.chain(&ty.name).collect();
        chain.reverse();
        let mut names = HashSet::new();
        let mut properties = Vec::new();
        for property in chain.iter().flat_map(|ty| &ty.properties) {
            if field(&property.name).is_some_and(|field| names.insert(field)) {
                properties.push(self.property(&property.name, &property.ty));
            }
        }
        (!properties.is_empty()).then_some(Kind::Struct { is_entity: ty.is_entity, properties })
    }

    fn property(&mut self, name: &str, ty: &TypeRef) -> Property {
        let count = match ty {
            TypeRef { is_collection: true, .. } => Count::Many,
            TypeRef { nullable: true, .. } => Count::Optional,
            _ => Count::One,
        };
        let ty = match &*ty.name {
            "Edm.Byte" | "Edm.SByte" | "Edm.Int16" | "Edm.Int32" => Type::Int32,
            "Edm.Int64" => Type::Int64,
            "Edm.Boolean" => Type::Boolean,
            "Edm.Single" | "Edm.Double" => Type::Double,
            name if self.named(name) => Type::Named(name.strip_prefix("microsoft.graph.").unwrap_or(name).to_owned()),
            _ => Type::String,
        };
        Property { name: name.to_owned(), count, ty }
    }
}

fn members(ty: &EnumType) -> Option<Kind> {
    let mut names = HashSet::from([String::from("Unrecognized")]);
    let named = |name: &String| variant(name).is_some_and(|variant| names.insert(variant));
    let members: Vec<_> = ty.members.iter().map(|member| member.name.clone()).filter(named).collect();
    (!members.is_empty()).then_some(Kind::Enum(members))
}

#[cfg(test)]
mod tests {
    use super::*;

    const METADATA: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="color"><Member Name="red"/><Member Name="Red"/></EnumType>
<EntityType Name="base" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="thing" BaseType="microsoft.graph.base"><Property Name="colors" Type="Collection(microsoft.graph.color)"/>
<Property Name="part" Type="microsoft.graph.part"/><Property Name="made" Type="Edm.DateTimeOffset"/></EntityType>
<ComplexType Name="part"><Property Name="whole" Type="microsoft.graph.part"/><Property Name="type" Type="Edm.Int16" Nullable="false"/></ComplexType>
</Schema></edmx:DataServices></edmx:Edmx>"#;

    #[test]
    fn what_a_type_needs_stands_above_it_and_what_is_in_a_circle_is_a_text() {
        let shapes = shapes(METADATA, 4).unwrap();
        let mut lines: Vec<_> = shapes.iter().map(ToString::to_string).collect();
        let at = |name: &str| shapes.iter().position(|shape| shape.name == name).unwrap();
        assert!(at("color") < at("thing") && at("part") < at("thing"), "{lines:?}");
        lines.sort();
        assert_eq!(
            lines,
            [
                "complex part whole?string type:int32",
                "entity base id:string",
                "entity thing id:string colors*color part?part made?string",
                "enum color red",
            ]
        );
    }

    #[test]
    fn any_beginning_is_spread_over_all() {
        let order: Vec<_> = spread(1_000).collect();
        assert_eq!(order.iter().collect::<HashSet<_>>().len(), 1_000);
        let low = order.iter().take(100).filter(|index| **index < 500).count();
        assert!((40..=60).contains(&low), "{low}");
    }
}
