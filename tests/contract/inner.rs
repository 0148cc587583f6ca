//! Inner clients that the user has set up: theirs stays theirs, and the contract holds all the same.

use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{Limits, Sent};
use http::Request;

use crate::bounds::soon;
use crate::failure::assert_silent;
use crate::server::{Server, answering, closes, listener, read_request, untouched};
use crate::transport::{Outcome, Transport};

const FOUND: &str = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ";

fn get<T: Transport>(client: &T, uri: String) -> Outcome {
    T::run(client.send(Request::get(uri).extension(soon()).body(Bytes::new()).unwrap()))
}

/// The headers of the request that `client` sends.
fn headers<T: Transport>(client: &T) -> Vec<String> {
    let server = answering("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
    assert_eq!(get(client, server.uri("/")).unwrap().status(), 500);
    server.join().headers.into_iter().filter(|header| !header.starts_with("host:")).collect()
}

fn follows_no_redirect<T: Transport>(client: &T) {
    let (elsewhere, target) = listener();
    let server = answering(format!("{FOUND}{target}/\r\n\r\n"));
    assert_eq!(get(client, server.uri("/")).unwrap().status(), 302);
    assert!(untouched(&elsewhere));
}

/// A timeout of the inner client, without a deadline and with one that is far away.
fn own_timeout<T: Transport>(client: &T, limits: Limits) {
    let server = Server::new(|mut stream| {
        read_request(&mut stream);
        closes(&mut stream)
    });
    let start = Instant::now();
    let request = Request::get(server.uri("/")).extension(limits).body(Bytes::new()).unwrap();
    let error = T::run(client.send(request)).expect_err("no response");
    assert!(error.is_timeout() && error.sent() == Sent::Maybe, "{error:?}");
    assert!(start.elapsed() < Duration::from_secs(4));
}

#[test]
fn reqwest_builder() {
    let builder = reqwest::Client::builder().user_agent("mine/1").redirect(reqwest::redirect::Policy::limited(5));
    let client = ReqwestClient::from_builder(builder).unwrap();
    assert_eq!(headers(&client), ["accept: */*", "user-agent: mine/1"]);
    follows_no_redirect(&client);
    let hasty = reqwest::Client::builder().timeout(Duration::from_millis(200));
    own_timeout(&ReqwestClient::from_builder(hasty).unwrap(), Limits::default());
}

#[test]
fn reqwest_builder_that_cannot_be_built() {
    let builder = reqwest::Client::builder().user_agent("line\nbreak");
    assert_eq!(ReqwestClient::from_builder(builder).unwrap_err().sent(), Sent::No);
}

#[test]
fn ureq_agent() {
    let config = ureq::Agent::config_builder().user_agent("mine/1").accept_encoding("gzip").max_redirects(5);
    let client = UreqClient::from_agent(config.build().new_agent());
    assert_eq!(headers(&client), ["accept-encoding: gzip", "user-agent: mine/1"]);
    follows_no_redirect(&client);
    let hasty = ureq::Agent::config_builder().timeout_global(Some(Duration::from_millis(200))).build();
    let hasty = UreqClient::from_agent(hasty.new_agent());
    own_timeout(&hasty, Limits::default());
    own_timeout(&hasty, Limits::default().with_deadline(Instant::now() + Duration::from_secs(60)));
}

/// ureq quotes the whole URL here.
#[test]
fn ureq_agent_for_https_only() {
    let config = ureq::Agent::config_builder().https_only(true).build();
    let client = UreqClient::from_agent(config.new_agent());
    let error = get(&client, "http://127.0.0.1:9/secret?secret".to_owned()).unwrap_err();
    assert_eq!(error.sent(), Sent::No);
    assert_silent(&error);
}

#[test]
fn debug_shows_nothing_of_the_inside() {
    let builder = reqwest::Client::builder().user_agent("secret");
    assert_eq!(format!("{:?}", ReqwestClient::from_builder(builder).unwrap()), "ReqwestClient");
    assert_eq!(format!("{:?}", UreqClient::new()), "UreqClient");
}
