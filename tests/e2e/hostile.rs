//! Servers that misbehave below HTTP's meaning: a typed error each time, within bounds of time and memory.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use graph_entity::transport::UreqClient;
use graph_entity::{Error, GraphClient, Sent};

use super::{Client, create};

/// A server that reads one request per connection and lets `answer` do what it wants with the socket.
fn server(answer: impl Fn(&mut TcpStream) -> std::io::Result<()> + Send + Sync + Copy + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().take(4) {
            let mut stream = stream.unwrap();
            thread::spawn(move || {
                let mut request = Vec::new();
                let mut buffer = [0; 4096];
                while !request.ends_with(b"contoso.com\"}") {
                    match stream.read(&mut buffer) {
                        Ok(0) | Err(_) => return,
                        Ok(length) => request.extend_from_slice(&buffer[..length]),
                    }
                }
                let _ = answer(&mut stream);
            });
        }
    });
    url
}

fn errors(url: &str) -> Vec<Error> {
    let start = Instant::now();
    let errors = Client::both(url, "t")
        .iter()
        .map(|client| client.send(create("s1", "user@contoso.com").timeout(Duration::from_millis(700))).unwrap_err())
        .collect();
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    errors
}

#[test]
fn a_response_that_never_ends() {
    let url = server(|stream| {
        stream.write_all(b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n")?;
        loop {
            stream.write_all(b"5\r\n     \r\n")?;
            thread::sleep(Duration::from_millis(5));
        }
    });
    for error in errors(&url) {
        assert!(
            matches!(&error, Error::Transport(error) if error.is_timeout() && error.sent() == Sent::Maybe),
            "{error:?}"
        );
        assert!(error.may_have_been_done());
    }
}

#[test]
fn a_body_over_the_bound() {
    let url = server(|stream| {
        stream.write_all(b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n")?;
        loop {
            stream.write_all(b"400\r\n")?;
            stream.write_all(&[b' '; 1024])?;
            stream.write_all(b"\r\n")?;
        }
    });
    let client =
        GraphClient::builder(UreqClient::new()).base_url(&url).token("t").max_response_bytes(100_000).build().unwrap();
    let error = create("s1", "user@contoso.com").send_blocking(&client).unwrap_err();
    assert!(matches!(&error, Error::Transport(error) if error.is_too_large()), "{error:?}");
    assert!(error.may_have_been_done());
}

#[test]
fn no_answer_at_all_and_half_an_answer() {
    let answers: [fn(&mut TcpStream) -> std::io::Result<()>; 4] = [
        |_| Ok(()),
        |stream| stream.write_all(b"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\":"),
        |stream| stream.write_all(b"this is not HTTP\r\n\r\n"),
        |stream| stream.write_all(b"HTTP/1.1 201 Cre"),
    ];
    for answer in answers {
        for error in errors(&server(answer)) {
            assert!(matches!(&error, Error::Transport(error) if error.sent() == Sent::Maybe), "{error:?}");
        }
    }
}

#[test]
fn nobody_there() {
    let url = format!("http://{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap());
    for error in errors(&url) {
        assert!(matches!(&error, Error::Transport(error) if error.sent() == Sent::No), "{error:?}");
        assert!(!error.may_have_been_done());
    }
}

#[test]
fn truncated_json_in_a_whole_body() {
    let url = server(|stream| stream.write_all(b"HTTP/1.1 201 Created\r\nContent-Length: 6\r\n\r\n{\"id\":"));
    for error in errors(&url) {
        assert!(matches!(&error, Error::Decode(error) if error.write_was_done()), "{error:?}");
    }
}
