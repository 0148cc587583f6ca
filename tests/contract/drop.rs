//! An async transport stops when its future is dropped. A blocking one never gets that far.

use std::io::Write;
use std::time::Duration;

use bytes::Bytes;
use graph_entity::HttpClient;
use graph_entity::transport::ReqwestClient;
use http::Request;

use crate::server::{Server, closes, read_request};
use crate::transport::runtime;

fn dropping_closes_the_connection(answer: &'static str) {
    let server = Server::new(move |mut stream| {
        read_request(&mut stream);
        stream.write_all(answer.as_bytes()).unwrap();
        closes(&mut stream)
    });
    let client = ReqwestClient::new().unwrap();
    runtime().block_on(async {
        let request = Request::get(server.uri("/")).body(Bytes::new()).unwrap();
        let cut_off = tokio::time::timeout(Duration::from_millis(200), client.send(request)).await;
        assert!(cut_off.is_err(), "the response never ends");
        // The client lives on, and its runtime runs: what closes the connection is the drop.
        let closed = tokio::task::spawn_blocking(|| server.join()).await;
        assert!(closed.unwrap());
    });
}

#[test]
fn before_the_response() {
    dropping_closes_the_connection("");
}

#[test]
fn within_the_body() {
    dropping_closes_the_connection("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
}
