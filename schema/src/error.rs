//! Why a document could not be read, and where.

use std::fmt;

/// A document that is no CSDL: where, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// What is wrong there.
    pub kind: ReadErrorKind,
}

/// What is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// It is no well-formed XML, in the parser's words.
    Xml(String),
    /// It ends before all elements are closed, or holds none.
    Incomplete,
    /// The outermost element is not `edmx:Edmx` (CSDL XML §3.1); what is there: the element, or `text`.
    NotCsdl(String),
    /// An element lacks an attribute that it has to have.
    Missing {
        /// Name of the element.
        element: &'static str,
        /// Name of the attribute.
        attribute: &'static str,
    },
    /// The value of an attribute is none that it may have.
    Invalid {
        /// Name of the attribute.
        attribute: &'static str,
        /// What is there.
        value: String,
        /// What it may be.
        expected: &'static str,
    },
    /// A namespace has two types of this qualified name.
    Twice(String),
    /// A type is a base of itself; its qualified name.
    Circle(String),
    /// Annotations are nested deeper than any real ones.
    TooDeep,
    /// A type has more bases, one above the other, than any real one; its qualified name.
    TooDerived(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.kind)
    }
}

impl fmt::Display for ReadErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(message) => f.write_str(message),
            Self::Incomplete => f.write_str("the document ends before it is complete"),
            Self::NotCsdl(found) => write!(f, "expected `edmx:Edmx`, as `$metadata` has it, found {found}"),
            Self::Missing { element, attribute } => write!(f, "`{element}` lacks its `{attribute}`"),
            Self::Invalid { attribute, value, expected } => {
                write!(f, "`{attribute}` is `{}`; expected {expected}", value.escape_debug())
            }
            Self::Twice(name) => write!(f, "`{name}` is defined twice"),
            Self::Circle(name) => write!(f, "`{name}` is a base type of itself"),
            Self::TooDeep => f.write_str("annotations are nested too deep"),
            Self::TooDerived(name) => write!(f, "`{name}` has too many base types, one above the other"),
        }
    }
}

impl std::error::Error for ReadError {}
