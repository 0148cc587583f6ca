//! The emulator as a program: see `--help`. All it does is in the library.

mod args;

use std::env;
use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use args::{Command, Serve};
use graph_entity_emulator::{Emulator, LogEntry, Server};

/// The exit code for arguments that can't be used.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    match args::parse(env::args_os().skip(1)) {
        Ok(Command::Help) => {
            print!("{}", args::HELP);
            ExitCode::SUCCESS
        }
        Ok(Command::Serve(serve)) => run(serve),
        Err(error) => fail(error, USAGE),
    }
}

fn run(serve: Serve) -> ExitCode {
    let Serve { listen, builder, tls, ca } = serve;
    let emulator = match builder.on_request(print_entry).try_build() {
        Ok(emulator) => emulator,
        Err(error) => return fail(error, USAGE),
    };
    // Held, so that no request is printed before the first line.
    let mut out = io::stdout().lock();
    let server = match open(&emulator, &listen, tls) {
        Ok(server) => server,
        Err(error) => {
            let code = if error.kind() == ErrorKind::InvalidInput { USAGE } else { 1 };
            return fail(format_args!("cannot listen on `{listen}`: {error}"), code);
        }
    };
    if let Some(error) = ca.and_then(|file| fs::write(file, certificate(&server)).err()) {
        return fail(format_args!("cannot write the certificate: {error}"), 1);
    }
    if let Err(error) = greet(&mut out, &server) {
        return fail(error, 1);
    }
    drop(out);
    // An input that can't be read is as good as closed.
    drop(io::copy(&mut io::stdin().lock(), &mut io::sink()));
    ExitCode::SUCCESS
}

#[cfg(feature = "tls")]
fn open(emulator: &Emulator, listen: &str, tls: bool) -> io::Result<Server> {
    if tls { emulator.serve_tls_on(listen) } else { emulator.serve_on(listen) }
}

#[cfg(not(feature = "tls"))]
fn open(emulator: &Emulator, listen: &str, _: bool) -> io::Result<Server> {
    emulator.serve_on(listen)
}

#[cfg(feature = "tls")]
fn certificate(server: &Server) -> &str {
    server.certificate_pem().unwrap_or_default()
}

#[cfg(not(feature = "tls"))]
fn certificate(_: &Server) -> &'static str {
    ""
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
