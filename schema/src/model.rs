//! What a CSDL document says, with all names qualified and all aliases expanded.
//!
//! The terms are those of OData CSDL XML 4.01, whose sections are cited as C§.

use std::collections::{BTreeMap, HashMap};

/// The metadata of a service, or a slice of it: everything by its qualified name (`microsoft.graph.user`).
///
/// [`read`](crate::read) makes one from a document, [`write`](crate::write()) a document from one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schema {
    /// The namespaces with their aliases, in the document's order. An alias holds for the whole document (C§5.2).
    pub namespaces: Vec<Namespace>,
    /// The types of all namespaces, in the document's order.
    pub types: Vec<TypeDefinition>,
    /// Actions and functions, overloads apart, in the document's order.
    pub operations: Vec<Operation>,
    /// What requests start from.
    pub container: Option<Container>,
    /// Number of each type in `types`, by its name; see [`Schema::index`].
    pub(crate) by_name: HashMap<String, usize>,
    /// The types whose base a type is, by numbers.
    pub(crate) derived: BTreeMap<usize, Vec<usize>>,
}

/// A `Schema` element (C§5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namespace {
    /// `microsoft.graph.security`.
    pub name: String,
    /// `self`: stands for `name` anywhere in the document.
    pub alias: Option<String>,
}

/// A type that a namespace defines.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeDefinition {
    /// An entity type or a complex type.
    Structured(StructuredType),
    /// An enumeration type.
    Enum(EnumType),
    /// Another name of a primitive type (C§11).
    Alias(TypeAlias),
}

/// An entity type (C§6) or a complex type (C§9).
#[allow(clippy::struct_excessive_bools)] // The document's own attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct StructuredType {
    /// Its qualified name.
    pub name: String,
    /// An entity type: it may have a key, and collections of it have addresses.
    pub is_entity: bool,
    /// The qualified name of the base type.
    pub base: Option<String>,
    /// It has no instances of its own, only those of derived types.
    pub is_abstract: bool,
    /// Instances may have properties that the type does not declare. Derived types are open too, and say so here as well.
    pub is_open: bool,
    /// An instance is a media entity: its content is a stream (C§6.4).
    pub has_stream: bool,
    /// The properties that make the key, of this type itself; see [`Schema::key`] for inherited ones.
    pub key: Vec<String>,
    /// Its own structural properties.
    pub properties: Vec<Property>,
    /// Its own navigation properties.
    pub navigations: Vec<NavigationProperty>,
    /// What is said about the type.
    pub annotations: Annotations,
    /// Line of its element in the document, from 1; 0 if it was not read from one.
    pub line: u32,
}

/// A structural property (C§7).
#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    /// Its name on the wire.
    pub name: String,
    /// Its type.
    pub ty: TypeRef,
    /// What is said about it.
    pub annotations: Annotations,
    /// Line of its element in the document, from 1; 0 if it was not read from one.
    pub line: u32,
}

/// A navigation property (C§8): a relationship.
#[derive(Debug, Clone, PartialEq)]
pub struct NavigationProperty {
    /// Its name on the wire.
    pub name: String,
    /// The type of the related entity or entities.
    pub ty: TypeRef,
    /// The related entities live below this one, in its path (C§8.4).
    pub contains_target: bool,
    /// What is said about it.
    pub annotations: Annotations,
    /// Line of its element in the document, from 1; 0 if it was not read from one.
    pub line: u32,
}

/// The type of a property, a parameter or a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeRef {
    /// `Edm.String` or a qualified name, without `Collection(…)`.
    pub name: String,
    /// It was `Collection(…)`.
    pub is_collection: bool,
    /// The value may be null; of a collection, its items. True unless the document says no (C§7.2.1).
    pub nullable: bool,
}

