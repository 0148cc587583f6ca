//! One connection: requests in, responses out, until one of the sides closes. Its bytes are read and written in the
//! modules below; what is answered is the emulator's.

mod body;
mod faulty;
mod head;
mod reader;
mod socket;
mod write;

use std::io::{self, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Uri, header};

use crate::call::Incoming;
use crate::emulator::{Emulator, Reply};
use crate::error::Failure;
use crate::fault::Fault;
use crate::tls::Tls;
use body::Framing;
use faulty::Then;
use head::Head;
use reader::Reader;
use socket::Socket;

/// How long a connection may be idle between two requests.
const IDLE: Duration = Duration::from_secs(60);
/// How long a client that is still sending is listened to after the last answer.
const LINGER: Duration = Duration::from_secs(2);

/// A request that is refused before anyone looks at what it asks for.
struct Refusal {
    line: Option<(Method, String)>,
    headers: HeaderMap,
    failure: Failure,
}

/// Serves `stream` until it is closed. A failure to read or write is the client's going away: nobody is left to hear
/// of it.
pub(crate) fn serve(emulator: &Emulator, stream: TcpStream, tls: Option<&Tls>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(emulator.read_timeout().max(Duration::from_millis(1))))?;
    let mut stream = Socket::new(stream, tls)?;
    let mut reader = Reader::new(stream.try_clone()?);
    while reader.wait_for_request(IDLE) {
        reader.set_deadline(emulator.read_timeout());
        let (Reply { mut response, fault }, keep) = exchange(emulator, &mut reader, &mut stream);
        let keep = keep && !has_token(response.headers(), "close");
        if !keep {
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        let then = match &fault {
            None => write::response(&mut stream, &response).map(|()| Then::Continue)?,
            Some(fault) => faulty::response(&mut stream, &mut reader, response, fault)?,
        };
        match then {
            Then::Continue if keep => {}
            Then::Continue | Then::Close => return linger(&mut stream),
            Then::Vanish => return Ok(()),
        }
    }
    Ok(())
}

/// Reads a request and answers it; the flag says whether the connection can take another one.
fn exchange(emulator: &Emulator, reader: &mut Reader, stream: &mut Socket) -> (Reply, bool) {
    match receive(reader, stream, emulator) {
        Ok((head, body, cut)) => {
            let keep = head.keep_alive && body.is_some();
            let Head { method, uri, target, headers, .. } = &head;
            let secure = secure(uri, headers).filter(|_| stream.has_tls());
            let uri = secure.as_ref().unwrap_or(uri);
            (emulator.exchange(&Incoming { method, uri, target, headers, body }, cut), keep)
        }
        Err(refusal) => {
            let Refusal { line, headers, failure } = *refusal;
            (Reply { response: emulator.refuse(line, headers, failure), fault: None }, false)
        }
    }
}

/// A request, whose body is `None` if it is longer than the emulator's bound; and the fault that has cut it off.
type Received = (Head, Option<Bytes>, Option<Fault>);

/// Reads a request.
fn receive(reader: &mut Reader, stream: &mut Socket, emulator: &Emulator) -> Result<Received, Box<Refusal>> {
    let head = head::read(reader)?;
    let max = emulator.max_request_bytes(&head.target);
    let mut framing = match body::framing(&head) {
        Ok(framing) => framing,
        Err(failure) => return Err(head.refuse(failure)),
    };
    let is_wanted = framing.declared() <= max as u64;
    if head.expects_continue && is_wanted && stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").is_err() {
        return Err(head.refuse(reader::Broken::Ended.into()));
    }
    let cut = emulator.cut(&head.method, &head.target);
    if cut.is_some() {
        framing = Framing::Length(framing.declared() / 2);
    }
    match body::read(reader, framing, max) {
        Ok(body) => Ok((head, body, cut)),
        Err(failure) => Err(head.refuse(failure)),
    }
}

/// The URL that was asked over TLS, so that links in the answer lead there.
fn secure(uri: &Uri, headers: &HeaderMap) -> Option<Uri> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    Uri::builder().scheme("https").authority(host).path_and_query(uri.path_and_query()?.clone()).build().ok()
}

/// Whether the `Connection` header has `token`.
fn has_token(headers: &HeaderMap, token: &str) -> bool {
    let values = headers.get_all(header::CONNECTION).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|part| part.trim().eq_ignore_ascii_case(token))
}

/// Closes after the last answer. What the client is still sending is read and dropped for a while: closing over unread
/// bytes resets the connection, and the client would lose the answer.
fn linger(stream: &mut Socket) -> io::Result<()> {
    stream.finish()?;
    let end = Instant::now() + LINGER;
    let mut rest = vec![0; 64 * 1024];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(());
        }
        stream.set_read_timeout(left)?;
        if stream.discard(&mut rest)? == 0 {
            return Ok(());
        }
    }
}
