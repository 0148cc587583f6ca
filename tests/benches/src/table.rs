//! Markdown tables.

use std::fmt;

/// A table with a sentence above it.
#[derive(Debug)]
pub struct Table {
    /// What is measured, and by what command alone.
    pub caption: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows, as wide as the head.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(caption: impl Into<String>, head: &[&str]) -> Self {
        Self { caption: caption.into(), head: head.iter().map(ToString::to_string).collect(), rows: Vec::new() }
    }

    /// One more row.
    ///
    /// # Panics
    ///
    /// If it is not as wide as the head.
    pub fn row(&mut self, cells: Vec<String>) {
        assert_eq!(cells.len(), self.head.len(), "a row of `{}`", self.caption);
        self.rows.push(cells);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.caption)?;
        let rule = vec![String::from("---"); self.head.len()];
        for row in [&self.head, &rule].into_iter().chain(&self.rows) {
            writeln!(f, "| {} |", row.join(" | "))?;
        }
        Ok(())
    }
}

/// A number, thousands apart.
pub fn thousands(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_markdown() {
        let mut table = Table::new("What it costs:", &["", "s"]);
        table.row(vec!["ours".into(), "1".into()]);
        assert_eq!(table.to_string(), "What it costs:\n\n|  | s |\n| --- | --- |\n| ours | 1 |\n");
    }

    #[test]
    fn thousands_are_apart() {
        let written: Vec<_> = [0, 12, 999, 1_000, 1_234_567].map(thousands).into();
        assert_eq!(written, ["0", "12", "999", "1,000", "1,234,567"]);
    }
}
