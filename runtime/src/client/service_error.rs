//! The service's own errors, in every shape that they come in (W5).

use std::fmt;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value as Json};

use super::http_client::write_attempts;
use super::pipeline::History;
use super::retry::retry_after;
use crate::json;
use crate::request::response::{CLIENT_REQUEST_ID, REQUEST_ID, text};
use crate::request::{LeastScopes, Parts};

/// How much of a body is kept.
pub(super) const MAX_BODY: usize = 64 * 1024;
/// How many characters each text of an error may have, and how many details are kept: an answer may be longer than anyone wants to hold.
const MAX_TEXT: usize = 16 * 1024;
const MAX_DETAILS: usize = 256;
/// How much of a message `Display` shows, in characters.
const MAX_SHOWN: usize = 512;

/// The service refused a request, or failed.
///
/// Decide by [`status`](Self::status) and the codes, never by the message. `Display` is the status, the code and the
/// message, bounded and on one line; of a 403 also the [least permissions](Self::least_scopes), if they are known.
pub struct ServiceError {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    code: String,
    message: String,
    target: Option<String>,
    details: Vec<ErrorDetail>,
    inner_codes: Vec<String>,
    request_id: Option<String>,
    client_request_id: Option<String>,
    history: History,
    least: Option<&'static LeastScopes>,
}

/// One of several errors inside an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// What it is, for programs. Empty if the service told none.
    pub code: String,
    /// What it is, for people.
    pub message: String,
    /// The part of the request that it is about.
    pub target: Option<String>,
}

impl ServiceError {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: &Bytes, history: History) -> Self {
        let mut error = Self {
            status,
            body: Bytes::copy_from_slice(&body[..body.len().min(MAX_BODY)]),
            code: String::new(),
            message: String::new(),
            target: None,
            details: Vec::new(),
            inner_codes: Vec::new(),
            request_id: text(&headers, REQUEST_ID).map(str::to_owned),
            client_request_id: text(&headers, CLIENT_REQUEST_ID).map(str::to_owned),
            headers,
            history,
            least: None,
        };
        if let Some(members) = json::object(body) {
            error.read(&members);
        }
        error
    }

    /// What the request tells of it.
    pub(super) fn of_request(self, parts: &Parts) -> Self {
        Self { least: parts.least.filter(|_| self.status == StatusCode::FORBIDDEN), ..self }
    }

    /// The same, with these where the service told none.
    pub(super) fn or(mut self, code: String, message: String) -> Self {
        for (own, other) in [(&mut self.code, code), (&mut self.message, message)] {
            if own.is_empty() {
                *own = other.chars().take(MAX_TEXT).collect();
            }
        }
        self
    }

    fn read(&mut self, members: &Map<String, Json>) {
        match members.get("error") {
            Some(Json::Object(error)) => self.read_error(error),
            // The token endpoint: `error` is the code itself.
            Some(Json::String(code)) => {
                self.code.clone_from(code);
                self.message = string(members, "error_description");
            }
            _ => {}
        }
    }

    fn read_error(&mut self, error: &Map<String, Json>) {
        self.code = string(error, "code");
        self.message = inner_message(message(error));
        self.target = optional(error, "target");
        if let Some(Json::Array(details)) = error.get("details") {
            self.details =
                details.iter().filter_map(Json::as_object).map(ErrorDetail::read).take(MAX_DETAILS).collect();
        }
        let mut inner = inner_error(error);
        while let Some(members) = inner {
            self.inner_codes.extend(optional(members, "code").filter(|code| !code.is_empty()));
            let id = optional(members, "request-id").or_else(|| optional(members, "requestId"));
            self.request_id = self.request_id.take().or(id);
            self.client_request_id = self.client_request_id.take().or_else(|| optional(members, "client-request-id"));
            inner = inner_error(members);
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// What went wrong, for programs: `Request_ResourceNotFound`. Empty if the service told none.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The most specific code: the innermost one, else [`code`](Self::code).
    pub fn innermost_code(&self) -> &str {
        self.inner_codes.last().unwrap_or(&self.code)
    }

    /// Whether the service told `code`, at any depth.
    pub fn has_code(&self, code: &str) -> bool {
        self.code == code
            || self.inner_codes.iter().any(|inner| inner == code)
            || self.details.iter().any(|detail| detail.code == code)
    }

    /// The same whatever the case: services write a code as they like.
    pub(crate) fn has_code_ignoring_case(&self, code: &str) -> bool {
        let details = self.details.iter().map(|detail| &detail.code);
        let mut all = [&self.code].into_iter().chain(&self.inner_codes).chain(details);
        all.any(|told| told.eq_ignore_ascii_case(code))
    }

    /// What went wrong, for people. Empty if the service told nothing.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The part of the request that the error is about.
    pub fn target(&self) -> Option<&str> {
        self.target.as_deref()
    }

    /// The errors inside this one.
    pub fn details(&self) -> &[ErrorDetail] {
        &self.details
    }

    /// The id that the service gave to the request: what its support asks for.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The id that the client gave to the request.
    pub fn client_request_id(&self) -> Option<&str> {
        self.client_request_id.as_deref()
    }

    /// Of a 403, the least permissions that the request needs, see [`Request::least_scopes`](crate::Request::least_scopes).
    /// The service's own words seldom name them. A token that has them is refused for another reason: a licence, a role, a
    /// policy.
    pub fn least_scopes(&self) -> Option<&'static LeastScopes> {
        self.least
    }

    /// How long the service asks to wait: seconds, decimal ones too, or until a date. A time in the past is zero;
    /// `None` if it does not ask.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.headers, SystemTime::now())
    }

    /// How often the request was sent, see [`Retry`](crate::Retry). The error is that of the last time.
    pub fn attempts(&self) -> u32 {
        self.history.attempts
    }

    /// Whether the request may have been done: by this attempt, since a server error may come after the fact, or by one
    /// before it.
    pub(super) fn may_have_been_done(&self) -> bool {
        self.history.unsettled || self.status.is_server_error() || self.status == StatusCode::SEE_OTHER
    }

    /// The headers of the response.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body of the response as it came, its first 64 KiB. It need not be JSON.
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl ErrorDetail {
    fn read(members: &Map<String, Json>) -> Self {
        Self { code: string(members, "code"), message: string(members, "message"), target: optional(members, "target") }
    }
}

