//! Responses whose bodies come in chunks.

use std::io::Write;
use std::net::TcpStream;
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use graph_entity::{Limits, Sent};
use http::{Method, StatusCode};

use crate::bounds::{DEADLINE, PROMPT, soon, trickle};
use crate::chunks::{Step, exchange, failing, get, give, nothing, request, steps};
use crate::server::{PATIENCE, Server, accept, answering, closes, listener, read_head, read_request, untouched};
use crate::transport::{Outcome, Transport};

fn answer<T: Transport>(response: impl AsRef<[u8]> + Send + 'static) -> Outcome {
    let server = answering(response);
    let answer = get::<T>(server.uri("/secret"), soon());
    server.join();
    answer
}

pub(crate) fn redirect_is_not_followed<T: Transport>() {
    let (elsewhere, target) = listener();
    for status in [301, 302, 303, 307, 308] {
        let head = format!("HTTP/1.1 {status} Elsewhere\r\nLocation: {target}/file\r\nContent-Length: 5\r\n\r\nmoved");
        let answer = answer::<T>(head).unwrap();
        assert_eq!((answer.status().as_u16(), answer.body().as_ref()), (status, &b"moved"[..]));
        assert_eq!(answer.headers()["location"], format!("{target}/file"));
    }
    assert!(untouched(&elsewhere));
}

pub(crate) fn error_statuses_are_responses<T: Transport>() {
    for status in [400, 401, 404, 416, 429, 500, 503, 599] {
        let answer = answer::<T>(format!("HTTP/1.1 {status} No\r\nRetry-After: 2\r\nContent-Length: 2\r\n\r\n{{}}"));
        let answer = answer.unwrap();
        assert_eq!((answer.status().as_u16(), answer.body().as_ref()), (status, &b"{}"[..]));
        assert_eq!(answer.headers()["retry-after"], "2");
    }
}

/// Over connections that stay open: the client has to see by itself that nothing comes.
pub(crate) fn empty_bodies<T: Transport>() {
    for head in [
        "204 No Content\r\nrequest-id: 1",
        "304 Not Modified\r\nETag: \"1\"",
        "200 OK\r\nContent-Length: 0",
        "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0",
    ] {
        let server = Server::new(move |mut stream| {
            read_request(&mut stream);
            write!(stream, "HTTP/1.1 {head}\r\n\r\n").unwrap();
            closes(&mut stream)
        });
        let answer = get::<T>(server.uri("/"), soon()).unwrap();
        assert_eq!(answer.status().as_str(), &head[..3]);
        assert!(answer.body().is_empty());
        assert!(server.join());
    }
}

