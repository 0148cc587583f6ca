//! W5's odd error bodies, line by line, and how each reads in a log.

use std::time::Duration;

use bytes::Bytes;
use graph_entity::{Error, GraphClient, HttpClient, Retry, ServiceError, TransportError};
use http::{Request, Response};

use super::client::{CREATED, Recorder, create};

fn refused(status: u16, body: impl Into<Bytes>) -> Box<ServiceError> {
    let body = body.into();
    let recorder = Recorder::new(move || Ok(Response::builder().status(status).body(body.clone()).unwrap()));
    match create().send_blocking(&recorder.client()).unwrap_err() {
        Error::Service(error) => error,
        error => panic!("{error:?}"),
    }
}

fn line(status: u16, body: &str) -> String {
    refused(status, body.to_owned()).to_string()
}

/// As they read in a log.
#[test]
fn display_reads_well() {
    for (status, body, expected) in [
        (503, "", "the service answered 503 Service Unavailable"),
        (502, "<!DOCTYPE html><html>…</html>", "the service answered 502 Bad Gateway"),
        (
            504,
            r#"{"error":{"code":"UnknownError","message":""}}"#,
            "the service answered 504 Gateway Timeout: UnknownError",
        ),
        (
            403,
            r#"{"error":{"code":"","message":"You do not have the required permissions to access this item."}}"#,
            "the service answered 403 Forbidden: You do not have the required permissions to access this item.",
        ),
        (
            501,
            r#"{"error":{"code":"NotImplemented","message":"The property is outside of the main store."}}"#,
            "the service answered 501 Not Implemented: NotImplemented: The property is outside of the main store.",
        ),
        (
            400,
            r#"{"error":{"code":"BadRequest","message":"Invalid filter clause","innerError":{"code":"invalidRange"}}}"#,
            "the service answered 400 Bad Request: invalidRange: Invalid filter clause",
        ),
        (
            409,
            r#"{"error":{"code":"Request_MultipleObjectsWithSameKeyValue","message":{"lang":"en","value":"In use."}}}"#,
            "the service answered 409 Conflict: Request_MultipleObjectsWithSameKeyValue: In use.",
        ),
        (509, "", "the service answered 509 <unknown status code>"),
    ] {
        assert_eq!(line(status, body), expected);
    }
}

#[test]
fn the_message_is_a_page_of_html() {
    let page = "<!DOCTYPE html>\r\n<html>\t<body>\u{1b}[1mRequest URI too long</body></html>";
    let body = serde_json::json!({ "error": { "code": "BadRequest", "message": page } }).to_string();
    let error = refused(400, body);
    assert_eq!((error.code(), error.message()), ("BadRequest", page));
    let expected = "the service answered 400 Bad Request: BadRequest: \
                    <!DOCTYPE html>  <html> <body>\\u{1b}[1mRequest URI too long</body></html>";
    assert_eq!(error.to_string(), expected);
    let long = serde_json::json!({ "error": { "message": page.repeat(1000) } }).to_string();
    assert!(refused(400, long).to_string().len() < 1000);
}

#[test]
fn the_whole_body_is_a_page_of_html() {
    let page = "<html><head><title>503</title></head><body>Our services aren't available</body></html>";
    let error = refused(503, page);
    assert_eq!((error.code(), error.message(), error.details().len()), ("", "", 0));
    assert_eq!(error.body(), page);
    assert_eq!(error.to_string(), "the service answered 503 Service Unavailable");
}

#[test]
fn the_token_endpoint_has_the_code_itself() {
    let body = r#"{"error":"unsupported_grant_type","error_description":"AADSTS70003: The app requested an unsupported grant type 'password'.\r\nTrace ID: 1","error_codes":[70003],"timestamp":"2021-01-01 00:00:00Z","trace_id":"1","correlation_id":"2"}"#;
    let error = refused(400, body);
    assert_eq!(error.code(), "unsupported_grant_type");
    assert_eq!(
        error.to_string(),
        "the service answered 400 Bad Request: unsupported_grant_type: AADSTS70003: The app requested an unsupported \
         grant type 'password'.  Trace ID: 1"
    );
}

#[test]
fn intune_has_json_in_its_message() {
    let message = "{\r\n  \"_version\": 3,\r\n  \"Message\": \"An error has occurred - Operation ID (for customer support): 0\",\r\n  \"CustomApiErrorPhrase\": \"\",\r\n  \"RetryAfter\": null,\r\n  \"ErrorSourceService\": \"\",\r\n  \"HttpHeaders\": \"{}\"\r\n}";
    let body = |message: &str| serde_json::json!({ "error": { "code": "BadRequest", "message": message } }).to_string();
    let error = refused(400, body(message));
    assert_eq!(error.message(), "An error has occurred - Operation ID (for customer support): 0");
    // What only looks like it stays as it is.
    for message in ["{", "{}", r#"{"Message":1}"#, r#"["Message"]"#, "\"text\"", "5"] {
        assert_eq!(refused(400, body(message)).message(), message);
    }
}

#[test]
fn details_have_more_members() {
    let error = refused(
        422,
        r#"{"error":{"code":"UnprocessableEntity","message":"m","details":[
            {"code":"MissingPrefixSuffix","message":"d","target":"displayName","prefix":"GRP_","suffix":"_T","n":[1,{}]},
            null, 5, {"target":null}]}}"#,
    );
    let [first, second] = error.details() else { panic!("{:?}", error.details()) };
    assert_eq!((first.code.as_str(), first.target.as_deref()), ("MissingPrefixSuffix", Some("displayName")));
    assert_eq!((second.code.as_str(), second.message.as_str(), &second.target), ("", "", &None));
    assert!(error.has_code("MissingPrefixSuffix"));
    // What has no place of its own is in the body.
    assert!(error.body().windows(4).any(|bytes| bytes == b"GRP_"));
}