/// An enumeration type (C§10).
#[derive(Debug, Clone, PartialEq)]
pub struct EnumType {
    /// Its qualified name.
    pub name: String,
    /// Members combine.
    pub is_flags: bool,
    /// The primitive type of the values: `Edm.Int32` unless the document says another.
    pub underlying: String,
    /// The members, in the document's order.
    pub members: Vec<Member>,
    /// What is said about it.
    pub annotations: Annotations,
    /// Line of its element in the document, from 1; 0 if it was not read from one.
    pub line: u32,
}

/// A member of an enumeration type (C§10.3).
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its name on the wire.
    pub name: String,
    /// Its value: the document's, else one more than the member before it.
    pub value: i64,
    /// What is said about it.
    pub annotations: Annotations,
}

/// Another name of a primitive type (C§11).
#[derive(Debug, Clone, PartialEq)]
pub struct TypeAlias {
    /// Its qualified name.
    pub name: String,
    /// `Edm.String`.
    pub underlying: String,
    /// What is said about it.
    pub annotations: Annotations,
    /// Line of its element in the document, from 1; 0 if it was not read from one.
    pub line: u32,
}

/// An action or a function (C§12), one overload of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Its qualified name.
    pub name: String,
    /// A function: it changes nothing and returns something.
    pub is_function: bool,
    /// The first parameter is what it is called on.
    pub is_bound: bool,
    /// A path may go on behind the call.
    pub is_composable: bool,
    /// All parameters, the binding one first.
    pub parameters: Vec<Parameter>,
    /// What it returns; an action may return nothing.
    pub returns: Option<TypeRef>,
    /// What is said about it.
    pub annotations: Annotations,
    /// Line of its element in the document, from 1; 0 if it was not read from one.
    pub line: u32,
}

/// A parameter of an operation (C§12.9).
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: String,
    /// Its type.
    pub ty: TypeRef,
    /// What is said about it; `Core.OptionalParameter` among it.
    pub annotations: Annotations,
}

/// The entity container (C§13): the entity sets and singletons that paths start with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Container {
    /// Its qualified name.
    pub name: String,
    /// The entity sets (C§13.2).
    pub sets: Vec<Root>,
    /// The singletons (C§13.3).
    pub singletons: Vec<Root>,
    /// What is said about it.
    pub annotations: Annotations,
}

/// An entity set or a singleton.
#[derive(Debug, Clone, PartialEq)]
pub struct Root {
    /// Its name, the first segment of paths.
    pub name: String,
    /// The qualified name of the entity type.
    pub ty: String,
    /// Where the targets of non-containing navigation properties live: path and target, as written (C§13.4).
    pub bindings: Vec<(String, String)>,
    /// What is said about it.
    pub annotations: Annotations,
}

/// Annotations (C§14), those beside the element and those of `Annotations` elements elsewhere in the document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotations(pub Vec<Annotation>);

/// What is said by one term.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// The qualified name of the term: `Org.OData.Core.V1.Description`.
    pub term: String,
    /// Tells several annotations of a term apart.
    pub qualifier: Option<String>,
    /// What is said.
    pub value: Expression,
}

/// The value of an annotation. Dynamic expressions other than paths are not understood, and kept as [`Other`].
///
/// [`Other`]: Expression::Other
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// `Bool="true"`, and a term without a value, which means that.
    Bool(bool),
    /// `String="…"`.
    Text(String),
    /// A constant of another type, as written: the name of the type (`Date`, `Decimal`, …) and its text.
    Constant(&'static str, String),
    /// `Int="1"`.
    Int(i64),
    /// The names of enum members: `Org.OData.Core.V1.Permission/Read`, qualified.
    EnumMember(Vec<String>),
    /// A path: its kind (`Path`, `PropertyPath`, `NavigationPropertyPath`, …), and where it leads.
    Path(&'static str, String),
    /// A list.
    Collection(Vec<Expression>),
    /// Values by name; the type, where the document says one, is not kept.
    Record(Vec<(String, Expression)>),
    /// The name of an element that is not understood.
    Other(String),
}
