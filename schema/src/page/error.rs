//! Why a page gives no entity, and where.

use std::fmt;

/// A page that no entity can be made of: where, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageError {
    /// The heading of the section, as the page or the reference spells it; empty for the page as a whole.
    pub section: String,
    /// From 1; 0 where the page as a whole lacks something.
    pub line: u32,
    /// What is wrong, or missing, in a sentence.
    pub message: String,
}

impl PageError {
    pub(super) fn new(section: &str, line: u32, message: impl Into<String>) -> Self {
        Self { section: section.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}", self.line)?;
        } else {
            f.write_str("the page")?;
        }
        if !self.section.is_empty() {
            write!(f, ", section \"{}\"", self.section)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for PageError {}
