//! Arguments of the binary. What they set up isn't done here.

use std::ffi::OsString;
use std::str::FromStr;

use graph_entity_emulator::{Builder, Emulator, Fault};
use lexopt::prelude::{Long, Short, ValueExt};
use serde_json::Value;

/// The text of `--help`.
pub(crate) const HELP: &str = "\
A small Microsoft Graph on loopback, for tests. It is not affiliated with Microsoft.

Usage: graph-entity-emulator [OPTIONS]

Options:
      --listen ADDRESS              Where to listen; loopback only [default: 127.0.0.1:0, a free port]
      --port PORT                   The same as `--listen 127.0.0.1:PORT`
      --token TOKEN                 The one bearer token that is accepted [default: any]
      --collection VERSION:TEMPLATE Declares a collection: `beta:users/{id}/messages`
      --item VERSION:PATH=JSON      Stores an item: `beta:users={\"id\": \"u1\"}`
      --fail SHARE                  Lets this share of all requests fail, 0.1 for every tenth, now and then after the write
                                    was done: throttling, 502, 503, 504, closed connections, slow answers
      --tls                         Serves TLS, with a certificate made at start (needs the feature `tls`)
      --ca FILE                     Writes the certificate that clients have to trust to FILE, in PEM; implies --tls
      --sample                      Serves the sample tenant besides what is declared
  -h, --help                        Prints this

Without --collection and --item it serves the sample tenant, in v1.0 and beta: users (with messages, manager, photo,
sendMail), me, groups (with members and owners), devices, applications, directoryObjects, planner/plans, planner/tasks;
in beta deviceManagement/deviceShellScripts and their like (with userRunStates); in v1.0
deviceManagement/deviceConfigurations, auditLogs/signIns and users/{id}/drive/items. Try
    curl -H 'Authorization: Bearer any' URL/v1.0/me

The first line of the output is `listening on URL`; then there is a line for each request: method, path, status,
and the fault if there was one. It runs until its standard input is closed.
";

/// Each run fails alike.
const SEED: u64 = 0;

/// What to run.
pub(crate) enum Command {
    Help,
    Serve(Serve),
}

/// Where and how to listen, and what with.
pub(crate) struct Serve {
    pub(crate) listen: String,
    pub(crate) builder: Box<Builder>,
    pub(crate) tls: bool,
    /// Where the certificate goes that clients have to trust.
    pub(crate) ca: Option<OsString>,
}

/// Reads the arguments behind the program's name.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut listen = "127.0.0.1:0".to_owned();
    let mut builder = Emulator::builder();
    let (mut is_declared, mut has_sample, mut tls, mut ca) = (false, false, false, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("listen") => listen = parser.value()?.string()?,
            Long("port") => listen = format!("127.0.0.1:{}", parser.value()?.parse::<u16>()?),
            Long("sample") => has_sample = true,
            Long("token") => builder = builder.token(parser.value()?.string()?),
            Long("collection") => {
                let (version, template) = split(&parser.value()?.string()?, "--collection", "VERSION:TEMPLATE", ':')?;
                builder = builder.collection(version, template);
                is_declared = true;
            }
            Long("item") => {
                let (version, path, item) = item(&parser.value()?.string()?)?;
                builder = builder.item(version, path, item);
                is_declared = true;
            }
            Long("fail") => builder = builder.fail_some(share(&parser.value()?.string()?)?, SEED, Fault::common()),
            Long("tls") => tls = true,
            Long("ca") => ca = Some(parser.value()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(argument.unexpected()),
        }
    }
    if has_sample || !is_declared {
        builder = builder.sample();
    }
    let tls = tls || ca.is_some();
    if tls && cfg!(not(feature = "tls")) {
        return Err("--tls: this program was built without the feature `tls`".into());
    }
    Ok(Command::Serve(Serve { listen, builder: Box::new(builder), tls, ca }))
}

fn share(text: &str) -> Result<f64, lexopt::Error> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| format!("--fail takes a number from 0 to 1, not `{text}`").into())
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
