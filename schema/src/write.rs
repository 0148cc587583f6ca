//! A [`Schema`] as a document.

use std::collections::HashMap;
use std::fmt::Write as _;

use quick_xml::escape::escape;

use crate::lookup::{namespace, short_name};
use crate::model::{
    Annotation, Annotations, Container, EnumType, Expression, NavigationProperty, Operation, Property, Root, Schema,
    StructuredType, TypeDefinition, TypeRef,
};

/// Writes CSDL that [`read`](crate::read) reads as the same schema: all names by their namespace, all annotations beside
/// the elements that they are about.
///
/// ```
/// use graph_entity_schema::{read, write};
///
/// let schema = read(
///     r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
///       <Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
///         <ComplexType Name="mailboxSettings"><Property Name="timeZone" Type="Edm.String"/></ComplexType>
///       </Schema></edmx:DataServices></edmx:Edmx>"#,
/// )?;
/// assert!(write(&schema).contains(r#"<Property Name="timeZone" Type="Edm.String"/>"#));
/// # Ok::<(), graph_entity_schema::ReadError>(())
/// ```
pub fn write(schema: &Schema) -> String {
    let types = by_namespace(&schema.types, TypeDefinition::name);
    let operations = by_namespace(&schema.operations, |operation| &operation.name);
    let mut out = Out { text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned(), depth: 0 };
    let edmx = [("Version", "4.0"), ("xmlns:edmx", "http://docs.oasis-open.org/odata/ns/edmx")];
    out.element("edmx:Edmx", &edmx, |out| {
        out.element("edmx:DataServices", &[], |out| {
            for own in &schema.namespaces {
                let mut attributes =
                    vec![("Namespace", &*own.name), ("xmlns", "http://docs.oasis-open.org/odata/ns/edm")];
                attributes.extend(own.alias.as_deref().map(|alias| ("Alias", alias)));
                out.element("Schema", &attributes, |out| {
                    types.get(&*own.name).into_iter().flatten().for_each(|ty| out.definition(ty));
                    operations.get(&*own.name).into_iter().flatten().for_each(|operation| out.operation(operation));
                    if let Some(container) = schema.container.as_ref().filter(|one| namespace(&one.name) == own.name) {
                        out.container(container);
                    }
                });
            }
        });
    });
    out.text
}

fn by_namespace<T>(all: &[T], name: fn(&T) -> &str) -> HashMap<&str, Vec<&T>> {
    let mut by_namespace: HashMap<&str, Vec<&T>> = HashMap::new();
    for one in all {
        by_namespace.entry(namespace(name(one))).or_default().push(one);
    }
    by_namespace
}

struct Out {
    text: String,
    depth: usize,
}

type Attributes<'a> = Vec<(&'a str, &'a str)>;

