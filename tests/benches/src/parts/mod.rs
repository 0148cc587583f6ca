//! The parts of the bench.

mod clean;
mod compile;
mod features;
mod schema;
pub mod whole;

use clap::ValueEnum;

use crate::section::{Error, Section};

/// A part, by its name on the command line and in `BENCHMARKS.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// What each feature adds to a clean build. Takes ten minutes, and is not among those that run if none is named.
    Features,
    /// What the comparison with the metadata adds to a check. Not among them either.
    Schema,
    /// What many types cost to compile.
    Compile,
    /// A clean build of one program, beside other ways to write it.
    Clean,
}

impl Part {
    /// The parts that run if none is named, in the order of the report.
    pub fn all() -> Vec<Self> {
        vec![Self::Compile, Self::Clean]
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Features => "features",
            Self::Schema => "schema",
            Self::Compile => "compile",
        }
    }

    /// Measures.
    pub fn measure(self, quick: bool) -> Result<Section, Error> {
        match self {
            Self::Clean => clean::measure(quick),
            Self::Features => features::measure(quick),
            Self::Schema => schema::measure(quick),
            Self::Compile => compile::measure(quick),
        }
    }
}
