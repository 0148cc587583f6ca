//! Bodies that are far longer than what a transport may hold of them. The allocations that are counted are those of the
//! case's own thread, in which both transports do all they do.

use std::io::{self, Read as _, Write};
use std::net::TcpStream;

use allocation_counter::measure;
use graph_entity::{ByteStream, Limits};
use http::Method;

use crate::bounds::soon;
use crate::chunks::{exchange, nothing, request};
use crate::server::{Server, read_head, read_request};
use crate::transport::{Transport, Whole};

const UP: u64 = 24 << 20;
const DOWN: u64 = 64 << 20;
/// What may be held at any time: buffers, and no body.
const HELD: u64 = 2 << 20;
const EMPTY_ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

/// The most bytes that were held at once.
fn held<T: Transport>(work: impl Future<Output = ()>) -> u64 {
    measure(|| T::run(work)).bytes_max
}

fn put<T: Transport>(body: ByteStream, read: impl Fn(&mut TcpStream) -> u64 + Send + 'static) -> u64 {
    let server = Server::new(move |mut stream| {
        let length = read(&mut stream);
        stream.write_all(EMPTY_ANSWER).unwrap();
        length
    });
    let client = T::make();
    let held = held::<T>(async {
        exchange(&client, request(Method::PUT, server.uri("/"), soon(), body)).await.unwrap();
    });
    assert!(server.join() >= UP);
    held
}

fn by_length(stream: &mut TcpStream) -> u64 {
    let length = read_head(stream).length().unwrap();
    io::copy(&mut stream.take(length as u64), &mut io::sink()).unwrap()
}

pub(crate) fn upload<T: Transport>() {
    let body = || ByteStream::from_reader(io::repeat(7), UP);
    let streamed = put::<T>(body(), by_length);
    assert!(streamed < HELD, "{streamed} bytes are held");
    // The counter does count.
    assert!(put::<Whole<T>>(body(), by_length) >= UP);
}

pub(crate) fn upload_in_chunks<T: Transport>() {
    struct Unknown(ByteStream);
    impl futures_core::Stream for Unknown {
        type Item = Result<bytes::Bytes, graph_entity::TransportError>;

        fn poll_next(
            mut self: std::pin::Pin<&mut Self>,
            context: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            std::pin::Pin::new(&mut self.0).poll_next(context)
        }
    }
    let body = ByteStream::new(Unknown(ByteStream::from_reader(io::repeat(7), UP)));
    assert_eq!(body.length(), None);
    let held = put::<T>(body, |stream| {
        assert!(read_head(stream).is_chunked());
        let (mut all, mut tail, mut buffer) = (0, [0; 5], vec![0; 256 * 1024]);
        while &tail != b"0\r\n\r\n" {
            let length = stream.read(&mut buffer).unwrap();
            assert!(length > 0);
            all += length as u64;
            let kept = length.min(5);
            tail.rotate_left(kept);
            tail[5 - kept..].copy_from_slice(&buffer[length - kept..length]);
        }
        all
    });
    assert!(held < HELD, "{held} bytes are held");
}

fn get<T: Transport>(head: &'static str, around: fn(&mut TcpStream, &[u8]), end: &'static [u8], slowly: bool) -> u64 {
    let server = Server::new(move |mut stream| {
        read_request(&mut stream);
        stream.write_all(head.as_bytes()).unwrap();
        let chunk = vec![7; 64 * 1024];
        for _ in 0..DOWN / (64 * 1024) {
            around(&mut stream, &chunk);
        }
        stream.write_all(end).unwrap();
    });
    let client = T::make();
    let held = held::<T>(async {
        let limits = Limits::new(usize::MAX).with_deadline(soon().deadline.unwrap());
        let answer = client.send_streaming(request(Method::GET, server.uri("/"), limits, nothing())).await.unwrap();
        let (mut body, mut length) = (answer.into_body(), 0);
        while let Some(chunk) = body.next().await {
            length += chunk.unwrap().len() as u64;
            if slowly && length < 10 << 20 {
                client.sleep(std::time::Duration::from_millis(1)).await;
            }
        }
        assert_eq!(length, DOWN);
    });
    server.join();
    held
}

const KNOWN: &str = "HTTP/1.1 200 OK\r\nContent-Length: 67108864\r\n\r\n";

fn plain(stream: &mut TcpStream, chunk: &[u8]) {
    stream.write_all(chunk).unwrap();
}

pub(crate) fn download<T: Transport>() {
    let held = get::<T>(KNOWN, plain, b"", false);
    assert!(held < HELD, "{held} bytes are held");
}

pub(crate) fn download_in_chunks<T: Transport>() {
    let in_chunks = |stream: &mut TcpStream, chunk: &[u8]| {
        write!(stream, "{:x}\r\n", chunk.len()).unwrap();
        stream.write_all(chunk).unwrap();
        stream.write_all(b"\r\n").unwrap();
    };
    let held = get::<T>("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", in_chunks, b"0\r\n\r\n", false);
    assert!(held < HELD, "{held} bytes are held");
}

/// The server is faster than who reads: what isn't asked for stays on the other side.
pub(crate) fn download_read_slowly<T: Transport>() {
    let held = get::<T>(KNOWN, plain, b"", true);
    assert!(held < HELD, "{held} bytes are held");
}
