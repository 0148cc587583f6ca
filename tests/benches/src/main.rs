//! Measures what graph-entity costs, beside its peers, and writes `BENCHMARKS.md` and its charts.
//!
//! `cargo run --release -p graph-entity-benches` (or `just bench`) runs all parts; named ones run alone:
//! `… -- compile clean`. Each pair is measured in one run, in turn. All parts take less than half an hour on two cores;
//! `--full` adds what that has no room for, in some 45 minutes. `… -- budget` is the step of CI: it compares a few
//! counts with `budget.toml`.
//!
//! - `process` runs a command and tells its CPU time and peak memory; `project` writes crates to compile.
//! - a part (`parts`) measures and gives a `Section`: tables and charts.
//! - `report` puts the section's tables between its marks in `BENCHMARKS.md`, and its charts beside it.

mod budget;
mod callgrind;
mod chart;
mod effort;
mod figures;
mod instructions;
mod machine;
mod parts;
mod process;
mod project;
mod report;
mod rust_names;
mod section;
mod shapes;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};

use self::effort::Effort;
use self::parts::Part;
use self::section::{Error, Section};

/// Measures what graph-entity costs, beside its peers.
#[derive(Parser)]
#[command(args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The parts to run; all that need nothing but the tree if none is named.
    parts: Vec<Part>,
    /// Print the tables only, and leave the files as they are.
    #[arg(long)]
    print: bool,
    /// Fewer rounds and smaller sizes: to see that it runs, not for figures.
    #[arg(long, conflicts_with = "full")]
    quick: bool,
    /// What half an hour has no room for. `compile`: dev and release builds of 1,600 types, and release builds of 400
    /// with the builders of others. `clean`: a second round of what is slow to build. It takes some 45 minutes in place of 25.
    #[arg(long)]
    full: bool,
}

impl Arguments {
    fn effort(&self) -> Effort {
        match (self.quick, self.full) {
            (true, _) => Effort::Quick,
            (_, true) => Effort::Full,
            _ => Effort::Usual,
        }
    }
}

#[derive(Subcommand)]
enum Command {
    /// Compares a few figures with `budget.toml`, and fails if one is worse.
    Budget {
        /// Write the figures into the file instead.
        #[arg(long)]
        set: bool,
    },
    /// Prints the instructions of the benches `json` and `requests`, ours beside the peer's (valgrind).
    Instructions {
        /// Cases; all of them if none is named.
        cases: Vec<String>,
    },
    /// The whole of Graph as a crate: to import, to check, to build, and in a program's size. Takes ten minutes.
    Whole {
        /// The document: <https://graph.microsoft.com/v1.0/$metadata>.
        metadata: PathBuf,
        /// Print the tables only, and leave the files as they are.
        #[arg(long)]
        print: bool,
        /// Sizes of a few types only: to see that it runs.
        #[arg(long)]
        quick: bool,
    },
    /// Writes `shapes.txt`, the shapes of types that `compile` measures, from Graph's metadata.
    Shapes {
        /// The document: <https://graph.microsoft.com/v1.0/$metadata>.
        metadata: PathBuf,
        /// How many types.
        #[arg(long, default_value_t = 1_600)]
        count: usize,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Some(Command::Budget { set }) => budget::run(set),
        Some(Command::Instructions { cases }) => instructions::print(&cases),
        Some(Command::Shapes { metadata, count }) => shapes::write(&metadata, count),
        Some(Command::Whole { metadata, print, quick }) => {
            parts::whole::measure(&metadata, quick).and_then(|section| show(&section, print))
        }
        None => measure(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &Arguments) -> Result<(), Error> {
    let all = Part::all();
    for part in if arguments.parts.is_empty() { &all } else { &arguments.parts } {
        eprintln!("== {}", part.name());
        let begin = Instant::now();
        let section = part.measure(arguments.effort()).map_err(|error| format!("{}: {error}", part.name()))?;
        show(&section, arguments.print)?;
        eprintln!("== {}: {} s", part.name(), begin.elapsed().as_secs());
    }
    Ok(())
}

fn show(section: &Section, print: bool) -> Result<(), Error> {
    println!("{}", section.markdown());
    if print { Ok(()) } else { report::write(section) }
}
