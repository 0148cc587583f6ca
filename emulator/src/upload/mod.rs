//! Uploads in parts: sessions, the rules of parts, and what came of them. Which paths lead here is in `place`.

mod part;
mod place;
mod session;

use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use http::{HeaderValue, Method, Response, StatusCode, header};
use serde_json::{Map, Value, json};

use crate::address::origin;
use crate::answer::{Answer, new_id};
use crate::call::Incoming;
use crate::error::Failure;
use crate::json;

pub(crate) use place::UploadPlace;
use session::{Behavior, Session};

/// The longest part that services of files take, and a little for those that want to try more.
pub(crate) const MAX_PART: usize = 60 * 1024 * 1024;
/// Below this path are the URLs of sessions, whatever the version.
const PREFIX: &str = "/upload/";

/// How a service does uploads in parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadStyle {
    /// As drives do: parts of a multiple of 320 KiB, 202 with `nextExpectedRanges`, and the item at the end.
    Drive,
    /// As Outlook does: parts of at most 4 MB, 200 with `NextExpectedRanges`, and an empty 201 with a `Location` at the end.
    Outlook,
}

/// A file that was uploaded in parts.
#[derive(Clone)]
#[non_exhaustive]
pub struct Uploaded {
    /// Where it is, below the version and decoded: `me/drive/root:/big.iso:`.
    pub path: String,
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub length: u64,
    /// The bytes; empty if [`Builder::discard_uploads`](crate::Builder::discard_uploads) is on.
    pub bytes: Bytes,
    /// The sum of those that were not kept.
    sum: Option<u64>,
}

impl Uploaded {
    /// A sum of the bytes, those that were not kept too: FNV-1a of 64 bits, as [`Self::sum_of`] makes it.
    pub fn sum(&self) -> u64 {
        self.sum.unwrap_or_else(|| Self::sum_of([&*self.bytes]))
    }

    /// The sum of some bytes.
    pub fn sum_of<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> u64 {
        pieces.into_iter().fold(session::EMPTY_SUM, session::add_to_sum)
    }
}

/// Without the bytes.
impl fmt::Debug for Uploaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Uploaded").field("path", &self.path).field("length", &self.length).finish_non_exhaustive()
    }
}

/// All sessions, and what came of them.
#[derive(Debug, Default, Clone)]
pub(crate) struct Uploads {
    sessions: BTreeMap<String, Session>,
    done: Vec<Uploaded>,
    /// The next part is answered as if it had not been there.
    loses_next: bool,
}

/// Whether a request is for the URL of a session.
pub(crate) fn is_at_session(target: &str) -> bool {
    target.starts_with(PREFIX)
}

impl Uploads {
    pub(crate) fn done(&self) -> &[Uploaded] {
        &self.done
    }

    /// `POST …/createUploadSession`.
    pub(crate) fn create(
        &mut self,
        request: &Incoming<'_>,
        place: &UploadPlace,
        path: String,
        keeps: bool,
    ) -> Result<Answer, Failure> {
        let body = request.body.clone().unwrap_or_default();
        let body = if body.is_empty() { Map::new() } else { json::object(&body)? };
        let session = Session::new(place, path, &body, keeps);
        if session.behavior == Behavior::Fail && self.is_there(&session.path) {
            return Err(name_exists());
        }
        let key = format!("{PREFIX}{}?tempauth={}", new_id(), new_id());
        let mut answer = session.status();
        answer.insert("uploadUrl".to_owned(), format!("{}{key}", origin(request.uri, request.headers)).into());
        let status = if session.style == UploadStyle::Drive { StatusCode::OK } else { StatusCode::CREATED };
        self.sessions.insert(key, session);
        Ok(Answer::json(status, answer))
    }

