//! `cargo graph-entity import`.

use std::path::{Path, PathBuf};

use graph_entity_schema::import::{self, Options};
use graph_entity_schema::permissions::Permissions;
use graph_entity_schema::{Schema, page, slice, write};
use indicatif::{ProgressBar, ProgressStyle};

use crate::{Result, fail, fail_of, note, schema_of, text_of, write_out};

/// Write Rust structs for types of the metadata, or for a reference page
///
/// For each type a struct or an enum with the derive's attributes, and so for the complex types and the enums that it
/// needs. The text is formatted, and meant to be edited. It needs the crate `graph-entity`, and `serde_json` where a
/// property is any JSON.
///
/// A page of the reference that creates an entity (`--docs`) gives the struct, a test of the page's sample and, with
/// `--schema`, the metadata of what it tells. With `--metadata` beside it the types are the metadata's, and the page tells
/// where instances live, and what has to be set to create.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The metadata: what <https://graph.microsoft.com/v1.0/$metadata> answers, in a file
    #[arg(long, value_name = "FILE", required_unless_present = "docs")]
    metadata: Option<PathBuf>,
    /// A page of the reference that creates an entity, as Markdown
    #[arg(long, value_name = "PAGE", conflicts_with_all = ["all", "types", "select"])]
    docs: Option<PathBuf>,
    /// Where to write; else to standard output. With `--all` a folder, which becomes a module
    #[arg(long, short, value_name = "PATH", required_if_eq("all", "true"))]
    output: Option<PathBuf>,
    /// Only these properties and relationships of the named types: requests then ask for them alone
    #[arg(long, value_name = "NAME", value_delimiter = ',', conflicts_with = "all")]
    select: Option<Vec<String>>,
    /// All types, each with all its relationships: a module for each namespace
    #[arg(long, conflicts_with = "types")]
    all: bool,
    /// The version of the API; else a page's own, and v1.0 of metadata
    #[arg(long, value_name = "VERSION")]
    version: Option<String>,
    /// The list of permissions that Microsoft keeps, in a file: each request's least permissions become the key `permission`
    #[arg(long, value_name = "FILE")]
    permissions: Option<PathBuf>,
    /// Compare the structs with this slice of the metadata when they are compiled: the key `schema`. The types are written
    /// into the file, which keeps those of others. It is looked for from the folder of Cargo.toml: call the tool there
    #[arg(long, value_name = "FILE")]
    schema: Option<PathBuf>,
    /// Names of types: `user`, `microsoft.graph.user`
    #[arg(required_unless_present_any = ["all", "docs"], value_name = "TYPE")]
    types: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let permissions = args.permissions.as_deref().map(permissions_of).transpose()?;
    let schema_key = args.schema.as_ref().map(|path| path.to_string_lossy().replace('\\', "/"));
    let metadata = args.metadata.as_deref().map(schema_of).transpose()?;
    let (Some(metadata), None) = (&metadata, &args.docs) else {
        let options = page::Options { version: args.version.clone(), schema: schema_key, permissions };
        return match &args.docs {
            Some(page) => docs(args, page, metadata.as_ref(), &options),
            None => Err(fail("there is neither metadata nor a page")),
        };
    };
    let version = args.version.clone().unwrap_or_else(|| Options::default().version);
    let options =
        Options { select: args.select.clone(), version, permissions, schema: schema_key, ..Options::default() };
    match &args.output {
        Some(folder) if args.all => {
            all(metadata, &options, folder)?;
            keep(args, || Ok(metadata.clone()))
        }
        _ => types(args, metadata, &args.types, &options),
    }
}

fn types(args: &Args, metadata: &Schema, names: &[String], options: &Options) -> Result<()> {
    let text = import::types(metadata, names, options).map_err(|errors| fail_of(&errors))?;
    keep(args, || {
        let needed = import::needed(metadata, names, options).map_err(|errors| fail_of(&errors))?;
        slice(metadata, &needed).map_err(|errors| fail_of(&errors))
    })?;
    write_out(args.output.as_deref(), &text)
}

/// What a reference page tells, by itself or beside the metadata.
fn docs(args: &Args, path: &Path, metadata: Option<&Schema>, options: &page::Options) -> Result<()> {
    let text = text_of(path)?;
    let told = |error: page::PageError| fail(format_args!("{}: {error}", path.display()));
    let Some(metadata) = metadata else {
        let page::Output { rust, test, slice, notes } = page::run(&text, options).map_err(told)?;
        note(&notes);
        keep(args, || Ok(slice))?;
        return write_out(args.output.as_deref(), &format!("{rust}\n{test}"));
    };
    let page = page::read(&text).map_err(told)?;
    let facts = page.facts(options).map_err(told)?;
    note(&facts.notes);
    if metadata.type_definition(&facts.odata).is_some() {
        note(&facts.notes_beside(metadata));
    }
    let names = [facts.odata.clone()];
    let page::Options { schema, permissions, .. } = options.clone();
    let facts = [(facts.odata.clone(), (&facts).into())];
    let options = Options { facts: facts.into(), permissions, schema, ..Options::default() };
    types(args, metadata, &names, &options)
}

/// Writes the slice for the check, if there is to be one, beside what the file has already.
fn keep(args: &Args, part: impl FnOnce() -> Result<Schema>) -> Result<()> {
    let Some(path) = args.schema.as_deref() else { return Ok(()) };
    let part = part()?;
    let mut whole = if path.exists() { schema_of(path)? } else { Schema::default() };
    // What is read has no double names, and no circles by itself.
    whole.merge(part).map_err(|(_, kind)| fail(format_args!("{}: {kind}", path.display())))?;
    write_out(Some(path), &write(&whole))
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
