//! Why types can't be imported.

use std::fmt;

use crate::slice::NameError;

/// What an import was asked for, and can't be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportError {
    /// A name that is none of a type.
    Name(NameError),
    /// A name that is an action's or a function's; the qualified one.
    Operation(String),
    /// A selected property is none of any named type.
    UnknownProperty {
        /// As it was asked for.
        name: String,
        /// The type.
        ty: String,
        /// The line where the type is defined.
        line: u32,
        /// One that is spelt like it.
        near: Option<String>,
    },
    /// A selected property is a stream: it is no part of the entity, but is read by a request of its own.
    Stream {
        /// The property.
        name: String,
        /// Its line.
        line: u32,
    },
    /// The name of a type has letters that none of Graph's has, and that the derive refuses.
    NoName {
        /// The qualified name.
        name: String,
        /// The line where the type is defined.
        line: u32,
    },
    /// A property's type is not defined in the document.
    Undefined {
        /// The type that is missing.
        missing: String,
        /// The type that has the property.
        ty: String,
        /// The property.
        property: String,
        /// The line of the property.
        line: u32,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (text, near) = match self {
            Self::Name(error) => return error.fmt(f),
            Self::Operation(name) => return write!(f, "`{name}` is an operation, not a type"),
            Self::UnknownProperty { name, ty, line, near } => {
                (format!("`{ty}` (line {line}) has no property `{name}`"), near)
            }
            Self::Stream { name, line } => {
                return write!(
                    f,
                    "`{name}` (line {line}) is a stream: it is no part of the entity, but is read by a request of its own"
                );
            }
            Self::NoName { name, line } => {
                return write!(
                    f,
                    "line {line}: `{name}`: the names of types are made of ASCII letters, digits and `_`"
                );
            }
            Self::Undefined { missing, ty, property, line } => {
                return write!(
                    f,
                    "line {line}: `{missing}`, the type of `{property}` of `{ty}`, is not defined",
                    missing = missing.escape_debug()
                );
            }
        };
        f.write_str(&text)?;
        match near {
            Some(near) => write!(f, "; did you mean `{near}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ImportError {}

/// The one of `names` that `wanted` may be meant to be.
pub(super) fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = names.into_iter().map(|name| (strsim::osa_distance(wanted, name), name));
    let (distance, name) = near.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= wanted.len().max(3)).then(|| name.to_owned())
}
