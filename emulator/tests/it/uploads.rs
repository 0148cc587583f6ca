//! Uploads in parts: the rules of a session, by raw requests.

use bytes::Bytes;
use graph_entity_emulator::{Emulator, Fault, UploadStyle, Uploaded};
use http::{Request, Response};
use serde_json::Value;

const UNIT: usize = 327_680;
const CREATE: &str = "me/drive/root:/{path}:/createUploadSession";
const ATTACH: &str = "me/messages/{id}/attachments/createUploadSession";

fn emulator() -> Emulator {
    let builder = Emulator::builder().token("secret").upload_session("v1.0", CREATE, UploadStyle::Drive);
    builder.upload_session("beta", ATTACH, UploadStyle::Outlook).build()
}

fn json(response: &Response<Bytes>) -> Value {
    serde_json::from_slice(response.body()).unwrap_or_default()
}

fn status(response: &Response<Bytes>) -> u16 {
    response.status().as_u16()
}

fn create(emulator: &Emulator, path: &str, body: &str) -> Response<Bytes> {
    let request = Request::post(path).header("authorization", "Bearer secret");
    let request = request.header("content-type", "application/json").body(Bytes::from(body.to_owned()));
    emulator.handle(&request.expect("a request"))
}

/// The URL of a new session.
fn session(emulator: &Emulator, body: &str) -> String {
    let created = create(emulator, "/v1.0/me/drive/root:/a/b.iso:/createUploadSession", body);
    assert_eq!((status(&created), &json(&created)["nextExpectedRanges"][0]), (200, &"0-".into()));
    json(&created)["uploadUrl"].as_str().expect("a URL").to_owned()
}

fn at(emulator: &Emulator, method: &str, url: &str, range: &str, body: Bytes) -> Response<Bytes> {
    let request = Request::builder().method(method).uri(url);
    let request = if range.is_empty() { request } else { request.header("content-range", format!("bytes {range}")) };
    emulator.handle(&request.body(body).expect("a request"))
}

fn put(emulator: &Emulator, url: &str, range: &str, length: usize) -> (u16, String) {
    let response = at(emulator, "PUT", url, range, Bytes::from(vec![7; length]));
    (status(&response), json(&response)["nextExpectedRanges"].to_string())
}

