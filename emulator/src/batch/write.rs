//! Writes the answer to a batch with all that a client has to stand: the answers in any order, header names in any case,
//! bodies that are JSON, text or base64.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::{HeaderMap, header};
use serde_json::{Map, Value, json};

use super::Answered;
use crate::fault::Fault;

/// By chance, but the same for the same answers.
pub(super) fn body(mut answered: Vec<Answered>) -> Map<String, Value> {
    let mut random = fastrand::Rng::with_seed(answered.len() as u64);
    random.shuffle(&mut answered);
    let mut responses = Vec::with_capacity(answered.len());
    for answer in &answered {
        let mut response = response(answer, &mut random);
        if answer.has(&Fault::NullBody) {
            response["body"] = Value::Null;
        }
        if answer.has(&Fault::MisnamedAnswer) {
            response["id"] = format!("{}-x", answer.id).into();
        }
        if answer.has(&Fault::DuplicatedAnswer) {
            responses.push(response.clone());
        }
        if !answer.has(&Fault::MissingAnswer) {
            responses.push(response);
        }
    }
    Map::from_iter([("responses".to_owned(), Value::Array(responses))])
}

fn response(Answered { id, reply }: &Answered, random: &mut fastrand::Rng) -> Value {
    let response = &reply.response;
    let mut written = json!({"id": id, "status": response.status().as_u16()});
    written["headers"] = headers(response.headers(), random);
    match content(response.headers(), response.body(), random) {
        Some(body) => written["body"] = body,
        // Both are seen.
        None if random.bool() => written["body"] = Value::Null,
        None => {}
    }
    written
}

fn headers(headers: &HeaderMap, random: &mut fastrand::Rng) -> Value {
    let mut written = Map::new();
    for name in headers.keys().filter(|name| **name != header::CONTENT_LENGTH) {
        let values: Vec<_> =
            headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
        let cased = match random.u8(..3) {
            // Microsoft's own JavaScript client knows this name in one spelling only.
            _ if *name == header::CONTENT_TYPE => "Content-Type".to_owned(),
            0 => name.as_str().to_owned(),
            1 => name.as_str().to_ascii_uppercase(),
            _ => capitalised(name.as_str()),
        };
        written.insert(cased, values.join(", ").into());
    }
    Value::Object(written)
}

/// `Content-Type`
fn capitalised(name: &str) -> String {
    let words = name.split('-').map(|word| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_ascii_uppercase() + rest,
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join("-")
}

fn content(headers: &HeaderMap, body: &Bytes, random: &mut fastrand::Rng) -> Option<Value> {
    if body.is_empty() {
        return None;
    }
    let media_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence.ends_with("json")
        && let Ok(json) = serde_json::from_slice(body)
    {
        return Some(json);
    }
    if essence.starts_with("text/")
        && let Ok(text) = std::str::from_utf8(body)
    {
        return Some(text.into());
    }
    Some(if random.bool() { STANDARD.encode(body) } else { URL_SAFE_NO_PAD.encode(body) }.into())
}
