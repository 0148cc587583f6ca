//! Requests whose bodies come in chunks: what goes over the wire, and what a body does that is not what it says.

use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::mpsc;
use std::time::Instant;

use bytes::Bytes;
use graph_entity::transport::UreqClient;
use graph_entity::{ByteStream, HttpClient, Limits, Sent, TransportError};
use http::{Method, Request, StatusCode};

use crate::bounds::{DEADLINE, PROMPT, soon};
use crate::chunks::{self, Step, causes, exchange, failing, give, nothing, put, steps};
use crate::server::{Heard, PATIENCE, Server, answering, breaks_off, listener, read_head, untouched};
use crate::transport::{Transport, Whole};

const EMPTY_ANSWER: &str = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

/// The headers but `Host`.
fn heard<T: Transport>(method: Method, body: ByteStream) -> Heard {
    let server = answering(EMPTY_ANSWER);
    let client = T::make();
    let request = chunks::request(method, server.uri("/v1.0/a"), soon(), body);
    assert_eq!(T::run(exchange(&client, request)).unwrap().status(), StatusCode::OK);
    let mut heard = server.join();
    heard.headers.retain(|header| !header.starts_with("host: "));
    heard
}

fn assert_heard(heard: &Heard, framing: &[&str], body: &str) {
    let headers: Vec<_> = heard.headers.iter().map(String::as_str).collect();
    assert_eq!(headers, [&["accept: application/json"], framing].concat());
    assert_eq!(String::from_utf8_lossy(&heard.body), body);
}

pub(crate) fn known_length_is_content_length<T: Transport>() {
    let heard = heard::<T>(Method::PUT, give(&["one, ", "two, ", "three"]).with_length(15));
    assert_eq!(heard.line, "PUT /v1.0/a HTTP/1.1");
    assert_heard(&heard, &["content-length: 15"], "one, two, three");
}

pub(crate) fn chunk_sizes_do_not_matter<T: Transport>() {
    let body: Vec<u8> = (0..3_000_000_u32).map(|i| i.to_le_bytes()[0]).collect();
    for size in [65_537, 1_000_000, body.len()] {
        let steps = steps(body.chunks(size).map(|chunk| Step::Give(chunk.to_vec().leak())));
        assert!(heard::<T>(Method::POST, steps.with_length(3_000_000)).body == body);
    }
    let tiny = steps(body[..5000].chunks(1).map(|chunk| Step::Give(chunk.to_vec().leak())));
    assert!(heard::<T>(Method::POST, tiny.with_length(5000)).body == body[..5000]);
}

pub(crate) fn empty_put_and_post_have_length_zero<T: Transport>() {
    for method in [Method::PUT, Method::POST, Method::PATCH] {
        assert_heard(&heard::<T>(method.clone(), nothing()), &["content-length: 0"], "");
        assert_heard(&heard::<T>(method, give(&["", ""]).with_length(0)), &["content-length: 0"], "");
    }
}

pub(crate) fn empty_get_and_delete_have_none<T: Transport>() {
    assert_heard(&heard::<T>(Method::GET, nothing()), &[], "");
    assert_heard(&heard::<T>(Method::DELETE, give(&[]).with_length(0)), &[], "");
}

pub(crate) fn wrong_framing_is_put_right<T: Transport>() {
    let server = answering(EMPTY_ANSWER);
    let request = Request::put(server.uri("/")).header("content-length", "100").header("transfer-encoding", "chunked");
    let client = T::make();
    T::run(exchange(&client, request.body(give(&["a", "bc"]).with_length(3)).unwrap())).unwrap();
    let heard = server.join();
    assert!(!heard.is_chunked());
    assert_eq!((heard.length(), heard.body.as_slice()), (Some(3), &b"abc"[..]));
}

/// What is more is left.
pub(crate) fn reader_is_read_to_its_length<T: Transport>() {
    let heard = heard::<T>(Method::PUT, ByteStream::from_reader(io::repeat(b'x'), 200_000));
    assert_eq!(heard.length(), Some(200_000));
    assert!(heard.body == vec![b'x'; 200_000]);
}

