//! HTTP as pages print it: request lines, and messages with headers and a body.

use serde_json::Value;

use super::error::PageError;
use crate::names::parameter;

/// A line of the section "HTTP request".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLine {
    /// `POST`.
    pub method: String,
    /// The path below the version, with its parameters, without a leading slash: `users/{id}/messages`.
    pub path: String,
    /// Its line in the page, from 1.
    pub line: u32,
}

/// The example of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// `POST`.
    pub method: String,
    /// As printed, placeholders of ids in it: `https://graph.microsoft.com/beta/users/{id}/messages`.
    pub url: String,
    /// The headers of the request, as printed.
    pub headers: Vec<(String, String)>,
    /// The body of the request.
    pub body: Option<Value>,
    /// The names of the body's properties, in the page's order.
    pub names: Vec<String>,
    /// What the service answers with.
    pub response: Option<Response>,
    /// The line of the request in the page, from 1.
    pub line: u32,
}

/// The answer of a page's example.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// `201`.
    pub status: u16,
    /// Its headers, as printed.
    pub headers: Vec<(String, String)>,
    /// Its body.
    pub body: Option<Value>,
}

/// A message in a code block: what its first line says is left to the caller.
pub(super) struct Message<'a> {
    pub(super) first: &'a str,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: &'a str,
    /// The line that the body starts in, counted from the first of the block.
    pub(super) body_line: u32,
}

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// `POST /users`: the method and the rest of the line.
pub(super) fn request_line(line: &str) -> Option<(&str, &str)> {
    let (method, target) = line.trim().split_once(char::is_whitespace)?;
    let target = target.trim();
    let target = target.strip_suffix("HTTP/1.1").map_or(target, str::trim_end);
    METHODS.contains(&method).then_some((method, target))
}

/// The path below the version, of a path or a whole URL, without a query.
pub(super) fn relative(target: &str) -> &str {
    let path = match target.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => target.strip_prefix('/').unwrap_or(target),
    };
    let path = ["v1.0/", "beta/"].iter().find_map(|version| path.strip_prefix(version)).unwrap_or(path);
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    path.trim_end_matches('/')
}

/// The version that a URL is below: `beta`.
pub(super) fn version(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split('/').nth(1).filter(|segment| matches!(*segment, "beta" | "v1.0"))
}

/// The first line, the headers and the body. A header is one still behind a blank line, as long as no body has begun.
pub(super) fn message(block: &str) -> Message<'_> {
    let mut message = Message { first: "", headers: Vec::new(), body: "", body_line: 0 };
    let mut at = 0;
    for (number, line) in block.split_inclusive('\n').enumerate() {
        let text = line.trim();
        if message.first.is_empty() {
            message.first = text;
        } else if let Some((name, value)) = header(text) {
            message.headers.push((name.to_owned(), value.to_owned()));
        } else if !text.is_empty() {
            message.body = block.get(at..).unwrap_or_default().trim();
            message.body_line = u32::try_from(number).unwrap_or(u32::MAX);
            break;
        }
        at += line.len();
    }
    message
}

/// `Content-Type: application/json`.
fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    is_name.then(|| (name, value.trim()))
}

/// The JSON of a body; none where there is no body, or one of another kind.
pub(super) fn json(message: &Message<'_>, section: &str, line: u32) -> Result<Option<Value>, PageError> {
    if !message.body.starts_with(['{', '[']) {
        return Ok(None);
    }
    serde_json::from_str(message.body).map(Some).map_err(|error| {
        let within = u32::try_from(error.line()).unwrap_or(u32::MAX).saturating_sub(1);
        let at = line.saturating_add(message.body_line).saturating_add(within);
        let reason = error.to_string();
        let reason = reason.split(" at line").next().unwrap_or_default();
        PageError::new(section, at, format!("the body is no JSON: {reason}; correct it in the page"))
    })
}

/// `201` of `HTTP/1.1 201 Created`.
pub(super) fn status(first: &str) -> Option<u16> {
    first.strip_prefix("HTTP/")?.split_whitespace().nth(1)?.parse().ok()
}

/// The ids of `url`, one for each parameter of `template`, if it is a URL of that template. The id is `None` where the URL
/// has a placeholder as well.
pub(super) fn ids(template: &str, url: &str) -> Option<Vec<Option<String>>> {
    let mut ids = Vec::new();
    let path = relative(url);
    if template.split('/').count() != path.split('/').count() {
        return None;
    }
    for (part, segment) in template.split('/').zip(path.split('/')) {
        if parameter(part).is_some() {
            ids.push(parameter(segment).is_none().then(|| segment.to_owned()));
        } else if !part.eq_ignore_ascii_case(segment) {
            return None;
        }
    }
    Some(ids)
}

#[cfg(test)]
mod tests {
    use super::{ids, message, relative, request_line, version};

    #[test]
    fn paths_of_lines_and_urls() {
        assert_eq!(
            request_line("POST /users/{id | userPrincipalName}/x"),
            Some(("POST", "/users/{id | userPrincipalName}/x"))
        );
        assert_eq!(request_line("POST https://h/v1.0/a HTTP/1.1"), Some(("POST", "https://h/v1.0/a")));
        assert_eq!(request_line("HTTP/1.1 201 Created"), None);
        for target in ["/a/{id}/b", "a/{id}/b", "https://graph.microsoft.com/beta/a/{id}/b?$x=1", "/v1.0/a/{id}/b/"] {
            assert_eq!(relative(target), "a/{id}/b");
        }
        assert_eq!(version("https://graph.microsoft.com/beta/a"), Some("beta"));
        assert_eq!(version("/beta/a"), None);
    }

    #[test]
    fn headers_go_on_behind_a_blank_line() {
        let message = message("HTTP/1.1 201 Created\n\nContent-Type: application/json\n{\n  \"a\": 1\n}\n");
        assert_eq!(message.headers, [("Content-Type".to_owned(), "application/json".to_owned())]);
        assert_eq!((message.body, message.body_line), ("{\n  \"a\": 1\n}", 3));
    }

    #[test]
    fn a_url_is_matched_segment_by_segment() {
        let template = "teams/{team-id}/channels/{channel-id}/tabs";
        assert_eq!(
            ids(template, "https://h/v1.0/teams/{id}/channels/19/tabs"),
            Some(vec![None, Some("19".to_owned())])
        );
        assert_eq!(ids(template, "https://h/v1.0/teams/{id}/channels/tabs"), None);
        assert_eq!(ids("me/contacts", "https://h/v1.0/users/contacts"), None);
    }
}
