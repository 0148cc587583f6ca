//! `cargo graph-entity scopes`.

use std::path::PathBuf;

use graph_entity_schema::permissions::scopes::{Detail, of_crate};

use crate::{Result, fail, note, write_out};

/// Print the least permissions that a crate's entities need, for the app's registration
///
/// They are those of the `permission` keys in the crate's sources: all files below `src`, but for what is `#[cfg(test)]`. An
/// app that acts for a signed-in user needs the delegated ones, an app that acts for itself those of the application.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The crate's manifest
    #[arg(long, value_name = "FILE", default_value = "Cargo.toml")]
    manifest_path: PathBuf,
    /// Print those of each entity too
    #[arg(long)]
    by_entity: bool,
    /// Print those of each request too, by entity
    #[arg(long)]
    requests: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let scopes = of_crate(&args.manifest_path).map_err(fail)?;
    note(&scopes.notes());
    let detail = match (args.requests, args.by_entity) {
        (true, _) => Detail::Requests,
        (false, true) => Detail::Entities,
        (false, false) => Detail::Set,
    };
    write_out(None, &if args.json { scopes.json(detail) } else { scopes.text(detail) })
}
