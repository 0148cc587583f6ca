//! Faults on demand: what is answered, what is stored, what is logged.

mod in_process;
mod plan;
mod refusing;
mod wire;

use std::io::Read;
use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use graph_entity_emulator::{Emulator, Fault, RetryAfter, Server};
use http::StatusCode;
use serde_json::{Value, json};

use crate::support::{Connection, Reply, builder, call, get, next, post, request, send, serve, serve_builder};

/// A `POST` of a user over a connection of its own, which meets `fault`.
fn create(server: &Server, fault: Fault) -> Reply {
    server.emulator().fail_next(fault);
    send(server, post("/beta/users", "{}"))
}

/// How many users are stored, and what the log has of the one request so far.
fn outcome(emulator: &Emulator) -> (usize, u16, Option<Fault>) {
    let stored = emulator.items("beta", "users").len();
    let log = emulator.take_log();
    assert_eq!(log.len(), 1);
    (stored, log[0].status.as_u16(), log[0].fault.clone())
}

#[test]
fn answers_that_refuse() {
    let redirect =
        || Fault::Redirect { status: StatusCode::PERMANENT_REDIRECT, location: "https://evil.example/a b".into() };
    for (fault, status, code) in [
        (Fault::Throttled("5".into()), 429, "TooManyRequests"),
        (Fault::GatewayTimeout { done: false }, 504, "UnknownError"),
        (Fault::Unauthorized { claims: None }, 401, "InvalidAuthenticationToken"),
        (Fault::Unavailable("0".into()), 503, ""),
        (Fault::BadGateway, 502, ""),
        (Fault::GzipError, 503, ""),
        (redirect(), 308, ""),
    ] {
        let server = serve();
        let reply = create(&server, fault.clone());
        assert_eq!(reply.status, status, "{fault:?}");
        assert_eq!(reply.header("content-length"), reply.body.len().to_string());
        if !code.is_empty() {
            assert_eq!(reply.code(), code);
        }
        assert_eq!(outcome(server.emulator()), (0, status, Some(fault)));
        assert_eq!(send(&server, post("/beta/users", "{}")).status, 201);
        assert_eq!(outcome(server.emulator()), (1, 201, None));
    }
    let server = serve();
    assert_eq!(create(&server, redirect()).header("location"), "https://evil.example/a b");
    let unavailable = create(&server, Fault::Unavailable("-1".into()));
    assert_eq!((unavailable.body.len(), unavailable.header("retry-after")), (0, "-1"));
    let page = create(&server, Fault::BadGateway);
    assert_eq!(page.header("content-type"), "text/html");
    assert!(page.body.starts_with(b"<!DOCTYPE html>"));
    let error = create(&server, Fault::Throttled(RetryAfter::Missing)).json();
    assert_eq!(error["error"]["innerError"]["status"], "429");
    let error = create(&server, Fault::GatewayTimeout { done: false }).json();
    assert_eq!(error["error"]["message"], "");
}

#[test]
fn retry_after_has_each_form() {
    let server = serve();
    for text in ["5", "2.128", "0", "-1", "abc"] {
        assert_eq!(create(&server, Fault::Throttled(text.into())).header("retry-after"), text);
    }
    assert!(!create(&server, Fault::Throttled(RetryAfter::Missing)).headers.contains_key("retry-after"));
    let date = |form| {
        let reply = create(&server, Fault::Throttled(form));
        httpdate::parse_http_date(reply.header("retry-after")).expect("a date")
    };
    assert!(date(RetryAfter::Past) < SystemTime::now());
    assert!(date(RetryAfter::After(Duration::from_secs(60))) > SystemTime::now() + Duration::from_secs(50));
}

#[test]
fn a_challenge_has_its_claims() {
    let server = serve();
    let claims = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;
    let reply = create(&server, Fault::Unauthorized { claims: Some(claims.into()) });
    let challenge = reply.header("www-authenticate");
    let (start, encoded) = challenge.split_once(", claims=\"").expect("claims");
    let authorization_uri = "https://login.microsoftonline.com/common/oauth2/authorize";
    assert_eq!(
        start,
        format!("Bearer realm=\"\", authorization_uri=\"{authorization_uri}\", error=\"insufficient_claims\"")
    );
    assert_eq!(STANDARD.decode(encoded.trim_end_matches('"')).expect("Base64"), claims.as_bytes());
    let plain = create(&server, Fault::Unauthorized { claims: None });
    assert!(
        plain.header("www-authenticate").starts_with("Bearer ") && !plain.header("www-authenticate").contains("claims")
    );
}

