//! A function for each type that uses all of it: the same values on all sides, by the builder where there is one.

use std::fmt::Write as _;

use super::side::Side;
use super::types::is_key;
use crate::rust_names::{constant, field, variant};
use crate::shapes::{Count, Kind, Property, Shape, Type};

const OURS: &str = r#"
fn json<T: serde_core::Serialize + serde_core::de::DeserializeOwned>(text: &[u8]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(serde_json::to_vec(&serde_json::from_slice::<T>(text)?)?)
}

fn complex<T: graph_entity::model::Value + serde_core::Serialize + serde_core::de::DeserializeOwned>(
    _: impl graph_entity::IntoValue<T>,
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    json::<T>(b"{}")
}

fn read<T: serde_core::de::DeserializeOwned>() -> Result<T, Box<dyn std::error::Error>> {
    Ok(serde_json::from_slice(b"{}")?)
}
"#;

const PEER: &str = r#"
fn json<T: serde::Serialize + serde::de::DeserializeOwned>(value: &T) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(serde_json::to_vec(&serde_json::from_slice::<T>(&serde_json::to_vec(value)?)?)?)
}

fn read<T: serde::de::DeserializeOwned>() -> Result<T, Box<dyn std::error::Error>> {
    Ok(serde_json::from_slice(b"{}")?)
}
"#;

pub fn text(side: Side, shapes: &[Shape]) -> String {
    if side == Side::Std {
        return String::new();
    }
    let mut text = String::from(if side.is_ours() { OURS } else { PEER });
    let mut calls = String::new();
    for (index, shape) in shapes.iter().enumerate() {
        let body = body(side, shape, shapes);
        let _ = write!(text, "\nfn use_{index}() -> Result<Vec<u8>, Box<dyn std::error::Error>> {{\n{body}}}\n");
        let _ = writeln!(calls, "    bytes += use_{index}()?.len();");
    }
    text + "\n/// Uses all of them.\npub fn run() -> Result<usize, Box<dyn std::error::Error>> {\n    let mut bytes = 0;\n"
        + &calls
        + "    Ok(bytes)\n}\n"
}

fn body(side: Side, shape: &Shape, shapes: &[Shape]) -> String {
    let name = constant(&shape.name);
    let (is_entity, properties) = match &shape.kind {
        Kind::Enum(members) if side.is_ours() => return format!("    json::<{name}>(b\"\\\"{}\\\"\")\n", members[0]),
        Kind::Enum(members) => return format!("    json(&{name}::{})\n", variant(&members[0]).unwrap_or_default()),
        Kind::Struct { is_entity, properties } => (*is_entity, properties),
    };
    let settable = properties.iter().filter(|property| !is_key(property, is_entity));
    let setters: String = settable.map(|property| setter(property, shapes)).collect();
    match side {
        Side::Serde => literal(&name, properties, is_entity, shapes),
        Side::Bon | Side::TypedBuilder => {
            format!("    let value = {name}::builder(){setters}\n        .build();\n    json(&value)\n")
        }
        _ if is_entity => format!(
            "    let request = {name}::collection()\n        .create(){setters}\n        .request()?;\n    \
             json::<{name}>(request.body())\n"
        ),
        _ => format!("    complex::<{name}>({name}::draft(){setters})\n"),
    }
}

fn setter(property: &Property, shapes: &[Shape]) -> String {
    let Some(name) = field(&property.name) else { return String::new() };
    let value = match (&property.ty, property.count) {
        (Type::String, Count::One | Count::Optional) => "\"text\"".into(),
        (_, Count::Many) => format!("vec![{}]", value(&property.ty, shapes)),
        _ => value(&property.ty, shapes),
    };
    format!("\n        .{name}({value})")
}

fn literal(name: &str, properties: &[Property], is_entity: bool, shapes: &[Shape]) -> String {
    let mut fields = String::new();
    for property in properties {
        let Some(field) = field(&property.name) else { continue };
        let value = match property.count {
            _ if is_key(property, is_entity) => "String::new()".into(),
            Count::One => value(&property.ty, shapes),
            Count::Optional => format!("Some({})", value(&property.ty, shapes)),
            Count::Many => format!("vec![{}]", value(&property.ty, shapes)),
        };
        let _ = writeln!(fields, "        {field}: {value},");
    }
    format!("    let value = {name} {{\n{fields}    }};\n    json(&value)\n")
}

/// A value of the type. That of a struct is read.
fn value(ty: &Type, shapes: &[Shape]) -> String {
    match ty {
        Type::String => "String::from(\"text\")".into(),
        Type::Int32 | Type::Int64 => "1".into(),
        Type::Boolean => "true".into(),
        Type::Double => "1.5".into(),
        Type::Named(name) => {
            let shape = shapes.iter().find(|shape| shape.name == *name);
            match shape.map(|shape| &shape.kind) {
                Some(Kind::Enum(members)) => {
                    format!("{}::{}", constant(name), variant(&members[0]).unwrap_or_default())
                }
                _ => format!("read::<{}>()?", constant(name)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::first;

    /// Lines that begin with a call: setters, and what ends a builder.
    fn calls(side: Side, shapes: &[Shape]) -> Vec<String> {
        let ends = [".create()", ".request()?;", ".build();"];
        let text = text(side, shapes);
        let lines = text.lines().map(|line| line.trim().trim_end_matches(')').to_owned());
        lines.filter(|line| line.starts_with('.') && !ends.iter().any(|end| line.starts_with(&end[..7]))).collect()
    }

    #[test]
    fn all_builders_are_given_the_same_values() {
        let shapes = first(200).unwrap();
        let ours = calls(Side::Ours, &shapes);
        assert!(ours.len() > 500, "{}", ours.len());
        assert_eq!(calls(Side::Bon, &shapes), ours);
        assert_eq!(calls(Side::TypedBuilder, &shapes), ours);
    }

    #[test]
    fn each_type_is_used() {
        let shapes = first(20).unwrap();
        for side in Side::ALL.into_iter().skip(1) {
            let text = text(side, &shapes);
            assert!((0..20).all(|index| text.contains(&format!("    bytes += use_{index}()?.len();\n"))), "{text}");
        }
    }
}
