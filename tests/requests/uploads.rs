//! Uploads in parts: what is sent, and what is made of each answer. The service is a script, or an emulator in process;
//! both transports are in `e2e`.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::upload::{UploadErrorKind, UploadProgress, UploadStream};
use graph_entity::{
    ByteStream, Error, GraphClient, GraphEntity, GraphOperation, LargeUpload, Retry, UploadSession, call_at,
};
use graph_entity_emulator::{Emulator, Fault, UploadStyle};
use http::Response;

use super::{Script, line};

const UNIT: u64 = 327_680;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.driveItem")]
struct DriveItem {
    #[graph(key, read_only)]
    id: String,
    name: Option<String>,
    size: Option<i64>,
}

/// The bytes of a file: each place has another one beside it.
fn bytes(length: u64) -> Bytes {
    (0..length).map(|at| (at % 251) as u8).collect::<Vec<_>>().into()
}

const CREATED: (u16, &str) = (
    200,
    r#"{"uploadUrl":"https://up.example/s?tempauth=s3cret","expirationDateTime":"2999-01-01T00:00:00Z","nextExpectedRanges":["0-"]}"#,
);
const DONE: (u16, &str) = (201, r#"{"id":"1","name":"big.iso","size":1000000}"#);

fn missing(list: &str) -> (u16, String) {
    (202, format!(r#"{{"expirationDateTime":"2999-01-01T00:00:00Z","nextExpectedRanges":{list}}}"#))
}

/// A session whose URL is the script's, and the script that gives these answers to its parts.
fn session(answers: &[(u16, &str)]) -> (Script, UploadSession) {
    let script = Script::answering([CREATED]);
    let session = UploadSession::create("me/drive/root:/{path}:/createUploadSession", &[&"a/big.iso"])
        .send_blocking(&script.client())
        .unwrap();
    assert_eq!(script.lines(), ["POST https://graph.microsoft.com/v1.0/me/drive/root:/a/big.iso:/createUploadSession"]);
    for (status, body) in answers {
        script.answer(Response::builder().status(*status).body(Bytes::copy_from_slice(body.as_bytes())).unwrap());
    }
    (script, session)
}

/// Each request at the session: the method, and the range of a part.
fn steps(script: &Script) -> Vec<String> {
    let asked = script.asked();
    let step = |request: &http::Request<Bytes>| {
        assert_eq!(request.uri(), "https://up.example/s?tempauth=s3cret");
        for secret in ["authorization", "client-request-id", "retry-attempt", "cookie"] {
            assert!(request.headers().get(secret).is_none(), "{secret}");
        }
        match request.headers().get("content-range") {
            Some(range) => {
                let range = range.to_str().unwrap().strip_prefix("bytes ").unwrap();
                let (range, _) = range.split_once('/').unwrap();
                let (first, last) = range.split_once('-').unwrap();
                let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
                assert_eq!(request.body(), &bytes(last as u64 + 1)[first..], "the bytes of {range}");
                format!("{} {range}", request.method())
            }
            None => request.method().to_string(),
        }
    };
    asked.iter().map(step).collect()
}

fn upload(session: &UploadSession, length: u64) -> LargeUpload<'static, DriveItem> {
    session.upload(bytes(length)).chunk_size(UNIT)
}

/// W12.
#[test]
fn the_ranges_of_parts() {
    let list = [missing(r#"["327680-"]"#), missing(r#"["655360-"]"#), missing(r#"["983040-"]"#)];
    let answers: Vec<_> = list.iter().map(|(status, body)| (*status, body.as_str())).chain([DONE]).collect();
    let (script, session) = session(&answers);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let told = seen.clone();
    let item = upload(&session, 1_000_000)
        .on_progress(move |progress: UploadProgress| told.lock().unwrap().push(progress.received()))
        .send_blocking(&script.client())
        .unwrap();
    assert_eq!(item.size, Some(1_000_000));
    let expected = ["PUT 0-327679", "PUT 327680-655359", "PUT 655360-983039", "PUT 983040-999999"];
    assert_eq!(steps(&script), expected);
    assert_eq!(*seen.lock().unwrap(), [327_680, 655_360, 983_040, 1_000_000]);
}

fn client_of(emulator: &Emulator) -> GraphClient<Emulator> {
    let retry = Retry::default().base_delay(Duration::from_millis(1));
    GraphClient::builder(emulator.clone()).base_url("http://localhost").token("t0ken").retry(retry).build().unwrap()
}

const CREATE: &str = "me/drive/root:/{path}:/createUploadSession";

fn drive() -> (Emulator, GraphClient<Emulator>, UploadSession) {
    let emulator = Emulator::builder().upload_session("v1.0", CREATE, UploadStyle::Drive).build();
    let client = client_of(&emulator);
    let session = UploadSession::create(CREATE, &[&"a b/big.iso"]).send_blocking(&client).unwrap();
    (emulator, client, session)
}

/// What the emulator was sent at the session, and that no token was.
fn at_session(emulator: &Emulator) -> Vec<String> {
    let log = emulator.take_log();
    let parts = log.iter().filter(|entry| entry.target.starts_with("/upload/"));
    parts
        .map(|entry| {
            assert!(entry.headers.get("authorization").is_none());
            let range = entry.headers.get("content-range").map_or("", |range| range.to_str().unwrap());
            format!("{} {range} {}", entry.method, entry.status.as_u16()).replace("  ", " ")
        })
        .collect()
}

#[test]
fn a_service_gets_what_the_source_has() {
    for length in [1, UNIT - 1, UNIT, UNIT + 1, 4 * UNIT, 1_000_000] {
        let (emulator, client, session) = drive();
        let item = upload(&session, length).send_blocking(&client).unwrap();
        assert_eq!((item.name.as_deref(), item.size), (Some("big.iso"), Some(length as i64)));
        let uploaded = emulator.uploads();
        assert_eq!((uploaded.len(), uploaded[0].path.as_str()), (1, "me/drive/root:/a b/big.iso:"));
        assert_eq!(uploaded[0].bytes, bytes(length));
        assert_eq!(at_session(&emulator).len() as u64, length.div_ceil(UNIT));
    }
}

/// What is wrong with a part, whichever it is, does not keep the file from being the same.
#[test]
fn a_part_that_fails_is_sent_once_more() {
    let faults = [
        Fault::PartLost,
        Fault::CutRequest { kept: true },
        Fault::CutRequest { kept: false },
        Fault::Dropped { done: false },
        Fault::Dropped { done: true },
        Fault::Throttled("0".into()),
        Fault::Unavailable("0.001".into()),
        Fault::GatewayTimeout { done: false },
        Fault::GatewayTimeout { done: true },
        Fault::BadGateway,
        Fault::GzipError,
        Fault::CutHead,
        Fault::CutBody,
        Fault::Garbage,
        Fault::Ranges("[]".into()),
        Fault::Ranges("null".into()),
        Fault::Ranges(r#"["x"]"#.into()),
        Fault::Ranges("no list".into()),
        Fault::Ranges(r#"["0-"]"#.into()),
        Fault::Ranges(r#"["983040-999999"]"#.into()),
        Fault::TruncatedJson,
    ];
    for fault in faults {
        for part in 1..=4 {
            let (emulator, client, session) = drive();
            let mut parts = 0;
            emulator.fail_when(fault.clone(), move |method, _| {
                parts += usize::from(method == "PUT");
                parts == part
            });
            let outcome = upload(&session, 1_000_000).send_blocking(&client);
            let steps = at_session(&emulator);
            let case = format!("{fault:?} at part {part}: {outcome:?} {steps:#?}");
            assert!(steps.len() <= 7, "{case}");
            let done = emulator.uploads();
            let is_lost = part == 4 && fault.is_done() && !matches!(fault, Fault::Ranges(_) | Fault::PartLost);
            match outcome {
                Ok(item) => assert_eq!((item.size, is_lost), (Some(1_000_000), false), "{case}"),
                // It was done, and nobody can know: so says the error.
                Err(Error::Upload(error)) => {
                    assert_eq!((error.kind(), is_lost), (UploadErrorKind::SessionGone, true), "{case}");
                    assert!(Error::Upload(error).may_have_been_done(), "{case}");
                }
                Err(error @ Error::Decode(_)) => assert!(is_lost && error.may_have_been_done(), "{case}"),
                Err(_) => panic!("{case}"),
            }
            assert_eq!(done.len(), 1, "{case}");
            assert_eq!(done[0].bytes, bytes(1_000_000), "{case}");
        }
    }
}

#[test]
fn a_session_that_is_gone_says_so() {
    for part in 1..=4 {
        let (emulator, client, session) = drive();
        let mut parts = 0;
        emulator.fail_when(Fault::SessionExpired, move |_, target| {
            parts += u64::from(target.starts_with("/upload/"));
            parts == part
        });
        let error = upload(&session, 1_000_000).send_blocking(&client).unwrap_err();
        let Error::Upload(error) = error else { panic!("{error:?}") };
        assert_eq!((error.kind(), error.received()), (UploadErrorKind::SessionGone, (part - 1) * UNIT));
        assert_eq!(error.service().unwrap().code(), "itemNotFound");
    }
}

#[test]
fn a_call_is_given_up_after_as_many_failures_as_the_policy_has() {
    let (emulator, client, session) = drive();
    for _ in 0..20 {
        emulator.fail_when(Fault::BadGateway, |method, _| method == "PUT");
    }
    let error = upload(&session, 1_000_000).send_blocking(&client).unwrap_err();
    assert_eq!(error.status().unwrap(), 502);
    // Four times the part, and each time the question before it is sent once more.
    let steps = at_session(&emulator);
    assert_eq!((steps.len(), steps[1].as_str()), (7, "GET 200"), "{steps:#?}");
    let once = upload(&session, 1_000_000).retry(Retry::none());
    assert!(once.send_blocking(&client).is_err());
    assert_eq!(at_session(&emulator).len(), 2);
    // What arrives makes up for what has failed: each part fails once, when it is known how far it is.
    emulator.stop_failing();
    let fail = || emulator.fail_when(Fault::BadGateway, |method, _| method == "PUT");
    let each = upload(&session, 1_000_000).retry(Retry::default().max_retries(1).base_delay(Duration::from_millis(1)));
    each.on_progress(|progress| _ = (progress.received() < 1_000_000).then(fail)).send_blocking(&client).unwrap();
    assert_eq!(at_session(&emulator).iter().filter(|step| step.ends_with(" 502")).count(), 4);
}

#[test]
fn it_goes_on_where_the_service_says() {
    // Back, forward, a run that ends, 200 with a list (Outlook), and names of another case.
    let back = missing(r#"["0-"]"#);
    let forward = (200, r#"{"NextExpectedRanges":["655360"]}"#);
    let two = missing(r#"["327680-400000","983040-"]"#);
    let last = missing(r#"["983040-"]"#);
    let answers = [(back.0, back.1.as_str()), forward, (two.0, &two.1), (last.0, &last.1), DONE];
    let (script, session) = session(&answers);
    let mut seen = Vec::new();
    let item =
        upload(&session, 1_000_000).on_progress(|progress| seen.push((progress.received(), progress.went_back())));
    item.send_blocking(&script.client()).unwrap();
    let expected = ["PUT 0-327679", "PUT 0-327679", "PUT 655360-983039", "PUT 327680-400000", "PUT 983040-999999"];
    assert_eq!(steps(&script), expected);
    assert_eq!(seen, [(0, false), (655_360, false), (327_680, true), (983_040, false), (1_000_000, false)]);
}

#[test]
fn a_range_that_is_there_already_is_no_error() {
    let status = missing(r#"["655360-"]"#);
    let (script, session) = session(&[(416, ""), (200, &status.1), (416, ""), (200, &status.1), DONE]);
    upload(&session, 700_000).send_blocking(&script.client()).unwrap();
    let expected = ["PUT 0-327679", "GET", "PUT 655360-699999", "GET", "PUT 655360-699999"];
    assert_eq!(steps(&script), expected);
}

/// A service that never gets on is not asked for ever.
#[test]
fn without_progress_it_ends() {
    let (zero, one, none) = (missing(r#"["0-"]"#).1, missing(r#"["1-"]"#).1, missing("[]").1);
    for (status, body) in [(202, zero.as_str()), (202, &one), (200, &zero), (416, ""), (202, &none)] {
        let (script, session) = session(&[(status, body); 60]);
        let error = upload(&session, 1_000_000).retry(Retry::none()).send_blocking(&script.client()).unwrap_err();
        let sent = steps(&script).len();
        let case = format!("{status} {body}: {error:?} after {sent}");
        assert!(sent <= 30, "{case}");
        let Error::Upload(error) = error else {
            assert_eq!(status, 416, "{case}");
            continue;
        };
        assert_eq!(error.kind(), UploadErrorKind::NoProgress, "{case}");
    }
    let beyond = missing(r#"["1000001-"]"#);
    let (script, session) = session(&[(202, &beyond.1)]);
    let error = upload(&session, 1_000_000).send_blocking(&script.client()).unwrap_err();
    assert!(matches!(&error, Error::Upload(error) if error.kind() == UploadErrorKind::WrongSize), "{error:?}");
}

#[test]
fn a_conflict_of_names_leaves_the_session() {
    let (script, session) = session(&[(409, r#"{"error":{"code":"nameAlreadyExists","message":"m"}}"#)]);
    let error = upload(&session, 5).send_blocking(&script.client()).unwrap_err();
    let Error::Upload(error) = error else { panic!("{error:?}") };
    assert_eq!((error.kind(), error.service().unwrap().code()), (UploadErrorKind::NameConflict, "nameAlreadyExists"));
    assert_eq!(steps(&script), ["PUT 0-4"]);
}

#[test]
fn nothing_goes_where_the_session_redirects_to() {
    for status in [301, 302, 303, 307, 308] {
        let (script, session) = session(&[]);
        for _ in 0..3 {
            let to = Response::builder().status(status).header("location", "https://evil.example/x");
            script.answer(to.body(Bytes::new()).unwrap());
        }
        let error = upload(&session, 5).send_blocking(&script.client()).unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert!(session.cancel().send_blocking(&script.client()).is_err());
        assert!(session.commit::<()>().send_blocking(&script.client()).is_err());
        assert_eq!(steps(&script), ["PUT 0-4", "DELETE", "POST"]);
    }
}

#[test]
fn a_session_is_kept_and_goes_on_elsewhere() {
    let (emulator, client, session) = drive();
    emulator.fail_when(Fault::BadGateway, {
        let mut parts = 0;
        move |method, _| {
            parts += usize::from(method == "PUT");
            parts == 3
        }
    });
    assert!(upload(&session, 1_000_000).retry(Retry::none()).send_blocking(&client).is_err());
    let saved = serde_json::to_string(&session).unwrap();
    at_session(&emulator);

    let again: UploadSession = serde_json::from_str(&saved).unwrap();
    assert_eq!((again == session, again.expires()), (true, session.expires()));
    let status = again.status().send_blocking(&client).unwrap();
    assert_eq!(status.missing().unwrap()[0].start(), 2 * UNIT);
    let mut seen = Vec::new();
    upload_into(&again, &mut seen).send_blocking(&client).unwrap();
    assert_eq!(seen, [2 * UNIT, 3 * UNIT, 1_000_000]);
    assert_eq!(emulator.uploads()[0].bytes, bytes(1_000_000));
    let steps = at_session(&emulator);
    assert_eq!(steps[..2], ["GET 200", "GET 200"]);
    assert_eq!(steps.len(), 4);
}

fn upload_into<'a>(session: &UploadSession, seen: &'a mut Vec<u64>) -> LargeUpload<'a, DriveItem> {
    session.upload(bytes(1_000_000)).chunk_size(UNIT).on_progress(|progress| seen.push(progress.received()))
}

#[test]
fn the_stored_form_is_that_of_the_service() {
    let read = serde_json::from_str::<UploadSession>;
    let session =
        read(r#"{"UploadUrl":"https://up.example/s","ExpirationDateTime":"2026-11-30T00:00:00Z","x":[1]}"#).unwrap();
    let saved = serde_json::to_string(&session).unwrap();
    assert_eq!(saved, r#"{"uploadUrl":"https://up.example/s","expirationDateTime":"2026-11-30T00:00:00Z"}"#);
    for wrong in ["{}", r#"{"uploadUrl":"http://up.example/s"}"#, r#"{"uploadUrl":"/s"}"#, r#"{"uploadUrl":1}"#, "[]"] {
        let error = read(wrong).unwrap_err();
        assert!(!error.to_string().contains("up.example"), "{error}");
    }
    assert!("https://up.example/s".parse::<UploadSession>().is_ok_and(|other| other == session));
    assert!("http://up.example/s".parse::<UploadSession>().is_err());
}

#[test]
fn a_session_s_url_has_tls() {
    for url in ["http://up.example/s", "ftp://up.example/s", "https://user@up.example/s", "//up.example/s"] {
        let script = Script::default();
        let answer = format!(r#"{{"uploadUrl":"{url}"}}"#);
        script.answer(Response::new(answer.into()));
        let session = UploadSession::create(CREATE, &[&"x"]).send_blocking(&script.client()).unwrap();
        script.asked();
        let error = upload(&session, 5).send_blocking(&script.client()).unwrap_err();
        assert!(matches!(error, Error::Link(_)), "{url}: {error:?}");
        assert_eq!(script.asked().len(), 0, "{url}");
    }
    let script = Script::answering([(200, "{}"), (200, "[]"), (200, r#"{"uploadUrl":""}"#)]);
    for _ in 0..3 {
        let error = UploadSession::create(CREATE, &[&"x"]).send_blocking(&script.client()).unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{error:?}");
    }
}

#[test]
fn what_can_t_be_a_part_is_not_sent() {
    let (script, session) = session(&[]);
    let usage = |upload: LargeUpload<'_, ()>| match upload.send_blocking(&script.client()) {
        Err(Error::Usage(error)) => error.to_string(),
        other => panic!("{other:?}"),
    };
    for size in [0, 1, UNIT - 1, UNIT + 1, 192 * UNIT, u64::MAX] {
        assert!(usage(session.upload(bytes(5)).chunk_size(size)).contains("multiple of 327680"), "{size}");
    }
    assert!(usage(session.upload(Bytes::new())).contains("empty file"));
    assert_eq!(script.asked().len(), 0);
}

#[test]
fn a_stream_can_repeat_its_part_and_no_other() {
    let source =
        || UploadStream::new(ByteStream::from_reader(std::io::Cursor::new(bytes(1_000_000)), 1_000_000), 1_000_000);
    let (emulator, client, first) = drive();
    emulator.fail_when(Fault::PartLost, |method, _| method == "PUT");
    emulator.fail_when(Fault::CutRequest { kept: true }, |method, _| method == "PUT");
    first.upload::<DriveItem>(source()).chunk_size(UNIT).send_blocking(&client).unwrap();
    assert_eq!(emulator.uploads()[0].bytes, bytes(1_000_000));

    let (one, back) = (missing(r#"["327680-"]"#), missing(r#"["0-"]"#));
    let (script, second) = session(&[(202, &one.1), (202, &back.1)]);
    let upload = second.upload::<DriveItem>(source()).chunk_size(UNIT);
    let error = upload.send_blocking(&script.client()).unwrap_err();
    assert!(matches!(&error, Error::Upload(error) if error.kind() == UploadErrorKind::SourcePassed), "{error:?}");
    assert_eq!(steps(&script).len(), 2);

    // What the service has is skipped.
    let status = missing(r#"["655360-"]"#);
    let (script, third) = session(&[(200, &status.1), DONE]);
    let saved = serde_json::to_string(&third).unwrap();
    let third: UploadSession = serde_json::from_str(&saved).unwrap();
    third.upload::<DriveItem>(source()).send_blocking(&script.client()).unwrap();
    assert_eq!(steps(&script), ["GET", "PUT 655360-999999"]);
}

#[test]
fn a_stream_of_another_length_is_an_error() {
    for length in [999_999, 1_000_001] {
        let (script, session) = session(&[]);
        let stream = ByteStream::from(bytes(1_000_000).to_vec());
        let upload = session.upload::<DriveItem>(UploadStream::new(stream, length));
        let error = upload.send_blocking(&script.client()).unwrap_err();
        assert!(matches!(&error, Error::Upload(error) if error.kind() == UploadErrorKind::SourceFailed), "{error:?}");
        assert_eq!(script.asked().len(), 0);
    }
}

#[test]
fn an_attachment_of_outlook_has_a_location() {
    #[derive(GraphOperation)]
    #[graph_operation(action = "createUploadSession", returns = UploadSession)]
    struct CreateAttachment {
        #[graph(rename = "AttachmentItem")]
        attachment_item: AttachmentItem,
    }
    #[derive(graph_entity::GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.attachmentItem")]
    struct AttachmentItem {
        name: String,
        size: i64,
    }
    let template = "me/messages/{id}/attachments/createUploadSession";
    let emulator = Emulator::builder().upload_session("v1.0", template, UploadStyle::Outlook).build();
    let client = client_of(&emulator);
    let create = CreateAttachment { attachment_item: AttachmentItem { name: "a.bin".into(), size: 1_000_000 } };
    let create = || call_at("me/messages/{id}/attachments", &[&"m1"], &create);
    assert_eq!(line(create()), "POST https://g/v1.0/me/messages/m1/attachments/createUploadSession");
    let session = create().send_blocking(&client).unwrap();
    let response = session.upload::<()>(bytes(1_000_000)).chunk_size(UNIT).send_response_blocking(&client).unwrap();
    assert_eq!(response.status(), 201);
    assert!(response.location().unwrap().starts_with("http://localhost/attachments/"));
    assert_eq!(emulator.uploads()[0].bytes, bytes(1_000_000));
    assert_eq!(emulator.uploads()[0].name, "a.bin");
    let session = create().send_blocking(&client).unwrap();
    let wants_more = session.upload::<DriveItem>(bytes(10)).send_blocking(&client);
    assert!(matches!(wants_more, Err(Error::NoContent(response)) if response.location().is_some()));
}

#[test]
fn a_commit_can_wait() {
    let (emulator, client, _) = drive();
    let create = UploadSession::create(CREATE, &[&"x"]).defer_commit().request();
    assert_eq!(create.body(), r#"{"deferCommit":true}"#);
    let session = create.send_blocking(&client).unwrap();
    let session: UploadSession = serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
    assert!(session.is_deferred());
    let response = upload(&session, 1_000_000).send_response_blocking(&client).unwrap();
    assert_eq!((response.status().as_u16(), response.into_value()), (202, None));
    assert_eq!(emulator.uploads().len(), 0);
    // Once more there is nothing to do.
    upload(&session, 1_000_000).send_response_blocking(&client).unwrap();
    let item: DriveItem = session.commit().send_blocking(&client).unwrap();
    assert_eq!((item.size, emulator.uploads().len()), (Some(1_000_000), 1));
}

#[test]
fn a_session_can_be_cancelled() {
    let (emulator, client, session) = drive();
    session.cancel().send_blocking(&client).unwrap();
    let gone = session.status().send_blocking(&client).unwrap_err();
    assert_eq!(gone.status().unwrap(), 404);
    let error = upload(&session, 5).send_blocking(&client).unwrap_err();
    assert!(matches!(&error, Error::Upload(error) if error.kind() == UploadErrorKind::SessionGone), "{error:?}");
    assert_eq!(emulator.uploads().len(), 0);
    let shown =
        format!("{session:?} {:?} {:?} {error:?} {error} {gone:?} {gone}", session.status(), upload(&session, 5));
    assert!(!shown.contains("tempauth") && !shown.contains("/upload/"), "{shown}");
}
