//! The whole of what follows from a page.

use super::error::PageError;
use super::read::read;
use super::{rust, schema, test};
use crate::model::Schema;
use crate::permissions::Permissions;

/// What a page does not tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The version of the API, for a page whose sample does not tell; it goes before the sample's.
    pub version: Option<String>,
    /// The file that the slice is to be in, for the key `schema`: the derives then compare with it.
    pub schema: Option<String>,
    /// The list that tells the least permissions of requests; it goes before the page's table.
    pub permissions: Option<Permissions>,
}

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

/// Reads a page and writes what follows from it.
pub fn run(page: &str, options: &Options) -> Result<Output, PageError> {
    let page = read(page)?;
    let facts = page.facts(options)?;
    Ok(Output { rust: rust(&facts), test: test(&page, &facts), slice: schema(&facts), notes: facts.notes })
}
