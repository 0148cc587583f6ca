//! The emulator as a program: see `--help`. All it does is in the library.

mod args;

use std::env;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use args::Command;
use graph_entity_emulator::{Builder, LogEntry, Server};

/// The exit code for arguments that can't be used.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    match args::parse(env::args_os().skip(1)) {
        Ok(Command::Help) => {
            print!("{}", args::HELP);
            ExitCode::SUCCESS
        }
        Ok(Command::Serve { listen, builder }) => run(&listen, *builder),
        Err(error) => fail(error, USAGE),
    }
}

fn run(listen: &str, builder: Builder) -> ExitCode {
    let emulator = match builder.on_request(print_entry).try_build() {
        Ok(emulator) => emulator,
        Err(error) => return fail(error, USAGE),
    };
    // Held, so that no request is printed before the first line.
    let mut out = io::stdout().lock();
    let server = match emulator.serve_on(listen) {
        Ok(server) => server,
        Err(error) => {
            let code = if error.kind() == ErrorKind::InvalidInput { USAGE } else { 1 };
            return fail(format_args!("cannot listen on `{listen}`: {error}"), code);
        }
    };
    if let Err(error) = greet(&mut out, &server) {
        return fail(error, 1);
    }
    drop(out);
    // An input that can't be read is as good as closed.
    drop(io::copy(&mut io::stdin().lock(), &mut io::sink()));
    ExitCode::SUCCESS
}

fn greet(out: &mut impl Write, server: &Server) -> io::Result<()> {
    writeln!(out, "listening on {}", server.url())?;
    out.flush()
}

/// Without the query, which may hold what isn't meant for a screen.
fn print_entry(entry: &LogEntry) {
    let path = entry.target.split('?').next().unwrap_or_default();
    let fault = entry.fault.as_ref().map(|fault| format!(" {fault:?}")).unwrap_or_default();
    let mut out = io::stdout().lock();
    // Who closes the output doesn't want to know.
    drop(writeln!(out, "{} {path} {}{fault}", entry.method, entry.status.as_u16()).and_then(|()| out.flush()));
}

fn fail(error: impl Display, code: u8) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(code)
}
