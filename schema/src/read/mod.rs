//! From text to [`Schema`]: one pass over the document, then all names are made whole.

mod aliases;
mod annotations;
mod elements;
mod targets;
mod xml;

use std::collections::HashSet;

use self::aliases::Aliases;
use self::targets::Targeted;
use self::xml::{Tag, Xml};
use crate::error::{ReadError, ReadErrorKind};
use crate::model::{Namespace, Schema};

/// What is gathered from a document.
#[derive(Default)]
struct Document {
    schema: Schema,
    /// The names of its namespaces.
    namespaces: HashSet<String>,
    aliases: Aliases,
    /// Annotations that stand apart from what they are about.
    targeted: Vec<Targeted>,
}

/// Reads a CSDL document, as a service's `$metadata` has it (OData CSDL XML 4.01), or a slice of one.
///
/// Names are qualified by the full namespace: aliases hold for the whole document, also before they are declared (C§5.2),
/// `self` among them. Elements that are not known are skipped. A type that a slice names but does not define is no error.
///
/// ```
/// let schema = graph_entity_schema::read(
///     r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
///       <Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
///         <EntityType Name="user" BaseType="graph.entity"><Property Name="mail" Type="Edm.String"/></EntityType>
///       </Schema></edmx:DataServices></edmx:Edmx>"#,
/// )?;
/// let user = schema.structured("microsoft.graph.user").expect("it is defined");
/// assert_eq!(user.base.as_deref(), Some("microsoft.graph.entity"));
/// # Ok::<(), graph_entity_schema::ReadError>(())
/// ```
pub fn read(text: &str) -> Result<Schema, ReadError> {
    let mut xml = Xml::new(text);
    let mut document = Document::default();
    let root = xml.root()?;
    if root.name() != "Edmx" {
        let found = format!("`{}`", root.start.name().as_ref());
        return Err(xml.error_at(&root, ReadErrorKind::NotCsdl(found)));
    }
    xml.children(&root, &mut |xml, tag| match tag.name() {
        "DataServices" => xml.children(&tag, &mut |xml, tag| {
            if tag.name() == "Schema" { document.namespace(xml, &tag) } else { xml.skip(&tag) }
        }),
        // Other documents, whose aliases hold here.
        "Reference" => xml.children(&tag, &mut |xml, tag| {
            if let ("Include", Some(alias)) = (tag.name(), xml.optional(&tag, "Alias")?) {
                document.aliases.add(&alias, &xml.namespace(&tag, "Include")?);
            }
            xml.skip(&tag)
        }),
        _ => xml.skip(&tag),
    })?;
    xml.end()?;
    let Document { mut schema, namespaces, mut aliases, targeted } = document;
    aliases.yield_to(&namespaces);
    aliases.expand(&mut schema);
    schema.index().map_err(|(line, kind)| ReadError { line, column: 1, kind })?;
    targets::attach(&mut schema, targeted, &aliases);
    Ok(schema)
}

impl Document {
    fn namespace(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<(), ReadError> {
        let name = xml.namespace(tag, "Schema")?;
        let alias = xml.optional(tag, "Alias")?;
        if let Some(alias) = &alias {
            self.aliases.add(alias, &name);
        }
        // A namespace in two parts is one.
        if self.namespaces.insert(name.clone()) {
            self.schema.namespaces.push(Namespace { name: name.clone(), alias });
        }
        xml.children(tag, &mut |xml, tag| self.element(xml, &tag, &name))
    }
}
