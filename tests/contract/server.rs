//! Servers that do exactly what a case says, byte by byte, and hand back what they read.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Longer than anything here takes: a case that hangs fails instead.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Server<T> {
    pub(crate) base: String,
    thread: JoinHandle<T>,
}

impl<T: Send + 'static> Server<T> {
    /// Takes one connection and does `script` with it.
    pub(crate) fn new(script: impl FnOnce(TcpStream) -> T + Send + 'static) -> Self {
        let (listener, base) = listener();
        let thread = thread::spawn(move || script(accept(&listener)));
        Self { base, thread }
    }

    pub(crate) fn uri(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Waits for the script to end.
    pub(crate) fn join(self) -> T {
        self.thread.join().unwrap()
    }
}

/// A server that reads one request, answers `response` and closes.
pub(crate) fn answering(response: impl AsRef<[u8]> + Send + 'static) -> Server<Heard> {
    Server::new(move |mut stream| {
        let heard = read_request(&mut stream);
        stream.write_all(response.as_ref()).unwrap();
        heard
    })
}

pub(crate) fn listener() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    (listener, base)
}

pub(crate) fn accept(listener: &TcpListener) -> TcpStream {
    let (stream, _) = listener.accept().unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Whether nobody has tried to connect.
pub(crate) fn untouched(listener: &TcpListener) -> bool {
    listener.set_nonblocking(true).unwrap();
    matches!(listener.accept(), Err(error) if error.kind() == ErrorKind::WouldBlock)
}

/// A request as it came over the wire.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) line: String,
    /// `name: value`, names in lower case, sorted.
    pub(crate) headers: Vec<String>,
    pub(crate) body: Vec<u8>,
}

/// A whole request. A body comes by its length, or in chunks.
pub(crate) fn read_request(stream: &mut TcpStream) -> Heard {
    let mut heard = read_head(stream);
    if heard.is_chunked() {
        while let Some(chunk) = read_chunk(stream) {
            heard.body.extend(chunk);
        }
    } else {
        heard.body = vec![0; heard.length().unwrap_or(0)];
        stream.read_exact(&mut heard.body).expect("a whole body");
    }
    heard
}

fn read_line(stream: &mut TcpStream) -> String {
    let mut line = Vec::new();
    while !line.ends_with(b"\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("a whole line");
        line.push(byte[0]);
    }
    String::from_utf8(line).unwrap().trim_end().to_owned()
}

/// The next chunk of a chunked body; `None` for the one that ends it.
fn read_chunk(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut chunk = vec![0; usize::from_str_radix(&read_line(stream), 16).unwrap()];
    stream.read_exact(&mut chunk).expect("a whole chunk");
    assert_eq!(read_line(stream), "");
    (!chunk.is_empty()).then_some(chunk)
}

/// The request up to its body.
pub(crate) fn read_head(stream: &mut TcpStream) -> Heard {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("a whole head");
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap();
    let mut lines = head.trim_end().split("\r\n").map(str::to_owned);
    let line = lines.next().unwrap();
    let mut headers: Vec<_> = lines.map(|line| lower_name(&line)).collect();
    headers.sort();
    Heard { line, headers, body: Vec::new() }
}

impl Heard {
    pub(crate) fn is_chunked(&self) -> bool {
        self.headers.iter().any(|header| header == "transfer-encoding: chunked")
    }

    pub(crate) fn length(&self) -> Option<usize> {
        self.headers.iter().find_map(|header| header.strip_prefix("content-length: ")?.parse().ok())
    }
}

/// Whether a request comes that breaks off before its end. Its connection may break off before it began.
pub(crate) fn breaks_off(stream: &mut TcpStream) -> bool {
    let mut bytes = Vec::new();
    // A reset is as good as an end.
    _ = stream.read_to_end(&mut bytes);
    let Some(end) = bytes.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return true };
    let (head, body) = (String::from_utf8_lossy(&bytes[..end]).to_lowercase(), &bytes[end + 4..]);
    match head.split_once("content-length: ") {
        Some((_, rest)) => body.len() < rest.lines().next().unwrap().parse().unwrap(),
        None => head.contains("transfer-encoding: chunked") && !body.ends_with(b"0\r\n\r\n"),
    }
}

fn lower_name(line: &str) -> String {
    let (name, value) = line.split_once(':').unwrap();
    format!("{}:{value}", name.to_ascii_lowercase())
}

/// Whether the other side closes the connection, sending nothing more.
pub(crate) fn closes(stream: &mut TcpStream) -> bool {
    match stream.read(&mut [0]) {
        Ok(length) => length == 0,
        Err(error) => error.kind() == ErrorKind::ConnectionReset,
    }
}
