//! What a part gives: tables, charts, and when and where they were measured.

use std::fmt::Write as _;

use crate::chart::Chart;
use crate::table::Table;

/// What went wrong, in words for who runs the bench.
pub type Error = Box<dyn std::error::Error>;

/// The figures of a part.
#[derive(Debug)]
pub struct Section {
    /// The name of its marks in `BENCHMARKS.md`.
    pub name: &'static str,
    /// Date, processor, compiler, versions of peers (`machine::circumstances`).
    pub circumstances: String,
    /// In the order in which they are shown.
    pub tables: Vec<Table>,
    /// Written beside the report, and shown above the tables.
    pub charts: Vec<Chart>,
}

impl Section {
    /// The text between the marks.
    pub fn markdown(&self) -> String {
        let mut text = format!("{}\n", self.circumstances);
        for chart in &self.charts {
            let _ = write!(text, "\n![{}]({})\n", chart.title, chart.path());
        }
        for table in &self.tables {
            let _ = write!(text, "\n{table}");
        }
        text
    }
}
