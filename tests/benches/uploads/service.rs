//! Who takes the uploads: an emulator that keeps nothing, and a listener that reads a body and answers.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use graph_entity_emulator::{Emulator, Server, UploadStyle};

pub const CREATE: &str = "me/drive/root:/{path}:/createUploadSession";

pub struct Service(Server);

impl Service {
    pub fn start() -> Self {
        let emulator = Emulator::builder().upload_session("v1.0", CREATE, UploadStyle::Drive).discard_uploads();
        Self(emulator.build().serve().expect("a port"))
    }

    pub fn url(&self) -> String {
        self.0.url()
    }

    /// What has arrived is the file.
    pub fn check(&self, length: u64, sum: u64) {
        let uploads = self.0.emulator().uploads();
        assert_eq!((uploads.len(), uploads[0].length, uploads[0].sum()), (1, length, sum));
    }
}

/// Takes one connection.
pub struct Sink {
    url: String,
    thread: JoinHandle<u64>,
}

impl Sink {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        Self { url, thread: thread::spawn(move || take(listener.accept().expect("a connection").0)) }
    }

    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// The length of the body.
    pub fn received(self) -> u64 {
        self.thread.join().expect("a length")
    }
}

/// Reads a request to the end of its body; without a head, to the end of the connection.
fn take(mut stream: TcpStream) -> u64 {
    let mut buffer = vec![0; 64 * 1024];
    let mut head = Vec::new();
    let (mut received, mut length) = (0, None);
    while length.is_none_or(|length| received < length) {
        let count = stream.read(&mut buffer).expect("bytes");
        if count == 0 {
            break;
        }
        received += count as u64;
        if head.len() < 4096 {
            head.extend_from_slice(&buffer[..count.min(4096)]);
            let end = head.windows(4).position(|window| window == b"\r\n\r\n");
            if let Some(end) = end.filter(|_| length.is_none() && head.starts_with(b"PUT ")) {
                let text = String::from_utf8_lossy(&head[..end]).to_lowercase();
                let line = text.lines().find_map(|line| line.strip_prefix("content-length: ").map(str::to_owned));
                length = Some(line.expect("a length").parse::<u64>().expect("a number"));
                received -= end as u64 + 4;
            }
        }
    }
    // Who only copied bytes has gone.
    drop(stream.write_all(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"));
    received
}
