//! Annotations and their values (C§14).

use super::Document;
use super::targets::Targeted;
use super::xml::{Tag, Xml};
use crate::error::{ReadError, ReadErrorKind};
use crate::model::{Annotation, Annotations, Expression};

type Result<T> = std::result::Result<T, ReadError>;

/// Real ones are nested four deep.
const DEEPEST: usize = 32;

/// The types of constants that are kept as they are written, in an attribute or as an element of the name.
const CONSTANTS: [&str; 7] = ["Date", "DateTimeOffset", "Decimal", "Duration", "Float", "Guid", "TimeOfDay"];
const PATHS: [&str; 6] =
    ["Path", "PropertyPath", "NavigationPropertyPath", "AnnotationPath", "ModelElementPath", "AnyPropertyPath"];

impl Annotations {
    /// Reads `tag` if it is an annotation, and leaves out any other element.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<()> {
        if tag.name() != "Annotation" {
            return xml.skip(tag);
        }
        let term = xml.required(tag, "Annotation", "Term")?;
        let qualifier = xml.optional(tag, "Qualifier")?;
        // Without a value it is the term's default, which is true for each that is one.
        let value = value(xml, tag, 0)?.unwrap_or(Expression::Bool(true));
        self.0.push(Annotation { term, qualifier, value });
        Ok(())
    }
}

impl Document {
    /// An `Annotations` element: those of a target elsewhere.
    pub(super) fn targeted(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<()> {
        let target = xml.required(tag, "Annotations", "Target")?;
        let mut annotations = Annotations::default();
        xml.children(tag, &mut |xml, tag| annotations.read(xml, &tag))?;
        self.targeted.push(Targeted { target, annotations });
        Ok(())
    }
}

/// The value in the attributes or the content of `tag`, which are read to the end.
fn value(xml: &mut Xml<'_>, tag: &Tag<'_>, depth: usize) -> Result<Option<Expression>> {
    let mut value = in_attribute(xml, tag)?;
    xml.children(tag, &mut |xml, tag| {
        if tag.name() == "Annotation" {
            return xml.skip(&tag);
        }
        let read = element(xml, &tag, depth + 1)?;
        value.get_or_insert(read);
        Ok(())
    })?;
    Ok(value)
}

fn in_attribute(xml: &Xml<'_>, tag: &Tag<'_>) -> Result<Option<Expression>> {
    for attribute in tag.start.attributes() {
        let attribute = attribute.map_err(|error| xml.error_at(tag, ReadErrorKind::Xml(error.to_string())))?;
        let name = attribute.key.as_ref();
        let Some(text) = xml.optional(tag, name)? else { continue };
        if let Some(value) = constant(xml, tag, name, text)? {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

/// A constant or a path by the name of its attribute or element.
fn constant(xml: &Xml<'_>, tag: &Tag<'_>, name: &str, text: String) -> Result<Option<Expression>> {
    let own = |names: &[&'static str]| names.iter().copied().find(|own| *own == name);
    if let Some(kind) = own(&CONSTANTS) {
        return Ok(Some(Expression::Constant(kind, text)));
    }
    if let Some(kind) = own(&PATHS) {
        return Ok(Some(Expression::Path(kind, text)));
    }
    Ok(Some(match name {
        "String" => Expression::Text(text),
        "Bool" => match text.trim() {
            "true" | "1" => Expression::Bool(true),
            "false" | "0" => Expression::Bool(false),
            _ => return Err(xml.invalid(tag, "Bool", &text, "`true` or `false`")),
        },
        "Int" => {
            let number = text.trim().parse();
            Expression::Int(number.map_err(|_| xml.invalid(tag, "Int", &text, "an integer of 64 bits"))?)
        }
        "EnumMember" => Expression::EnumMember(text.split_whitespace().map(str::to_owned).collect()),
        _ => return Ok(None),
    }))
}

fn element(xml: &mut Xml<'_>, tag: &Tag<'_>, depth: usize) -> Result<Expression> {
    if depth > DEEPEST {
        return Err(xml.error_at(tag, ReadErrorKind::TooDeep));
    }
    match tag.name() {
        "Collection" => {
            let mut items = Vec::new();
            xml.children(tag, &mut |xml, tag| {
                items.push(element(xml, &tag, depth + 1)?);
                Ok(())
            })?;
            Ok(Expression::Collection(items))
        }
        "Record" => {
            let mut values = Vec::new();
            xml.children(tag, &mut |xml, tag| {
                if tag.name() != "PropertyValue" {
                    return xml.skip(&tag);
                }
                let name = xml.required(&tag, "PropertyValue", "Property")?;
                values.push((name, value(xml, &tag, depth + 1)?.unwrap_or(Expression::Bool(true))));
                Ok(())
            })?;
            Ok(Expression::Record(values))
        }
        name if ["String", "Bool", "Int", "EnumMember"].contains(&name)
            || CONSTANTS.contains(&name)
            || PATHS.contains(&name) =>
        {
            let name = name.to_owned();
            let text = xml.text(tag)?;
            Ok(constant(xml, tag, &name, text)?.unwrap_or(Expression::Other(name)))
        }
        name => {
            let other = Expression::Other(name.to_owned());
            xml.skip(tag)?;
            Ok(other)
        }
    }
}
