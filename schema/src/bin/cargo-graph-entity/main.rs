//! `cargo graph-entity`: from the metadata of Microsoft Graph to structs. Each subcommand has a file.

mod import;
mod scopes;
mod slice;

use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use graph_entity_schema::Schema;

/// What stands on the command line behind `cargo`.
#[derive(Parser)]
#[command(name = "cargo", bin_name = "cargo")]
enum Cargo {
    GraphEntity(Arguments),
}

/// Structs for Microsoft Graph from its metadata.
///
/// The metadata is the CSDL document that the service itself serves, without a token:
/// <https://graph.microsoft.com/v1.0/$metadata> and <https://graph.microsoft.com/beta/$metadata>.
///
/// Exit codes: 0 all is done; 1 it could not be done, and standard error says why; 2 the command line is wrong.
#[derive(clap::Args)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Scopes(scopes::Args),
    Import(import::Args),
    Slice(slice::Args),
}

fn main() -> ExitCode {
    let Cargo::GraphEntity(Arguments { command }) = Cargo::parse();
    let done = match command {
        Command::Scopes(args) => scopes::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Slice(args) => slice::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed) => ExitCode::FAILURE,
    }
}

/// It could not be done, and standard error says why.
struct Failed;

type Result<T> = std::result::Result<T, Failed>;

fn fail(message: impl Display) -> Failed {
    eprintln!("error: {}", shown(&message));
    Failed
}

fn note(notes: &[String]) {
    for note in notes {
        eprintln!("note: {}", shown(note));
    }
}

/// Parts of files are in messages: what would steer the terminal is shown as it is written in Rust.
fn shown(message: &impl Display) -> String {
    let mut text = String::new();
    for letter in message.to_string().chars() {
        match letter {
            '\n' => text.push(letter),
            _ if letter.is_control() => text.extend(letter.escape_default()),
            _ => text.push(letter),
        }
    }
    text
}

/// Several mistakes, told at once.
fn fail_of<E: Display>(errors: &[E]) -> Failed {
    for error in errors {
        fail(error);
    }
    Failed
}

/// The text of a file.
fn text_of(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| fail(format_args!("{}: {error}", path.display())))
}

/// The metadata in a file.
fn schema_of(path: &Path) -> Result<Schema> {
    graph_entity_schema::read(&text_of(path)?).map_err(|error| fail(format_args!("{}: {error}", path.display())))
}

/// Writes to a file, or to standard output. A reader that has seen enough (`| head`) is no error.
fn write_out(path: Option<&Path>, text: &str) -> Result<()> {
    use std::io::{ErrorKind, Write as _, stdout};
    let Some(path) = path else {
        return match stdout().write_all(text.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(fail(format_args!("standard output: {error}"))),
            _ => Ok(()),
        };
    };
    let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
    made.map_err(|error| fail(format_args!("{}: {error}", path.display())))
}
