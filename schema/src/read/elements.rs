//! The elements of a `Schema`.

use super::Document;
use super::xml::{Tag, Xml};
use crate::error::ReadError;
use crate::model::{
    Annotations, Container, EnumType, Member, NavigationProperty, Operation, Parameter, Property, Root, StructuredType,
    TypeAlias, TypeDefinition, TypeRef,
};

type Result<T> = std::result::Result<T, ReadError>;

impl Document {
    /// One of the elements in a `Schema`.
    pub(super) fn element(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, namespace: &str) -> Result<()> {
        match tag.name() {
            "EntityType" => self.structured(xml, tag, namespace, true),
            "ComplexType" => self.structured(xml, tag, namespace, false),
            "EnumType" => self.enum_type(xml, tag, namespace),
            "TypeDefinition" => self.type_alias(xml, tag, namespace),
            "Function" => self.operation(xml, tag, namespace, true),
            "Action" => self.operation(xml, tag, namespace, false),
            "EntityContainer" => self.container(xml, tag, namespace),
            "Annotations" => self.targeted(xml, tag),
            _ => xml.skip(tag),
        }
    }

    fn structured(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, namespace: &str, is_entity: bool) -> Result<()> {
        let element = if is_entity { "EntityType" } else { "ComplexType" };
        let mut ty = StructuredType {
            name: format!("{namespace}.{}", xml.identifier(tag, element)?),
            is_entity,
            base: xml.optional(tag, "BaseType")?,
            is_abstract: xml.flag(tag, "Abstract", false)?,
            is_open: xml.flag(tag, "OpenType", false)?,
            has_stream: xml.flag(tag, "HasStream", false)?,
            key: Vec::new(),
            properties: Vec::new(),
            navigations: Vec::new(),
            annotations: Annotations::default(),
            line: tag.line,
        };
        xml.children(tag, &mut |xml, tag| match tag.name() {
            "Key" => xml.children(&tag, &mut |xml, tag| {
                if tag.name() == "PropertyRef" {
                    ty.key.push(xml.required(&tag, "PropertyRef", "Name")?);
                }
                xml.skip(&tag)
            }),
            "Property" => {
                ty.properties.push(Property {
                    name: xml.identifier(&tag, "Property")?,
                    ty: type_ref(xml, &tag, "Property")?,
                    line: tag.line,
                    annotations: annotations(xml, &tag)?,
                });
                Ok(())
            }
            "NavigationProperty" => {
                ty.navigations.push(NavigationProperty {
                    name: xml.identifier(&tag, "NavigationProperty")?,
                    ty: type_ref(xml, &tag, "NavigationProperty")?,
                    contains_target: xml.flag(&tag, "ContainsTarget", false)?,
                    line: tag.line,
                    annotations: annotations(xml, &tag)?,
                });
                Ok(())
            }
            _ => ty.annotations.read(xml, &tag),
        })?;
        self.schema.types.push(TypeDefinition::Structured(ty));
        Ok(())
    }

    fn enum_type(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, namespace: &str) -> Result<()> {
        let mut ty = EnumType {
            name: format!("{namespace}.{}", xml.identifier(tag, "EnumType")?),
            is_flags: xml.flag(tag, "IsFlags", false)?,
            underlying: xml.optional(tag, "UnderlyingType")?.unwrap_or_else(|| "Edm.Int32".to_owned()),
            members: Vec::new(),
            annotations: Annotations::default(),
            line: tag.line,
        };
        xml.children(tag, &mut |xml, tag| {
            if tag.name() != "Member" {
                return ty.annotations.read(xml, &tag);
            }
            let value = match xml.optional(&tag, "Value")? {
                Some(value) => {
                    value.parse().map_err(|_| xml.invalid(&tag, "Value", &value, "an integer of 64 bits"))?
                }
                None => ty.members.last().map_or(0, |last: &Member| last.value.saturating_add(1)),
            };
            let name = xml.identifier(&tag, "Member")?;
            ty.members.push(Member { name, value, annotations: annotations(xml, &tag)? });
            Ok(())
        })?;
        self.schema.types.push(TypeDefinition::Enum(ty));
        Ok(())
    }

