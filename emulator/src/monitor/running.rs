//! Operations that go on, and what is told of them.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use serde_json::{Map, Value, json};

use super::{Declared, Form, LongRunning};
use crate::address::origin;
use crate::answer::{Answer, new_id};
use crate::call::Incoming;
use crate::error::Failure;
use crate::path;
use crate::route;

const OPERATION_LOCATION: HeaderName = HeaderName::from_static("operation-location");
const NO_OPERATION: &str = "00000000-0000-0000-0000-000000000000";

/// All operations that were started.
#[derive(Default)]
pub(crate) struct Monitors {
    running: Vec<Running>,
    /// Where monitors are that take no token, if not on the own host.
    pub(crate) elsewhere: Option<String>,
}

struct Running {
    how: LongRunning,
    id: String,
    /// The path of the URL that tells of it, or of the item that does itself.
    at: String,
    /// What was answered so far.
    polls: u32,
    name: String,
    version: &'static str,
    /// Where it was started.
    origin: String,
    resource: Resource,
}

/// What an operation makes, as far as its answer told.
#[derive(Default)]
struct Resource {
    id: Option<String>,
    /// Below the version, without a slash before it.
    path: Option<String>,
}

impl Monitors {
    /// How the request is done, if it takes long.
    pub(crate) fn declared<'a>(declared: &'a [Declared], request: &Incoming<'_>) -> Option<&'a Declared> {
        if declared.is_empty() {
            return None;
        }
        let mut segments = path::segments(request.uri.path().trim_start_matches('/'))?;
        let version = segments.remove(0);
        declared.iter().find(|one| one.is_for(request.method, &version, &segments))
    }

    /// The answer to a request for a monitor, or for what isn't there yet; `None` for any other.
    pub(crate) fn answer(
        &mut self,
        request: &Incoming<'_>,
        authorize: impl FnOnce() -> Result<(), Failure>,
    ) -> Option<Result<Answer, Failure>> {
        let at = plain(request.uri.path());
        let hides = |running: &Running| running.hides(&at);
        if self.running.iter().any(hides) {
            let key = at.rsplit('/').next().unwrap_or_default();
            return Some(authorize().and_then(|()| Err(Failure::item_not_found(key))));
        }
        let running = self.running.iter_mut().find(|running| running.how.form != Form::Status && running.at == at)?;
        if request.method != http::Method::GET {
            return Some(Err(Failure::method_not_allowed("GET")));
        }
        let is_allowed = match running.how.form {
            Form::Monitor if self.elsewhere.is_some() && request.headers.contains_key(header::AUTHORIZATION) => {
                Err(Failure::unauthorized("A monitor URL must be used without an Authorization header."))
            }
            Form::Monitor => Ok(()),
            _ => authorize(),
        };
        Some(is_allowed.map(|()| running.poll()))
    }

    /// What is answered at first, in place of the answer to what was done.
    pub(crate) fn start(&mut self, declared: &Declared, request: &Incoming<'_>, done: &Response<Bytes>) -> Answer {
        let how = declared.how.clone();
        let resource = if how.failure.is_some() { Resource::default() } else { Resource::of(done) };
        let origin = origin(request.uri, request.headers);
        let root = format!("{origin}/{}", declared.version);
        let id = new_id();
        let accepted = || with_wait(Answer::empty(StatusCode::ACCEPTED), &how);
        let (answer, at) = match how.form {
            Form::Monitor => {
                let host = self.elsewhere.as_ref().unwrap_or(&origin);
                let at = format!("/monitor/{id}");
                (with(accepted(), header::LOCATION, &format!("{host}{at}")), at)
            }
            Form::OperationLocation => {
                let at = format!("/{}/operations/{id}", declared.version);
                (with(accepted(), OPERATION_LOCATION, &format!("{root}/operations/{id}")), at)
            }
            Form::Operation | Form::Untold => {
                let number = if how.form == Form::Untold { NO_OPERATION } else { &id };
                let target =
                    resource.in_parentheses().unwrap_or_else(|| format!("/{}('{id}')", declared.template.name()));
                let location = format!("{target}/operations('{number}')");
                let answer = with(accepted(), header::LOCATION, &location);
                (with(answer, header::CONTENT_LOCATION, &target), plain(&format!("/{}{location}", declared.version)))
            }
            Form::Unusable => {
                let location =
                    format!("{origin}/v2/{}/directoryObjects/{}/Microsoft.DirectoryServices.User", new_id(), id);
                (with(accepted(), header::LOCATION, &location), String::new())
            }
            Form::Status => (status_of_item(done), resource.at(declared.version).unwrap_or_default()),
        };
        if !matches!(how.form, Form::Untold | Form::Unusable) {
            let name = declared.template.name().to_owned();
            self.running.push(Running { how, id, at, polls: 0, name, version: declared.version, origin, resource });
        }
        answer
    }

