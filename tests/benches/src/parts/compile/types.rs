//! The types, as each side writes them.

use std::fmt::Write as _;

use super::side::Side;
use crate::rust_names::{constant, field, is_regular, variant};
use crate::shapes::{Count, Kind, Property, Shape, Type};

pub fn text(side: Side, shapes: &[Shape]) -> String {
    let mut text = String::new();
    for shape in shapes {
        let _ = write!(text, "\n{}", attributes(side, shape));
        let name = constant(&shape.name);
        let _ = match &shape.kind {
            Kind::Enum(members) => write!(text, "pub enum {name} {{\n{}}}\n", variants(side, members)),
            Kind::Struct { is_entity, properties } => {
                let fields: String = properties.iter().map(|property| one_field(side, property, *is_entity)).collect();
                write!(text, "pub struct {name} {{\n{fields}}}\n")
            }
        };
    }
    text
}

/// The derives, and what stands below them.
fn attributes(side: Side, shape: &Shape) -> String {
    let is_enum = matches!(shape.kind, Kind::Enum(_));
    let serde = "Debug, Clone, PartialEq, Serialize, Deserialize";
    match side {
        Side::Std => "#[derive(Debug, Clone, PartialEq)]\n".into(),
        Side::Ours | Side::OursWithSchema => ours(side, shape),
        Side::Bon if !is_enum => format!("#[derive({serde}, Builder)]\n{CAMEL_CASE}"),
        Side::TypedBuilder if !is_enum => format!("#[derive({serde}, TypedBuilder)]\n{CAMEL_CASE}"),
        _ => format!("#[derive({serde})]\n{CAMEL_CASE}"),
    }
}

const CAMEL_CASE: &str = "#[serde(rename_all = \"camelCase\")]\n";

fn ours(side: Side, shape: &Shape) -> String {
    let name = &shape.name;
    let (derive, key) = match &shape.kind {
        Kind::Enum(_) => ("GraphEnum", "graph_enum"),
        Kind::Struct { is_entity: true, .. } => ("GraphEntity", "graph_entity"),
        Kind::Struct { .. } => ("GraphComplex", "graph_complex"),
    };
    let collection = if key == "graph_entity" { format!(", collection = \"{name}s\"") } else { String::new() };
    let schema = if side == Side::OursWithSchema { ", schema = \"graph.xml\"" } else { "" };
    format!(
        "#[derive(Debug, Clone, PartialEq, {derive})]\n#[{key}(odata = \"microsoft.graph.{name}\"{collection}{schema})]\n"
    )
}

fn variants(side: Side, members: &[String]) -> String {
    let mut text: String =
        members.iter().filter_map(|member| variant(member)).map(|variant| format!("    {variant},\n")).collect();
    if side.is_ours() {
        text += "    #[graph(unrecognized)]\n    Unrecognized(String),\n";
    }
    text
}

fn one_field(side: Side, property: &Property, is_entity: bool) -> String {
    let Some(name) = field(&property.name) else { return String::new() };
    let mut keys = Vec::new();
    if !is_regular(&property.name) {
        keys.push(format!("rename = \"{}\"", property.name));
    }
    let mut text = String::new();
    if side.is_ours() {
        if is_key(property, is_entity) {
            keys.extend(["key".to_owned(), "read_only".to_owned()]);
        }
        attribute(&mut text, "graph", &keys);
    } else if side != Side::Std {
        attribute(&mut text, "serde", &keys);
        attribute(&mut text, "builder", &builder(side, property, is_entity));
    }
    let _ = writeln!(text, "    pub {name}: {},", rust_type(property));
    text
}

/// A key that the service sets has no setter.
pub fn is_key(property: &Property, is_entity: bool) -> bool {
    is_entity && property.name == "id" && property.ty == Type::String && property.count == Count::One
}

/// What gives the setters of a peer the convenience of ours: texts from anything, no `Some`.
fn builder(side: Side, property: &Property, is_entity: bool) -> Vec<String> {
    let is_text = property.ty == Type::String && property.count != Count::Many;
    let optional = property.count == Count::Optional;
    let keys: &[&str] = match side {
        Side::Bon if is_key(property, is_entity) => &["skip"],
        Side::Bon if is_text => &["into"],
        Side::TypedBuilder if is_key(property, is_entity) => &["default", "setter(skip)"],
        Side::TypedBuilder if optional && is_text => &["default", "setter(strip_option, into)"],
        Side::TypedBuilder if optional => &["default", "setter(strip_option)"],
        Side::TypedBuilder if is_text => &["setter(into)"],
        _ => &[],
    };
    keys.iter().map(ToString::to_string).collect()
}

fn attribute(text: &mut String, name: &str, keys: &[String]) {
    if !keys.is_empty() {
        let _ = writeln!(text, "    #[{name}({})]", keys.join(", "));
    }
}

fn rust_type(property: &Property) -> String {
    let ty = match &property.ty {
        Type::String => "String".into(),
        Type::Int32 => "i32".into(),
        Type::Int64 => "i64".into(),
        Type::Boolean => "bool".into(),
        Type::Double => "f64".into(),
        Type::Named(name) => constant(name),
    };
    match property.count {
        Count::One => ty,
        Count::Optional => format!("Option<{ty}>"),
        Count::Many => format!("Vec<{ty}>"),
    }
}
