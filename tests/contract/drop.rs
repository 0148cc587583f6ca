//! An async transport stops when its future is dropped. A blocking one never gets that far.

use std::io::{Read, Write};
use std::sync::mpsc;
use std::time::Duration;

use bytes::Bytes;
use graph_entity::transport::ReqwestClient;
use graph_entity::{ByteStream, HttpClient, Limits};
use http::{Method, Request};

use crate::bounds::soon;
use crate::chunks::{self, Step, nothing, steps};
use crate::server::{PATIENCE, Server, closes, read_head, read_request};
use crate::transport::{Transport, runtime};

const SOON: Duration = Duration::from_millis(600);

fn dropping_closes_the_connection(answer: &'static str) {
    let server = Server::new(move |mut stream| {
        read_request(&mut stream);
        stream.write_all(answer.as_bytes()).unwrap();
        closes(&mut stream)
    });
    let client = ReqwestClient::new().unwrap();
    runtime().block_on(async {
        let request = Request::get(server.uri("/")).body(Bytes::new()).unwrap();
        let cut_off = tokio::time::timeout(SOON, client.send(request)).await;
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

#[test]
fn before_the_response_of_a_stream() {
    let server = Server::new(|mut stream| {
        read_request(&mut stream);
        closes(&mut stream)
    });
    let client = ReqwestClient::new().unwrap();
    runtime().block_on(async {
        let request = chunks::request(Method::GET, server.uri("/"), Limits::default(), nothing());
        assert!(tokio::time::timeout(SOON, client.send_streaming(request)).await.is_err());
        assert!(tokio::task::spawn_blocking(|| server.join()).await.unwrap());
    });
}

/// Nobody goes on reading the body, either.
#[test]
fn within_an_upload() {
    let (held, dropped) = mpsc::channel::<()>();
    let (got, has) = mpsc::channel();
    let server = Server::new(move |mut stream| {
        assert_eq!(read_head(&mut stream).length(), Some(6));
        stream.read_exact(&mut [0; 3]).unwrap();
        got.send(()).unwrap();
        closes(&mut stream)
    });
    let client = ReqwestClient::new().unwrap();
    runtime().block_on(async {
        let waits = async move {
            std::future::pending::<()>().await;
            drop(held);
        };
        let body = steps([Step::Give(b"abc"), Step::Wait(Box::pin(waits)), Step::Give(b"def")]).with_length(6);
        let request = chunks::request(Method::PUT, server.uri("/"), Limits::default(), body);
        // Until the server has the first chunk.
        let arrived = ReqwestClient::wait(move || has.recv_timeout(PATIENCE).unwrap());
        let mut sending = Box::pin(client.send_streaming(request));
        tokio::select! {
            _ = &mut sending => panic!("there is no answer"),
            () = arrived => {}
        }
        drop(sending);
        let gone = ReqwestClient::wait(move || dropped.recv_timeout(PATIENCE)).await;
        assert_eq!(gone, Err(mpsc::RecvTimeoutError::Disconnected));
        assert!(ReqwestClient::wait(|| server.join()).await, "the request is broken off");
    });
}

/// One that reads on gets the answer, though the body has not been sent.
#[test]
fn an_answer_comes_before_the_body_has_ended() {
    let server = Server::new(|mut stream| {
        read_head(&mut stream);
        stream.write_all(b"HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\n{}").unwrap();
        stream.read_exact(&mut [0; 3]).unwrap();
        closes(&mut stream)
    });
    let client = ReqwestClient::new().unwrap();
    runtime().block_on(async {
        let body = steps([Step::Give(b"abc"), Step::Wait(Box::pin(std::future::pending()))]).with_length(6);
        let request = chunks::request(Method::PUT, server.uri("/"), soon(), body);
        assert_eq!(client.send_streaming(request).await.unwrap().status(), 413);
    });
    assert!(server.join());
}

/// Nobody has to read the answer for the body to arrive.
#[test]
fn the_rest_is_sent_after_an_early_answer_is_dropped() {
    const LENGTH: u64 = 8 << 20;
    let server = Server::new(|mut stream| {
        read_head(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").unwrap();
        std::io::copy(&mut stream.take(LENGTH), &mut std::io::sink()).unwrap()
    });
    let client = ReqwestClient::new().unwrap();
    runtime().block_on(async {
        let body = ByteStream::from_reader(std::io::repeat(0), LENGTH);
        drop(client.send_streaming(chunks::request(Method::PUT, server.uri("/"), soon(), body)).await.unwrap());
        assert_eq!(ReqwestClient::wait(|| server.join()).await, LENGTH);
    });
}
