//! Which request meets which fault.

use bytes::Bytes;
use graph_entity_emulator::{Emulator, Fault, RetryAfter};
use http::Response;

use crate::support::{builder, call, get, ids, next, post, request, send, serve, serve_builder};

#[test]
fn faults_are_met_in_order() {
    let emulator = builder().build();
    emulator.fail_next(Fault::BadGateway);
    emulator.fail_when(Fault::Throttled("1".into()), |method, target| method == "POST" && target.ends_with("users"));
    emulator.fail_next(Fault::Unavailable(RetryAfter::Missing));
    emulator.fail_next(Fault::BadGateway);
    let statuses =
        ["POST", "GET", "POST", "PUT", "GET"].map(|method| call(&emulator, method, "/beta/users", "{}").0.as_u16());
    assert_eq!(statuses, [502, 503, 429, 502, 200]);
    let faults: Vec<_> = emulator.log().into_iter().map(|entry| entry.fault.is_some()).collect();
    assert_eq!(faults, [true, true, true, true, false]);
    emulator.fail_next(Fault::BadGateway);
    emulator.stop_failing();
    assert_eq!(call(&emulator, "GET", "/beta/users", "").0, 200);
}

#[test]
fn a_token_expires_between_two_pages() {
    let server = serve_builder(builder().page_size("beta", "users", 1));
    for _ in 0..3 {
        send(&server, post("/beta/users", "{}"));
    }
    let mut pages = 0;
    server.emulator().fail_when(Fault::Unauthorized { claims: None }, move |_, _| {
        pages += 1;
        pages == 2
    });
    let first = get(&server, "/beta/users");
    assert_eq!(send(&server, request("GET", next(&first))).status, 401);
    let second = get(&server, next(&first));
    assert_ne!(ids(&first), ids(&second));
}

#[test]
fn a_canned_response_waits_until_a_request_is_done() {
    let emulator = builder().build();
    let canned = |body| Response::builder().status(299).body(Bytes::from_static(body)).expect("a response");
    emulator.respond_next(canned(b"ab"));
    emulator.respond_next(canned(b"cd"));
    emulator.fail_next(Fault::BadGateway);
    emulator.fail_next(Fault::GatewayTimeout { done: true });
    emulator.fail_next(Fault::TruncatedJson);
    let get = || {
        let request = http::Request::get("/beta/users").body(Bytes::new()).expect("a request");
        let response = emulator.handle(&request);
        (response.status().as_u16(), response.into_body())
    };
    assert_eq!((get().0, get().0), (502, 504));
    assert_eq!(get(), (299, Bytes::from_static(b"c")));
}

#[test]
fn what_is_no_request_meets_no_fault() {
    let server = serve();
    server.emulator().fail_next(Fault::BadGateway);
    assert_eq!(send(&server, "GET / HTTP/1.1\r\n\r\n").status, 400);
    assert_eq!(send(&server, request("GET", "/beta/users")).status, 502);
    let faults: Vec<_> = server.emulator().log().into_iter().map(|entry| entry.fault).collect();
    assert_eq!(faults, [None, Some(Fault::BadGateway)]);
}

#[test]
fn a_share_fails_reproducibly() {
    let faults = || Fault::common();
    let statuses = |seed| {
        let emulator = builder().fail_some(0.2, seed, faults()).build();
        // What is queued doesn't move what is random.
        emulator.fail_when(Fault::BadGateway, move |_, _| seed == 1);
        let log = |emulator: &Emulator| emulator.take_log().into_iter().map(|entry| entry.fault).collect::<Vec<_>>();
        for _ in 0..2000 {
            call(&emulator, "GET", "/beta/users", "");
        }
        let met = log(&emulator);
        emulator.stop_failing();
        for _ in 0..100 {
            call(&emulator, "GET", "/beta/users", "");
        }
        assert!(log(&emulator).iter().all(Option::is_none));
        met
    };
    let met = statuses(1);
    let count = met.iter().flatten().count();
    assert!((300..500).contains(&count), "{count}");
    assert!(faults().iter().all(|fault| met.iter().flatten().any(|one| one == fault)));
    let (same, other) = (statuses(1), statuses(2));
    assert_eq!(met, same);
    assert_ne!(met[1..], other[1..]);

    for (share, faults, count) in [(0.0, faults(), 0), (1.0, faults(), 50), (f64::NAN, faults(), 0), (1.0, vec![], 0)] {
        let emulator = builder().fail_some(share, 3, faults).build();
        for _ in 0..50 {
            call(&emulator, "GET", "/beta/users", "");
        }
        assert_eq!(emulator.log().iter().filter(|entry| entry.fault.is_some()).count(), count);
    }
}
