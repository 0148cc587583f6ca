//! How much the derives write.

use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::library;
use super::side::Side;
use crate::project::Project;
use crate::section::Error;
use crate::shapes::Shape;

/// Leaf tokens for a type of what each side's derives write, std's apart.
pub fn count(shapes: &[Shape], folder: &Path) -> Result<Vec<(Side, f64)>, Error> {
    let counts = Side::ALL.map(|side| Ok((side, expanded(side, shapes, folder)?)));
    let counts: Vec<_> = counts.into_iter().collect::<Result<_, Error>>()?;
    let std = counts[0].1;
    Ok(counts.into_iter().map(|(side, count)| (side, (count - std) as f64 / shapes.len() as f64)).collect())
}

/// Those of the types after all macros: the compiler prints them (an unstable option).
fn expanded(side: Side, shapes: &[Shape], folder: &Path) -> Result<i64, Error> {
    let name = format!("{}-tokens", side.name());
    let source = format!("#![allow(unused_imports)]\n{}", side.types(shapes));
    let files = library(source, side.slice(shapes));
    let project = Project::write(folder, &name, side.title(), &side.dependencies(), &files)?;
    eprintln!("tokens of {}", side.title());
    let text = project.expanded()?;
    let tokens = text.parse::<TokenStream>().map_err(|error| format!("{}: {error}", side.title()))?;
    Ok(leaves(tokens))
}

/// Tokens, a group's delimiters counted once, without the attributes that derives read: these stay as they were written.
fn leaves(tokens: TokenStream) -> i64 {
    let mut count = 0;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' && tokens.peek().is_some_and(is_helper) => {
                tokens.next();
            }
            TokenTree::Group(group) => count += 1 + leaves(group.stream()),
            _ => count += 1,
        }
    }
    count
}

fn is_helper(token: &TokenTree) -> bool {
    const HELPERS: [&str; 6] = ["builder", "graph", "graph_complex", "graph_entity", "graph_enum", "serde"];
    let TokenTree::Group(group) = token else { return false };
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(name)) if HELPERS.contains(&&*name.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_are_counted_without_what_derives_read() {
        let count = |text: &str| leaves(text.parse().unwrap());
        assert_eq!(count("fn f(a: u8) { a }"), 8);
        assert_eq!(count("#[serde(rename = \"x\")] #[inline] fn f() {}"), 3 + 4);
    }
}
