//! The whole of what follows from a page.

use super::error::PageError;
use super::read::read;
use super::{rust, schema, test};
use crate::model::Schema;

/// What a page becomes.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// The struct, and the enumerations that it uses.
    pub rust: String,
    /// A test module, which belongs below the struct.
    pub test: String,
    /// The page's entity as metadata, to check the struct against.
    pub slice: Schema,
    /// What is worth knowing, and what was left out.
    pub notes: Vec<String>,
}

/// Reads a page and writes what follows from it. `version` goes before that of the page's sample.
pub fn run(page: &str, version: Option<&str>) -> Result<Output, PageError> {
    let page = read(page)?;
    let facts = page.facts(version)?;
    Ok(Output { rust: rust(&facts), test: test(&page, &facts), slice: schema(&facts), notes: facts.notes })
}
