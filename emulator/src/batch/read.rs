//! Reads the requests of a batch, and refuses what Graph does not take: more than twenty, an id twice, what depends on
//! something later, bodies of no type.

use std::collections::HashSet;

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use serde_json::{Map, Value};

use crate::error::Failure;
use crate::json;

const MAX: usize = 20;

/// A request of a batch.
pub(super) struct Item {
    pub(super) id: String,
    pub(super) method: Method,
    /// Below the version root, without a leading slash.
    pub(super) url: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<Bytes>,
    pub(super) depends_on: Vec<String>,
}

pub(super) fn items(body: &[u8]) -> Result<Vec<Item>, Failure> {
    let mut members = json::object(body)?;
    let Some(Value::Array(requests)) = members.remove("requests") else {
        return Err(Failure::bad_request("Invalid batch payload format."));
    };
    if requests.is_empty() || requests.len() > MAX {
        let message = format!("Number of batch request steps must be between 1 and {MAX}.");
        return Err(Failure::bad_request(message));
    }
    let mut ids = HashSet::new();
    let mut items = Vec::with_capacity(requests.len());
    for request in requests {
        let Value::Object(request) = request else {
            return Err(Failure::bad_request("Invalid batch payload format."));
        };
        let item = item(request)?;
        let known = |id: &String| ids.contains(&id.to_ascii_lowercase());
        if let Some(id) = item.depends_on.iter().find(|id| !known(id)) {
            let message = format!("The request '{}' depends on '{id}', which is not before it.", item.id);
            return Err(Failure::bad_request(message));
        }
        if !ids.insert(item.id.to_ascii_lowercase()) {
            return Err(Failure::bad_request(format!("Duplicate request id '{}' in batch.", item.id)));
        }
        items.push(item);
    }
    check_shape(&items)?;
    Ok(items)
}

/// Nothing depends on anything, each on the one before, or all that do on the same one.
fn check_shape(items: &[Item]) -> Result<(), Failure> {
    let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    let serial = items.windows(2).all(|two| matches!(&*two[1].depends_on, [one] if same(one, &two[0].id)))
        && items[0].depends_on.is_empty();
    let mut on = items.iter().flat_map(|item| &item.depends_on);
    let first = on.next();
    let shared = items.iter().all(|item| item.depends_on.len() <= 1)
        && on.all(|other| first.is_some_and(|first| same(first, other)));
    if serial || shared {
        return Ok(());
    }
    Err(Failure::bad_request("The dependsOn of the batch is neither parallel, nor serial, nor on the same request."))
}

fn item(mut request: Map<String, Value>) -> Result<Item, Failure> {
    let mut text = |name: &str| match request.remove(name) {
        Some(Value::String(text)) if !text.is_empty() => Ok(text),
        _ => Err(Failure::bad_request(format!("Invalid batch payload format: a request has no '{name}'."))),
    };
    let id = text("id")?;
    let wrong = |what: &str| Failure::bad_request(format!("The {what} of the request '{id}' is not valid."));
    let method = text("method")?.to_ascii_uppercase();
    let method = Method::from_bytes(method.as_bytes()).map_err(|_| wrong("method"))?;
    let url = text("url")?;
    let url = url.strip_prefix('/').unwrap_or(&url).to_owned();
    let path = url.split('?').next().unwrap_or_default();
    // It is below the version root: a host has no place in it, and a batch in a batch neither.
    if path.starts_with('/') || path.contains("//") || path.eq_ignore_ascii_case("$batch") {
        return Err(wrong("url"));
    }
    let headers = match request.remove("headers") {
        None | Some(Value::Null) => HeaderMap::new(),
        Some(Value::Object(members)) => headers(members).ok_or_else(|| wrong("headers"))?,
        Some(_) => return Err(wrong("headers")),
    };
    if headers.contains_key(header::AUTHORIZATION) {
        return Err(Failure::bad_request(format!("The request '{id}' must not have a token of its own.")));
    }
    let body = match request.remove("body") {
        None => None,
        Some(_) if matches!(method, Method::GET | Method::DELETE) => return Err(wrong("body")),
        Some(body) => Some(self::body(&body, &headers).ok_or_else(|| wrong("body"))?),
    };
    let depends_on = match request.remove("dependsOn") {
        None => Vec::new(),
        Some(value) => serde_json::from_value(value).map_err(|_| wrong("dependsOn"))?,
    };
    Ok(Item { id, method, url, headers, body, depends_on })
}

fn headers(members: Map<String, Value>) -> Option<HeaderMap> {
    let mut headers = HeaderMap::new();
    for (name, value) in members {
        let Value::String(value) = value else { return None };
        headers.insert(HeaderName::try_from(name).ok()?, HeaderValue::try_from(value).ok()?);
    }
    Some(headers)
}

/// JSON as it is, text from its string, all else from base64 with either alphabet. A body has a type.
fn body(body: &Value, headers: &HeaderMap) -> Option<Bytes> {
    const PADDING: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, PADDING);
    const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, PADDING);
    let media_type = headers.get(header::CONTENT_TYPE)?.to_str().ok()?.to_ascii_lowercase();
    let essence = media_type.split(';').next()?.trim();
    if essence == "application/json" || essence.ends_with("+json") {
        return Some(body.to_string().into());
    }
    let text = body.as_str()?;
    if essence.starts_with("text/") {
        return Some(text.to_owned().into());
    }
    URL_SAFE.decode(text).or_else(|_| STANDARD.decode(text)).ok().map(Bytes::from)
}
