//! The parts of the bench.

mod clean;
mod compile;
mod features;
mod read_write;
mod requests;
mod schema;
mod uploads;
pub mod whole;

use clap::ValueEnum;

use crate::effort::Effort;
use crate::section::{Error, Section};

/// A part, by its name on the command line and in `BENCHMARKS.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// What many types cost to compile.
    Compile,
    /// A clean build of one program, beside other ways to write it.
    Clean,
    /// Reading and writing JSON, beside serde_derive.
    ReadWrite,
    /// Requests, beside what is written by hand.
    Requests,
    /// The upload of a gigabyte; only where it is named.
    Uploads,
    /// What the comparison with the metadata adds to a check; only where it is named.
    Schema,
    /// What each feature adds to a clean build, in five minutes; only where it is named.
    Features,
}

impl Part {
    /// The parts that run if none is named, in the order of the report.
    pub fn all() -> Vec<Self> {
        vec![Self::Compile, Self::Clean, Self::ReadWrite, Self::Requests]
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compile => "compile",
            Self::Clean => "clean",
            Self::ReadWrite => "read-write",
            Self::Requests => "requests",
            Self::Uploads => "uploads",
            Self::Schema => "schema",
            Self::Features => "features",
        }
    }

    /// Measures.
    pub fn measure(self, effort: Effort) -> Result<Section, Error> {
        match self {
            Self::Compile => compile::measure(effort),
            Self::Clean => clean::measure(effort),
            Self::ReadWrite => read_write::measure(effort.is_quick()),
            Self::Requests => requests::measure(effort.is_quick()),
            Self::Uploads => uploads::measure(effort.is_quick()),
            Self::Schema => schema::measure(effort.is_quick()),
            Self::Features => features::measure(effort.is_quick()),
        }
    }
}
