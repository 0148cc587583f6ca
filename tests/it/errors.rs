//! The service's errors, in every shape of W5 and W12.

use std::time::Duration;

use bytes::Bytes;
use graph_entity::{Error, ServiceError};
use http::Response;

use super::client::{Recorder, create};

fn service_error(status: u16, body: impl Into<Bytes>) -> Box<ServiceError> {
    let body = body.into();
    let recorder = Recorder::new(move || {
        let response = Response::builder().status(status).header("Retry-After", "2.128");
        Ok(response.header("request-id", "header-id").body(body.clone()).unwrap())
    });
    match create().send_blocking(&recorder.client()).unwrap_err() {
        Error::Service(error) => error,
        error => panic!("{error:?}"),
    }
}

#[test]
fn the_usual_shape() {
    let error = service_error(
        404,
        r#"{"error":{"code":"Request_ResourceNotFound","message":"Resource 'x'\r\ndoes not exist.","target":"id",
            "details":[{"code":"A","message":"m","target":"t","prefix":"extra"},{"code":"B"}],
            "innerError":{"date":"2021-05-18T19:03:10","request-id":"body-id","client-request-id":"c-id","code":"deep","innererror":{"code":"deepest"}}}}"#,
    );
    assert_eq!(error.status(), 404);
    assert_eq!((error.code(), error.innermost_code()), ("Request_ResourceNotFound", "deepest"));
    assert!(["Request_ResourceNotFound", "deep", "deepest", "A", "B"].into_iter().all(|code| error.has_code(code)));
    assert!(!error.has_code("m"));
    assert_eq!((error.target(), error.details().len()), (Some("id"), 2));
    assert_eq!(error.details()[0].target.as_deref(), Some("t"));
    assert_eq!((error.request_id(), error.client_request_id()), (Some("header-id"), Some("c-id")));
    assert_eq!(error.retry_after(), Some(Duration::from_millis(2128)));
    assert_eq!(error.to_string(), "the service answered 404 Not Found: deepest: Resource 'x'  does not exist.");
}

#[test]
fn odd_shapes() {
    let cases: [(&str, &str, &str); 12] = [
        (
            r#"{"error":{"code":"","message":"You do not have the permissions."}}"#,
            "",
            "You do not have the permissions.",
        ),
        (r#"{"error":{"code":"UnknownError","message":""}}"#, "UnknownError", ""),
        (r#"{"error":"x","error_description":"y"}"#, "x", "y"),
        (r#"{"error":"unsupported_grant_type","error_codes":[70003]}"#, "unsupported_grant_type", ""),
        (r#"{"error":{"message":"m"}}"#, "", "m"),
        (r#"{"error":{"code":1,"message":["m"],"details":{},"innerError":"x"}}"#, "", ""),
        (r#"{"error":null}"#, "", ""),
        (
            r#"{"error":{"code":"c","message":"{\r\n  \"_version\": 3,\r\n  \"Message\": \"An error has occurred\"}"}}"#,
            "c",
            "An error has occurred",
        ),
        ("<html><body>Bad gateway</body></html>", "", ""),
        ("", "", ""),
        ("[1,2]", "", ""),
        ("\u{feff}{\"error\":{\"code\":\"bom\"}}", "bom", ""),
    ];
    for (body, code, message) in cases {
        let error = service_error(502, body);
        assert_eq!((error.code(), error.message()), (code, message), "{body}");
        assert_eq!(error.body(), body);
        assert_eq!(error.status(), 502);
        assert!(error.to_string().starts_with("the service answered 502 Bad Gateway"), "{error}");
        assert!(!error.to_string().contains(['\r', '\n', '<']), "{error}");
    }
}

#[test]
fn display_and_debug_are_bounded_and_show_no_body() {
    let long = format!(r#"{{"error":{{"code":"c","message":"{}\u001b[31m","secret":"s3cret"}}}}"#, "x".repeat(100_000));
    let error = service_error(400, long);
    assert!(error.to_string().len() < 700 && error.to_string().ends_with('…'));
    assert_eq!(error.body().len(), 64 * 1024);
    let error = service_error(400, r#"{"error":{"code":"\u001b[31m","message":"a\tb","secret":"s3cret"}}"#);
    assert_eq!(error.to_string(), "the service answered 400 Bad Request: \\u{1b}[31m: a b");
    assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
}

#[test]
fn a_redirect_is_an_error_and_not_followed() {
    let recorder = Recorder::new(|| {
        Ok(Response::builder().status(302).header("location", "https://evil.example/").body(Bytes::new()).unwrap())
    });
    let error = create().send_blocking(&recorder.client()).unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    assert!(!error.may_have_been_done());
    assert_eq!(recorder.requests.lock().unwrap().len(), 1);
}

#[test]
fn what_may_have_been_done() {
    for (status, done) in
        [(400, false), (401, false), (409, false), (429, false), (500, true), (503, true), (504, true)]
    {
        let recorder = Recorder::answering(status, "");
        assert_eq!(create().send_blocking(&recorder.client()).unwrap_err().may_have_been_done(), done, "{status}");
    }
}
