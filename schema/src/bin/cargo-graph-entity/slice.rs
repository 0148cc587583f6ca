//! `cargo graph-entity slice`.

use std::path::PathBuf;

use graph_entity_schema::write;

use crate::{Result, fail_of, schema_of, write_out};

/// Write the part of the metadata that some types need, for the check of structs at compile time
///
/// It has the types of these names with their bases, and the types of their properties with all that derive from those.
/// Commit the file, and name it in `#[graph_entity(schema = "…")]` or in the environment variable `GRAPH_ENTITY_SCHEMA`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The metadata: what <https://graph.microsoft.com/v1.0/$metadata> answers, in a file
    #[arg(long, value_name = "FILE")]
    metadata: PathBuf,
    /// Where to write; else to standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Names of types, actions and functions: `user`, `microsoft.graph.user`, `sendMail`
    #[arg(required = true, value_name = "TYPE")]
    types: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let schema = schema_of(&args.metadata)?;
    let part = graph_entity_schema::slice(&schema, &args.types).map_err(|errors| fail_of(&errors))?;
    write_out(args.output.as_deref(), &write(&part))
}
