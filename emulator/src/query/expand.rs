//! `$expand`: the relations to put into an answer, each with options of its own.

use super::Query;
use crate::error::Failure;
use crate::path::split_outside;

/// How many levels of `$expand` there may be. Graph has fewer.
const MAX_DEPTH: usize = 6;

/// A relation that is asked for.
#[derive(Debug)]
pub(crate) struct Expand {
    /// `*`: all of them.
    pub(crate) name: String,
    /// The type that its items must have.
    pub(crate) cast: Option<String>,
    /// Whether only the references are asked for.
    pub(crate) is_ref: bool,
    pub(crate) query: Query,
}

impl Expand {
    pub(crate) fn is_all(&self) -> bool {
        self.name == "*"
    }

    /// Whether the relation `name` is asked for.
    pub(crate) fn means(&self, name: &str) -> bool {
        self.is_all() || self.name.eq_ignore_ascii_case(name)
    }
}

/// Reads the value of the option.
pub(super) fn parse(value: &str, depth: usize) -> Result<Vec<Expand>, Failure> {
    if depth == MAX_DEPTH {
        return Err(wrong("The maximum depth of $expand is exceeded."));
    }
    let malformed = || wrong(&format!("Syntax error in '{value}'."));
    split_outside(value, ',').ok_or_else(malformed)?.into_iter().map(|part| expand(part.trim(), depth)).collect()
}

fn expand(text: &str, depth: usize) -> Result<Expand, Failure> {
    let malformed = || wrong(&format!("Syntax error in '{text}'."));
    let (path, options) = match text.split_once('(') {
        Some((path, rest)) => (path, Some(rest.strip_suffix(')').ok_or_else(malformed)?)),
        None => (text, None),
    };
    let mut expand = Expand { name: String::new(), cast: None, is_ref: false, query: Query::default() };
    for segment in path.split('/').map(str::trim) {
        match segment {
            "$ref" if !expand.name.is_empty() => expand.is_ref = true,
            "" => return Err(malformed()),
            // Before the name a cast says whose relation it is, behind it of what type the items are.
            cast if cast.contains('.') && expand.name.is_empty() => {}
            cast if cast.contains('.') => expand.cast = Some(cast.to_owned()),
            name if expand.name.is_empty() => name.clone_into(&mut expand.name),
            _ => return Err(malformed()),
        }
    }
    if expand.name.is_empty() {
        return Err(malformed());
    }
    if let Some(options) = options {
        let options = split_outside(options, ';').ok_or_else(malformed)?.into_iter();
        let pairs = options.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let pairs = pairs.map(|(name, value)| (name.trim().to_owned(), value.to_owned()));
        expand.query = Query::read(pairs.filter(|(name, _)| !name.is_empty()).collect(), depth + 1)?;
    }
    Ok(expand)
}

fn wrong(what: &str) -> Failure {
    Failure::bad_request(format!("Parsing OData Select and Expand failed: {what}"))
}
