//! Measures what graph-entity costs, beside its peers, and writes `BENCHMARKS.md` and its charts.
//!
//! `cargo run --release -p graph-entity-benches` (or `just bench`) runs all parts; named ones run alone:
//! `… -- compile clean`. Each pair is measured in one run, in turn. `… -- budget` is the step of CI: it compares a few
//! counts with `budget.toml`.
//!
//! - `process` runs a command and tells its CPU time and peak memory; `project` writes crates to compile.
//! - a part (`parts`) measures and gives a `Section`: tables and charts.
//! - `report` puts the section's tables between its marks in `BENCHMARKS.md`, and its charts beside it.

#![allow(dead_code, reason = "the parts that use it come next")]

mod callgrind;
mod chart;
mod figures;
mod machine;
mod parts;
mod process;
mod project;
mod report;
mod section;
mod table;

use std::process::ExitCode;

use clap::Parser;

use self::parts::Part;

/// Measures what graph-entity costs, beside its peers.
#[derive(Parser)]
struct Arguments {
    /// The parts to run; all of them if none is named.
    parts: Vec<Part>,
    /// Print the tables only, and leave the files as they are.
    #[arg(long)]
    print: bool,
    /// Fewer rounds and smaller sizes: to see that it runs, not for figures.
    #[arg(long)]
    quick: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let parts = if arguments.parts.is_empty() { Part::all() } else { arguments.parts };
    for part in parts {
        eprintln!("== {}", part.name());
        let section = match part.measure(arguments.quick) {
            Ok(section) => section,
            Err(error) => {
                eprintln!("{}: {error}", part.name());
                return ExitCode::FAILURE;
            }
        };
        println!("{}", section.markdown());
        if !arguments.print
            && let Err(error) = report::write(&section)
        {
            eprintln!("{}: {error}", part.name());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
