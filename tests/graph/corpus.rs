//! Every sample of the Graph reference whose declared type is in the metadata, through the type that was imported for it:
//! read, written and compared; creates from the body to the builder. The pages of v1.0 and of beta are told apart: the
//! metadata is that of v1.0.
//!
//! Which rows are left out, and which differences are none, is as in the corpus of the workspace's own types.

#[path = "../corpus/compare.rs"]
mod compare;
mod creates;
#[path = "../corpus/kept.rs"]
mod kept;
#[path = "../corpus/raw.rs"]
mod raw;
mod registry;
#[allow(dead_code)] // The paths of the other corpus.
#[path = "../corpus/rows.rs"]
mod rows;
#[path = "../corpus/rules.rs"]
mod rules;

use std::path::Path;

use rows::{Report, Row};

/// The text of a file of the corpus; `None`, with the reason printed, where there is none.
fn corpus(file: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus").join(file);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: {} is absent", path.display());
    }
    text
}

/// Of v1.0's rows so many, of a thousand, have to pass.
const PASS: usize = 995;

fn run(file: &str, report: impl Fn(&[Row<'_>]) -> Report) {
    let Some(text) = corpus(file) else { return };
    let mut enough = true;
    for version in ["v1.0", "beta"] {
        let rows: Vec<Row<'_>> =
            Row::all(&text).into_iter().filter(|row| row.id.starts_with(&format!("{version}/"))).collect();
        let report = report(&rows);
        report.print(&format!("{file}, pages of {version}"));
        let left_out: usize = report.left_out.values().sum();
        let run = report.matching - left_out;
        println!("  {:.2} % pass", 100.0 * report.passed as f64 / run as f64);
        report.failures.iter().for_each(|failure| println!("  failed: {failure}"));
        if version == "v1.0" {
            enough &= report.passed * 1000 >= run * PASS && left_out * 20 <= report.matching;
        }
    }
    assert!(enough, "of v1.0 {PASS} of 1000 rows have to pass, and at most one of 20 is left out");
}

#[test]
fn bodies() {
    run("bodies.ndjson", Report::of_bodies);
}

#[test]
fn creates() {
    run("creates.ndjson", creates::report);
}