    /// Lets an item that tells of itself how it goes on say so.
    pub(crate) fn overlay(&mut self, request: &Incoming<'_>, response: &mut Response<Bytes>) {
        if *request.method != http::Method::GET || response.status() != StatusCode::OK {
            return;
        }
        let at = plain(request.uri.path());
        let running = self.running.iter_mut().find(|running| running.how.form == Form::Status && running.at == at);
        if let (Some(running), Ok(Value::Object(mut item))) = (running, serde_json::from_slice(response.body())) {
            item.insert("status".to_owned(), running.next_status().into());
            if let Some(error) = running.error().filter(|_| running.is_over()) {
                item.insert("error".to_owned(), error);
            }
            *response.body_mut() = Value::Object(item).to_string().into();
        }
    }
}

impl Running {
    /// What it makes is not there before it is done.
    fn hides(&self, at: &str) -> bool {
        let is_waited_for = matches!(self.how.form, Form::Monitor | Form::Operation | Form::OperationLocation);
        let Some(own) = self.resource.at(self.version).filter(|_| is_waited_for && !self.is_over()) else {
            return false;
        };
        at == own || at.strip_prefix(&own).is_some_and(|rest| rest.starts_with('/') && at != self.at)
    }

    fn is_over(&self) -> bool {
        self.polls > self.how.polls
    }

    /// The status of the next answer.
    fn next_status(&mut self) -> &'static str {
        self.polls = self.polls.saturating_add(1);
        let (before, within) = match self.how.form {
            Form::Monitor | Form::Operation => ("notStarted", "inProgress"),
            _ => ("notStarted", "running"),
        };
        match (self.is_over(), &self.how.failure) {
            (true, Some(_)) => "failed",
            (true, None) if self.how.form == Form::Monitor => "completed",
            (true, None) => "succeeded",
            (false, _) if self.polls == 1 && self.how.polls > 1 => before,
            (false, _) => within,
        }
    }

    fn error(&self) -> Option<Value> {
        let (code, message) = self.how.failure.as_ref()?;
        Some(json!({ "code": code, "message": message }))
    }

    fn poll(&mut self) -> Answer {
        let status = self.next_status();
        let is_over = self.is_over();
        let url = self.resource.path.as_ref().map(|path| format!("{}/{}/{path}", self.origin, self.version));
        if let Some(url) = url.as_ref().filter(|_| is_over && self.how.sees_other) {
            return with(Answer::empty(StatusCode::SEE_OTHER), header::LOCATION, url);
        }
        let mut body = match self.how.form {
            Form::Monitor => json!({ "operation": self.name, "percentageComplete": self.percent(), "status": status }),
            Form::Operation => json!({
                "id": self.id, "operationType": self.name, "status": status, "attemptsCount": self.polls, "error": null,
            }),
            _ => json!({ "id": self.id, "status": status, "percentageComplete": self.percent() }),
        };
        if let (Value::Object(body), true) = (&mut body, is_over) {
            self.finish(body, url);
        }
        let http = if self.how.form == Form::Monitor && !is_over { StatusCode::ACCEPTED } else { StatusCode::OK };
        let answer = Answer::json(http, if let Value::Object(body) = body { body } else { Map::new() });
        if is_over { answer } else { with_wait(answer, &self.how) }
    }

    /// What is told at the end only.
    fn finish(&self, body: &mut Map<String, Value>, url: Option<String>) {
        if let Some(error) = self.error() {
            body.insert("error".to_owned(), error);
            return;
        }
        let is_target = self.how.form == Form::Operation;
        if let Some(id) = &self.resource.id {
            body.insert(if is_target { "targetResourceId" } else { "resourceId" }.to_owned(), id.as_str().into());
        }
        match self.how.form {
            Form::Operation => {
                body.insert("targetResourceLocation".to_owned(), self.resource.in_parentheses().into());
            }
            Form::OperationLocation => {
                body.insert("resourceLocation".to_owned(), url.into());
            }
            _ => {}
        }
    }

    fn percent(&self) -> f64 {
        if self.is_over() {
            return 100.0;
        }
        (f64::from(self.polls) * 1000.0 / f64::from(self.how.polls.saturating_add(1))).round() / 10.0
    }
}