    /// A request for the URL of a session.
    pub(crate) fn at_session(&mut self, request: &Incoming<'_>) -> Result<Answer, Failure> {
        if request.headers.contains_key(header::AUTHORIZATION) {
            return Err(Failure::unauthorized("A pre-authenticated URL must be used without an Authorization header."));
        }
        let loses = std::mem::take(&mut self.loses_next);
        let session = self.sessions.get_mut(request.target).ok_or_else(no_session)?;
        match *request.method {
            Method::GET => Ok(Answer::json(StatusCode::OK, session.status())),
            Method::PUT => {
                let is_complete = part::put(session, request, loses)?;
                if is_complete && !session.deferred {
                    return self.finish(request);
                }
                let status = if session.style == UploadStyle::Drive { StatusCode::ACCEPTED } else { StatusCode::OK };
                Ok(Answer::json(status, session.status()))
            }
            Method::POST if session.is_complete() => self.finish(request),
            Method::POST => Err(invalid("The upload is not complete.")),
            Method::DELETE => {
                self.sessions.remove(request.target);
                Ok(Answer::empty(StatusCode::NO_CONTENT))
            }
            _ => Err(Failure::method_not_allowed("GET, PUT, POST, DELETE")),
        }
    }

    /// Makes the file of a session that has all bytes.
    fn finish(&mut self, request: &Incoming<'_>) -> Result<Answer, Failure> {
        let session = self.sessions.get(request.target).ok_or_else(no_session)?;
        let mut path = session.path.clone();
        let mut exists = self.is_there(&path);
        let mut name = session.name.clone();
        match session.behavior {
            Behavior::Fail if exists => return Err(name_exists()),
            Behavior::Rename if exists => {
                let number = self.done.len();
                path = format!("{} {number}:", path.trim_end_matches(':'));
                name = format!("{name} {number}");
                exists = false;
            }
            _ => {}
        }
        let Some(session) = self.sessions.remove(request.target) else { return Err(no_session()) };
        let (style, id) = (session.style, new_id());
        let file = session.into_file(path, name);
        let answer = if style == UploadStyle::Drive {
            Answer::json(if exists { StatusCode::OK } else { StatusCode::CREATED }, item(&file, &id))
        } else {
            let location = format!("{}/attachments/{id}", origin(request.uri, request.headers));
            let location =
                HeaderValue::try_from(location).map_err(|_| Failure::bad_request("The Host is not valid."))?;
            Answer::empty(StatusCode::CREATED).with(header::LOCATION, location)
        };
        self.done.retain(|other| other.path != file.path);
        self.done.push(file);
        Ok(answer)
    }

    fn is_there(&self, path: &str) -> bool {
        self.done.iter().any(|file| file.path.eq_ignore_ascii_case(path))
    }

    /// The session is no more.
    pub(crate) fn expire(&mut self, target: &str) {
        self.sessions.remove(target);
    }

    /// The part that comes next gets lost.
    pub(crate) fn lose_next(&mut self, target: &str) {
        self.loses_next = self.sessions.contains_key(target);
    }

    /// Keeps what has arrived of a part whose connection was cut.
    pub(crate) fn keep_beginning(&mut self, request: &Incoming<'_>) {
        if let Some(session) = self.sessions.get_mut(request.target) {
            part::keep_beginning(session, request);
        }
    }
}

/// Puts another list of ranges into the status of a session.
pub(crate) fn set_ranges(response: &mut Response<Bytes>, list: &str) {
    let Ok(Value::Object(mut members)) = serde_json::from_slice(response.body()) else { return };
    let ours = ["nextExpectedRanges", "NextExpectedRanges"].into_iter().find(|name| members.contains_key(*name));
    let Some(name) = ours else { return };
    match serde_json::from_str(list) {
        Ok(list) => _ = members.insert(name.to_owned(), list),
        // No JSON: there is no list at all.
        Err(_) => _ = members.remove(name),
    }
    *response.body_mut() = Value::Object(members).to_string().into();
}

fn item(file: &Uploaded, id: &str) -> Map<String, Value> {
    let item = json!({
        "id": id,
        "name": file.name,
        "size": file.length,
        "file": {"mimeType": "application/octet-stream"},
    });
    match item {
        Value::Object(item) => item,
        _ => Map::new(),
    }
}

fn invalid(message: &str) -> Failure {
    Failure::new(StatusCode::BAD_REQUEST, "invalidRequest", message)
}

fn no_session() -> Failure {
    Failure::new(StatusCode::NOT_FOUND, "itemNotFound", "The upload session was not found.")
}

fn name_exists() -> Failure {
    Failure::new(StatusCode::CONFLICT, "nameAlreadyExists", "An item with the same name already exists.")
}
