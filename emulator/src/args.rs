//! Arguments of the binary. What they set up isn't done here.

use std::ffi::OsString;
use std::str::FromStr;

use graph_entity_emulator::{Builder, Emulator};
use lexopt::prelude::{Long, Short, ValueExt};
use serde_json::Value;

/// The text of `--help`.
pub(crate) const HELP: &str = "\
A small Microsoft Graph on loopback, for tests. It is not affiliated with Microsoft.

Usage: graph-entity-emulator [OPTIONS]

Options:
      --listen ADDRESS              Where to listen; loopback only [default: 127.0.0.1:0]
      --token TOKEN                 The one bearer token that is accepted [default: any]
      --collection VERSION:TEMPLATE Declares a collection: `beta:users/{id}/messages`
      --item VERSION:PATH=JSON      Stores an item: `beta:users={\"id\": \"u1\"}`
  -h, --help                        Prints this

The first line of the output is `listening on URL`; then there is a line for each request: method, path, status.
It runs until its standard input is closed.
";

/// What to run.
pub(crate) enum Command {
    Help,
    Serve { listen: String, builder: Builder },
}

/// Reads the arguments behind the program's name.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut listen = "127.0.0.1:0".to_owned();
    let mut builder = Emulator::builder();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("listen") => listen = parser.value()?.string()?,
            Long("token") => builder = builder.token(parser.value()?.string()?),
            Long("collection") => {
                let (version, template) = split(&parser.value()?.string()?, "--collection", "VERSION:TEMPLATE", ':')?;
                builder = builder.collection(version, template);
            }
            Long("item") => {
                let (version, path, item) = item(&parser.value()?.string()?)?;
                builder = builder.item(version, path, item);
            }
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Command::Serve { listen, builder })
}

fn item(text: &str) -> Result<(String, String, Value), lexopt::Error> {
    const FORM: &str = "VERSION:PATH=JSON";
    let (version, rest) = split(text, "--item", FORM, ':')?;
    let (path, json) = split(&rest, "--item", FORM, '=')?;
    let item = Value::from_str(&json).map_err(|error| format!("the JSON of --item `{version}:{path}`: {error}"))?;
    Ok((version, path, item))
}

fn split(text: &str, option: &str, form: &str, at: char) -> Result<(String, String), lexopt::Error> {
    let parts = text.split_once(at).map(|(left, right)| (left.to_owned(), right.to_owned()));
    parts.ok_or_else(|| format!("{option} takes {form}, not `{text}`").into())
}
