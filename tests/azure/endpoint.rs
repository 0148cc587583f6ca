//! A token endpoint on loopback: answers all the same, and keeps what it was asked.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

pub(crate) struct Endpoint {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Endpoint {
    pub(crate) fn start(answer: &'static str) -> Self {
        Self::answering("200 OK", answer)
    }

    pub(crate) fn refusing(answer: &'static str) -> Self {
        Self::answering("401 Unauthorized", answer)
    }

    fn answering(status: &'static str, answer: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                heard.lock().unwrap().push(read(&mut stream));
                let length = answer.len();
                let head = format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}");
                stream.write_all(format!("{head}\r\nConnection: close\r\n\r\n{answer}").as_bytes()).unwrap();
            }
        });
        Self { address, asked }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// All requests, each as one text.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn read(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    let mut buffer = [0; 4096];
    loop {
        let length = stream.read(&mut buffer).unwrap();
        text.push_str(std::str::from_utf8(&buffer[..length]).unwrap());
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_ascii_lowercase();
            let expected = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if length == 0 || body.len() >= expected.map_or(0, |length| length.parse().unwrap()) {
                return text;
            }
        }
    }
}