pub(crate) fn unknown_length_is_chunked<T: Transport>() {
    let heard = heard::<T>(Method::PUT, give(&["one, ", "", "two, ", "three"]));
    assert_heard(&heard, &["transfer-encoding: chunked"], "one, two, three");
}

pub(crate) fn empty_body_of_unknown_length<T: Transport>() {
    for body in [give(&[]), give(&["", ""])] {
        assert_heard(&heard::<T>(Method::POST, body), &["transfer-encoding: chunked"], "");
    }
}

pub(crate) fn body_of_unknown_length_with_get<T: Transport>() {
    assert_heard(&heard::<T>(Method::GET, give(&["a", "b"])), &["transfer-encoding: chunked"], "ab");
}

fn broken() -> TransportError {
    TransportError::new(Sent::No, "the disk is broken")
}

/// Sends a body that is not what it says. The server must not see a request that looks whole.
fn broken_off<T: Transport>(body: ByteStream, cause: &str) -> TransportError {
    let (listener, base) = listener();
    let error = failing(put::<T>(format!("{base}/secret"), body));
    assert!(!error.is_timeout() && !error.is_too_large(), "{error:?}");
    assert!(causes(&error).iter().any(|text| text.contains(cause)), "{error:?}");
    // Whatever came is there by now: all connections of the client are gone.
    listener.set_nonblocking(true).unwrap();
    match listener.accept() {
        Ok((mut stream, _)) => {
            stream.set_nonblocking(false).unwrap();
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
            assert!(breaks_off(&mut stream), "a whole request has arrived");
            // The body's own word doesn't count: the head may have left.
            assert_eq!(error.sent(), Sent::Maybe, "{error:?}");
        }
        Err(error) => assert_eq!(error.kind(), io::ErrorKind::WouldBlock),
    }
    error
}

pub(crate) fn failing_body<T: Transport>() {
    let cause = "the disk is broken";
    broken_off::<T>(steps([Step::Give(b"abc"), Step::Fail(broken())]).with_length(10), cause);
    broken_off::<T>(steps([Step::Fail(broken())]).with_length(10), cause);
}

pub(crate) fn failing_chunked_body<T: Transport>() {
    let cause = "the disk is broken";
    broken_off::<T>(steps([Step::Give(b"abc"), Step::Fail(broken())]), cause);
    broken_off::<T>(steps([Step::Fail(broken())]), cause);
}

/// Such as a checksum that doesn't fit.
pub(crate) fn body_that_fails_after_its_last_byte<T: Transport>() {
    let body = steps([Step::Give(b"abc"), Step::Give(b"def"), Step::Fail(broken())]);
    broken_off::<T>(body.with_length(6), "the disk is broken");
}

/// A read that timed out, and the deadline of another exchange, whose answer is passed on.
pub(crate) fn body_that_times_out_is_no_deadline<T: Transport>() {
    let error = io::Error::new(io::ErrorKind::TimedOut, "the drive did not spin up");
    let body = steps([Step::Give(b"abc"), Step::Fail(TransportError::new(Sent::Maybe, error))]);
    broken_off::<T>(body.with_length(10), "the drive did not spin up");
    let body = steps([Step::Give(b"abc"), Step::Fail(TransportError::timeout(Sent::Maybe))]);
    broken_off::<T>(body.with_length(10), "the deadline passed before the response was complete");
}

/// A body that comes over a connection of its own: that nobody listened there says nothing about this request.
pub(crate) fn body_that_cannot_connect<T: Transport>() {
    struct Lazy;
    impl io::Read for Lazy {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::ConnectionRefused, "nobody there"))
        }
    }
    broken_off::<T>(ByteStream::from_reader(Lazy, 10), "nobody there");
}