#[test]
fn the_inner_error_in_each_spelling() {
    for name in ["innerError", "innererror"] {
        for id in ["request-id", "requestId"] {
            let error = refused(
                429,
                format!(
                    r#"{{"error":{{"code":"TooManyRequests","message":"m","{name}":{{"code":"429","date":"2020-08-18T12:51:51","message":"Please retry after","{id}":"r","status":"429"}}}}}}"#
                ),
            );
            assert_eq!((error.request_id(), error.innermost_code()), (Some("r"), "429"), "{name}, {id}");
        }
    }
    // None, and things that are none.
    for inner in ["null", "5", "[]", r#""x""#, "{}", r#"{"code":5,"request-id":{}}"#] {
        let error = refused(429, format!(r#"{{"error":{{"code":"c","innerError":{inner}}}}}"#));
        assert_eq!((error.request_id(), error.innermost_code()), (None, "c"), "{inner}");
    }
}

#[test]
fn what_is_no_text_at_all() {
    let deep = format!(r#"{{"error":{}1{}}}"#, r#"{"innerError":"#.repeat(1000), "}".repeat(1000));
    let gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xabV\xca-NW\xb2\x02";
    let bodies: [Vec<u8>; 8] = [
        gzip.to_vec(),
        b"\xff\xfe{\x00\"\x00".to_vec(),
        b"{\"error\":{\"code\":\"\xff\"}}".to_vec(),
        b"\0\0\0\0".to_vec(),
        deep.into_bytes(),
        b"[".repeat(100_000),
        b"{\"error\":{\"code\":\"c\"".to_vec(),
        b"{\"error\":{\"code\":\"c\"}} and more".to_vec(),
    ];
    for body in bodies {
        let error = refused(503, body.clone());
        assert_eq!((error.code(), error.message()), ("", ""));
        assert_eq!(*error.body(), body[..body.len().min(64 * 1024)]);
        assert_eq!(error.to_string(), "the service answered 503 Service Unavailable");
    }
}

#[test]
fn a_huge_body_is_read_and_not_kept() {
    let body = format!(r#"{{"error":{{"message":"m","filler":"{}","code":"late"}}}}"#, "x".repeat(5_000_000));
    let error = refused(400, body);
    assert_eq!((error.code(), error.body().len()), ("late", 64 * 1024));
    assert!(format!("{error:?}").len() < 500);
}

/// Of what an error has too much of, the beginning is kept.
#[test]
fn a_huge_message_and_many_details_are_kept_in_part() {
    let details = vec![r#"{"code":"d"}"#; 100_000].join(",");
    let long = "\u{e4}".repeat(1_000_000);
    let error = refused(400, format!(r#"{{"error":{{"code":"c","message":"{long}","details":[{details}]}}}}"#));
    assert_eq!(error.message().chars().count(), 16 * 1024);
    assert_eq!(error.details().len(), 256);
    assert!(format!("{error:?}").len() < 2000);
}

/// An `error` of a property, or of one of several results, is no error of the call.
#[test]
fn errors_inside_a_success_are_data() {
    for status in [200, 201, 207] {
        let body = format!(r#"{},"error":{{"code":"invalidRequest","message":"m"}}}}"#, CREATED.trim_end_matches('}'));
        let recorder = Recorder::new(move || Ok(Response::builder().status(status).body(body.clone().into()).unwrap()));
        assert!(create().send_blocking(&recorder.client()).is_ok(), "{status}");
    }
}

/// Refuses twice, and does not wait.
struct Refusing;
impl HttpClient for Refusing {
    async fn send(&self, _: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let body = r#"{"error":{"code":"TooManyRequests","message":"Please retry again later."}}"#;
        Ok(Response::builder().status(429).header("retry-after", "1").body(body.into()).unwrap())
    }
    async fn sleep(&self, _: Duration) {}
    fn blocks(&self) -> bool {
        true
    }
}
impl graph_entity::Blocking for Refusing {}

#[test]
fn the_attempts_are_told_where_there_were_several() {
    let client = GraphClient::builder(Refusing).token("t");
    let client = client.retry(Retry::default().max_retries(2)).build().unwrap();
    let error = create().send_blocking(&client).unwrap_err();
    let expected = "the service answered 429 Too Many Requests (attempt 3): TooManyRequests: Please retry again later.";
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.service().unwrap().attempts(), 3);
    let once = create().retry(Retry::none()).send_blocking(&client).unwrap_err();
    assert_eq!(once.to_string(), expected.replace(" (attempt 3)", ""));
}

#[test]
fn errors_that_are_not_the_service_s_read_well_too() {
    let told = |answer: fn() -> Result<Response<Bytes>, TransportError>| {
        create().send_blocking(&Recorder::new(answer).client()).unwrap_err().to_string()
    };
    use graph_entity::Sent::{Maybe, No};
    assert_eq!(told(|| Err(TransportError::new(No, "refused"))), "the request could not be sent");
    assert_eq!(
        told(|| Err(TransportError::new(Maybe, "reset"))),
        "the exchange broke off; the request may have arrived"
    );
    assert_eq!(told(|| Err(TransportError::timeout(No))), "the deadline passed before the request was sent");
    assert_eq!(told(|| Err(TransportError::timeout(Maybe))), "the deadline passed before the response was complete");
    assert_eq!(told(|| Err(TransportError::too_large(10))), "the response is longer than 10 bytes");
    assert_eq!(
        told(|| Ok(Response::builder().status(204).body(Bytes::new()).unwrap())),
        "the service answered 204 No Content: it was done, but there is no entity to return"
    );
}
