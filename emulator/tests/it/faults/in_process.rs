//! Faults without a socket: what a transport makes of them.

use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::{HttpClient, Limits, Sent, TransportError};
use graph_entity_emulator::Fault;
use http::{Request, Response};

use super::outcome;
use crate::in_process::ready;
use crate::support::{builder, call};

/// What comes of a `POST` with `fault`; it is checked that it is logged, and stored if it is to be.
fn create(fault: Fault, limits: Limits) -> Result<Response<Bytes>, TransportError> {
    let emulator = builder().build();
    emulator.fail_next(fault.clone());
    let request = Request::post("http://graph/beta/users").header("Authorization", "Bearer secret");
    let request = request.header("Content-Type", "application/json").extension(limits);
    let result = ready(emulator.send(request.body(Bytes::from_static(b"{}")).expect("a request")));
    let (stored, _, met) = outcome(&emulator);
    assert_eq!((stored == 1, met), (fault.is_done(), Some(fault)));
    result
}

#[test]
fn broken_connections_are_errors() {
    for fault in [
        Fault::Dropped { done: false },
        Fault::Dropped { done: true },
        Fault::CutHead,
        Fault::CutBody,
        Fault::Garbage,
        Fault::LengthTooLong,
    ] {
        let error = create(fault.clone(), Limits::default()).expect_err("no answer");
        assert_eq!((error.sent(), error.is_timeout(), error.is_too_large()), (Sent::Maybe, false, false), "{fault:?}");
    }
    let endless = create(Fault::EndlessBody, Limits::new(100_000)).expect_err("no end");
    assert!(endless.is_too_large());
}

#[test]
fn whole_answers_are_answers() {
    for fault in [Fault::ClosedAfter, Fault::TruncatedJson, Fault::GatewayTimeout { done: true }] {
        create(fault, Limits::default()).expect("an answer");
    }
    let short = create(Fault::LengthTooShort, Limits::default()).expect("half an answer");
    assert_eq!(short.headers()["content-length"], short.body().len().to_string());
    assert!(short.body().starts_with(b"{") && !short.body().ends_with(b"}"));
}

#[test]
fn a_slow_answer_keeps_the_deadline() {
    let (short, long) = (Duration::from_millis(50), Duration::from_secs(3600));
    let start = Instant::now();
    let answer = create(Fault::Drip(short), Limits::default().with_deadline(start + long)).expect("an answer");
    assert!(answer.status() == 201 && start.elapsed() >= short);
    let start = Instant::now();
    let late = create(Fault::Drip(long), Limits::default().with_deadline(start + short)).expect_err("no time");
    assert!(late.is_timeout() && late.sent() == Sent::Maybe);
    assert!(start.elapsed() >= short && start.elapsed() < Duration::from_secs(60));
}

#[test]
fn handle_gives_the_answer_undisturbed() {
    for fault in
        [Fault::CutBody, Fault::Garbage, Fault::EndlessBody, Fault::Drip(Duration::MAX), Fault::Dropped { done: true }]
    {
        let emulator = builder().build();
        emulator.fail_next(fault);
        let (status, user) = call(&emulator, "POST", "/beta/users", "{}");
        assert!(status == 201 && user["id"].is_string());
    }
    let emulator = builder().build();
    emulator.fail_next(Fault::Dropped { done: false });
    assert_eq!(call(&emulator, "POST", "/beta/users", "{}").0, 503);
}
