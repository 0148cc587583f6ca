//! The body of a `$batch` request (W7): its requests as JSON, their bodies put in as they are.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use serde_core::de::IgnoredAny;

use crate::client::error::UsageError;
use crate::client::origin::{Base, Origin};
use crate::request::Parts;

/// A request of the batch, ready to be sent as often as it takes.
pub(crate) struct Written {
    /// All of its object but `dependsOn` and the brace at its end.
    object: Vec<u8>,
}

/// The id of the request with this number: what its answer is found by. Ids are digits, and so have no case to differ by.
pub(crate) fn id(number: usize) -> String {
    (number + 1).to_string()
}

/// The version of the API that a request goes to. A link says it by its path.
pub(crate) fn version<'a>(parts: &'a Parts, base: &Base, client_version: &'a str) -> Result<Cow<'a, str>, UsageError> {
    match &parts.link {
        None => Ok(parts.version.unwrap_or(client_version).into()),
        Some(link) => {
            let path = below(link, base)?;
            Ok(path.split(['/', '?']).next().unwrap_or_default().to_owned().into())
        }
    }
}

/// What follows the base URL and a slash in a link.
fn below(link: &str, base: &Base) -> Result<String, UsageError> {
    let elsewhere = || UsageError::new("its link leads to another service, or is none");
    let uri: Uri = link.parse().map_err(|_| elsewhere())?;
    if Origin::of(&uri).as_ref() != Some(&base.origin) {
        return Err(elsewhere());
    }
    let root = base.url.strip_prefix(&base.resource).unwrap_or_default();
    let path = uri.path_and_query().map_or("", |path| path.as_str());
    let below = path.strip_prefix(root).and_then(|path| path.strip_prefix('/'));
    below.map(str::to_owned).ok_or_else(elsewhere)
}

impl Written {
    pub(crate) fn new(number: usize, parts: &Parts, base: &Base, client_version: &str) -> Result<Self, UsageError> {
        if let Some(error) = &parts.wrong {
            return Err(error.clone());
        }
        let relative = match &parts.link {
            None => Cow::Borrowed(parts.relative.as_str()),
            Some(link) => {
                let below = below(link, base)?;
                // The version is the batch's own.
                below.split_once('/').map(|(_, relative)| relative.to_owned()).unwrap_or_default().into()
            }
        };
        if relative.starts_with("$batch") {
            return Err(UsageError::new("a batch can't be in a batch"));
        }
        let body = match &parts.reference {
            Some(reference) => reference.body(&base.url, client_version)?,
            None => parts.body.clone(),
        };
        let mut object = Vec::with_capacity(128 + relative.len() + body.len());
        object.extend_from_slice(b"{\"id\":");
        text(&id(number), &mut object);
        object.extend_from_slice(b",\"method\":");
        text(parts.method.as_str(), &mut object);
        object.extend_from_slice(b",\"url\":");
        text(&format!("/{relative}"), &mut object);
        let body = Body::of(parts, body);
        write_headers(&parts.headers, body.as_ref(), &mut object)?;
        if let Some(body) = body {
            object.extend_from_slice(b",\"body\":");
            body.write(&mut object)?;
        }
        Ok(Self { object })
    }
}

/// What a request has as its body, and what that is.
struct Body {
    bytes: Bytes,
    /// Said if the request doesn't.
    media_type: Option<HeaderValue>,
}

impl Body {
    fn of(parts: &Parts, bytes: Bytes) -> Option<Self> {
        let media_type = parts.headers.get(CONTENT_TYPE).cloned();
        if !bytes.is_empty() {
            return Some(Self { bytes, media_type });
        }
        match parts.method {
            Method::POST => Some(Self { bytes: Bytes::from_static(b"{}"), media_type: None }),
            // A file may be empty.
            Method::PUT | Method::PATCH if media_type.is_some() => Some(Self { bytes, media_type }),
            _ => None,
        }
    }

    fn media_type(&self) -> HeaderValue {
        self.media_type.clone().unwrap_or(HeaderValue::from_static("application/json"))
    }

    /// JSON as it is, text as a string, all else as base64 with the URL's alphabet.
    fn write(&self, json: &mut Vec<u8>) -> Result<(), UsageError> {
        let media_type = self.media_type();
        let media_type = media_type.to_str().unwrap_or_default();
        if is_json(media_type) {
            // One that is none would be no batch any more.
            let text = std::str::from_utf8(&self.bytes)
                .map_err(|error| UsageError::with_cause("its body is no JSON", error))?;
            serde_json::from_str::<IgnoredAny>(text)
                .map_err(|error| UsageError::with_cause("its body is no JSON", error))?;
            json.extend_from_slice(&self.bytes);
        } else if is_text(media_type) {
            let plain = std::str::from_utf8(&self.bytes)
                .map_err(|error| UsageError::with_cause("its body is no text in UTF-8", error))?;
            text(plain, json);
        } else {
            text(&URL_SAFE.encode(&self.bytes), json);
        }
        Ok(())
    }
}

fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a media type is JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "application/json" || essence.ends_with("+json")
}

/// Whether a media type is text.
pub(super) fn is_text(media_type: &str) -> bool {
    essence(media_type).starts_with("text/")
}

/// The headers of a request, but for what a service does anyway.
fn write_headers(headers: &HeaderMap, body: Option<&Body>, json: &mut Vec<u8>) -> Result<(), UsageError> {
    let mut separator = &b",\"headers\":{"[..];
    let mut write = |name: &HeaderName, value: &str, json: &mut Vec<u8>| {
        json.extend_from_slice(std::mem::replace(&mut separator, b","));
        text(name.as_str(), json);
        json.push(b':');
        text(value, json);
    };
    for name in headers.keys().filter(|name| **name != CONTENT_TYPE) {
        let values: Result<Vec<_>, _> = headers.get_all(name).iter().map(HeaderValue::to_str).collect();
        let value = values.map_err(|_| UsageError::new(format!("the value of the header `{name}` is no text")))?;
        let value = value.join(", ");
        if *name != ACCEPT || value != "application/json" {
            write(name, &value, json);
        }
    }
    if let Some(body) = body {
        let media_type = body.media_type();
        let media_type = media_type.to_str().map_err(|_| UsageError::new("the `content-type` is no text"))?;
        write(&CONTENT_TYPE, media_type, json);
    }
    if separator.len() == 1 {
        json.push(b'}');
    }
    Ok(())
}

/// A JSON string.
fn text(text: &str, json: &mut Vec<u8>) {
    // Writing a text to a `Vec` can't fail.
    let _ = serde_json::to_writer(json, text);
}

/// `{"requests":[…]}` of these requests, each with the number of the one that it depends on.
pub(crate) fn body<'a>(requests: impl Iterator<Item = (&'a Written, Option<usize>)>) -> Bytes {
    let mut json = b"{\"requests\":[".to_vec();
    for (at, (written, depends_on)) in requests.enumerate() {
        if at > 0 {
            json.push(b',');
        }
        json.extend_from_slice(&written.object);
        if let Some(number) = depends_on {
            json.extend_from_slice(b",\"dependsOn\":[");
            text(&id(number), &mut json);
            json.push(b']');
        }
        json.push(b'}');
    }
    json.extend_from_slice(b"]}");
    json.into()
}
