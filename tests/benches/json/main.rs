//! Reading and writing pages of 1,000 entities: ours beside serde_derive, in one run, interleaved, by CPU time.
//! Prints the ratio ours/theirs: the median of the rounds, with the quarters around it.
//!
//! - `cargo bench -p graph-entity-json-benches --bench json` measures all cases, `… --bench json -- plain levels` some.
//! - `… -- pages` measures pages of one kind from 1 KB to 100 MB.
//! - `… -- only-plain-ours-read 10` runs one side of one operation of a small page, to count its instructions.
//! - `--json` tells each figure as a line of JSON, `--quick` takes fewer rounds.

mod both;
mod case;
#[path = "../common/mod.rs"]
mod common;
mod family;
mod flatten;
mod generator;
mod levels;
mod pages;
mod plain;
mod states;

use case::CASES;
use common::arguments::Arguments;

fn main() {
    let arguments = Arguments::of_process();
    if common::case::run_alone(&CASES, &arguments) {
        return;
    }
    common::case::compare(&CASES, &arguments);
    if arguments.wants("pages") {
        pages::compare(&arguments);
    }
}