impl Out {
    /// An element with what `content` writes in it.
    fn element(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.indent();
        let _ = write!(self.text, "<{name}");
        for (name, value) in attributes {
            let _ = write!(self.text, " {name}=\"{}\"", in_attribute(value));
        }
        let start = self.text.len();
        self.text.push_str(">\n");
        let before = self.text.len();
        self.depth += 1;
        content(self);
        self.depth -= 1;
        if self.text.len() == before {
            self.text.replace_range(start.., "/>\n");
        } else {
            self.indent();
            let _ = writeln!(self.text, "</{name}>");
        }
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    fn definition(&mut self, ty: &TypeDefinition) {
        match ty {
            TypeDefinition::Structured(ty) => self.structured(ty),
            TypeDefinition::Enum(ty) => self.enum_type(ty),
            TypeDefinition::Alias(ty) => {
                let attributes = [("Name", short_name(&ty.name)), ("UnderlyingType", &ty.underlying)];
                self.element("TypeDefinition", &attributes, |out| out.annotations(&ty.annotations));
            }
        }
    }

    fn structured(&mut self, ty: &StructuredType) {
        let mut attributes = vec![("Name", short_name(&ty.name))];
        attributes.extend(ty.base.as_deref().map(|base| ("BaseType", base)));
        flag(&mut attributes, "Abstract", ty.is_abstract);
        flag(&mut attributes, "OpenType", ty.is_open);
        flag(&mut attributes, "HasStream", ty.has_stream);
        self.element(if ty.is_entity { "EntityType" } else { "ComplexType" }, &attributes, |out| {
            if !ty.key.is_empty() {
                out.element("Key", &[], |out| {
                    ty.key.iter().for_each(|name| out.element("PropertyRef", &[("Name", name)], |_| {}));
                });
            }
            ty.properties.iter().for_each(|property| out.property(property));
            ty.navigations.iter().for_each(|navigation| out.navigation(navigation));
            out.annotations(&ty.annotations);
        });
    }

    fn property(&mut self, property: &Property) {
        self.typed("Property", Some(&property.name), &property.ty, false, &property.annotations);
    }

    fn navigation(&mut self, property: &NavigationProperty) {
        self.typed(
            "NavigationProperty",
            Some(&property.name),
            &property.ty,
            property.contains_target,
            &property.annotations,
        );
    }

    /// An element with a type: a property, a parameter, a result.
    fn typed(&mut self, element: &str, name: Option<&str>, ty: &TypeRef, contains: bool, annotations: &Annotations) {
        let text = if ty.is_collection { format!("Collection({})", ty.name) } else { ty.name.clone() };
        let mut attributes: Attributes<'_> = name.map(|name| ("Name", name)).into_iter().collect();
        attributes.push(("Type", &text));
        if !ty.nullable {
            attributes.push(("Nullable", "false"));
        }
        flag(&mut attributes, "ContainsTarget", contains);
        self.element(element, &attributes, |out| out.annotations(annotations));
    }

    fn enum_type(&mut self, ty: &EnumType) {
        let mut attributes = vec![("Name", short_name(&ty.name))];
        if ty.underlying != "Edm.Int32" {
            attributes.push(("UnderlyingType", &ty.underlying));
        }
        flag(&mut attributes, "IsFlags", ty.is_flags);
        self.element("EnumType", &attributes, |out| {
            for member in &ty.members {
                let attributes = [("Name", &*member.name), ("Value", &member.value.to_string())];
                out.element("Member", &attributes, |out| out.annotations(&member.annotations));
            }
            out.annotations(&ty.annotations);
        });
    }

    fn operation(&mut self, operation: &Operation) {
        let mut attributes = vec![("Name", short_name(&operation.name))];
        flag(&mut attributes, "IsBound", operation.is_bound);
        flag(&mut attributes, "IsComposable", operation.is_composable);
        self.element(if operation.is_function { "Function" } else { "Action" }, &attributes, |out| {
            for parameter in &operation.parameters {
                out.typed("Parameter", Some(&parameter.name), &parameter.ty, false, &parameter.annotations);
            }
            if let Some(ty) = &operation.returns {
                out.typed("ReturnType", None, ty, false, &Annotations::default());
            }
            out.annotations(&operation.annotations);
        });
    }

    fn container(&mut self, container: &Container) {
        self.element("EntityContainer", &[("Name", short_name(&container.name))], |out| {
            container.sets.iter().for_each(|set| out.root("EntitySet", "EntityType", set));
            container.singletons.iter().for_each(|singleton| out.root("Singleton", "Type", singleton));
            out.annotations(&container.annotations);
        });
    }

    fn root(&mut self, element: &str, ty: &str, root: &Root) {
        self.element(element, &[("Name", &root.name), (ty, &root.ty)], |out| {
            for (path, target) in &root.bindings {
                out.element("NavigationPropertyBinding", &[("Path", path), ("Target", target)], |_| {});
            }
            out.annotations(&root.annotations);
        });
    }

    fn annotations(&mut self, annotations: &Annotations) {
        for Annotation { term, qualifier, value } in &annotations.0 {
            let mut attributes = vec![("Term", &**term)];
            attributes.extend(qualifier.as_deref().map(|qualifier| ("Qualifier", qualifier)));
            self.value("Annotation", &attributes, value);
        }
    }

    /// An element with a value: a constant in an attribute, anything else in the content.
    fn value(&mut self, element: &str, attributes: &[(&str, &str)], value: &Expression) {
        match constant(value) {
            Some((kind, text)) => self.element(element, &[attributes, &[(kind, &text)]].concat(), |_| {}),
            None => self.element(element, attributes, |out| out.expression(value)),
        }
    }

    fn expression(&mut self, value: &Expression) {
        match value {
            Expression::Collection(items) => self.element("Collection", &[], |out| {
                for item in items {
                    out.expression(item);
                }
            }),
            Expression::Record(values) => self.element("Record", &[], |out| {
                for (name, value) in values {
                    out.value("PropertyValue", &[("Property", name)], value);
                }
            }),
            Expression::Other(element) => self.element(element, &[], |_| {}),
            _ => {
                let Some((kind, text)) = constant(value) else { return };
                self.indent();
                let _ = writeln!(self.text, "<{kind}>{}</{kind}>", escape(&*text));
            }
        }
    }
}

fn flag(attributes: &mut Attributes<'_>, name: &'static str, is_set: bool) {
    if is_set {
        attributes.push((name, "true"));
    }
}

/// The name of a constant's attribute or element, and its text.
fn constant(value: &Expression) -> Option<(&'static str, String)> {
    Some(match value {
        Expression::Bool(value) => ("Bool", value.to_string()),
        Expression::Text(text) => ("String", text.clone()),
        Expression::Int(value) => ("Int", value.to_string()),
        Expression::EnumMember(names) => ("EnumMember", names.join(" ")),
        Expression::Constant(kind, text) | Expression::Path(kind, text) => (kind, text.clone()),
        Expression::Collection(_) | Expression::Record(_) | Expression::Other(_) => return None,
    })
}

/// A reader takes a line break in an attribute for a space (XML §3.3.3).
fn in_attribute(value: &str) -> String {
    let escaped = escape(value);
    if !escaped.contains(['\n', '\r', '\t']) {
        return escaped.into_owned();
    }
    escaped.replace('\n', "&#10;").replace('\r', "&#13;").replace('\t', "&#9;")
}
