//! `cargo graph-entity import`.

use std::path::{Path, PathBuf};

use graph_entity_schema::Schema;
use graph_entity_schema::import::{self, Options};
use graph_entity_schema::permissions::Permissions;
use indicatif::{ProgressBar, ProgressStyle};

use crate::{Result, fail, fail_of, schema_of, text_of, write_out};

/// Write Rust structs for types of the metadata
///
/// For each type a struct or an enum with the derive's attributes, and so for the complex types and the enums that it
/// needs. The text is formatted, and meant to be edited. It needs the crate `graph-entity`, and `serde_json` where a
/// property is any JSON.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The metadata: what <https://graph.microsoft.com/v1.0/$metadata> answers, in a file
    #[arg(long, value_name = "FILE")]
    metadata: PathBuf,
    /// Where to write; else to standard output. With `--all` a folder, which becomes a module
    #[arg(long, short, value_name = "PATH", required_if_eq("all", "true"))]
    output: Option<PathBuf>,
    /// Only these properties and relationships of the named types: requests then ask for them alone
    #[arg(long, value_name = "NAME", value_delimiter = ',', conflicts_with = "all")]
    select: Option<Vec<String>>,
    /// All types, each with all its relationships: a module for each namespace
    #[arg(long, conflicts_with = "types")]
    all: bool,
    /// The version of the API that the metadata is of
    #[arg(long, value_name = "VERSION", default_value = "v1.0")]
    version: String,
    /// The list of permissions that Microsoft keeps, in a file: each request's least permissions become the key `permission`
    #[arg(long, value_name = "FILE")]
    permissions: Option<PathBuf>,
    /// Names of types: `user`, `microsoft.graph.user`
    #[arg(required_unless_present = "all", value_name = "TYPE")]
    types: Vec<String>,
}

pub(crate) fn run(args: Args) -> Result<()> {
    let schema = schema_of(&args.metadata)?;
    let permissions = args.permissions.as_deref().map(permissions_of).transpose()?;
    let options = Options { select: args.select, version: args.version, permissions, ..Options::default() };
    match args.output {
        Some(folder) if args.all => all(&schema, &options, &folder),
        output => {
            let text = import::types(&schema, &args.types, &options).map_err(|errors| fail_of(&errors))?;
            write_out(output.as_deref(), &text)
        }
    }
}

fn permissions_of(path: &Path) -> Result<Permissions> {
    let text = text_of(path)?;
    graph_entity_schema::permissions::read(&text).map_err(|error| fail(format_args!("{}: {error}", path.display())))
}

/// All types into a folder. Files of an earlier import that are not written again stay there.
fn all(schema: &Schema, options: &Options, folder: &Path) -> Result<()> {
    if folder.is_file() {
        return Err(fail(format_args!("{}: `--all` writes into a folder", folder.display())));
    }
    // Shown on a terminal only.
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} types") {
        bar.set_style(style);
    }
    let files = import::all(schema, options, &mut |done, total| {
        if done == 1 {
            bar.set_length(u64::try_from(total).unwrap_or(u64::MAX));
        }
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    });
    bar.finish_and_clear();
    for file in files.map_err(|errors| fail_of(&errors))? {
        write_out(Some(&folder.join(&file.path)), &file.text)?;
    }
    Ok(())
}