#[test]
fn a_compressed_error_says_so() {
    let server = serve();
    let reply = create(&server, Fault::GzipError);
    assert_eq!((reply.header("content-encoding"), reply.header("content-type")), ("gzip", "application/json"));
    let mut body = Vec::new();
    flate2::read::GzDecoder::new(&*reply.body).read_to_end(&mut body).expect("gzip");
    let body: Value = serde_json::from_slice(&body).expect("JSON");
    assert_eq!(body["error"]["code"], "ServiceUnavailable");
}

#[test]
fn a_gateway_may_time_out_after_the_write() {
    let server = serve();
    let fault = Fault::GatewayTimeout { done: true };
    assert_eq!(create(&server, fault.clone()).status, 504);
    assert_eq!(outcome(server.emulator()), (1, 504, Some(fault)));
}

#[test]
fn json_is_cut() {
    let server = serve();
    let reply = create(&server, Fault::TruncatedJson);
    assert_eq!((reply.status, reply.header("connection")), (201, ""));
    assert!(serde_json::from_slice::<Value>(&reply.body).expect_err("half of it").is_eof());
    assert_eq!(outcome(server.emulator()), (1, 201, Some(Fault::TruncatedJson)));
}

#[test]
fn links_lead_elsewhere() {
    let server = serve_builder(builder().page_size("beta", "users", 1));
    for _ in 0..2 {
        send(&server, post("/beta/users", "{}"));
    }
    let link = "http://evil.example/beta/users?$skiptoken=x";
    for path in ["/beta/users", "/beta/users?$top=2"] {
        server.emulator().fail_next(Fault::NextLink(link.into()));
        assert_eq!(next(&get(&server, path)), link);
        server.emulator().fail_next(Fault::LoopingNextLink);
        assert_eq!(next(&get(&server, path)), path);
    }
    // What is no list has no link.
    let reply = create(&server, Fault::NextLink(link.into()));
    assert!(reply.json().get("@odata.nextLink").is_none());
    let error = send(&server, request("GET", "/beta/nothing"));
    server.emulator().fail_next(Fault::LoopingNextLink);
    assert_eq!(send(&server, request("GET", "/beta/nothing")).json()["error"]["code"], error.code());
}

#[test]
fn is_done_says_what_is_stored() {
    let redirect = Fault::Redirect { status: StatusCode::FOUND, location: "/".into() };
    let others = [
        Fault::CutHead,
        Fault::Garbage,
        Fault::LengthTooLong,
        Fault::LengthTooShort,
        Fault::EndlessBody,
        Fault::TruncatedJson,
        Fault::NextLink("x".into()),
        Fault::LoopingNextLink,
        Fault::GzipError,
        Fault::Unauthorized { claims: None },
        redirect,
    ];
    for fault in Fault::common().into_iter().chain(others) {
        let emulator = builder().build();
        emulator.fail_next(fault.clone());
        call(&emulator, "POST", "/beta/users", &json!({}).to_string());
        assert_eq!(emulator.items("beta", "users").len(), usize::from(fault.is_done()), "{fault:?}");
    }
}

#[test]
fn the_log_is_taken_once() {
    let emulator = builder().build();
    call(&emulator, "GET", "/beta/users", "");
    assert_eq!((emulator.take_log().len(), emulator.take_log().len(), emulator.log().len()), (1, 0, 0));
}

#[test]
fn a_connection_outlives_what_is_only_an_answer() {
    let server = serve();
    let mut connection = Connection::open(&server);
    for fault in [Fault::Throttled("1".into()), Fault::BadGateway, Fault::TruncatedJson] {
        server.emulator().fail_next(fault);
        connection.write(request("GET", "/beta/users"));
        connection.read();
    }
    connection.write(request("GET", "/beta/users"));
    assert_eq!(connection.read().status, 200);
}
