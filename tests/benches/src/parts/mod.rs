//! The parts of the bench.

mod clean;

use clap::ValueEnum;

use crate::section::{Error, Section};

/// A part, by its name on the command line and in `BENCHMARKS.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// A clean build of one program, beside other ways to write it.
    Clean,
}

impl Part {
    /// The parts that run if none is named, in the order of the report.
    pub fn all() -> Vec<Self> {
        vec![Self::Clean]
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
        }
    }

    /// Measures.
    pub fn measure(self, quick: bool) -> Result<Section, Error> {
        match self {
            Self::Clean => clean::measure(quick),
        }
    }
}
