//! Real samples of Microsoft Graph, read into annotated types, written, and compared; and the
//! documented creates, from builder to body.
//!
//! The samples are those of the Graph reference. A part is in `tests/data/graph-docs`, and is always run; the whole is
//! run where it is beside the repository. Which rows are left out is in `rules`, which differences do not count in
//! `compare`.

mod builders;
mod compare;
mod creates;
mod kept;
mod raw;
mod registry;
mod rows;
mod rules;
mod types;

use std::path::Path;

use rows::{Report, Row};

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text of a file of the whole corpus; `None`, with the reason printed, where there is none.
fn shared(file: &str) -> Option<String> {
    let path = rows::shared(file);
    if !path.exists() {
        println!("skipped: the whole corpus is not beside this repository ({} is absent)", path.display());
        return None;
    }
    Some(read(&path))
}

/// A run in which the rules leave out more than one row in twenty has lost its point.
fn assert_few_left_out(report: &Report) {
    let left_out: usize = report.left_out.values().sum();
    assert!(left_out * 20 <= report.matching, "{left_out} of {} rows are left out", report.matching);
}

#[test]
fn bodies_of_the_reference_survive() {
    let text = read(&rows::data("bodies.ndjson"));
    let rows = Row::all(&text);
    let report = Report::of_bodies(&rows);
    report.finish("tests/data/graph-docs/bodies.ndjson");
    assert_eq!(report.matching, rows.len(), "every row is of a type of ours");
    assert!(report.passed >= 200 && report.left_out.is_empty() && report.types.len() >= 60);
}

#[test]
fn creates_of_the_reference_come_from_builders() {
    let text = read(&rows::data("creates.ndjson"));
    let rows = Row::all(&text);
    let report = creates::report(&rows);
    report.finish("tests/data/graph-docs/creates.ndjson");
    assert_eq!(report.matching, rows.len(), "every row is of a type of ours");
    assert!(report.left_out.is_empty());
}

#[test]
fn types_without_a_sample_in_the_corpus_survive() {
    let text = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/graph-own/bodies.ndjson"));
    let rows = Row::all(&text);
    let report = Report::of_bodies(&rows);
    report.finish("tests/data/graph-own/bodies.ndjson");
    assert_eq!((report.matching, report.left_out.len()), (rows.len(), 0));
}

#[test]
fn bodies_of_the_whole_corpus_survive() {
    let Some(text) = shared("bodies.ndjson") else { return };
    let report = Report::of_bodies(&Row::all(&text));
    report.finish("the whole corpus, bodies.ndjson");
    assert_few_left_out(&report);
}

#[test]
fn creates_of_the_whole_corpus_come_from_builders() {
    let Some(text) = shared("creates.ndjson") else { return };
    let report = creates::report(&Row::all(&text));
    report.finish("the whole corpus, creates.ndjson");
    assert_few_left_out(&report);
}
