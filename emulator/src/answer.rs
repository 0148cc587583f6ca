//! Answers as HTTP responses, with the headers and the error object of Graph. Why an answer is given isn't in here.

use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header};
use serde_json::{Map, Value, json};

use crate::error::Failure;

/// A request that was done.
#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    /// An answer without a body.
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self { status, headers: HeaderMap::new(), body: Bytes::new() }
    }

    /// An answer with bytes of some media type.
    pub(crate) fn bytes(status: StatusCode, media_type: &str, body: Bytes) -> Self {
        let octets = HeaderValue::from_static("application/octet-stream");
        let media_type = HeaderValue::try_from(media_type).unwrap_or(octets);
        Self { body, ..Self::empty(status).with(header::CONTENT_TYPE, media_type) }
    }

    /// An answer with an object.
    pub(crate) fn json(status: StatusCode, body: Map<String, Value>) -> Self {
        Self { body: Value::Object(body).to_string().into(), ..Self::empty(status).with(header::CONTENT_TYPE, JSON) }
    }

    pub(crate) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }
}

const JSON: HeaderValue = HeaderValue::from_static(
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
);
const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");

/// What marks one exchange.
struct Stamp {
    request_id: String,
    client_request_id: HeaderValue,
    date: String,
}

impl Stamp {
    fn new(request: &HeaderMap) -> Self {
        let request_id = new_id();
        let own = || HeaderValue::try_from(&request_id).expect("a UUID is a header value");
        let client_request_id = request.get(CLIENT_REQUEST_ID).cloned().unwrap_or_else(own);
        Self { request_id, client_request_id, date: httpdate::fmt_http_date(SystemTime::now()) }
    }

    fn write(&self, headers: &mut HeaderMap) {
        headers.insert(REQUEST_ID, HeaderValue::try_from(&self.request_id).expect("a UUID is a header value"));
        headers.insert(CLIENT_REQUEST_ID, self.client_request_id.clone());
        headers.insert(header::DATE, HeaderValue::try_from(&self.date).expect("a date is a header value"));
        headers.insert("odata-version", HeaderValue::from_static("4.0"));
    }
}

/// A new random identifier.
pub(crate) fn new_id() -> String {
    uuid::Builder::from_random_bytes(fastrand::u128(..).to_le_bytes()).into_uuid().to_string()
}

/// Writes the answer to a request that had these headers.
pub(crate) fn respond(outcome: Result<Answer, Failure>, request: &HeaderMap) -> Response<Bytes> {
    let stamp = Stamp::new(request);
    let Answer { status, headers, body } = outcome.unwrap_or_else(|failure| refusal(failure, &stamp));
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    stamp.write(response.headers_mut());
    response
}

/// Gives a response that somebody else made the headers that every answer has. Its own stay.
pub(crate) fn stamp(response: &mut Response<Bytes>, request: &HeaderMap) {
    let mut headers = HeaderMap::new();
    Stamp::new(request).write(&mut headers);
    let own = std::mem::take(response.headers_mut());
    for name in own.keys() {
        headers.remove(name);
    }
    headers.extend(own);
    *response.headers_mut() = headers;
}

fn refusal(failure: Failure, stamp: &Stamp) -> Answer {
    let body = error_body(&failure, stamp);
    let answer = Answer::json(failure.status, body);
    match failure.header {
        Some(header) => answer.with(header.0, header.1),
        None => answer,
    }
}

fn error_body(failure: &Failure, stamp: &Stamp) -> Map<String, Value> {
    let mut error = json!({
        "code": failure.code,
        "message": failure.message,
        "innerError": {
            "date": without_offset(&stamp.date),
            "request-id": stamp.request_id,
            "client-request-id": String::from_utf8_lossy(stamp.client_request_id.as_bytes()),
        },
    });
    if failure.status == StatusCode::TOO_MANY_REQUESTS {
        error["innerError"]["code"] = "429".into();
        error["innerError"]["status"] = "429".into();
    }
    if let Some(target) = &failure.target {
        error["details"] = json!([{"code": "ObjectConflict", "message": failure.message, "target": target}]);
    }
    Map::from_iter([("error".to_owned(), error)])
}

/// Makes `2021-05-18T19:03:10` of `Tue, 18 May 2021 19:03:10 GMT`: the form of dates in Graph's errors.
fn without_offset(http_date: &str) -> String {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let part = |range| http_date.get(range).unwrap_or_default();
    let month = MONTHS.find(part(8..11)).unwrap_or(0) / 3 + 1;
    format!("{}-{month:02}-{}T{}", part(12..16), part(5..7), part(17..25))
}

/// Makes `response` fit the message that carries it: no body where HTTP has none, and the right `Content-Length`.
pub(crate) fn fit(response: &mut Response<Bytes>, method: &Method) {
    let length = HeaderValue::from(response.body().len());
    let status = response.status();
    let bodiless = status.is_informational() || status == StatusCode::NO_CONTENT || status == StatusCode::NOT_MODIFIED;
    if bodiless || method == Method::HEAD {
        *response.body_mut() = Bytes::new();
    }
    let headers = response.headers_mut();
    headers.remove(header::TRANSFER_ENCODING);
    headers.remove(header::CONTENT_LENGTH);
    if !bodiless {
        headers.insert(header::CONTENT_LENGTH, length);
    }
}

#[cfg(test)]
mod tests {
    use super::without_offset;

    #[test]
    fn writes_dates_as_errors_have_them() {
        assert_eq!(without_offset("Tue, 18 May 2021 19:03:10 GMT"), "2021-05-18T19:03:10");
        assert_eq!(without_offset("Sun, 06 Nov 1994 08:49:37 GMT"), "1994-11-06T08:49:37");
    }
}
