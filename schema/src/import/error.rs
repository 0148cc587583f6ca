//! Why types can't be imported.

use std::fmt;

/// What an import was asked for, and can't be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportError {
    /// There is no such type.
    UnknownType {
        /// As it was asked for.
        name: String,
        /// The qualified name of one that is spelt like it.
        near: Option<String>,
    },
    /// There are several types of this name.
    Ambiguous {
        /// As it was asked for.
        name: String,
        /// The qualified names.
        types: Vec<String>,
    },
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
            Self::UnknownType { name, near } => (format!("the metadata has no type `{name}`"), near),
            Self::Ambiguous { name, types } => {
                return write!(f, "`{name}` is the name of several types: `{}`", types.join("`, `"));
            }
            Self::UnknownProperty { name, ty, line, near } => {
                (format!("`{ty}` (line {line}) has no property `{name}`"), near)
            }
            Self::Stream { name, line } => {
                return write!(
                    f,
                    "`{name}` (line {line}) is a stream: it is no part of the entity, but is read by a request of its own"
                );
            }
            Self::Undefined { missing, ty, property, line } => {
                return write!(f, "line {line}: `{missing}`, the type of `{property}` of `{ty}`, is not defined");
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
    let most = (wanted.chars().count() / 3).clamp(1, 3);
    let distances = names.into_iter().map(|name| (distance(wanted, name, most), name));
    let found = distances.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance);
    found.map(|(_, name)| name.to_owned())
}

/// How many letters have to be changed, put in, taken out or swapped with the next; more than `most` is all the same.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.to_lowercase().chars().collect(), b.to_lowercase().chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let (mut before, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=b.len()).collect());
    for (row, one) in a.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, two) in b.iter().enumerate() {
            let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX - 1);
            let changed = at(&last, column) + usize::from(one != two);
            let mut least = changed.min(at(&last, column + 1) + 1).min(at(&next, column) + 1);
            let swapped = row > 0 && column > 0 && a.get(row - 1) == Some(two) && b.get(column - 1) == Some(one);
            if swapped {
                least = least.min(at(&before, column - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut last, next);
    }
    last.last().copied().unwrap_or(most + 1)
}
