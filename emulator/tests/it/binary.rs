//! The program: its first line, its log, its arguments.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::{Command, Output, Stdio};

use graph_entity_emulator::Fault;

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_graph-entity-emulator"))
}

fn run(args: &[&str]) -> Output {
    program().args(args).stdin(Stdio::null()).output().expect("the program")
}

#[test]
fn serves_until_its_input_is_closed() {
    let args = [
        "--token",
        "t",
        "--collection",
        "beta:users/{id}/messages",
        "--collection=beta:users",
        "--item",
        r#"beta:users={"id":"a=b"}"#,
    ];
    let mut child = program().args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map(|line| line.expect("a line"));
    let first = lines.next().expect("a first line");
    let address = first.strip_prefix("listening on http://").expect("the address");
    let mut stream = TcpStream::connect(address).expect("a listener");
    write!(stream, "GET /beta/users/a%3Db?$select=id HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n")
        .expect("a connection");
    assert_eq!(lines.next().as_deref(), Some("GET /beta/users/a%3Db 200"));
    write!(stream, "BREW /coffee?x HTTP/1.1\r\nHost: x\r\n\r\n").expect("a connection");
    assert_eq!(lines.next().as_deref(), Some("BREW /coffee 401"));
    drop(child.stdin.take());
    assert_eq!(lines.next(), None);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn serves_the_sample_tenant_if_told_nothing_else() {
    for (args, status) in [
        (&[][..], 200),
        (&["--token", "t", "--port", "0"], 200),
        (&["--collection", "beta:x"], 404),
        (&["--collection", "beta:x", "--sample"], 200),
    ] {
        let mut child = program().args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map(|line| line.expect("a line"));
        let first = lines.next().expect("a first line");
        let address = first.strip_prefix("listening on http://127.0.0.1:").expect("the address");
        let mut stream = TcpStream::connect(format!("127.0.0.1:{address}")).expect("a listener");
        let query = "$filter=displayName%20eq%20'secret'";
        write!(stream, "GET /v1.0/users?{query} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n")
            .expect("a connection");
        assert_eq!(lines.next(), Some(format!("GET /v1.0/users {status}")), "{args:?}");
        drop(child.stdin.take());
        assert!(child.wait().expect("an end").success());
    }
}

#[test]
fn fails_on_demand() {
    let mut child =
        program().args(["--fail", "1"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map(|line| line.expect("a line"));
    let first = lines.next().expect("a first line");
    let mut faults = Vec::new();
    for _ in 0..3 {
        let mut stream = TcpStream::connect(first.replace("listening on http://", "")).expect("a listener");
        write!(stream, "GET /v1.0/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n").expect("a connection");
        let line = lines.next().expect("a line");
        let rest = line.strip_prefix("GET /v1.0/me ").expect("the request");
        faults.push(rest.split_once(' ').expect("a status and a fault").1.to_owned());
    }
    assert!(faults.iter().all(|fault| Fault::common().iter().any(|one| format!("{one:?}") == *fault)), "{faults:?}");
    drop(child.stdin.take());
    assert!(child.wait().expect("an end").success());
}

#[test]
fn explains_itself() {
    for flag in ["--help", "-h"] {
        let output = run(&[flag]);
        assert!(output.status.success());
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(shown.contains("--collection VERSION:TEMPLATE") && shown.contains("sample tenant"));
    }
}

#[test]
fn refuses_bad_arguments() {
    for (args, message) in [
        (&["--colection", "beta:users"][..], "invalid option '--colection'"),
        (&["users"], "unexpected argument \"users\""),
        (&["--token"], "missing argument for option '--token'"),
        (&["--collection", "users"], "--collection takes VERSION:TEMPLATE, not `users`"),
        (&["--collection", "v3:users"], "v3 users: the version is neither `v1.0` nor `beta`"),
        (&["--item", "beta:users"], "--item takes VERSION:PATH=JSON, not `users`"),
        (&["--item", "beta:users={"], "the JSON of --item `beta:users`: EOF while parsing"),
        (&["--item", "beta:users={}"], "beta users: no collection is declared for this path"),
        (&["--listen", "0.0.0.0:0"], "cannot listen on `0.0.0.0:0`: 0.0.0.0:0 is not loopback"),
        (&["--listen", "nowhere"], "cannot listen on `nowhere`"),
        (&["--fail", "2"], "--fail takes a number from 0 to 1, not `2`"),
        (&["--fail", "often"], "--fail takes a number from 0 to 1, not `often`"),
        (&["--fail", "NaN"], "--fail takes a number from 0 to 1, not `NaN`"),
        (&["--port", "70000"], "cannot parse argument"),
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let shown = String::from_utf8_lossy(&output.stderr);
        assert!(shown.starts_with("error: ") && shown.contains(message), "{args:?}: {shown}");
        assert!(output.stdout.is_empty());
    }
}
