//! JSON as an expression of Rust.

use std::fmt::Write as _;

use serde_json::Value;

/// JSON as Rust writes it, with names in the order of the page.
pub(super) enum Json {
    Object(Vec<(String, Value)>),
    Other(Value),
}

impl Json {
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Object(object) => {
                Self::Object(object.iter().map(|(name, value)| (name.clone(), value.clone())).collect())
            }
            other => Self::Other(other.clone()),
        }
    }

    /// `json!(…)`, or a string where it has more than the macro can take.
    pub(super) fn expression(&self, indent: usize) -> String {
        // The macro calls itself for each value.
        const MOST: usize = 30;
        let (values, is_small) = self.size();
        if values <= MOST && is_small {
            return format!("json!({})", self.text(indent, &|text| format!("{text:?}")));
        }
        let text = self.text(0, &quoted);
        // More than any that follow a quote in the text.
        let hashes = (1..=255).map(|count| "#".repeat(count)).find(|hashes| !text.contains(&format!("\"{hashes}")));
        let (hashes, outer) = (hashes.unwrap_or_default(), "    ".repeat(indent));
        format!("serde_json::from_str::<serde_json::Value>(\n{outer}    r{hashes}\"{text}\"{hashes},\n{outer})?")
    }

    /// The number of values in it, and whether all integers fit the type that Rust takes for one.
    fn size(&self) -> (usize, bool) {
        let parts: Vec<Self> = match self {
            Self::Object(entries) => entries.iter().map(|(_, value)| Self::of(value)).collect(),
            Self::Other(Value::Array(items)) => items.iter().map(Self::of).collect(),
            Self::Other(Value::Number(number)) => {
                return (1, number.is_f64() || number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()));
            }
            Self::Other(_) => return (1, true),
        };
        let sizes = parts.iter().map(Self::size);
        sizes.fold((1, true), |(values, small), (more, also)| (values + more, small && also))
    }

    fn text(&self, indent: usize, quote: &dyn Fn(&str) -> String) -> String {
        let inner = "    ".repeat(indent + 1);
        let (open, items, close) = match self {
            Self::Object(entries) => {
                let entry = |(name, value): &(String, Value)| {
                    format!("{}: {}", quote(name), Self::of(value).text(indent + 1, quote))
                };
                ('{', entries.iter().map(entry).collect::<Vec<_>>(), '}')
            }
            Self::Other(Value::Array(items)) => {
                ('[', items.iter().map(|item| Self::of(item).text(indent + 1, quote)).collect(), ']')
            }
            Self::Other(Value::String(text)) => return quote(text),
            Self::Other(other) => return other.to_string(),
        };
        if items.is_empty() {
            return format!("{open}{close}");
        }
        format!("{open}\n{inner}{}\n{}{close}", items.join(&format!(",\n{inner}")), "    ".repeat(indent))
    }
}

/// A string of JSON. What can't be seen is escaped: rustc refuses some of it in a literal.
fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for letter in Value::from(text).to_string().chars() {
        match u32::from(letter) {
            number @ (0x7f..=0x9f | 0x200b..=0x200f | 0x2028..=0x202e | 0x2066..=0x2069) => {
                let _ = write!(quoted, "\\u{number:04x}");
            }
            _ => quoted.push(letter),
        }
    }
    quoted
}
