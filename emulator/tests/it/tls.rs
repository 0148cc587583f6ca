//! TLS: what is behind it is the same, and what is no TLS gets nothing.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

use graph_entity_emulator::{Emulator, Fault, Server};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

fn server() -> Server {
    Emulator::builder().token("secret").collection("v1.0", "users").build().serve_tls().expect("a free port")
}

fn agent(pem: &str) -> Agent {
    let certificate = Certificate::from_pem(pem.as_bytes()).expect("a certificate");
    let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[certificate])).build();
    Agent::config_builder().tls_config(tls).http_status_as_error(false).build().into()
}

fn agent_of(server: &Server) -> Agent {
    agent(server.certificate_pem().expect("a certificate"))
}

/// Creates a user with a name of this length; the status, and what came back.
fn create(agent: &Agent, url: &str, length: usize) -> Result<(u16, Value), ureq::Error> {
    let body = json!({"displayName": "x".repeat(length)}).to_string();
    let request = agent.post(format!("{url}/v1.0/users")).header("Authorization", "Bearer secret");
    let mut response = request.header("Content-Type", "application/json").send(body)?;
    let text = response.body_mut().read_to_string()?;
    Ok((response.status().as_u16(), serde_json::from_str(&text).unwrap_or_default()))
}

#[test]
fn bodies_of_any_length_and_links_with_tls() {
    let server = server();
    let agent = agent_of(&server);
    for length in [0, 1, 16 * 1024, 1_000_000] {
        let (status, user) = create(&agent, &server.url(), length).expect("an answer");
        assert_eq!((status, user["displayName"].as_str().map(str::len)), (201, Some(length)));
        let context = user["@odata.context"].as_str().expect("a context");
        assert!(context.starts_with(&format!("{}/v1.0/", server.url())), "{context}");
    }
    let url = server.url().replace("127.0.0.1", "localhost");
    let (status, user) = create(&agent, &url, 1).expect("an answer");
    assert!(status == 201 && user["@odata.context"].as_str().expect("a context").starts_with(&url));
    assert_eq!(server.emulator().log()[0].target, "/v1.0/users");
}

#[test]
fn each_server_has_a_certificate_of_its_own() {
    let (server, other) = (server(), server());
    assert_ne!(server.certificate_pem(), other.certificate_pem());
    assert!(create(&agent_of(&other), &server.url(), 1).is_err());
    assert!(server.emulator().log().is_empty());
    assert!(Emulator::builder().build().serve().expect("a free port").certificate_pem().is_none());
}

#[test]
fn what_is_no_tls_gets_no_answer_and_harms_nobody() {
    let server = server();
    for bytes in [
        &b"GET /v1.0/users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\n\r\n"[..],
        b"\x16\x03\x01\xff\xff",
        b"",
    ] {
        let mut stream = TcpStream::connect(server.url().replace("https://", "")).expect("a listener");
        stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a timeout");
        stream.write_all(bytes).expect("a connection");
        stream.shutdown(std::net::Shutdown::Write).expect("a connection");
        let mut answer = Vec::new();
        // A reset is an answer as well.
        drop(stream.read_to_end(&mut answer));
        assert!(!answer.starts_with(b"HTTP"), "{}", String::from_utf8_lossy(&answer));
    }
    assert!(server.emulator().log().is_empty());
    assert_eq!(create(&agent_of(&server), &server.url(), 1).expect("an answer").0, 201);
}

#[test]
fn faults_are_those_of_the_connection() {
    let server = server();
    for (fault, is_answered) in [
        (Fault::Dropped { done: true }, false),
        (Fault::CutHead, false),
        (Fault::CutBody, false),
        (Fault::Garbage, false),
        (Fault::EndlessBody, false),
        (Fault::LengthTooLong, false),
        (Fault::Drip(Duration::from_millis(50)), true),
        (Fault::ClosedAfter, true),
        (Fault::GatewayTimeout { done: true }, true),
    ] {
        server.emulator().fail_next(fault.clone());
        let answer = create(&agent_of(&server), &server.url(), 10);
        assert_eq!(answer.is_ok(), is_answered, "{fault:?}: {answer:?}");
    }
    assert_eq!(server.emulator().items("v1.0", "users").len(), 9);
}

#[test]
fn a_server_that_is_down_comes_back_with_the_same_certificate() {
    let server = server();
    let agent = agent_of(&server);
    assert!(create(&agent, &server.url(), 1).is_ok());
    server.refuse_for(Duration::from_millis(100));
    assert!(create(&agent, &server.url(), 1).is_err());
    std::thread::sleep(Duration::from_millis(200));
    assert!(create(&agent, &server.url(), 1).is_ok());
}

#[test]
fn the_program_writes_the_certificate() {
    let file = std::env::temp_dir().join(format!("emulator-ca-{}.pem", std::process::id()));
    let mut program = Command::new(env!("CARGO_BIN_EXE_graph-entity-emulator"));
    let program = program.args(["--token", "secret", "--collection", "v1.0:users", "--ca"]).arg(&file);
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
    let url = first.trim().strip_prefix("listening on ").expect("the address");
    assert!(url.starts_with("https://127.0.0.1:"), "{url}");
    let pem = fs::read_to_string(&file).expect("the certificate");
    assert_eq!(create(&agent(&pem), url, 1).expect("an answer").0, 201);
    drop(child.stdin.take());
    assert!(child.wait().expect("an end").success());
    fs::remove_file(&file).expect("the file");
}