#[test]
fn a_file_comes_in_parts() {
    let emulator = emulator();
    let url = session(&emulator, r#"{"item":{"name":"c.iso"}}"#);
    assert!(url.starts_with("http://localhost/upload/") && url.contains("?tempauth="), "{url}");
    assert_eq!(put(&emulator, &url, "0-327679/327690", UNIT), (202, r#"["327680-"]"#.into()));
    let told = at(&emulator, "GET", &url, "", Bytes::new());
    assert_eq!((status(&told), &json(&told)["nextExpectedRanges"][0]), (200, &"327680-".into()));
    assert!(json(&told)["expirationDateTime"].is_string());
    let done = at(&emulator, "PUT", &url, "327680-327689/327690", Bytes::from_static(b"0123456789"));
    assert_eq!((status(&done), &json(&done)["name"], &json(&done)["size"]), (201, &"c.iso".into(), &327_690.into()));
    let files = emulator.uploads();
    assert_eq!((files.len(), files[0].path.as_str()), (1, "me/drive/root:/a/b.iso:"));
    assert_eq!(files[0].bytes[UNIT..], b"0123456789"[..]);
    assert_eq!(files[0].sum(), Uploaded::sum_of([&vec![7; UNIT][..], b"0123456789"]));
    // The session is over.
    assert_eq!(status(&at(&emulator, "GET", &url, "", Bytes::new())), 404);
    // It is there: replaced, refused, renamed.
    let again = |behavior: &str| {
        let body = format!(r#"{{"item":{{"@microsoft.graph.conflictBehavior":"{behavior}"}}}}"#);
        let created = create(&emulator, "/v1.0/me/drive/root:/a/b.iso:/createUploadSession", &body);
        let Some(url) = json(&created)["uploadUrl"].as_str().map(str::to_owned) else { return status(&created) };
        put(&emulator, &url, "0-4/5", 5).0
    };
    assert_eq!([again("replace"), again("fail"), again("rename")], [200, 409, 201]);
    assert_eq!(emulator.uploads().len(), 2);
}

#[test]
fn a_part_has_rules() {
    let emulator = emulator();
    let url = session(&emulator, "");
    for (range, length, expected) in [
        ("", 10, 400),
        ("0-9", 10, 400),
        ("0-9/x", 10, 400),
        ("0-10/100", 10, 400),
        ("9-0/100", 10, 400),
        ("0-99/50", 100, 400),
        ("0-18446744073709551615/100", 10, 400),
        // Not the last, and no multiple of 320 KiB.
        ("0-9/100", 10, 400),
        ("327680-327689/327690", 10, 416),
        ("0-327679/1000000", UNIT, 202),
        // Received already.
        ("0-327679/1000000", UNIT, 416),
        // Another total.
        ("327680-655359/1000001", UNIT, 400),
        ("327680-655359/1000000", UNIT, 202),
    ] {
        assert_eq!(put(&emulator, &url, range, length).0, expected, "{range}");
    }
    assert_eq!(put(&emulator, &url, "655360-999999/1000000", 344_640).0, 201);
    let url = session(&emulator, "");
    let sixty = 60 * 1024 * 1024;
    assert_eq!(put(&emulator, &url, &format!("0-{}/{}", sixty - 1, sixty * 2), sixty).0, 413);
}

#[test]
fn a_session_takes_no_token_and_its_creation_needs_one() {
    let emulator = emulator();
    let path = "/v1.0/me/drive/root:/b:/createUploadSession";
    let bare = Request::post(path).body(Bytes::new()).expect("a request");
    assert_eq!(status(&emulator.handle(&bare)), 401);
    let get = Request::get(path).header("authorization", "Bearer secret").body(Bytes::new()).expect("a request");
    assert_eq!(status(&emulator.handle(&get)), 405);
    assert_eq!(status(&create(&emulator, "/beta/me/drive/root:/b:/createUploadSession", "")), 404);
    assert_eq!(status(&create(&emulator, path, "[]")), 400);
    let url = session(&emulator, "");
    for method in ["GET", "PUT", "POST", "DELETE"] {
        let request = Request::builder().method(method).uri(&url).header("authorization", "Bearer secret");
        assert_eq!(status(&emulator.handle(&request.body(Bytes::new()).expect("a request"))), 401, "{method}");
    }
    assert_eq!(status(&at(&emulator, "PATCH", &url, "", Bytes::new())), 405);
    // Half of the URL is none.
    let (path, _) = url.split_once('?').expect("a query");
    assert_eq!(status(&at(&emulator, "GET", path, "", Bytes::new())), 404);
    assert_eq!(status(&at(&emulator, "GET", &format!("{url}x"), "", Bytes::new())), 404);
    assert_eq!(status(&at(&emulator, "DELETE", &url, "", Bytes::new())), 204);
    assert_eq!(status(&at(&emulator, "DELETE", &url, "", Bytes::new())), 404);
}

#[test]
fn a_commit_can_be_put_off() {
    let emulator = emulator();
    let url = session(&emulator, r#"{"deferCommit":true}"#);
    assert_eq!(status(&at(&emulator, "POST", &url, "", Bytes::new())), 400);
    assert_eq!(put(&emulator, &url, "0-4/5", 5), (202, "[]".into()));
    assert_eq!(emulator.uploads().len(), 0);
    assert_eq!(status(&at(&emulator, "POST", &url, "", Bytes::new())), 201);
    assert_eq!(emulator.uploads().len(), 1);
}

#[test]
fn outlook_has_a_style_of_its_own() {
    let emulator = emulator();
    let body = r#"{"AttachmentItem":{"attachmentType":"file","name":"a.bin","size":5000000}}"#;
    let created = create(&emulator, "/beta/me/messages/m1/attachments/createUploadSession", body);
    assert_eq!((status(&created), &json(&created)["NextExpectedRanges"][0]), (201, &"0-".into()));
    let url = json(&created)["uploadUrl"].as_str().expect("a URL").to_owned();
    let five = 5_000_000;
    assert_eq!(status(&at(&emulator, "PUT", &url, "0-4999999/5000000", Bytes::from(vec![7; five]))), 413);
    let part = at(&emulator, "PUT", &url, "0-999999/5000000", Bytes::from(vec![7; 1_000_000]));
    assert_eq!((status(&part), &json(&part)["NextExpectedRanges"][0]), (200, &"1000000-".into()));
    let part = at(&emulator, "PUT", &url, "1000000-4999999/5000000", Bytes::from(vec![7; 4_000_000]));
    assert_eq!((status(&part), part.body().len()), (201, 0));
    assert!(part.headers().contains_key("location"));
    assert_eq!((emulator.uploads()[0].name.as_str(), emulator.uploads()[0].length), ("a.bin", 5_000_000));
}

#[test]
fn what_is_not_kept_is_summed_up() {
    let builder = Emulator::builder().upload_session("v1.0", CREATE, UploadStyle::Drive).discard_uploads();
    let emulator = builder.build();
    let url = session(&emulator, "");
    assert_eq!(put(&emulator, &url, "0-327679/327690", UNIT).0, 202);
    assert_eq!(put(&emulator, &url, "327680-327689/327690", 10).0, 201);
    let file = &emulator.uploads()[0];
    assert_eq!((file.bytes.len(), file.length), (0, 327_690));
    assert_eq!(file.sum(), Uploaded::sum_of([&vec![7; 327_690][..]]));
    assert!(emulator.log().iter().all(|entry| entry.body.is_empty()));
}

#[test]
fn faults_of_uploads() {
    let emulator = emulator();
    let url = session(&emulator, "");
    let total = 3 * UNIT;
    let part = |number: usize| {
        let range = format!("{}-{}/{total}", number * UNIT, (number + 1) * UNIT - 1);
        put(&emulator, &url, &range, UNIT)
    };
    emulator.fail_next(Fault::PartLost);
    assert_eq!(part(0), (202, r#"["0-"]"#.into()));
    emulator.fail_next(Fault::Ranges(r#"["5"]"#.into()));
    assert_eq!(part(0), (202, r#"["5"]"#.into()));
    emulator.fail_next(Fault::Ranges("no list".into()));
    assert_eq!(part(1), (202, "null".into()));
    emulator.fail_next(Fault::CutRequest { kept: false });
    assert_eq!(part(2).0, 503);
    emulator.fail_next(Fault::CutRequest { kept: true });
    assert_eq!(part(2).0, 503);
    let told = at(&emulator, "GET", &url, "", Bytes::new());
    assert_eq!(json(&told)["nextExpectedRanges"][0], format!("{}-", 2 * UNIT + UNIT / 2));
    emulator.fail_next(Fault::SessionExpired);
    assert_eq!(status(&at(&emulator, "GET", &url, "", Bytes::new())), 404);
    // Of anything else they are no faults.
    for fault in [Fault::PartLost, Fault::SessionExpired] {
        emulator.fail_next(fault.clone());
        let other = session(&emulator, "");
        emulator.stop_failing();
        assert_eq!(put(&emulator, &other, "0-4/5", 5).0 / 100, 2, "{fault:?}");
    }
}

#[test]
fn a_template_is_one_of_the_action() {
    for (version, template) in [("v1.0", "me/drive/root:/{path}:"), ("v2", CREATE)] {
        let builder = Emulator::builder().upload_session(version, template, UploadStyle::Drive);
        assert!(builder.try_build().is_err(), "{version} {template}");
    }
}
