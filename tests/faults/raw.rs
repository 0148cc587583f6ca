//! A server that knows no HTTP, but two users, and sends what no server should behind its answer.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// Long enough for what was sent before it to be read by itself, and the connection to be given back.
const LATER: Duration = Duration::from_millis(30);
/// What the client must not take for an answer.
pub(crate) const UNASKED: &str = "Unasked";

/// What is wrong with the answer to the request for `u1`. That to any other request is right.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Behind {
    /// Another answer comes in one piece with it.
    AtOnce,
    /// The same, where the first is in chunks.
    AtOnceInChunks,
    /// The same, where the first is a 204.
    AtOnceWithoutBody,
    /// The same, where the first says that the connection is not kept, which it is.
    AtOnceNotKept,
    /// Another answer comes a moment later, when nobody has asked.
    Later,
    /// It comes after this time, when nobody waits any more.
    Late(Duration),
}

/// Its URL, and who is told each time that all of a first answer, and what is behind it, has been sent.
pub(crate) fn serve(behind: Behind) -> (String, Receiver<()>) {
    let (sent, all_sent) = channel();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // It ends with the process.
    thread::spawn(move || {
        for stream in listener.incoming() {
            let sent = sent.clone();
            thread::spawn(move || connection(&mut stream.unwrap(), behind, &sent));
        }
    });
    (url, all_sent)
}

/// Until the client closes it.
fn connection(stream: &mut TcpStream, behind: Behind, sent: &Sender<()>) {
    while let Some(request) = read_head(stream) {
        let is_first = request.contains("/users/u1");
        let result = if is_first { first(stream, behind) } else { stream.write_all(answer("u9", "Nine").as_bytes()) };
        if result.is_err() || (is_first && sent.send(()).is_err()) {
            return;
        }
    }
}

fn first(stream: &mut TcpStream, behind: Behind) -> std::io::Result<()> {
    let (own, unasked) = (answer("u1", "One"), answer("u9", UNASKED));
    match behind {
        Behind::AtOnce => stream.write_all((own + &unasked).as_bytes()),
        Behind::AtOnceInChunks => stream.write_all((in_chunks("u1", "One") + &unasked).as_bytes()),
        Behind::AtOnceWithoutBody => {
            stream.write_all(("HTTP/1.1 204 No Content\r\n\r\n".to_owned() + &unasked).as_bytes())
        }
        Behind::AtOnceNotKept => {
            let own = own.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
            stream.write_all((own + &unasked).as_bytes())
        }
        Behind::Later => {
            stream.write_all(own.as_bytes())?;
            thread::sleep(LATER);
            stream.write_all(unasked.as_bytes())
        }
        Behind::Late(time) => {
            thread::sleep(time);
            stream.write_all(own.as_bytes())
        }
    }
}

fn body(id: &str, name: &str) -> String {
    format!(r#"{{"id":"{id}","displayName":"{name}"}}"#)
}

fn answer(id: &str, name: &str) -> String {
    let body = body(id, name);
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

fn in_chunks(id: &str, name: &str) -> String {
    let body = body(id, name);
    format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\r\n", body.len())
}

/// The head of the next request, none of which has a body; `None` at the end.
fn read_head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        head.push(byte[0]);
    }
    String::from_utf8(head).ok()
}
