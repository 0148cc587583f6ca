//! The client over both transports: what a download's or an upload's own timeout does, and where a redirect leads.

use std::io::{self, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Instant;

use graph_entity::{ByteStream, Download, Error, GraphClient, Media, Response, Retry, TransportError};

use crate::bounds::{DEADLINE, PROMPT, trickle};
use crate::failure::assert_silent;
use crate::server::{Server, accept, answering, closes, listener, read_head, read_request};
use crate::transport::Transport;

fn client<T: Transport>(base: &str) -> GraphClient<T> {
    GraphClient::builder(T::make()).token("t0ken").base_url(base).retry(Retry::none()).build().unwrap()
}

fn download() -> Download {
    Media::at("secret/{id}/content", &[&"1"]).download()
}

/// Downloads with a timeout, which has to be what ends it, and promptly.
fn timed_out<T: Transport>(script: impl FnOnce(TcpStream) -> bool + Send + 'static) {
    let server = Server::new(script);
    let client = client::<T>(&server.base);
    let start = Instant::now();
    let error = T::run(async {
        match download().timeout(DEADLINE).send(&client).await {
            Ok(response) => response.into_value().collect(usize::MAX).await.expect_err("the body never ends"),
            Err(Error::Transport(error)) => error,
            Err(error) => panic!("{error:?}"),
        }
    });
    assert!(error.is_timeout(), "{error:?}");
    assert_silent(&error);
    assert!(start.elapsed() >= DEADLINE && start.elapsed() < PROMPT, "{:?}", start.elapsed());
    assert!(server.join(), "the connection is closed");
}

pub(crate) fn silent_download<T: Transport>() {
    timed_out::<T>(|mut stream| {
        read_request(&mut stream);
        closes(&mut stream)
    });
}

pub(crate) fn download_that_stops<T: Transport>() {
    timed_out::<T>(|mut stream| {
        read_request(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345").unwrap();
        closes(&mut stream)
    });
}

pub(crate) fn download_that_trickles<T: Transport>() {
    timed_out::<T>(|stream| trickle(stream, "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n", "x"));
}

/// The status counts.
pub(crate) fn error_that_never_ends<T: Transport>() {
    let server = Server::new(|stream| trickle(stream, "HTTP/1.1 404 No\r\nContent-Length: 10000\r\n\r\n", " "));
    let client = client::<T>(&server.base);
    let start = Instant::now();
    let error = T::run(download().timeout(DEADLINE).send(&client)).unwrap_err();
    assert_eq!(error.service().map(|error| error.status().as_u16()), Some(404));
    assert!(start.elapsed() < PROMPT);
    assert!(server.join(), "the connection is closed");
}

pub(crate) fn upload_that_nobody_reads<T: Transport>() {
    let server = Server::new(|mut stream| {
        read_head(&mut stream);
        // Reading on is what would see the end, so this waits for the end of the client.
        stream
    });
    let client = client::<T>(&server.base);
    let start = Instant::now();
    let upload = Media::at("secret", &[]).upload("image/png", ByteStream::from_reader(io::repeat(0), 1 << 40));
    let error: Result<Response<ByteStream>, Error> = T::run(upload.timeout(DEADLINE).send(&client));
    let error: TransportError = match error {
        Err(Error::Transport(error)) => error,
        other => panic!("{other:?}"),
    };
    assert!(error.is_timeout(), "{error:?}");
    assert!(start.elapsed() >= DEADLINE && start.elapsed() < PROMPT, "{:?}", start.elapsed());
    drop(server.join());
}

/// A part is only worth something if it is of the same bytes.
pub(crate) fn redirect_keeps_what_the_range_depends_on<T: Transport>() {
    let (listener, base) = listener();
    let files = answering("HTTP/1.1 206 Partial\r\nContent-Length: 4\r\n\r\npart");
    let location = files.uri("/file?tempauth=1");
    let service = thread::spawn(move || {
        let mut stream = accept(&listener);
        let heard = read_request(&mut stream);
        write!(stream, "HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n").unwrap();
        heard
    });
    let client = client::<T>(&base);
    let body = T::run(async {
        let response = download().range(2..6).header("if-range", "\"1\"").timeout(PROMPT).send(&client).await.unwrap();
        assert_eq!(response.status().as_u16(), 206);
        response.into_value().collect(100).await.unwrap()
    });
    assert_eq!(body, "part");
    let asked = service.join().unwrap();
    assert!(asked.headers.contains(&"authorization: Bearer t0ken".to_owned()));
    let heard = files.join();
    assert_eq!(heard.line, "GET /file?tempauth=1 HTTP/1.1");
    let mut headers = heard.headers;
    headers.retain(|header| !header.starts_with("host: "));
    assert_eq!(headers, ["accept: */*", "if-range: \"1\"", "range: bytes=2-5"]);
}
