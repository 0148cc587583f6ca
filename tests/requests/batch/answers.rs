//! Answers of each kind, odd ones too.

use bytes::Bytes;
use graph_entity::{Batch, Error, GraphClient, Media, Page, Retry, batch};
use http::Response;
use serde_json::{Value, json};

use super::super::{Group, Script, User};
use super::{get, responses, user};

/// What one request is answered with, where its answer is this one.
fn answered<T: Send>(request: graph_entity::Request<T>, answer: Value) -> Result<T, Error> {
    let script = Script::default();
    let mut answer = answer;
    answer["id"] = "1".into();
    script.answer(responses(json!([answer])));
    let mut batch = Batch::new();
    let handle = batch.add(request);
    batch.send_blocking(&script.client()).unwrap().take(handle)
}

/// W12: matched by id, and an error for the one that is missing.
#[test]
fn answers_are_found_by_their_ids() {
    let script = Script::default();
    script.answer(responses(json!([
        {"id": "3", "status": 200, "body": user("c")},
        {"id": 99, "status": 200, "body": user("nobody")},
        {"id": "1", "status": 200, "body": user("a")},
        {"id": "1", "status": 500, "body": null},
        "no answer", null, {}, {"id": "2"}, {"status": 200}, {"id": "4", "status": "x"},
        {"id": 5, "status": "200", "body": user("e")},
    ])));
    let mut batch = Batch::new();
    let [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map(|id| batch.add(get(id)));
    let write = batch.add(User::collection().item("f").delete());
    let mut answers = batch.send_blocking(&script.client()).unwrap();
    assert_eq!([a, c, e].map(|handle| answers.take(handle).unwrap().id), ["a", "c", "e"]);
    for handle in [b, d] {
        match answers.take(handle) {
            Err(Error::Batch(error)) => assert!(error.is_unanswered() && !error.may_have_been_done()),
            other => panic!("{:?}", other.err()),
        }
    }
    let error = answers.take(write).unwrap_err();
    assert!(error.may_have_been_done());
    assert_eq!(error.to_string(), "the service's answer to the batch has none to this request; it may have been done");
}

#[test]
fn each_form_of_body() {
    let photo = || Media::at("me/photo/$value", &[]).get();
    let image = |body: Value| json!({"status": 200, "headers": {"CONTENT-type": "image/jpeg"}, "body": body});
    for body in ["-__-AA", "-__-AA==", "+//+AA==", "+//+AA"] {
        assert_eq!(answered(photo(), image(body.into())).unwrap(), [0xfb, 0xff, 0xfe, 0][..], "{body}");
    }
    // Neither is lost what is no base64, nor JSON that says to be an image.
    assert_eq!(answered(photo(), image("no base64!".into())).unwrap(), "no base64!");
    assert_eq!(answered(photo(), image(json!({"a": [1]}))).unwrap(), r#"{"a":[1]}"#);
    for body in [json!({"status": 200, "body": null}), json!({"status": 200}), json!({"status": 204})] {
        assert_eq!(answered(photo(), body).unwrap(), "");
    }
    let count = || User::collection().count().request().unwrap();
    let text = |body: Value| json!({"status": 200, "headers": {"content-type": "text/plain"}, "body": body});
    assert_eq!(answered(count(), text("\u{feff}893".into())).unwrap(), 893);
    assert_eq!(answered(count(), text(893.into())).unwrap(), 893);
    assert_eq!(answered(count(), json!({"status": 200, "body": "893"})).unwrap(), 893);
    let no_content = answered(get("1"), json!({"status": 204, "body": null})).map(|_| ()).unwrap_err();
    assert!(matches!(no_content, Error::NoContent(_)));
    let bad = answered(get("1"), json!({"status": 200, "body": {"id": 7}})).map(|_| ()).unwrap_err();
    assert!(matches!(bad, Error::Decode(error) if error.path() == "$.id"));
}

#[test]
fn an_item_has_its_own_error_status_and_headers() {
    let headers = json!({"ETag": "W/\"2\"", "Request-Id": "r", "x-number": 7, "x-many": ["a", "b"], "x-null": null,
        "not a name": "x", "x-bad": "a\nb", "x-odd": {"a": 1}});
    let error = answered(get("1"), json!({"status": 412, "headers": headers, "body": {"error": {"code": "C"}}}));
    let Err(Error::PreconditionFailed(error)) = error else { panic!() };
    assert_eq!((error.current_etag(), error.service().request_id()), (Some("W/\"2\""), Some("r")));
    let headers = error.service().headers();
    assert_eq!(headers["x-number"], "7");
    assert_eq!(headers.get_all("x-many").iter().count(), 2);
    assert!(["x-null", "x-bad", "x-odd"].iter().all(|name| !headers.contains_key(*name)));
    // HTML, as one gateway or another has it.
    let html = json!({"status": 502, "headers": {"Content-Type": "text/html"}, "body": "<html>bad</html>"});
    let error = answered(get("1"), html).map(|_| ()).unwrap_err();
    assert_eq!(error.service().unwrap().body(), "<html>bad</html>");
    // An error without a body (docs#1524), and one with a code that is empty.
    assert_eq!(answered(get("1"), json!({"status": 404, "body": null})).err().unwrap().status().unwrap(), 404);
    let update = User::collection().item("1").update().age(3).request().unwrap();
    let script = Script::default();
    script.answer(responses(json!([{"id": "1", "status": 204, "headers": {"etag": "W/\"3\""}}])));
    let mut batch = Batch::new();
    let handle = batch.add(update);
    let mut answers = batch.send_blocking(&script.client()).unwrap();
    assert_eq!(answers.take_response(handle).unwrap().etag(), Some("W/\"3\""));
}

#[test]
fn a_handle_is_good_once_and_for_its_own_batch() {
    let script = Script::default();
    let send = || {
        script.answer(responses(json!([{"id": "1", "status": 200, "body": user("a")}])));
        let mut batch = Batch::new();
        let handle = batch.add(get("a"));
        (handle, batch.send_blocking(&script.client()).unwrap())
    };
    let (one, mut of_one) = send();
    let (two, mut of_two) = send();
    let refused = |error: Error| matches!(error, Error::Usage(_)).then(|| error.to_string());
    assert_eq!(of_one.status(two), None);
    assert_eq!(refused(of_one.take(two).err().unwrap()).unwrap(), "the handle is of another batch");
    of_one.take(one).unwrap();
    assert_eq!(refused(of_one.take(one).err().unwrap()).unwrap(), "the answer was taken already");
    of_two.take(two).unwrap();
}

#[test]
fn what_waits_for_a_failure_is_not_done() {
    let script = Script::default();
    let failed = json!({"error": {"code": "FailedDependency", "message": "m"}});
    script.answer(responses(json!([{"id": "1", "status": 404}, {"id": "2", "status": 424, "body": failed}])));
    let mut batch = Batch::new();
    let a = batch.add(get("a"));
    // One is asked, with the first; the other waits for both, and is not.
    let b = batch.add_after(Group::collection().create().display_name("b").request().unwrap(), a);
    let c = batch.add_after(get("c"), (a, b));
    let mut answers = batch.send_blocking(&script.client()).unwrap();
    assert_eq!(answers.status(c).unwrap(), 424);
    assert!(answers.take(a).err().unwrap().service().is_some());
    let asked = answers.take(b).err().unwrap();
    assert_eq!((asked.service().unwrap().code(), asked.status().unwrap().as_u16()), ("FailedDependency", 424));
    let unasked = answers.take(c).err().unwrap();
    assert!(unasked.service().is_none());
    for error in [asked, unasked] {
        assert!(!error.may_have_been_done(), "{error}");
        assert!(matches!(error, Error::Batch(error) if error.is_dependency_failed()));
    }
    assert_eq!(script.asked().len(), 1);
}

#[test]
fn a_page_leads_on() {
    let script = Script::default();
    let next = "https://graph.microsoft.com/v1.0/users?$skiptoken=x";
    script.answer(responses(json!([
        {"id": "1", "status": 200, "body": {"value": [user("1")], "@odata.nextLink": next}}])));
    script.answer(Response::new(json!({"value": [user("2")]}).to_string().into()));
    let list = User::collection().list().all_properties().advanced(true).request().unwrap();
    let mut batch = Batch::new();
    let page = batch.add(list);
    let page: Page<User> = batch.send_blocking(&script.client()).unwrap().take(page).unwrap();
    let more: Vec<_> = page.next_link().unwrap().clone().iter(&script.client()).map(|user| user.unwrap().id).collect();
    assert_eq!(more, ["2"]);
    let asked = script.asked();
    assert_eq!(asked[1].uri(), next);
    assert_eq!(asked[1].headers()["consistencylevel"], "eventual");
}

#[test]
fn the_answer_may_go_on_at_a_link() {
    let script = Script::default();
    let page = |id: &str, link: &str| {
        let body = json!({"responses": [{"id": id, "status": 200, "body": user(id)}], "@odata.nextLink": link});
        Response::new(body.to_string().into())
    };
    script.answer(page("1", "https://graph.microsoft.com/v1.0/$batch?$skiptoken=1"));
    script.answer(page("2", "https://graph.microsoft.com/v1.0/$batch?$skiptoken=2"));
    // Nothing new: not followed any more.
    script.answer(page("2", "https://graph.microsoft.com/v1.0/$batch?$skiptoken=3"));
    let (a, b, c) = batch::join((get("1"), get("2"), get("3"))).send_blocking(&script.client()).unwrap();
    assert_eq!((a.unwrap().id, b.unwrap().id), ("1".to_owned(), "2".to_owned()));
    assert!(matches!(c, Err(Error::Batch(error)) if error.is_unanswered()));
    assert_eq!(script.lines().len(), 3);
    // Nor is one that leads elsewhere.
    script.answer(page("1", "https://evil.example/v1.0/$batch"));
    let (_, b) = batch::join((get("1"), get("2"))).send_blocking(&script.client()).unwrap();
    assert!(b.is_err());
    assert_eq!(script.lines().len(), 1);
}

/// What a GET is redirected to is fetched without the token, wherever it is; what is no GET, not at all.
#[test]
fn a_redirect_is_followed_without_the_token() {
    for (location, url) in [
        ("https://files.example/s3cret?sig=x", "https://files.example/s3cret?sig=x"),
        ("/v1.0/files/1", "https://graph.microsoft.com/v1.0/files/1"),
    ] {
        let script = Script::default();
        let moved = json!({"status": 302, "headers": {"location": location}});
        let [mut read, mut write] = [moved.clone(), moved];
        (read["id"], write["id"]) = ("1".into(), "2".into());
        script.answer(responses(json!([write, read])));
        script.answer(Response::new(Bytes::from_static(b"bytes")));
        let requests = (Media::at("x", &[]).get().header("x-mine", "a"), Media::at("x", &[]).put("a/b", "c"));
        let (read, write) = batch::join(requests).send_blocking(&script.client()).unwrap();
        assert_eq!(read.unwrap(), "bytes");
        let error = write.unwrap_err();
        assert_eq!(error.status().unwrap(), 302);
        assert!(!format!("{error} {error:?}").contains("s3cret"));
        let asked = script.asked();
        assert_eq!((asked.len(), asked[1].uri().to_string()), (2, url.to_owned()));
        assert!(!asked[1].headers().contains_key("authorization") && !asked[1].headers().contains_key("x-mine"));
    }
    // From one to the next, and not without end.
    let script = Script::default();
    let moved = |to: &str| {
        let location = format!("https://files.example/{to}");
        Response::builder().status(302).header("location", location).body(Bytes::new()).unwrap()
    };
    let send = || {
        let location = json!({"location": "https://files.example/1"});
        script.answer(responses(json!([{"id": "1", "status": 302, "headers": location}])));
        for hop in 2..=7 {
            script.answer(moved(&hop.to_string()));
        }
        let mut batch = Batch::new();
        let read = batch.add(Media::at("x", &[]).get());
        let outcome = batch.send_blocking(&script.client()).unwrap().take(read);
        assert!(script.asked().iter().skip(1).all(|asked| !asked.headers().contains_key("authorization")));
        outcome
    };
    assert!(matches!(send(), Err(Error::Link(error)) if error.is_too_many_redirects()));
    for location in ["http://files.example/s3cret", "s3cret", "javascript:s3cret"] {
        let error = answered(Media::at("x", &[]).get(), json!({"status": 302, "headers": {"Location": location}}));
        let error = error.unwrap_err();
        assert!(matches!(error, Error::Link(_)), "{location}: {error:?}");
        assert!(!format!("{error} {error:?}").contains("s3cret"));
    }
}

#[test]
fn an_exchange_that_fails_is_the_error_of_all() {
    let send = |answer: Response<Bytes>| {
        let script = Script::default();
        script.answer(answer);
        let mut batch = Batch::new();
        batch.add(User::collection().item("1").delete());
        batch.send_blocking(&script.client()).map(|_| ()).unwrap_err()
    };
    for body in
        ["", "{}", "[]", "null", "<html>", r#"{"responses":{}}"#, r#"{"responses":[}"#, "\u{0}", r#"{"value":[]}"#]
    {
        let error = send(Response::new(Bytes::from_static(body.as_bytes())));
        assert!(matches!(&error, Error::Decode(error) if error.write_was_done()), "{body}: {error:?}");
        assert!(error.may_have_been_done());
    }
    let refused = Response::builder().status(400).body(Bytes::from_static(br#"{"error":{"code":"Bad"}}"#)).unwrap();
    let error = send(refused);
    assert_eq!((error.service().unwrap().code(), error.may_have_been_done()), ("Bad", false));
}

#[test]
fn what_was_answered_before_the_failure_is_kept() {
    let script = Script::default();
    let done = (1..=20).map(|id| json!({"id": id.to_string(), "status": 204}));
    script.answer(responses(done.collect()));
    script.answer(Response::builder().status(502).body(Bytes::new()).unwrap());
    let client = GraphClient::builder(script.clone()).token("t").retry(Retry::none()).build().unwrap();
    let mut batch = Batch::new();
    let handles: Vec<_> = (0..45).map(|id| batch.add(User::collection().item(id).delete())).collect();
    let mut answers = batch.send_blocking(&client).unwrap();
    for (number, handle) in handles.into_iter().enumerate() {
        match answers.take(handle) {
            Ok(()) => assert!(number < 20),
            Err(Error::Batch(error)) => {
                assert!(number >= 20);
                assert_eq!(error.exchange_error().unwrap().status().unwrap(), 502);
                // The last five were not sent.
                assert_eq!(error.may_have_been_done(), number < 40);
            }
            Err(error) => panic!("{error:?}"),
        }
    }
    assert_eq!(script.asked().len(), 2);
}
