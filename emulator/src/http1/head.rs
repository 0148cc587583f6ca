//! Reads the head of a request. How its body is framed isn't decided here.

use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header, uri::Authority};

use super::reader::Reader;
use super::{Refusal, has_token};
use crate::error::Failure;

const MAX_BYTES: usize = 32 * 1024;
const MAX_HEADERS: usize = 100;

/// The head of a request.
pub(super) struct Head {
    pub(super) method: Method,
    pub(super) uri: Uri,
    /// Path and query as they came.
    pub(super) target: String,
    pub(super) headers: HeaderMap,
    /// Whether this is HTTP/1.1, and not 1.0.
    pub(super) is_current: bool,
    pub(super) keep_alive: bool,
    pub(super) expects_continue: bool,
}

impl Head {
    /// The request that this is the head of is refused.
    pub(super) fn refuse(self, failure: Failure) -> Box<Refusal> {
        Box::new(Refusal { line: Some((self.method, self.target)), headers: self.headers, failure })
    }
}

/// Reads a head off `reader`, up to the empty line.
pub(super) fn read(reader: &mut Reader) -> Result<Head, Box<Refusal>> {
    loop {
        match parse(reader.buffer()) {
            Ok(Some((length, head))) => {
                reader.take(length);
                return check(head);
            }
            Ok(None) => {
                if let Err(broken) = reader.fill() {
                    return Err(refusal(reader.buffer(), broken.into()));
                }
            }
            Err(failure) => return Err(refusal(reader.buffer(), failure)),
        }
    }
}

/// The head at the start of `bytes` and its length; `None` if there is more of it to come.
fn parse(bytes: &[u8]) -> Result<Option<(usize, Head)>, Failure> {
    let mut fields = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut request = httparse::Request::new(&mut fields);
    match request.parse(bytes) {
        Ok(httparse::Status::Complete(length)) if length <= MAX_BYTES => Ok(Some((length, head(&request)?))),
        Ok(httparse::Status::Partial) if bytes.len() <= MAX_BYTES => Ok(None),
        Ok(_) | Err(httparse::Error::TooManyHeaders) => Err(too_large()),
        Err(error) => Err(Failure::bad_request(format!("The request is malformed: {error}."))),
    }
}

fn too_large() -> Failure {
    let status = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
    Failure::new(status, "RequestHeaderFieldsTooLarge", "The head of the request is too large.")
}

fn head(request: &httparse::Request<'_, '_>) -> Result<Head, Failure> {
    let malformed = |what: &str| Failure::bad_request(format!("The request is malformed: invalid {what}."));
    let method = request.method.and_then(|method| Method::from_bytes(method.as_bytes()).ok());
    let method = method.ok_or_else(|| malformed("method"))?;
    let path = request.path.unwrap_or_default();
    // `Uri` would drop a fragment, which no request has.
    let uri = Some(path).filter(|path| !path.contains('#')).and_then(|path| Uri::try_from(path).ok());
    let uri = uri.ok_or_else(|| malformed("target"))?;
    let target = if uri.scheme().is_none() { path } else { uri.path_and_query().map_or("", |target| target.as_str()) };
    let mut headers = HeaderMap::new();
    for field in &*request.headers {
        let pair = HeaderName::try_from(field.name).ok().zip(HeaderValue::from_bytes(field.value).ok());
        let (name, value) = pair.ok_or_else(|| malformed("header"))?;
        headers.append(name, value);
    }
    let is_current = request.version == Some(1);
    let keep_alive = if is_current { !has_token(&headers, "close") } else { has_token(&headers, "keep-alive") };
    let target = target.to_owned();
    Ok(Head { method, uri, target, headers, is_current, keep_alive, expects_continue: false })
}

/// What HTTP asks of a head beyond its syntax.
fn check(mut head: Head) -> Result<Head, Box<Refusal>> {
    let mut hosts = head.headers.get_all(header::HOST).iter();
    let host = hosts.next().map(|host| Authority::try_from(host.as_bytes()).is_ok());
    if host == Some(false) || hosts.next().is_some() || (head.is_current && host.is_none()) {
        return Err(head.refuse(Failure::bad_request("The request has no valid Host.")));
    }
    // HTTP/1.0 knows no expectations.
    match head.headers.get(header::EXPECT).filter(|_| head.is_current) {
        None => Ok(head),
        Some(value) if value.as_bytes().eq_ignore_ascii_case(b"100-continue") => {
            head.expects_continue = true;
            Ok(head)
        }
        Some(_) => {
            let message = "The only expectation that can be met is 100-continue.";
            Err(head.refuse(Failure::new(StatusCode::EXPECTATION_FAILED, "ExpectationFailed", message)))
        }
    }
}

/// Refuses what has no readable head, with as much as there is of its request line.
fn refusal(bytes: &[u8], failure: Failure) -> Box<Refusal> {
    Box::new(Refusal { line: request_line(bytes), headers: HeaderMap::new(), failure })
}

/// The method and the target, if `bytes` start with a request line.
fn request_line(bytes: &[u8]) -> Option<(Method, String)> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let mut parts = str::from_utf8(line).ok()?.trim_end_matches('\r').split(' ');
    let (method, target, version) = (parts.next()?, parts.next()?, parts.next()?);
    let is_line = version.starts_with("HTTP/") && !target.is_empty() && parts.next().is_none();
    is_line.then(|| Method::from_bytes(method.as_bytes()).ok()).flatten().map(|method| (method, target.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::request_line;
    use http::Method;

    #[test]
    fn finds_a_request_line_in_what_is_malformed() {
        assert_eq!(request_line(b"POST /a?b HTTP/1.1\r\n\x00"), Some((Method::POST, "/a?b".into())));
        for bytes in [&b""[..], b"\n", b"GET", b"GET /", b"GET /  HTTP/1.1", b"G@T / HTTP/1.1", b"\xff / HTTP/1.1"] {
            assert_eq!(request_line(bytes), None);
        }
    }
}