pub(crate) fn short_body<T: Transport>() {
    let shorter = "shorter than its length";
    broken_off::<T>(give(&["abc"]).with_length(4), shorter);
    broken_off::<T>(give(&[]).with_length(4), shorter);
    broken_off::<T>(ByteStream::from(Bytes::from_static(b"abc")).with_length(4), shorter);
    broken_off::<T>(ByteStream::from_reader(&b"abc"[..], 4), shorter);
}

pub(crate) fn long_body<T: Transport>() {
    let longer = "longer than its length";
    broken_off::<T>(give(&["abc"]).with_length(2), longer);
    broken_off::<T>(give(&["ab", "c"]).with_length(2), longer);
    broken_off::<T>(ByteStream::from(Bytes::from_static(b"abc")).with_length(2), longer);
}

/// An upload of nothing would overwrite.
pub(crate) fn body_that_is_not_empty<T: Transport>() {
    let error = broken_off::<T>(give(&["abc"]).with_length(0), "longer than its length");
    assert_eq!(error.sent(), Sent::No);
    let error = broken_off::<T>(steps([Step::Fail(broken())]).with_length(0), "the disk is broken");
    assert_eq!(error.sent(), Sent::No);
}

pub(crate) fn connection_refused<T: Transport>() {
    let (listener, base) = listener();
    drop(listener);
    let error = failing(put::<T>(format!("{base}/secret"), give(&["abc"]).with_length(3)));
    assert_eq!(error.sent(), Sent::No);
    assert!(!error.is_timeout() && !error.is_too_large(), "{error:?}");
}

pub(crate) fn connection_dropped<T: Transport>() {
    let server = Server::new(|mut stream| read_head(&mut stream));
    let error = failing(put::<T>(server.uri("/secret"), ByteStream::from_reader(io::repeat(0), 20 << 20)));
    assert_eq!(error.sent(), Sent::Maybe);
    assert!(!error.is_timeout() && !error.is_too_large(), "{error:?}");
    server.join();
}

/// The second chunk is made once the server has the first.
pub(crate) fn goes_out_as_it_is_made<T: Transport>() {
    let (got, has) = mpsc::channel();
    let server = Server::new(move |mut stream| {
        assert_eq!(read_head(&mut stream).length(), Some(6));
        let mut first = [0; 3];
        io::Read::read_exact(&mut stream, &mut first).unwrap();
        got.send(first).unwrap();
        io::Read::read_exact(&mut stream, &mut first).unwrap();
        stream.write_all(EMPTY_ANSWER.as_bytes()).unwrap();
        first
    });
    let client = T::make();
    let answer = T::run(async {
        // Not before it is asked for.
        let second = async { T::wait(move || assert_eq!(&has.recv_timeout(PATIENCE).unwrap(), b"abc")).await };
        let body = steps([Step::Give(b"abc"), Step::Wait(Box::pin(second)), Step::Give(b"def")]).with_length(6);
        exchange(&client, chunks::request(Method::PUT, server.uri("/"), soon(), body)).await
    });
    assert_eq!(answer.unwrap().status(), StatusCode::OK);
    assert_eq!(&server.join(), b"def");
}

const TOO_LARGE: &str = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

/// The server has made up its mind, but reads on.
pub(crate) fn answer_before_the_end<T: Transport>() {
    let server = Server::new(|mut stream| {
        let length = read_head(&mut stream).length().unwrap();
        stream.write_all(TOO_LARGE.as_bytes()).unwrap();
        let body = io::Read::take(&mut stream, length as u64);
        _ = io::copy(&mut { body }, &mut io::sink());
    });
    let client = T::make();
    let body = ByteStream::from_reader(io::repeat(0), 8 << 20);
    let answer = T::run(exchange(&client, chunks::request(Method::PUT, server.uri("/"), soon(), body))).unwrap();
    assert_eq!((answer.status(), answer.body().as_ref()), (StatusCode::PAYLOAD_TOO_LARGE, &b"{}"[..]));
    server.join();
}

