//! Rust as text: the few shapes that an import has, written as rustfmt would.

mod attribute;
mod docs;
pub(crate) mod edm;
mod item;
mod uses;

pub(crate) use self::docs::doc_text;
pub(crate) use self::item::{Body, Derive, Field, Item, Key, Variant};
pub(crate) use self::uses::in_order;

use self::uses::Uses;

/// The widest line.
pub(crate) const WIDTH: usize = 100;

/// A file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct File {
    /// What is said at the beginning, in lines, as `//!`.
    pub(crate) docs: Vec<String>,
    /// Whole names that are used by their last part: `graph_entity::edm::Date`, or `super::Alert as GraphAlert`.
    pub(crate) uses: Vec<String>,
    /// Names of the modules in it, private ones, whose content is public.
    pub(crate) modules: Vec<String>,
    /// Names of the modules in it that are public themselves.
    pub(crate) public_modules: Vec<String>,
    /// The types.
    pub(crate) items: Vec<Item>,
}

impl File {
    /// The text.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        for line in &self.docs {
            docs::push(&mut out, "//!", line);
        }
        let modules = self.modules.iter().map(|name| (name, ["mod ", name, ";\n"].concat()));
        let public = self.public_modules.iter().map(|name| (name, ["pub mod ", name, ";\n"].concat()));
        block(&mut out, &in_lines(modules.chain(public)));
        let again = self.modules.iter().map(|name| (name, ["pub use self::", name, "::*;\n"].concat()));
        block(&mut out, &in_lines(again));
        block(&mut out, &Uses::of(&self.uses).text());
        for item in &self.items {
            block(&mut out, &item.text());
        }
        out
    }
}

/// The lines in the order of their names.
fn in_lines<'a>(lines: impl Iterator<Item = (&'a String, String)>) -> String {
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by(|(a, _), (b, _)| in_order(a, b));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Puts `text` behind what is there, with an empty line between.
fn block(out: &mut String, text: &str) {
    if !out.is_empty() && !text.is_empty() {
        out.push('\n');
    }
    out.push_str(text);
}
