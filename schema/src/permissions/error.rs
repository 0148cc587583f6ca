//! Why a list of permissions could not be read.

use std::fmt;

/// A list of permissions that is none: where, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PermissionsError {
    /// It is no JSON: line and column are in the parser's words.
    Json(String),
    /// A value is not what it should be.
    Unexpected {
        /// Its place, such as `permissions["User.Read"].pathSets[0].methods`.
        place: String,
        /// What should be there.
        expected: &'static str,
    },
}

impl fmt::Display for PermissionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(message) => f.write_str(message),
            Self::Unexpected { place, expected } => write!(f, "{place}: expected {expected}"),
        }
    }
}

impl std::error::Error for PermissionsError {}
