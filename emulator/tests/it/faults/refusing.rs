//! A server that is down for a while.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use graph_entity_emulator::{Fault, Server};

use crate::support::{Connection, builder, request, send, serve, serve_builder};

fn connect(server: &Server) -> std::io::Result<TcpStream> {
    TcpStream::connect(server.url().replace("http://", ""))
}

/// Waits until the server listens, and says how long that took.
fn wait(server: &Server) -> Duration {
    let start = Instant::now();
    while connect(server).is_err() {
        assert!(start.elapsed() < Duration::from_secs(10), "the server stays away");
        std::thread::sleep(Duration::from_millis(5));
    }
    start.elapsed()
}

#[test]
fn connections_are_refused_for_a_while() {
    let server = serve();
    let (url, mut idle) = (server.url(), Connection::open(&server));
    assert_eq!(send(&server, request("GET", "/beta/users")).status, 200);
    let start = Instant::now();
    server.refuse_for(Duration::from_millis(300));
    assert!(idle.is_closed());
    assert_eq!(connect(&server).expect_err("no listener").kind(), ErrorKind::ConnectionRefused);
    wait(&server);
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert_eq!(server.url(), url);
    assert_eq!(send(&server, request("GET", "/beta/users")).status, 200);
    assert_eq!(server.emulator().log().len(), 2);
}

#[test]
fn a_stop_need_not_wait_for_the_end_of_refusing() {
    let server = serve();
    let start = Instant::now();
    server.refuse_for(Duration::MAX);
    assert!(connect(&server).is_err());
    drop(server);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn refusing_is_set_anew() {
    let server = serve();
    server.refuse_for(Duration::from_secs(3600));
    server.refuse_for(Duration::ZERO);
    assert!(wait(&server) < Duration::from_secs(5));
    for _ in 0..50 {
        server.refuse_for(Duration::ZERO);
        wait(&server);
        assert_eq!(send(&server, request("GET", "/beta/users")).status, 200);
    }
}

#[test]
fn refusing_and_stopping_race() {
    for round in 0..50 {
        let server = serve();
        server.refuse_for(Duration::from_micros(round * 20));
        let start = Instant::now();
        drop(server);
        assert!(start.elapsed() < Duration::from_secs(5));
    }
}

#[test]
fn refusing_ends_what_is_being_answered() {
    let server = serve();
    server.emulator().fail_next(Fault::Drip(Duration::from_secs(3600)));
    let mut connection = Connection::open(&server);
    connection.write(request("GET", "/beta/users"));
    while server.emulator().log().is_empty() {
        std::thread::sleep(Duration::from_millis(1));
    }
    server.refuse_for(Duration::ZERO);
    let start = Instant::now();
    assert!(!String::from_utf8_lossy(&connection.read_to_end()).contains("\r\n\r\n"));
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_port_that_is_taken_is_awaited() {
    let server = serve();
    server.refuse_for(Duration::from_millis(50));
    let taken = std::net::TcpListener::bind(server.url().replace("http://", "")).expect("a free port");
    std::thread::sleep(Duration::from_millis(200));
    drop(taken);
    wait(&server);
    assert_eq!(send(&server, request("GET", "/beta/users")).status, 200);
}

/// As a request is done, the service goes down.
#[test]
fn a_hook_may_refuse() {
    let place: Arc<OnceLock<Server>> = Arc::default();
    let hook = {
        let place = Arc::downgrade(&place);
        move |_: &_| {
            if let Some(server) = place.upgrade().as_ref().and_then(|place| place.get()) {
                server.refuse_for(Duration::from_millis(100));
            }
        }
    };
    let server = place.get_or_init(|| serve_builder(builder().on_request(hook)));
    let mut connection = Connection::open(server);
    connection.write(request("GET", "/beta/users"));
    assert!(connection.is_closed());
    wait(server);
    assert_eq!(server.emulator().log().len(), 1);
}
