//! What is answered in place of a request's own answer, and what is changed in it. The bytes on the wire aren't known here.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header};
use serde_json::Value;

use super::{Fault, RetryAfter};
use crate::address::origin;
use crate::answer::{self, Answer};
use crate::call::Incoming;
use crate::error::Failure;
use crate::monitor;
use crate::upload::{self, Uploads};

const HTML: &[u8] = b"<!DOCTYPE html>\r\n<html><head><title>502 Bad Gateway</title></head>\r\n\
    <body><h1>502 Bad Gateway</h1><p>The server returned an invalid or incomplete response.</p></body></html>\r\n";
/// `gzip -9n` of an error object, without a line end.
const COMPRESSED: &[u8] = include_bytes!("unavailable.json.gz");

/// The answer that a request gets instead of its own.
pub(crate) fn instead(fault: &Fault, request: &HeaderMap) -> Option<Response<Bytes>> {
    let outcome = match fault {
        Fault::Throttled(wait) => Err(throttled(wait)),
        Fault::Unavailable(wait) => {
            Ok(with(Answer::empty(StatusCode::SERVICE_UNAVAILABLE), header::RETRY_AFTER, wait.value()))
        }
        Fault::GatewayTimeout { .. } => Err(Failure::new(StatusCode::GATEWAY_TIMEOUT, "UnknownError", "")),
        Fault::BadGateway => Ok(Answer::bytes(StatusCode::BAD_GATEWAY, "text/html", Bytes::from_static(HTML))),
        Fault::Unauthorized { claims } => Err(unauthorized(claims.as_deref())),
        Fault::GzipError => Ok(compressed()),
        Fault::Redirect { status, location } => {
            Ok(with(Answer::empty(*status), header::LOCATION, HeaderValue::try_from(location).ok()))
        }
        Fault::Gone { code, location } => Err(gone(code, location.as_deref())),
        // For the log, and for `handle`.
        Fault::Dropped { done: false } | Fault::CutRequest { .. } => {
            Err(Failure::new(StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailable", "The connection was dropped."))
        }
        _ => return None,
    };
    Some(answer::respond(outcome, request))
}

fn with(answer: Answer, name: HeaderName, value: Option<HeaderValue>) -> Answer {
    match value {
        Some(value) => answer.with(name, value),
        None => answer,
    }
}

fn throttled(wait: &RetryAfter) -> Failure {
    let failure = Failure::new(StatusCode::TOO_MANY_REQUESTS, "TooManyRequests", "Please retry again later.");
    match wait.value() {
        Some(value) => failure.with(header::RETRY_AFTER, value),
        None => failure,
    }
}

fn gone(code: &'static str, location: Option<&str>) -> Failure {
    let failure =
        Failure::new(StatusCode::GONE, code, "Resync required. Replace any local items with the server's version.");
    match location.and_then(|location| HeaderValue::try_from(location).ok()) {
        Some(location) => failure.with(header::LOCATION, location),
        None => failure,
    }
}

fn unauthorized(claims: Option<&str>) -> Failure {
    let Some(claims) = claims else {
        return Failure::unauthorized("Lifetime validation failed, the token is expired.");
    };
    let challenge = format!(
        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
         error=\"insufficient_claims\", claims=\"{}\"",
        STANDARD.encode(claims)
    );
    let message = "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: \
                   TokenIssuedBeforeRevocationTimestamp";
    let challenge = HeaderValue::try_from(challenge).expect("Base64 is a header value");
    Failure::unauthorized(message).with(header::WWW_AUTHENTICATE, challenge)
}

fn compressed() -> Answer {
    let body = Bytes::from_static(COMPRESSED);
    let answer = Answer::bytes(StatusCode::SERVICE_UNAVAILABLE, "application/json", body);
    answer.with(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))
}

/// What happens before a request is done.
pub(crate) fn before(fault: &Fault, request: &Incoming<'_>, uploads: &mut Uploads) {
    match fault {
        Fault::SessionExpired => uploads.expire(request.target),
        Fault::PartLost if *request.method == Method::PUT => uploads.lose_next(request.target),
        Fault::CutRequest { kept: true } => uploads.keep_beginning(request),
        _ => {}
    }
}

/// Changes the request's own answer.
pub(crate) fn disturb(fault: &Fault, request: &Incoming<'_>, response: &mut Response<Bytes>) {
    let body = response.body_mut();
    match fault {
        Fault::TruncatedJson => body.truncate(body.len() / 2),
        Fault::NextLink(link) => link_to(body, Some(link), None),
        Fault::LoopingNextLink => link_to(body, Some(&asked(request)), None),
        Fault::DeltaLink(link) => link_to(body, None, Some(link)),
        Fault::NoLinks => link_to(body, None, None),
        Fault::BothLinks => {
            let (next, delta) = links(body);
            let asked = asked(request);
            let (next, delta) = (next.unwrap_or_else(|| asked.clone()), delta.unwrap_or(asked));
            link_to(body, Some(&next), Some(&delta));
        }
        Fault::Ranges(list) => upload::set_ranges(response, list),
        Fault::OperationStatus(word) => monitor::set_status(response, word),
        Fault::MonitorAt(location) => monitor::set_location(response, location),
        _ => {}
    }
}

/// The URL that was asked.
fn asked(request: &Incoming<'_>) -> String {
    format!("{}{}", origin(request.uri, request.headers), request.target)
}

const NEXT: &str = "@odata.nextLink";
const DELTA: &str = "@odata.deltaLink";

/// The links that a list has.
fn links(body: &Bytes) -> (Option<String>, Option<String>) {
    let list: Value = serde_json::from_slice(body).unwrap_or_default();
    let link = |name| list.get(name).and_then(Value::as_str).map(str::to_owned);
    (link(NEXT), link(DELTA))
}

/// Gives a list these links, and no others.
fn link_to(body: &mut Bytes, next: Option<&str>, delta: Option<&str>) {
    let Ok(Value::Object(mut list)) = serde_json::from_slice(body) else { return };
    if list.get("value").is_some_and(Value::is_array) {
        for (name, link) in [(NEXT, next), (DELTA, delta)] {
            match link {
                Some(link) => list.insert(name.to_owned(), link.into()),
                None => list.remove(name),
            };
        }
        *body = Value::Object(list).to_string().into();
    }
}