    fn type_alias(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, namespace: &str) -> Result<()> {
        let ty = TypeAlias {
            name: format!("{namespace}.{}", xml.identifier(tag, "TypeDefinition")?),
            underlying: xml.required(tag, "TypeDefinition", "UnderlyingType")?,
            line: tag.line,
            annotations: annotations(xml, tag)?,
        };
        self.schema.types.push(TypeDefinition::Alias(ty));
        Ok(())
    }

    fn operation(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, namespace: &str, is_function: bool) -> Result<()> {
        let element = if is_function { "Function" } else { "Action" };
        let mut operation = Operation {
            name: format!("{namespace}.{}", xml.identifier(tag, element)?),
            is_function,
            is_bound: xml.flag(tag, "IsBound", false)?,
            is_composable: xml.flag(tag, "IsComposable", false)?,
            parameters: Vec::new(),
            returns: None,
            annotations: Annotations::default(),
            line: tag.line,
        };
        xml.children(tag, &mut |xml, tag| match tag.name() {
            "Parameter" => {
                operation.parameters.push(Parameter {
                    name: xml.identifier(&tag, "Parameter")?,
                    ty: type_ref(xml, &tag, "Parameter")?,
                    annotations: annotations(xml, &tag)?,
                });
                Ok(())
            }
            "ReturnType" => {
                operation.returns = Some(type_ref(xml, &tag, "ReturnType")?);
                xml.skip(&tag)
            }
            _ => operation.annotations.read(xml, &tag),
        })?;
        self.schema.operations.push(operation);
        Ok(())
    }

    fn container(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, namespace: &str) -> Result<()> {
        // A document has one; of several, all that they hold.
        let name = format!("{namespace}.{}", xml.identifier(tag, "EntityContainer")?);
        let container = self.schema.container.get_or_insert_with(|| Container { name, ..Container::default() });
        xml.children(tag, &mut |xml, tag| match tag.name() {
            "EntitySet" => {
                container.sets.push(root(xml, &tag, "EntitySet", "EntityType")?);
                Ok(())
            }
            "Singleton" => {
                container.singletons.push(root(xml, &tag, "Singleton", "Type")?);
                Ok(())
            }
            _ => container.annotations.read(xml, &tag),
        })
    }
}

fn root(xml: &mut Xml<'_>, tag: &Tag<'_>, element: &'static str, ty: &'static str) -> Result<Root> {
    let mut root = Root {
        name: xml.identifier(tag, element)?,
        ty: xml.required(tag, element, ty)?,
        bindings: Vec::new(),
        annotations: Annotations::default(),
    };
    xml.children(tag, &mut |xml, tag| {
        if tag.name() != "NavigationPropertyBinding" {
            return root.annotations.read(xml, &tag);
        }
        let of = "NavigationPropertyBinding";
        root.bindings.push((xml.required(&tag, of, "Path")?, xml.required(&tag, of, "Target")?));
        xml.skip(&tag)
    })?;
    Ok(root)
}

/// `Type` and `Nullable`.
fn type_ref(xml: &Xml<'_>, tag: &Tag<'_>, element: &'static str) -> Result<TypeRef> {
    let text = xml.required(tag, element, "Type")?;
    let nullable = xml.flag(tag, "Nullable", true)?;
    let item = text.strip_prefix("Collection(").map(|rest| rest.strip_suffix(')'));
    match item {
        Some(None | Some("")) => Err(xml.invalid(tag, "Type", &text, "`Collection(…)`")),
        Some(Some(item)) => Ok(TypeRef { name: item.to_owned(), is_collection: true, nullable }),
        None => Ok(TypeRef { name: text, is_collection: false, nullable }),
    }
}

/// The annotations in an element that holds nothing else of interest.
fn annotations(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<Annotations> {
    let mut annotations = Annotations::default();
    xml.children(tag, &mut |xml, tag| annotations.read(xml, &tag))?;
    Ok(annotations)
}