/// The server goes away with the answer given and most of the body unread. A transport that comes to the answer gives
/// it; for one that doesn't, the exchange broke off.
pub(crate) fn answer_and_close_before_the_end<T: Transport>() {
    let server = Server::new(|mut stream| {
        read_head(&mut stream);
        stream.write_all(TOO_LARGE.as_bytes()).unwrap();
    });
    let start = Instant::now();
    match put::<T>(server.uri("/secret"), ByteStream::from_reader(io::repeat(0), 1 << 40)) {
        Ok(answer) => assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE),
        Err(error) => {
            assert_eq!(error.sent(), Sent::Maybe);
            assert!(!error.is_timeout() && !error.is_too_large(), "{error:?}");
        }
    }
    assert!(start.elapsed() < PROMPT);
    server.join();
}

/// The server takes a little now and then: each write comes to something, and the whole takes too long.
pub(crate) fn slow_reader_meets_the_deadline<T: Transport>() {
    let server = Server::new(|mut stream: TcpStream| {
        read_head(&mut stream);
        let mut taken = [0; 64 * 1024];
        while matches!(io::Read::read(&mut stream, &mut taken), Ok(1..)) {
            std::thread::sleep(DEADLINE / 30);
        }
    });
    let start = Instant::now();
    let limits = Limits::default().with_deadline(start + DEADLINE);
    let body = ByteStream::from_reader(io::repeat(0), 1 << 40);
    let client = T::make();
    let outcome = T::run(client.send_streaming(chunks::request(Method::PUT, server.uri("/secret"), limits, body)));
    let error = failing(outcome);
    assert!(error.is_timeout() && error.sent() == Sent::Maybe, "{error:?}");
    assert!(start.elapsed() >= DEADLINE && start.elapsed() < PROMPT, "{:?}", start.elapsed());
    server.join();
}

/// Each chunk is made in time: it is the whole that takes too long.
pub(crate) fn slow_body_meets_the_deadline<T: Transport>() {
    let server = Server::new(|mut stream| breaks_off(&mut stream));
    let start = Instant::now();
    let limits = Limits::default().with_deadline(start + DEADLINE);
    let pause = || Step::Wait(Box::pin(async { T::wait(|| std::thread::sleep(DEADLINE / 10)).await }));
    let body = steps((0..200).flat_map(|_| [pause(), Step::Give(b"x")])).with_length(200);
    let client = T::make();
    let outcome = T::run(client.send_streaming(chunks::request(Method::PUT, server.uri("/secret"), limits, body)));
    let error = failing(outcome);
    assert!(error.is_timeout() && error.sent() == Sent::Maybe, "{error:?}");
    assert!(start.elapsed() >= DEADLINE && start.elapsed() < PROMPT, "{:?}", start.elapsed());
    drop(client);
    assert!(server.join(), "a whole request has arrived");
}

/// Nothing is polled again over a transport that blocks.
#[test]
fn ureq_does_not_wait_for_a_body() {
    let body = steps([Step::Give(b"abc"), Step::Wait(Box::pin(std::future::pending()))]);
    let error = broken_off::<UreqClient>(body.with_length(10), "nothing here can wait for it");
    assert_eq!(error.sent(), Sent::Maybe);
}

/// It has no other place for what it holds.
#[test]
fn by_default_the_bound_holds_for_the_request_s_body() {
    let (listener, base) = listener();
    let limits = Limits::new(5).with_deadline(Instant::now() + PROMPT);
    let client = Whole::<UreqClient>::make();
    let request = chunks::request(Method::PUT, base, limits, give(&["abc", "def"]));
    let error = failing(UreqClient::run(client.send_streaming(request)));
    assert_eq!(error.sent(), Sent::No);
    assert!(!error.is_too_large(), "the response isn't");
    assert!(untouched(&listener));
}

#[test]
fn by_default_the_length_is_counted() {
    let heard = heard::<Whole<UreqClient>>(Method::PUT, give(&["abc", "def"]));
    assert_heard(&heard, &["content-length: 6"], "abcdef");
}