impl Resource {
    fn of(done: &Response<Bytes>) -> Self {
        let body: Value = serde_json::from_slice(done.body()).unwrap_or_default();
        let location = done.headers().get(header::LOCATION).and_then(|location| location.to_str().ok());
        let path = location.map(|url| {
            url.split_once("://").map_or(url, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path))
        });
        let below = path.and_then(|path| path.trim_start_matches('/').split_once('/'));
        Self {
            id: body.get("id").and_then(Value::as_str).map(str::to_owned),
            path: below.filter(|(version, _)| route::version(version).is_some()).map(|(_, path)| path.to_owned()),
        }
    }

    /// As paths are compared.
    fn at(&self, version: &str) -> Option<String> {
        self.path.as_ref().map(|path| plain(&format!("/{version}/{path}")))
    }

    /// `/teams('1')`
    fn in_parentheses(&self) -> Option<String> {
        let (collection, key) = self.path.as_ref()?.rsplit_once('/')?;
        Some(format!("/{collection}{}", path::in_parentheses(&path::decode(key)?)))
    }
}

/// The answer to a create, with the status that the new item begins with.
fn status_of_item(done: &Response<Bytes>) -> Answer {
    let mut item = match serde_json::from_slice(done.body()) {
        Ok(Value::Object(item)) => item,
        _ => Map::new(),
    };
    item.insert("status".to_owned(), "notStarted".into());
    let answer = Answer::json(done.status(), item);
    match done.headers().get(header::LOCATION) {
        Some(location) => answer.with(header::LOCATION, location.clone()),
        None => answer,
    }
}

fn with(answer: Answer, name: HeaderName, value: &str) -> Answer {
    match HeaderValue::try_from(value) {
        Ok(value) => answer.with(name, value),
        Err(_) => answer,
    }
}

fn with_wait(answer: Answer, how: &LongRunning) -> Answer {
    match how.retry_after.value() {
        Some(value) => answer.with(header::RETRY_AFTER, value),
        None => answer,
    }
}

/// A path with its keys as segments, so that `teams('1')` and `teams/1` are the same.
fn plain(path: &str) -> String {
    let path = path::decode(path).unwrap_or_else(|| path.to_owned());
    path.replace("('", "/").replace("')", "")
}

/// Puts another word into what an operation says of itself.
pub(crate) fn set_status(response: &mut Response<Bytes>, word: &str) {
    let Ok(Value::Object(mut members)) = serde_json::from_slice(response.body()) else { return };
    if members.get("status").is_some_and(Value::is_string) {
        members.insert("status".to_owned(), word.into());
        *response.body_mut() = Value::Object(members).to_string().into();
    }
}

/// Lets the monitor of an operation be somewhere else.
pub(crate) fn set_location(response: &mut Response<Bytes>, location: &str) {
    if response.status() != StatusCode::ACCEPTED {
        return;
    }
    for name in [header::LOCATION, OPERATION_LOCATION] {
        if response.headers_mut().remove(&name).is_some()
            && let Ok(value) = HeaderValue::try_from(location)
        {
            response.headers_mut().insert(name, value);
        }
    }
}
