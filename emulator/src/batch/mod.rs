//! `$batch`: the requests in one body, each done by the ordinary rules. What a batch may hold is in `read`, how its answer is
//! written in `write`.

mod read;
mod write;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, Uri, header};

use self::read::Item;
use crate::answer::{self, Answer};
use crate::call::Incoming;
use crate::emulator::{Emulator, Reply};
use crate::error::Failure;
use crate::fault::Fault;
use crate::route;
use crate::rules::{self, Config};

/// An item's answer, and what happens to it on its way.
struct Answered {
    id: String,
    reply: Reply,
}

/// The version of the API whose `$batch` the path is.
pub(crate) fn version(path: &str) -> Option<&'static str> {
    let (version, rest) = path.strip_prefix('/')?.split_once('/')?;
    rest.eq_ignore_ascii_case("$batch").then(|| route::version(version)).flatten()
}

/// Does the requests of a batch in the order of their numbers; each is logged by itself.
pub(crate) fn answer(
    emulator: &Emulator,
    config: &Config,
    version: &'static str,
    request: &Incoming<'_>,
) -> Result<Answer, Failure> {
    rules::authorize(config, request.headers)?;
    if request.method != Method::POST {
        return Err(Failure::method_not_allowed("POST"));
    }
    let body = request.body.as_ref().ok_or_else(|| Failure::too_large(config.max_request_bytes))?;
    let is_json =
        request.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|value| {
            value.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
        });
    if !is_json {
        return Err(Failure::unsupported_media_type());
    }
    let items = read::items(body)?;
    let mut answered: Vec<Answered> = Vec::with_capacity(items.len());
    for item in items {
        let is_done = |id: &String| {
            answered.iter().any(|other| other.id.eq_ignore_ascii_case(id) && other.reply.response.status().is_success())
        };
        let reply = if item.depends_on.iter().all(is_done) {
            perform(emulator, version, request, &item)?
        } else {
            Reply { response: not_done(&item.headers), fault: None }
        };
        answered.push(Answered { id: item.id, reply });
    }
    Ok(Answer::json(StatusCode::OK, write::body(answered)))
}

fn perform(emulator: &Emulator, version: &str, outer: &Incoming<'_>, item: &Item) -> Result<Reply, Failure> {
    let target = format!("/{version}/{}", item.url);
    let wrong = || Failure::bad_request(format!("The URL of the request '{}' is not valid.", item.id));
    let uri = match (outer.uri.scheme(), outer.uri.authority()) {
        (Some(scheme), Some(authority)) => format!("{scheme}://{authority}{target}"),
        _ => target.clone(),
    };
    let uri: Uri = uri.parse().map_err(|_| wrong())?;
    let mut headers = item.headers.clone();
    // Who asks is asked once, for all.
    for name in [header::AUTHORIZATION, header::HOST] {
        if let Some(value) = outer.headers.get(&name) {
            headers.insert(name, value.clone());
        }
    }
    let body = item.body.clone().unwrap_or_default();
    if item.body.is_some() {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    }
    let request = Incoming { method: &item.method, uri: &uri, target: &target, headers: &headers, body: Some(body) };
    Ok(emulator.exchange_in_batch(&request, &item.id))
}

/// The answer to a request that depends on one that failed.
fn not_done(headers: &HeaderMap) -> Response<Bytes> {
    let message = "A request that this one depends on failed.";
    let failure = Failure::new(StatusCode::FAILED_DEPENDENCY, "FailedDependency", message);
    answer::respond(Err(failure), headers)
}

impl Answered {
    fn has(&self, fault: &Fault) -> bool {
        self.reply.fault.as_ref() == Some(fault)
    }
}
