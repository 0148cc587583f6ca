//! The least permissions that a crate's entities need, from the `permission` keys in its sources: what to ask for in an
//! app's registration.

mod show;
mod source;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

pub use self::show::Detail;
use super::{Needed, Operation};

/// The entities of a crate that have collections or single instances.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scopes {
    /// By file and line.
    pub entities: Vec<Entity>,
}

/// An entity and what its keys say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Name of the struct, or of the enum of a family.
    pub name: String,
    /// Its file.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// The requests of which the keys tell the permissions.
    pub requests: Vec<Request>,
    /// Paths of the collections and single instances of which they tell nothing.
    pub untold: Vec<String>,
}

/// A request that an entity can be part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What it does.
    pub operation: Operation,
    /// Its path below the version, a template.
    pub path: String,
    /// What it needs.
    pub needed: Needed,
}

/// Why a crate's sources could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopesError {
    /// The file.
    pub file: String,
    /// The line, from 1; `None` if it is about the whole file.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for ScopesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for ScopesError {}

/// Permissions for the two kinds of token, each once and in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Set<'a> {
    /// For an app that acts for a signed-in user.
    pub delegated: BTreeSet<&'a str>,
    /// For an app that acts for itself.
    pub application: BTreeSet<&'a str>,
}

impl<'a> Set<'a> {
    fn of(requests: impl Iterator<Item = &'a Request>) -> Self {
        let mut set = Self::default();
        for Request { needed, .. } in requests {
            set.delegated.extend(needed.delegated.iter().map(String::as_str));
            set.application.extend(needed.application.iter().map(String::as_str));
        }
        set
    }
}

impl Scopes {
    /// What all requests of all entities need.
    #[must_use]
    pub fn set(&self) -> Set<'_> {
        Set::of(self.entities.iter().flat_map(|entity| &entity.requests))
    }

    /// Reads the text of one source file, `file` by name. What is for tests only (`#[cfg(test)]`) doesn't count.
    pub fn add_file(&mut self, file: &str, text: &str) -> Result<(), ScopesError> {
        self.entities.extend(source::entities(file, text)?);
        Ok(())
    }
}

impl Entity {
    /// What all requests of the entity need.
    #[must_use]
    pub fn set(&self) -> Set<'_> {
        Set::of(self.requests.iter())
    }
}

/// Reads all sources of a crate: the files below `src` beside its manifest.
pub fn of_crate(manifest: &Path) -> Result<Scopes, ScopesError> {
    let failed = |path: &Path, message: String| ScopesError { file: path.display().to_string(), line: None, message };
    if !manifest.is_file() {
        return Err(failed(manifest, "there is no such manifest".to_owned()));
    }
    let src = manifest.parent().unwrap_or(Path::new("")).join("src");
    if !src.is_dir() {
        let message = "there is no `src` beside the manifest; of a workspace name a member's manifest";
        return Err(failed(manifest, message.to_owned()));
    }
    let mut scopes = Scopes::default();
    for path in files(&src).map_err(|error| failed(&src, error.to_string()))? {
        let text = std::fs::read_to_string(&path).map_err(|error| failed(&path, error.to_string()))?;
        scopes.add_file(&path.display().to_string(), &text)?;
    }
    Ok(scopes)
}

/// The `.rs` files in a folder and all below it, in order.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            // A link is not followed: it may lead back.
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() && entry.path().extension().is_some_and(|extension| extension == "rs") {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}
