//! The answer to a `$batch` request (W7): each answer in it as a response of its own. What is odd in one is no matter of
//! the others.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use serde_core::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::write::{is_json, is_text};
use crate::edm::{Binary, Text};
use crate::json;
use crate::model::content::Name;

/// The members of an object, each as it came.
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Members<'a> {
    /// Of members with the same name the last counts.
    fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value.get())
    }
}

impl<'a> Deserialize<'a> for Members<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'a> Visitor<'a> for MembersVisitor {
    type Value = Members<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut members: A) -> Result<Members<'a>, A::Error> {
        let mut read = Vec::new();
        while let Some(name) = members.next_key_seed(Name)? {
            read.push((name, members.next_value()?));
        }
        Ok(Members(read))
    }
}

/// What an exchange was answered with.
#[derive(Default)]
pub(crate) struct Answered {
    /// Each answer with its id. What has no id or no status is left out: nobody can be told of it.
    pub(crate) responses: Vec<(String, Response<Bytes>)>,
    /// Where there is more. Graph tells none.
    pub(crate) next: Option<String>,
}

/// Reads the body. Fails if it is no answer to a batch at all.
pub(crate) fn read(body: &Bytes) -> Result<Answered, json::Error> {
    let none = || json::Error::expected("the answer to a batch: an object with `responses`");
    let text = json::text_of(body).ok_or_else(none)?;
    let members: Members<'_> = serde_json::from_str(text).map_err(|_| none())?;
    let responses = members.get("responses").ok_or_else(none)?;
    let responses: Vec<&RawValue> = serde_json::from_str(responses).map_err(|_| none())?;
    let next = ["@odata.nextLink", "@nextLink", "nextLink"].into_iter().find_map(|name| members.get(name));
    Ok(Answered {
        responses: responses.into_iter().filter_map(|one| response(body, one)).collect(),
        next: next.and_then(|link| serde_json::from_str(link).ok()).filter(|link: &String| !link.is_empty()),
    })
}

fn response(whole: &Bytes, one: &RawValue) -> Option<(String, Response<Bytes>)> {
    let members: Members<'_> = serde_json::from_str(one.get()).ok()?;
    // Both may be a number or a text.
    let scalar = |name: &str| match serde_json::from_str(members.get(name)?).ok()? {
        Json::String(text) => Some(text),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let status = scalar("status")?.trim().parse().ok().and_then(|status| StatusCode::from_u16(status).ok())?;
    let headers = members.get("headers").map(read_headers).unwrap_or_default();
    let body = members.get("body").map(|body| read_body(whole, body, &headers)).unwrap_or_default();
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Some((scalar("id")?, response))
}

/// What can be a header is one, whatever the case of its name and whatever kind of JSON its value is.
fn read_headers(json: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let Ok(Json::Object(members)) = serde_json::from_str(json) else { return headers };
    for (name, value) in members {
        let Ok(name) = HeaderName::try_from(name) else { continue };
        let values = if let Json::Array(values) = value { values } else { vec![value] };
        for value in values {
            let value = match value {
                Json::String(text) => text,
                Json::Null | Json::Array(_) | Json::Object(_) => continue,
                scalar => scalar.to_string(),
            };
            if let Ok(value) = HeaderValue::try_from(value) {
                headers.append(name.clone(), value);
            }
        }
    }
    headers
}

/// The body as it would have come by itself: JSON as it is, and what is no JSON from the string that it is in.
fn read_body(whole: &Bytes, json: &str, headers: &HeaderMap) -> Bytes {
    let as_it_is = || whole.slice_ref(json.as_bytes());
    if json == "null" {
        return Bytes::new();
    }
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !json.starts_with('"') || media_type.is_some_and(is_json) {
        return as_it_is();
    }
    let Ok(text) = serde_json::from_str::<String>(json) else { return as_it_is() };
    // An empty text is no content.
    match media_type {
        Some(media_type) if !is_text(media_type) => match Binary::from_text(&text) {
            Some(bytes) => bytes.into_vec().into(),
            None => text.into(),
        },
        _ => text.into(),
    }
}
