//! Rust as text: the few shapes that an import has, written as rustfmt would.

mod attribute;
mod docs;
mod item;
mod uses;

pub use self::docs::doc_text;
pub use self::item::{Body, Field, Item, Key, Variant};
pub(crate) use self::uses::in_order;

use self::uses::Uses;

/// The widest line.
const WIDTH: usize = 100;

/// A file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct File {
    /// What is said at the beginning, in lines, as `//!`.
    pub docs: Vec<String>,
    /// Whole names that are used by their last part: `graph_entity::edm::Date`, or `super::Alert as GraphAlert`.
    pub uses: Vec<String>,
    /// Names of the modules in it, private ones, whose content is public.
    pub modules: Vec<String>,
    /// Names of the modules in it that are public themselves.
    pub public_modules: Vec<String>,
    /// The types.
    pub items: Vec<Item>,
}

impl File {
    /// The text.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for line in &self.docs {
            docs::push(&mut out, "//!", line);
        }
        let mut modules: Vec<_> = self.modules.iter().map(|name| ("mod", name)).collect();
        modules.extend(self.public_modules.iter().map(|name| ("pub mod", name)));
        modules.sort_by(|(_, a), (_, b)| in_order(a, b));
        block(&mut out, &modules.iter().map(|(keyword, name)| format!("{keyword} {name};\n")).collect::<String>());
        let mut again: Vec<_> = self.modules.iter().collect();
        again.sort_by(|a, b| in_order(a, b));
        block(&mut out, &again.iter().map(|name| format!("pub use self::{name}::*;\n")).collect::<String>());
        block(&mut out, &Uses::of(&self.uses).text());
        for item in &self.items {
            block(&mut out, &item.text());
        }
        out
    }
}

/// Puts `text` behind what is there, with an empty line between.
fn block(out: &mut String, text: &str) {
    if !out.is_empty() && !text.is_empty() {
        out.push('\n');
    }
    out.push_str(text);
}
