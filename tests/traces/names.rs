//! The names and values of OpenTelemetry's conventions for HTTP client spans.

use std::time::Duration;

use bytes::Bytes;
use graph_entity_emulator::Fault;
use http::{Response, StatusCode};

use super::capture::{Captured, Told, Value};
use super::{CALLS, Way, World};

fn told(faults: impl IntoIterator<Item = Fault>, call: usize) -> (World, Captured) {
    let world = World::new(Way::InProcess);
    for fault in faults {
        world.emulator.fail_next(fault);
    }
    let (captured, _) = world.call(CALLS[call].1);
    (world, captured)
}

const GET: usize = 0;
const LIST: usize = 1;
const CREATE: usize = 2;

fn field<'a>(told: &'a Told, name: &str) -> Option<&'a Value> {
    told.fields.get(name)
}

#[test]
fn a_call_that_succeeds() {
    let (world, captured) = told([], GET);
    let [call] = captured.spans("graph.call")[..] else { panic!("{captured:#?}") };
    let [request] = captured.spans("graph.request")[..] else { panic!("{captured:#?}") };
    assert_eq!(request.parent, Some(0), "the exchange is in its call");
    let log = world.emulator.log();
    let id = log[0].headers["client-request-id"].to_str().unwrap();
    for (name, value) in [
        ("otel.name", "GET /v1.0/users/{key}".into()),
        ("otel.kind", "client".into()),
        ("http.request.method", "GET".into()),
        ("url.template", "/v1.0/users/{key}".into()),
        ("url.scheme", "https".into()),
        ("server.address", "graph.microsoft.com".into()),
        ("server.port", Value::Number(443)),
        ("http.response.status_code", Value::Number(200)),
        ("http.request.header.client-request-id", id.into()),
    ] {
        assert_eq!(field(request, name), Some(&value), "{name}");
    }
    assert!(matches!(field(request, "http.response.header.request-id"), Some(Value::Text(id)) if !id.is_empty()));
    for name in ["error.type", "otel.status_code", "http.request.resend_count", "url.full", "url.query", "url.path"] {
        assert_eq!(field(request, name), None, "{name}");
    }
    assert_eq!(field(call, "http.request.method"), Some(&"GET".into()));
    assert_eq!(field(call, "url.template"), Some(&"/v1.0/users/{key}".into()));
    assert_eq!(field(call, "error.type"), None);
}

/// An ordinal for each time that it was sent again, whatever the reason, and none for the first.
#[test]
fn each_resend_is_counted() {
    let faults = [
        Fault::Unauthorized { claims: None },
        Fault::Throttled("0.001".into()),
        Fault::Redirect { status: StatusCode::FOUND, location: "/v1.0/users/s3cret-id".to_owned() },
    ];
    let (world, captured) = told(faults, GET);
    let spans = captured.spans("graph.request");
    let counts: Vec<_> = spans.iter().map(|span| field(span, "http.request.resend_count").cloned()).collect();
    assert_eq!(counts, [None, Some(1.into()), Some(2.into()), Some(3.into())]);
    let statuses: Vec<_> =
        spans.iter().map(|span| field(span, "http.response.status_code").cloned().unwrap()).collect();
    assert_eq!(statuses, [401, 429, 302, 200].map(Value::Number));
    // A redirect that is followed is no error.
    let errors: Vec<_> = spans.iter().map(|span| field(span, "error.type").cloned()).collect();
    assert_eq!(errors, [Some("401".into()), Some("429".into()), None, None]);
    let failed: Vec<_> = spans.iter().map(|span| field(span, "otel.status_code").is_some()).collect();
    assert_eq!(failed, [true, true, false, false]);
    // Where it leads is not of the request's template.
    assert_eq!(field(spans[3], "otel.name"), Some(&"GET".into()));
    assert_eq!(field(spans[3], "url.template"), None);
    assert_eq!(world.emulator.log().len(), 4);
    let events: Vec<_> = captured.events.iter().map(|event| field(event, "message").cloned().unwrap()).collect();
    let expected = ["the token was refused and renewed", "retrying", "redirected"];
    assert_eq!(events, expected.map(Value::from));
    assert_eq!(field(captured.spans("graph.call")[0], "error.type"), None);
}

#[test]
fn a_redirect_to_another_host_is_told_as_that_host() {
    let location = "https://files.example:8443/x?tempauth=1".to_owned();
    let (_, captured) = told([Fault::Redirect { status: StatusCode::FOUND, location }], GET);
    let spans = captured.spans("graph.request");
    assert_eq!(field(spans[1], "server.address"), Some(&"files.example".into()));
    assert_eq!(field(spans[1], "server.port"), Some(&Value::Number(8443)));
    assert_eq!(field(spans[1], "http.request.header.client-request-id"), None);
}

#[test]
fn what_went_wrong_below_http() {
    for (fault, kind) in [
        (Fault::Dropped { done: true }, "transport"),
        (Fault::Garbage, "transport"),
        (Fault::EndlessBody, "too_large"),
        (Fault::Drip(Duration::from_secs(1)), "timeout"),
    ] {
        let world = World::new(Way::InProcess);
        world.emulator.fail_next(fault.clone());
        let (captured, outcome) = world.call(|client| {
            let request = super::User::collection().create().display_name("x").request().unwrap();
            Box::pin(async { request.timeout(Duration::from_millis(50)).send(client).await.map(drop) })
        });
        assert!(outcome.is_err());
        for span in captured.spans.iter().filter(|span| span.name.starts_with("graph.")) {
            assert_eq!(field(span, "error.type"), Some(&kind.into()), "{fault:?}: {span:?}");
            assert_eq!(field(span, "otel.status_code"), Some(&"ERROR".into()));
        }
        assert_eq!(captured.spans("graph.request").len(), 1);
    }
}

/// What was never sent is no exchange: the call alone tells why.
#[test]
fn what_is_not_sent_is_told_by_the_call() {
    let world = World::new(Way::InProcess);
    let (captured, outcome) = world.call(|client| {
        let request = super::User::collection().item("1").get().request().unwrap().header("a b", "");
        Box::pin(async { request.send(client).await.map(drop) })
    });
    assert!(outcome.is_err());
    assert_eq!(captured.spans("graph.request").len(), 0);
    assert_eq!(field(captured.spans("graph.call")[0], "error.type"), Some(&"usage".into()));
    let link = Fault::NextLink("https://evil.example/".to_owned());
    let (_, captured) = told([link], LIST);
    let calls = captured.spans("graph.call");
    assert_eq!((calls.len(), captured.spans("graph.request").len()), (2, 1));
    assert_eq!(field(calls[1], "error.type"), Some(&"link".into()));
}

#[test]
fn a_create_has_the_template_of_its_collection() {
    let (_, captured) = told([], CREATE);
    let spans = captured.spans("graph.request");
    assert_eq!(field(spans[0], "otel.name"), Some(&"POST /v1.0/users".into()));
    assert_eq!(field(spans[0], "http.response.status_code"), Some(&Value::Number(201)));
}

/// An answer that stands although it is neither a success nor an error of HTTP.
#[test]
fn not_modified_is_no_error_of_the_exchange() {
    let world = World::new(Way::InProcess);
    world.emulator.respond_next(Response::builder().status(304).body(Bytes::new()).unwrap());
    let (captured, _) = world.call(CALLS[GET].1);
    assert_eq!(field(captured.spans("graph.request")[0], "error.type"), None);
    assert_eq!(field(captured.spans("graph.call")[0], "error.type"), Some(&"304".into()));
}
