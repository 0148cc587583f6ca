//! The shapes of real types: names, properties and members, without what only a service needs.
//!
//! `shapes.txt` has a line for each type, and what a type needs stands above it, so that any number of lines from the
//! top is whole:
//!
//! ```text
//! enum weekIndex first second third
//! complex recurrence index?weekIndex occurrences:int32 days*string
//! ```
//!
//! A property has a value (`:`), maybe one (`?`), or any number (`*`).

mod metadata;

use std::collections::HashSet;
use std::path::Path;
use std::{fmt, fs};

use crate::machine::workspace;
use crate::section::Error;

/// A type.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// As the service writes it, without `microsoft.graph.`.
    pub name: String,
    /// What is in it.
    pub kind: Kind,
}

/// What is in a type.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// The members.
    Enum(Vec<String>),
    /// The properties.
    Struct {
        /// It has a collection of its own.
        is_entity: bool,
        /// In the order of the metadata, those of the base first.
        properties: Vec<Property>,
    },
}

/// A property.
#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    /// As the service writes it.
    pub name: String,
    /// How often its value is there.
    pub count: Count,
    /// The type of the value.
    pub ty: Type,
}

/// How often a value is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Always.
    One,
    /// Maybe.
    Optional,
    /// A list.
    Many,
}

/// The type of a value.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // What they are called in Rust.
pub enum Type {
    String,
    Int32,
    Int64,
    Boolean,
    Double,
    /// One of the types above.
    Named(String),
}

impl Count {
    const ALL: [(Self, char); 3] = [(Self::One, ':'), (Self::Optional, '?'), (Self::Many, '*')];
}

/// The types of `shapes.txt`, as many as are asked for.
pub fn first(count: usize) -> Result<Vec<Shape>, Error> {
    let shapes = parse(include_str!("../../shapes.txt").lines().take(count))?;
    if shapes.len() < count { Err(format!("there are only {} shapes", shapes.len()).into()) } else { Ok(shapes) }
}

/// Writes `shapes.txt` from a document.
pub fn write(document: &Path, count: usize) -> Result<(), Error> {
    let shapes = metadata::shapes(&fs::read_to_string(document)?, count)?;
    let text: String = shapes.iter().map(|shape| format!("{shape}\n")).collect();
    Ok(fs::write(workspace().join("tests/benches/shapes.txt"), text)?)
}

fn parse<'a>(lines: impl Iterator<Item = &'a str>) -> Result<Vec<Shape>, Error> {
    let mut above = HashSet::new();
    let mut shapes = Vec::new();
    for (number, line) in lines.enumerate() {
        let shape = parse_line(line, &above).map_err(|error| format!("shapes.txt, line {}: {error}", number + 1))?;
        if !above.insert(shape.name.clone()) {
            return Err(format!("shapes.txt, line {}: a second `{}`", number + 1, shape.name).into());
        }
        shapes.push(shape);
    }
    Ok(shapes)
}

fn parse_line(line: &str, above: &HashSet<String>) -> Result<Shape, Error> {
    let mut words = line.split(' ');
    let keyword = words.next().unwrap_or_default();
    let name = words.next().ok_or("a type has a name")?.to_owned();
    let kind = match keyword {
        "enum" => Kind::Enum(words.map(str::to_owned).collect()),
        "entity" | "complex" => {
            let properties = words.map(|word| parse_property(word, above)).collect::<Result<_, _>>()?;
            Kind::Struct { is_entity: keyword == "entity", properties }
        }
        other => return Err(format!("`{other}` is not `enum`, `entity` or `complex`").into()),
    };
    Ok(Shape { name, kind })
}

fn parse_property(word: &str, above: &HashSet<String>) -> Result<Property, Error> {
    let (count, (name, ty)) = Count::ALL
        .iter()
        .find_map(|(count, mark)| Some((*count, word.split_once(*mark)?)))
        .ok_or_else(|| format!("`{word}` has no `:`, `?` or `*`"))?;
    let ty = match ty {
        "string" => Type::String,
        "int32" => Type::Int32,
        "int64" => Type::Int64,
        "boolean" => Type::Boolean,
        "double" => Type::Double,
        named if above.contains(named) => Type::Named(named.to_owned()),
        other => return Err(format!("`{other}` is not above").into()),
    };
    Ok(Property { name: name.to_owned(), count, ty })
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Enum(members) => write!(f, "enum {} {}", self.name, members.join(" ")),
            Kind::Struct { is_entity, properties } => {
                write!(f, "{} {}", if *is_entity { "entity" } else { "complex" }, self.name)?;
                properties.iter().try_for_each(|property| write!(f, " {property}"))
            }
        }
    }
}

impl fmt::Display for Property {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = Count::ALL.iter().find(|(count, _)| *count == self.count).map_or(':', |(_, mark)| *mark);
        write!(f, "{}{mark}{}", self.name, self.ty)
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::String => "string",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Boolean => "boolean",
            Self::Double => "double",
            Self::Named(name) => name,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_is_written() {
        let text = "enum color red blue\nentity thing id:string color?color sizes*int32";
        let shapes = parse(text.lines()).unwrap();
        let written: Vec<_> = shapes.iter().map(ToString::to_string).collect();
        assert_eq!(written.join("\n"), text);
        let Kind::Struct { is_entity: true, properties } = &shapes[1].kind else { panic!("{shapes:?}") };
        assert_eq!((properties[1].count, &properties[1].ty), (Count::Optional, &Type::Named("color".into())));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let error = |text: &str| parse(text.lines()).unwrap_err().to_string();
        assert_eq!(error("complex a x:b"), "shapes.txt, line 1: `b` is not above");
        assert_eq!(error("enum a b\nenum a c"), "shapes.txt, line 2: a second `a`");
        assert_eq!(error("complex a x"), "shapes.txt, line 1: `x` has no `:`, `?` or `*`");
        assert_eq!(error("type a"), "shapes.txt, line 1: `type` is not `enum`, `entity` or `complex`");
    }

    #[test]
    fn there_are_enough_shapes() {
        assert_eq!(first(1_600).unwrap().len(), 1_600);
    }
}