fn optional(members: &Map<String, Json>, name: &str) -> Option<String> {
    let text = members.get(name)?.as_str()?;
    Some(text.chars().take(MAX_TEXT).collect())
}

fn string(members: &Map<String, Json>, name: &str) -> String {
    optional(members, name).unwrap_or_default()
}

/// A text, or one with its language beside it.
fn message(members: &Map<String, Json>) -> String {
    match members.get("message") {
        Some(Json::Object(localized)) => string(localized, "value"),
        _ => string(members, "message"),
    }
}

fn inner_error(members: &Map<String, Json>) -> Option<&Map<String, Json>> {
    ["innerError", "innererror"].into_iter().find_map(|name| members.get(name)?.as_object())
}

/// Intune's messages are JSON once more, with the sentence in `Message`.
fn inner_message(message: String) -> String {
    let inner = match serde_json::from_str(&message) {
        Ok(Json::Object(members)) => optional(&members, "Message"),
        _ => None,
    };
    inner.unwrap_or(message)
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the service answered {}", self.status)?;
        write_attempts(f, self.history.attempts)?;
        for part in [self.innermost_code(), &self.message] {
            if !part.is_empty() {
                f.write_str(": ")?;
                write_line(f, part)?;
            }
        }
        match self.least {
            Some(least) => write!(f, " (the request needs at least {least})"),
            None => Ok(()),
        }
    }
}

/// What changes how the text around it looks: marks of direction, spaces without a width, and the line ends that are no
/// control characters.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// As much of a text as is shown.
fn shown(text: &str) -> &str {
    text.char_indices().nth(MAX_SHOWN).map_or(text, |(end, _)| &text[..end])
}

/// One line of bounded length, whatever the service sent.
pub(super) fn write_line(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let shown = shown(text);
    for letter in shown.chars() {
        match letter {
            '\r' | '\n' | '\t' => f.write_str(" ")?,
            letter if letter.is_control() || is_invisible(letter) => write!(f, "{}", letter.escape_unicode())?,
            letter => fmt::Write::write_char(f, letter)?,
        }
    }
    if shown.len() < text.len() { f.write_str("…") } else { Ok(()) }
}

/// Without headers and body, which may hold secrets.
impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceError")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("inner_codes", &self.inner_codes)
            .field("message", &format_args!("{:?}", shown(&self.message)))
            .field("request_id", &self.request_id)
            .field("attempts", &self.history.attempts)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for ServiceError {}
