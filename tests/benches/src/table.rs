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

    /// Without the columns that have no figure in any row.
    pub fn without_empty_columns(mut self) -> Self {
        let used: Vec<_> = (0..self.head.len()).map(|at| self.rows.iter().any(|row| !row[at].is_empty())).collect();
        for row in std::iter::once(&mut self.head).chain(&mut self.rows) {
            let mut used = used.iter();
            row.retain(|_| used.next().is_some_and(|used| *used));
        }
        self
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
    fn a_column_stays_if_one_row_has_a_figure() {
        let mut table = Table::new("", &["", "check", "dev", "release"]);
        table.row(["ours", "1", "", ""].map(String::from).into());
        table.row(["peer", "2", "", "3"].map(String::from).into());
        let table = table.without_empty_columns();
        assert_eq!(table.head, ["", "check", "release"]);
        assert_eq!(table.rows, [["ours", "1", ""], ["peer", "2", "3"]]);
    }

    #[test]
    fn thousands_are_apart() {
        let written: Vec<_> = [0, 12, 999, 1_000, 1_234_567].map(thousands).into();
        assert_eq!(written, ["0", "12", "999", "1,000", "1,234,567"]);
    }
}
