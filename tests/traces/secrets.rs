//! Every fault, met by every kind of request, over each way: no secret in anything that is told, and as many exchanges as
//! reached the service.

use std::collections::BTreeSet;
use std::time::Duration;

use bytes::Bytes;
use graph_entity_emulator::{Fault, RetryAfter};
use http::{Response, StatusCode};

use super::capture::{Captured, Value};
use super::{CALLS, SECRET, Way, World};

/// Each kind of fault, with secrets where it has a place for them.
fn faults() -> Vec<Fault> {
    let moved = |status, location: &str| Fault::Redirect { status, location: location.to_owned() };
    let pre_signed = "http://127.0.0.1:9/s3cret-path?tempauthtoken=s3cret-location";
    vec![
        Fault::Throttled("0.001".into()),
        Fault::Throttled(RetryAfter::Text("s3cret-after".into())),
        Fault::Throttled(RetryAfter::After(Duration::from_secs(1))),
        Fault::Unavailable(RetryAfter::Missing),
        Fault::Unavailable(RetryAfter::Past),
        Fault::GatewayTimeout { done: false },
        Fault::GatewayTimeout { done: true },
        Fault::BadGateway,
        Fault::Unauthorized { claims: None },
        Fault::Unauthorized { claims: Some(r#"{"access_token":{"s3cret-claim":{"essential":true}}}"#.to_owned()) },
        Fault::GzipError,
        moved(StatusCode::FOUND, pre_signed),
        moved(StatusCode::SEE_OTHER, pre_signed),
        moved(StatusCode::TEMPORARY_REDIRECT, "/v1.0/users/s3cret-id?s3cret-query=1"),
        moved(StatusCode::PERMANENT_REDIRECT, "https://user:s3cret@evil.example/"),
        moved(StatusCode::MOVED_PERMANENTLY, "http://evil.example/s3cret"),
        Fault::Dropped { done: false },
        Fault::Dropped { done: true },
        Fault::CutHead,
        Fault::CutBody,
        Fault::ClosedAfter,
        Fault::Drip(Duration::from_millis(10)),
        Fault::Garbage,
        Fault::LengthTooLong,
        Fault::LengthTooShort,
        Fault::EndlessBody,
        Fault::TruncatedJson,
        Fault::NextLink("https://evil.example/s3cret?$skiptoken=s3cret".to_owned()),
        Fault::NextLink("s3cret".to_owned()),
        Fault::LoopingNextLink,
    ]
}

fn every_fault(way: Way) {
    let mut others = BTreeSet::new();
    for fault in faults() {
        for (name, call) in CALLS {
            let world = World::new(way);
            world.emulator.fail_next(fault.clone());
            let (captured, _) = world.call(call);
            let case = format!("{way:?}, {name}, {fault:?}: {captured:#?}");
            has_no_secret(&captured, &case);
            is_counted(&world, way, &captured, &case);
            others.extend(captured.spans.iter().chain(&captured.events).map(|told| told.target.clone()));
        }
    }
    others.retain(|target| !target.starts_with("graph_entity"));
    println!("{way:?}: told by others, and not looked at: {others:?}");
}

fn has_no_secret(captured: &Captured, case: &str) {
    for told in captured.ours() {
        let text = format!("{} {:?}", told.name, told.fields);
        assert!(!text.contains(SECRET) && !text.contains("Bearer"), "{text} in {case}");
        for value in told.fields.values() {
            let plain = |text: &str| !text.contains(char::is_control) && text.len() < 200;
            assert!(matches!(value, Value::Text(text) if plain(text)) || !matches!(value, Value::Text(_)), "{case}");
            assert!(!matches!(value, Value::Odd(_)), "{case}");
        }
    }
}

/// A span for each request that the service has in its log. What went elsewhere has one, too.
fn is_counted(world: &World, way: Way, captured: &Captured, case: &str) {
    let spans = captured.spans("graph.request");
    let is_elsewhere = |told: &&&super::capture::Told| told.fields["server.port"] == Value::Number(9);
    // In process the emulator is everywhere.
    let elsewhere = if way == Way::InProcess { 0 } else { spans.iter().filter(is_elsewhere).count() };
    assert_eq!(spans.len() - elsewhere, world.emulator.log().len(), "{case}");
    assert!(spans.iter().all(|span| captured.spans[span.parent.unwrap()].name == "graph.call"), "{case}");
}

#[test]
fn in_process() {
    every_fault(Way::InProcess);
}

#[test]
fn over_reqwest() {
    every_fault(Way::Reqwest);
}

#[test]
fn over_ureq() {
    every_fault(Way::Ureq);
}

/// What the service says about a request is for who made it, and not for a log that everybody reads.
#[test]
fn what_the_service_says_is_not_told() {
    let body =
        r#"{"error":{"code":"s3cret-code","message":"s3cret\u001b[31m\r\nmessage","innerError":{"code":"s3cret"}}}"#;
    for status in [400, 404, 409, 412, 428, 500] {
        for (name, call) in CALLS {
            let world = World::new(Way::InProcess);
            let response = Response::builder().status(status).header("set-cookie", SECRET).header("location", SECRET);
            world.emulator.respond_next(response.body(Bytes::from(body)).unwrap());
            let (captured, outcome) = world.call(call);
            let case = format!("{status}, {name}: {captured:#?}");
            assert!(outcome.is_err(), "{case}");
            has_no_secret(&captured, &case);
            assert_eq!(captured.spans("graph.call")[0].fields["error.type"], status.to_string().as_str().into());
        }
    }
}