pub(crate) fn head_has_a_length_and_no_body<T: Transport>() {
    let server = answering("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
    let client = T::make();
    let answer = T::run(exchange(&client, request(Method::HEAD, server.uri("/"), soon(), nothing()))).unwrap();
    assert_eq!(answer.headers()["content-length"], "99999999999");
    assert!(answer.body().is_empty());
}

pub(crate) fn headers_are_kept<T: Transport>() {
    let head = b"HTTP/1.1 206 Partial\r\nx-twice: one\r\nX-Odd: caf\xe9\r\nX-TWICE: two\r\n\
        Content-Range: bytes 0-0/1\r\nContent-Length: 1\r\n\r\nx";
    let answer = answer::<T>(head).unwrap();
    assert_eq!(answer.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(answer.headers().get_all("x-twice").iter().collect::<Vec<_>>(), ["one", "two"]);
    assert_eq!(answer.headers()["x-odd"].as_bytes(), b"caf\xe9");
    assert_eq!(answer.headers()["content-range"], "bytes 0-0/1");
    assert_eq!(answer.headers().len(), 5);
    assert!(answer.extensions().is_empty(), "they may hold the URL");
}

pub(crate) fn known_length<T: Transport>() {
    let server = answering("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef");
    let client = T::make();
    T::run(async {
        let answer = client.send_streaming(request(Method::GET, server.uri("/"), soon(), nothing())).await.unwrap();
        let mut body = answer.into_body();
        assert_eq!(body.length(), Some(6));
        let mut bytes = Vec::new();
        while let Some(chunk) = body.next().await {
            bytes.extend_from_slice(&chunk.unwrap());
        }
        assert_eq!((bytes.as_slice(), body.length()), (&b"abcdef"[..], Some(0)));
        assert!(body.next().await.is_none());
    });
}

pub(crate) fn chunked<T: Transport>() {
    let server = Server::new(|mut stream| {
        read_request(&mut stream);
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: x\r\n\r\n";
        write!(stream, "{head}3\r\nabc\r\n2;ext=1\r\nde\r\n0\r\nx: y\r\n\r\n").unwrap();
        closes(&mut stream)
    });
    assert_eq!(get::<T>(server.uri("/"), soon()).unwrap().body(), "abcde");
    assert!(server.join());
}

pub(crate) fn until_the_connection_ends<T: Transport>() {
    assert_eq!(answer::<T>("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nall of it").unwrap().body(), "all of it");
}

/// Never a short read that looks like an end.
pub(crate) fn cut_off<T: Transport>() {
    for response in [
        "Content-Length: 10\r\n\r\n",
        "Content-Length: 10\r\n\r\n123456789",
        "Transfer-Encoding: chunked\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nab",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nx\r\n",
    ] {
        let error = failing(answer::<T>(format!("HTTP/1.1 200 OK\r\n{response}")));
        assert_eq!(error.sent(), Sent::Maybe, "{response}");
        assert!(!error.is_timeout() && !error.is_too_large(), "{error:?}");
    }
    // What has arrived is given before the error, and nothing after it.
    let server = answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
    let client = T::make();
    T::run(async {
        let answer = client.send_streaming(request(Method::GET, server.uri("/"), soon(), nothing())).await;
        // Held as a whole, there is no answer at all.
        let Ok(answer) = answer else { return };
        let mut body = answer.into_body();
        assert_eq!(body.next().await.unwrap().unwrap(), "12345");
        assert!(body.next().await.unwrap().is_err());
        assert!(body.next().await.is_none());
    });
}

/// Closing with bytes of the request unread resets the connection.
pub(crate) fn reset<T: Transport>() {
    for response in ["Content-Length: 10\r\n\r\n12345", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"] {
        let server = Server::new(move |mut stream| {
            read_head(&mut stream);
            write!(stream, "HTTP/1.1 200 OK\r\n{response}").unwrap();
        });
        let client = T::make();
        let request = request(Method::PUT, server.uri("/secret"), soon(), give(&["unread"]).with_length(6));
        let error = failing(T::run(exchange(&client, request)));
        assert_eq!(error.sent(), Sent::Maybe, "{response}");
        assert!(!error.is_timeout() && !error.is_too_large(), "{error:?}");
    }
}

pub(crate) fn exactly_the_bound<T: Transport>() {
    let body = "x".repeat(1000);
    for response in [
        format!("Content-Length: 1000\r\n\r\n{body}"),
        format!("Transfer-Encoding: chunked\r\n\r\n3e8\r\n{body}\r\n0\r\n\r\n"),
        format!("Connection: close\r\n\r\n{body}"),
    ] {
        let server = answering(format!("HTTP/1.1 200 OK\r\n{response}"));
        let limits = Limits::new(1000).with_deadline(Instant::now() + PROMPT);
        assert_eq!(get::<T>(server.uri("/"), limits).unwrap().body(), &body);
    }
}

/// By what the head says, and by what comes, which is 64 MB if nobody stops it.
pub(crate) fn over_the_bound<T: Transport>() {
    let known = Server::new(|mut stream| {
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n").unwrap();
        closes(&mut stream)
    });
    let endless = Server::new(|mut stream| {
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").unwrap();
        let chunk = format!("fa00\r\n{}\r\n", "x".repeat(64_000));
        (0..1000).any(|_| stream.write_all(chunk.as_bytes()).is_err())
    });
    for server in [known, endless] {
        let limits = Limits::new(1000).with_deadline(Instant::now() + PROMPT);
        let error = failing(get::<T>(server.uri("/secret"), limits));
        assert!(error.is_too_large() && !error.is_timeout(), "{error:?}");
        assert_eq!(error.sent(), Sent::Maybe);
        assert!(server.join(), "the connection is closed");
    }
}

pub(crate) fn deadline_passed_before<T: Transport>() {
    let (listener, base) = listener();
    let limits = Limits::default().with_deadline(Instant::now());
    let body = steps([Step::Wait(Box::pin(async { panic!("the body is asked for") }))]);
    for body in [body.with_length(3), nothing(), give(&["abc"])] {
        let client = T::make();
        let outcome = T::run(client.send_streaming(request(Method::PUT, base.clone(), limits, body)));
        let error = failing(outcome);
        assert!(error.is_timeout() && error.sent() == Sent::No, "{error:?}");
    }
    assert!(untouched(&listener));
}

fn missing_the_deadline<T: Transport>(script: impl FnOnce(TcpStream) -> bool + Send + 'static) {
    let server = Server::new(script);
    let start = Instant::now();
    let error = failing(get::<T>(server.uri("/secret"), Limits::default().with_deadline(start + DEADLINE)));
    assert!(error.is_timeout() && error.sent() == Sent::Maybe, "{error:?}");
    assert!(start.elapsed() >= DEADLINE && start.elapsed() < PROMPT, "{:?}", start.elapsed());
    assert!(server.join(), "the connection is closed");
}

pub(crate) fn silent_server<T: Transport>() {
    missing_the_deadline::<T>(|mut stream| {
        read_request(&mut stream);
        closes(&mut stream)
    });
}

pub(crate) fn never_ends<T: Transport>() {
    missing_the_deadline::<T>(|mut stream| {
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345").unwrap();
        closes(&mut stream)
    });
}

/// Each piece comes well in time: it is the whole that takes too long.
pub(crate) fn trickles<T: Transport>() {
    let known = "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n";
    missing_the_deadline::<T>(move |stream| trickle(stream, known, "x"));
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    missing_the_deadline::<T>(move |stream| trickle(stream, chunked, "1\r\nx\r\n"));
}

pub(crate) fn user_information_is_refused<T: Transport>() {
    let (listener, base) = listener();
    let uri = base.replace("http://", "http://secret:secret@");
    assert_eq!(failing(get::<T>(uri, soon())).sent(), Sent::No);
    assert!(untouched(&listener));
}

/// Each answer is read to its end, and the connection serves the next request.
pub(crate) fn connection_is_reused<T: Transport>() {
    let server = Server::new(|mut stream| {
        for framing in ["Content-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"] {
            for body in [&b""[..], &b"abc"[..]] {
                assert_eq!(read_request(&mut stream).body, body);
                write!(stream, "HTTP/1.1 200 OK\r\n{framing}").unwrap();
            }
        }
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").unwrap();
        read_request(&mut stream).body
    });
    let client = T::make();
    T::run(async {
        for body in [nothing(), give(&["a", "bc"]).with_length(3), nothing(), give(&["abc"]).with_length(3), nothing()]
        {
            let request = request(Method::PUT, server.uri("/"), soon(), body);
            exchange(&client.clone(), request).await.unwrap();
        }
        // One after a request of the other kind, too.
        let whole = http::Request::put(server.uri("/")).extension(soon()).body("whole".into()).unwrap();
        assert!(client.send(whole).await.is_err(), "the server closes");
    });
    assert_eq!(server.join(), b"whole");
}

/// A connection with an answer that nobody has read is of no use for the next request.
pub(crate) fn dropped_unread_and_asked_again<T: Transport>() {
    const LENGTH: usize = 1_000_000;
    let (listener, base) = listener();
    let server = thread::spawn(move || {
        ["first", "again"].map(|body| {
            let mut stream = accept(&listener);
            read_request(&mut stream);
            write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {LENGTH}\r\n\r\n{body}").unwrap();
            // The first one doesn't get that far.
            stream.write_all(&vec![b'x'; LENGTH - body.len()]).is_err() || closes(&mut stream)
        })
    });
    let client = T::make();
    T::run(async {
        let ask = || request(Method::GET, base.clone(), soon(), nothing());
        drop(client.send_streaming(ask()).await.unwrap());
        let again = exchange(&client, ask()).await.unwrap();
        assert!(again.body().starts_with(b"again") && again.body().len() == LENGTH);
    });
    drop(client);
    assert_eq!(server.join().unwrap(), [true, true]);
}

/// The server sends the rest once the client has read the first part.
pub(crate) fn arrives_before_the_server_has_finished<T: Transport>() {
    for (head, first, rest) in [
        ("Content-Length: 6\r\n\r\n", "abc", "def"),
        ("Transfer-Encoding: chunked\r\n\r\n", "3\r\nabc\r\n", "3\r\ndef\r\n0\r\n\r\n"),
        ("Connection: close\r\n\r\n", "abc", "def"),
    ] {
        let (go, gone) = mpsc::channel();
        let server = Server::new(move |mut stream| {
            read_request(&mut stream);
            write!(stream, "HTTP/1.1 200 OK\r\n{head}").unwrap();
            for part in [first, rest] {
                gone.recv_timeout(PATIENCE).unwrap();
                write!(stream, "{part}").unwrap();
            }
        });
        let client = T::make();
        T::run(async {
            let answer = client.send_streaming(request(Method::GET, server.uri("/"), soon(), nothing())).await.unwrap();
            let mut body = answer.into_body();
            go.send(()).unwrap();
            assert_eq!(body.next().await.unwrap().unwrap(), "abc");
            go.send(()).unwrap();
            assert_eq!(body.collect(100).await.unwrap(), "def");
        });
        server.join();
    }
}

/// With nothing, a part, and an endless rest unread.
pub(crate) fn dropping_closes_the_connection<T: Transport>() {
    let chunk = format!("fa00\r\n{}\r\n", "x".repeat(64_000));
    for parts in [0, 1, 1_000_000] {
        let chunk = chunk.clone();
        let server = Server::new(move |mut stream| {
            read_request(&mut stream);
            stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").unwrap();
            (0..parts).any(|_| stream.write_all(chunk.as_bytes()).is_err()) || closes(&mut stream)
        });
        let client = T::make();
        T::run(async {
            let request = request(Method::GET, server.uri("/"), soon(), nothing());
            let mut body = client.send_streaming(request).await.unwrap().into_body();
            if parts > 0 {
                assert!(!body.next().await.unwrap().unwrap().is_empty());
            }
            let start = Instant::now();
            drop(body);
            assert!(start.elapsed() < PROMPT, "it waits for nobody");
            // The client lives on, and its runtime runs: what closes the connection is the drop.
            assert!(T::wait(move || server.join()).await);
            assert!(start.elapsed() < PROMPT);
        });
    }
}

/// All are open at once, and read in turns.
pub(crate) fn several_in_parallel<T: Transport>() {
    const ANSWERS: usize = 8;
    let (listener, base) = listener();
    let server = thread::spawn(move || {
        let mut streams: Vec<_> = (0..ANSWERS).map(|_| accept(&listener)).collect();
        for stream in &mut streams {
            let name = read_request(stream).line.chars().nth(5).unwrap().to_string();
            write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n{}", name.repeat(200_000)).unwrap();
        }
    });
    // Not before all have asked does anybody get an answer, so they have to ask from different threads.
    let client = T::make();
    let threads: Vec<_> = (0..ANSWERS)
        .map(|name| {
            let (client, uri) = (client.clone(), format!("{base}/{name}"));
            thread::spawn(move || {
                let answer = T::run(exchange(&client, request(Method::GET, uri, soon(), nothing()))).unwrap();
                assert!(answer.body() == &name.to_string().repeat(200_000));
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    server.join().unwrap();
    open_at_once(&client);
}

/// In one thread: several answers are read in turns.
fn open_at_once<T: Transport>(client: &T) {
    let (listener, base) = listener();
    let server = thread::spawn(move || {
        let writers: Vec<_> = (0..4)
            .map(|_| {
                let mut stream = accept(&listener);
                thread::spawn(move || {
                    let name = read_request(&mut stream).line.chars().nth(5).unwrap().to_string();
                    let body = name.repeat(2_000_000);
                    write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n{body}").unwrap();
                })
            })
            .collect();
        writers.into_iter().for_each(|writer| writer.join().unwrap());
    });
    T::run(async {
        let mut bodies = Vec::new();
        for name in 0..4_u8 {
            let request = request(Method::GET, format!("{base}/{name}"), soon(), nothing());
            bodies.push((b'0' + name, client.send_streaming(request).await.unwrap().into_body(), 0));
        }
        while !bodies.is_empty() {
            for (name, body, length) in &mut bodies {
                match body.next().await {
                    Some(chunk) => {
                        let chunk = chunk.unwrap();
                        assert!(chunk.iter().all(|byte| byte == name));
                        *length += chunk.len();
                    }
                    None => assert_eq!(std::mem::replace(length, usize::MAX), 2_000_000),
                }
            }
            bodies.retain(|(_, _, length)| *length != usize::MAX);
        }
    });
    server.join().unwrap();
}
