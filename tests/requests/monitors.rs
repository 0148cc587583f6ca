//! Long-running operations: what a service may answer with, and what comes of it (W5).

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::monitor::Progress;
use graph_entity::{Blocking, Error, GraphClient, HttpClient, Monitor, Request, Retry, Started, TransportError};
use http::Response;
use serde_json::{Value, json};

use super::{Group, Script};

type Answers = Arc<Mutex<VecDeque<Response<Bytes>>>>;

/// Answers the last answer for ever, and does not really wait.
#[derive(Clone)]
struct Patient {
    answers: Answers,
    asked: Arc<Mutex<Vec<http::Request<Bytes>>>>,
    slept: Arc<Mutex<Vec<Duration>>>,
}

impl Patient {
    fn new(answers: impl IntoIterator<Item = Response<Bytes>>) -> Self {
        Self {
            answers: Arc::new(Mutex::new(answers.into_iter().collect())),
            asked: Arc::default(),
            slept: Arc::default(),
        }
    }

    fn client(&self) -> GraphClient<Self> {
        GraphClient::builder(self.clone()).token("t0ken").retry(Retry::none()).build().unwrap()
    }

    /// URL, and whether there was a token.
    fn asked(&self) -> Vec<(String, bool)> {
        let asked = std::mem::take(&mut *self.asked.lock().unwrap());
        asked.iter().map(|one| (one.uri().to_string(), one.headers().contains_key("authorization"))).collect()
    }
}

impl HttpClient for Patient {
    async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        self.asked.lock().unwrap().push(request);
        let mut answers = self.answers.lock().unwrap();
        let next = if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() };
        Ok(next.expect("an answer"))
    }

    async fn sleep(&self, time: Duration) {
        self.slept.lock().unwrap().push(time);
    }

    fn blocks(&self) -> bool {
        true
    }
}

impl Blocking for Patient {}

fn answer(status: u16, headers: &[(&str, &str)], body: impl ToString) -> Response<Bytes> {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.to_string().into()).unwrap()
}

fn create() -> Request<Group> {
    Group::collection().create().display_name("x").request().unwrap()
}

fn monitor() -> Monitor<Group> {
    "https://graph.microsoft.com/v1.0/operations/1".parse().unwrap()
}

const GROUP: &str = r#"{"id":"1","displayName":"x"}"#;

/// Where each form of a link leads, and whether the token goes along.
#[test]
fn each_form_of_the_monitor_s_url() {
    let root = "https://graph.microsoft.com/v1.0";
    for (link, url, has_token) in [
        // Below the root of the version, although it looks like a path of the host.
        ("/teams('1')/operations('2')", format!("{root}/teams('1')/operations('2')"), true),
        ("teams('a:b')/operations('2')", format!("{root}/teams('a:b')/operations('2')"), true),
        (" /teams/1/operations/2 ", format!("{root}/teams/1/operations/2"), true),
        ("/v1.0/operations/2?x=1", format!("{root}/operations/2?x=1"), true),
        ("/beta/operations/2", "https://graph.microsoft.com/beta/operations/2".into(), true),
        ("/v1.0x/operations/2", format!("{root}/v1.0x/operations/2"), true),
        ("https://graph.microsoft.com/v1.0/operations/a b", format!("{root}/operations/a%20b"), true),
        ("https://GRAPH.microsoft.com:443/x", "https://GRAPH.microsoft.com:443/x".into(), true),
        (
            "https://contoso.sharepoint.com/_api/v2.0/monitor/4A",
            "https://contoso.sharepoint.com/_api/v2.0/monitor/4A".into(),
            false,
        ),
        ("https://graph.microsoft.com.evil.example/x", "https://graph.microsoft.com.evil.example/x".into(), false),
        ("https://graph.microsoft.com:8443/x", "https://graph.microsoft.com:8443/x".into(), false),
    ] {
        for name in ["location", "operation-location"] {
            let http = Patient::new([answer(202, &[(name, link)], ""), answer(202, &[], r#"{"status":"running"}"#)]);
            let monitor = create().start_blocking(&http.client()).unwrap().monitor().expect("a monitor");
            assert!(matches!(monitor.poll_blocking(&http.client()), Ok(Progress::Running { .. })), "{link}");
            assert_eq!(http.asked()[1], (url.clone(), has_token), "{link}");
        }
    }
}

#[test]
fn a_url_that_nothing_may_be_sent_to_is_an_error_when_it_is_asked() {
    for link in [
        "http://graph.microsoft.com/x",
        "http://localhost/x",
        "ftp://x/",
        "https://u:p@x/",
        "javascript:alert(1)",
        "//evil.example/",
        "https://",
    ] {
        let http = Patient::new([answer(202, &[("location", link)], "")]);
        // What was started was started.
        let monitor = create().start_blocking(&http.client()).unwrap().monitor().expect("a monitor");
        assert!(matches!(monitor.wait_blocking(&http.client()), Err(Error::Link(_))), "{link}");
        assert_eq!(http.asked().len(), 1, "{link}");
    }
}

#[test]
fn what_is_not_going_on_is_done() {
    let start = |answer| create().start_blocking(&Patient::new([answer]).client());
    let Ok(Started::Done(outcome)) =
        start(answer(201, &[("location", "https://graph.microsoft.com/v1.0/groups/1")], GROUP))
    else {
        panic!("it is done")
    };
    assert_eq!(outcome.into_value().unwrap().id, "1");
    assert!(matches!(start(answer(204, &[], "")), Ok(Started::Done(_))));
    for (name, value) in [("x", "y"), ("location", ""), ("location", " "), ("operation-location", "")] {
        let Ok(Started::Accepted(outcome)) = start(answer(202, &[(name, value)], "")) else {
            panic!("{name}: {value}")
        };
        assert!(outcome.resource().is_none() && outcome.value().is_none());
    }
    let zeros = "/teams('1')/operations('00000000-0000-0000-0000-000000000000')";
    let accepted = start(answer(202, &[("location", zeros), ("content-location", "/teams('1')")], ""));
    let Ok(Started::Accepted(outcome)) = accepted else { panic!("there is no operation") };
    let request = outcome.resource().unwrap();
    assert_eq!(request.to_http("https://x", "beta").unwrap().uri(), "https://graph.microsoft.com/v1.0/teams('1')");
    assert!(matches!(start(answer(202, &[], "<html>")), Err(Error::Decode(error)) if error.write_was_done()));
}

#[test]
fn where_the_resource_is() {
    for (answer, url) in [
        (
            answer(200, &[], r#"{"status":"succeeded","targetResourceLocation":"/groups('1')"}"#),
            "https://graph.microsoft.com/v1.0/groups('1')",
        ),
        (
            answer(
                200,
                &[],
                r#"{"status":"Completed","resourceLocation":"https://graph.microsoft.com/beta/groups/1"}"#,
            ),
            "https://graph.microsoft.com/beta/groups/1",
        ),
        (
            answer(303, &[("location", "https://graph.microsoft.com/v1.0/groups/1")], ""),
            "https://graph.microsoft.com/v1.0/groups/1",
        ),
        (answer(303, &[("location", "/groups/1")], ""), "https://graph.microsoft.com/v1.0/groups/1"),
    ] {
        let http = Patient::new([answer, self::answer(200, &[], GROUP)]);
        let outcome = monitor().wait_blocking(&http.client()).unwrap();
        assert_eq!(outcome.fetch_blocking(&http.client()).unwrap().id, "1");
        assert_eq!(http.asked()[1], (url.to_owned(), true));
    }
    // At another host there is no token, and a path is that host's.
    let away: Monitor<Group> = "https://files.example/monitor/1".parse().unwrap();
    let http = Patient::new([answer(303, &[("location", "/items/1")], ""), answer(200, &[], GROUP)]);
    let outcome = away.wait_blocking(&http.client()).unwrap();
    outcome.fetch_blocking(&http.client()).unwrap();
    assert_eq!(
        http.asked(),
        [("https://files.example/monitor/1".to_owned(), false), ("https://files.example/items/1".to_owned(), false)]
    );
    // The monitor is the resource, or there is nothing more to say.
    let outcome = monitor().wait_blocking(&Patient::new([answer(200, &[], GROUP)]).client()).unwrap();
    assert_eq!(outcome.into_value().unwrap().display_name, "x");
    let nothing = monitor().of::<()>().wait_blocking(&Patient::new([answer(204, &[], "")]).client()).unwrap();
    nothing.fetch_blocking(&Patient::new([]).client()).unwrap();
}

#[test]
fn what_is_no_answer_of_a_monitor() {
    for (answer, is_decode) in [
        (answer(200, &[], "<html>sign in</html>"), true),
        (answer(200, &[], "[]"), true),
        (answer(200, &[], r#"{"id":1}"#), true),
        (answer(303, &[], ""), false),
        (answer(303, &[("location", "")], ""), false),
        (answer(404, &[], ""), false),
        (answer(410, &[], ""), false),
        (answer(500, &[], ""), false),
    ] {
        let http = Patient::new([answer]);
        let error = monitor().wait_blocking(&http.client()).unwrap_err();
        assert_eq!(matches!(error, Error::Decode(_)), is_decode, "{error:?}");
        assert_eq!(http.asked().len(), 1);
    }
    // Also where any JSON would do.
    let page = Patient::new([answer(200, &[], "<html>sign in</html>")]);
    assert!(matches!(monitor().of::<()>().wait_blocking(&page.client()), Err(Error::Decode(_))));
}

#[test]
fn it_is_asked_when_the_service_wants_and_never_without_a_wait() {
    for (retry_after, expected) in
        [("5", 5_000), ("2.128", 2_128), ("0", 1_000), ("-1", 1_000), ("Wed, 21 Oct 2015 07:28:00 GMT", 1_000)]
    {
        let running = answer(202, &[("retry-after", retry_after)], r#"{"status":"running"}"#);
        let done = answer(200, &[], r#"{"status":"succeeded"}"#);
        let http = Patient::new([running.clone(), running, done]);
        monitor().wait_blocking(&http.client()).unwrap();
        assert_eq!(*http.slept.lock().unwrap(), [Duration::from_millis(expected); 2], "{retry_after}");
    }
    // Before the first time, too; where nothing is said then, it is asked at once.
    let started = |retry_after| {
        let http = Patient::new([
            answer(202, &[("location", "/operations/1"), ("retry-after", retry_after)], ""),
            answer(200, &[], r#"{"status":"succeeded"}"#),
        ]);
        create().start_blocking(&http.client()).unwrap().monitor().unwrap().wait_blocking(&http.client()).unwrap();
        http.slept.lock().unwrap().clone()
    };
    assert!(started("soon").is_empty());
    let [first] = started("7")[..] else { panic!("one wait") };
    assert!(first > Duration::from_millis(6_500) && first <= Duration::from_secs(7), "{first:?}");
}

#[test]
fn nothing_that_a_service_says_makes_it_ask_for_ever() {
    for body in [
        r#"{"status":"running"}"#,
        r#"{"status":"notYetInvented","percentageComplete":100}"#,
        r#"{"percentageComplete":"x","status":"waiting"}"#,
        "",
        "<html>",
    ] {
        for retry_after in ["0", "0.000001", "soon", "30", "86400", "1e300"] {
            let http = Patient::new([answer(202, &[("retry-after", retry_after)], body)]);
            let error = monitor().deadline(Duration::from_secs(600)).wait_blocking(&http.client()).unwrap_err();
            let Error::StillRunning(still) = error else { panic!("{body}: {error:?}") };
            assert_eq!(still.status().is_empty(), !body.contains("status"));
            let slept: Duration = http.slept.lock().unwrap().iter().sum();
            assert!(slept < Duration::from_secs(600) && http.asked().len() <= 600, "{body} {retry_after}: {slept:?}");
        }
    }
    // A day is beyond the deadline: it is told at once.
    let http = Patient::new([answer(202, &[("retry-after", "86400")], "")]);
    assert!(matches!(monitor().wait_blocking(&http.client()), Err(Error::StillRunning(_))));
    assert!(http.slept.lock().unwrap().is_empty());
}

#[test]
fn a_failure_in_each_form() {
    for (body, expected) in [
        (json!({"status": "failed", "error": {"code": "c", "message": "m"}}), ("failed", "c", "m")),
        (json!({"status": "Failed", "errorCode": "c", "statusDescription": "m"}), ("Failed", "c", "m")),
        (json!({"status": {"state": "failed", "description": "m"}}), ("failed", "", "m")),
        (json!({"status": "cancelled", "error": null}), ("cancelled", "", "")),
        (json!({"status": "skipped", "statusDetail": "m"}), ("skipped", "", "m")),
        (json!({"error": {"code": "c", "message": "m"}}), ("", "c", "m")),
    ] {
        let http = Patient::new([answer(200, &[], &body)]);
        let error = monitor().wait_blocking(&http.client()).unwrap_err();
        assert!(error.may_have_been_done() && error.service().is_some());
        let Error::OperationFailed(error) = error else { panic!("{error:?}") };
        assert_eq!((error.status(), error.code(), error.message()), expected, "{body}");
    }
    let inner = json!({"status": "failed", "error": {"code": "c", "message": "m", "innerError": {"code": "deep"}}});
    let http = Patient::new([answer(200, &[], inner)]);
    let Err(Error::OperationFailed(error)) = monitor().wait_blocking(&http.client()) else { panic!("it failed") };
    assert!(error.service().has_code("deep"));
}

#[test]
fn a_monitor_is_kept_as_json() {
    let http = Patient::new([answer(
        202,
        &[("location", "/teams('1')/operations('2')"), ("content-location", "/teams('1')")],
        "",
    )]);
    let monitor = create().in_version("beta").start_blocking(&http.client()).unwrap().monitor().unwrap();
    let saved = serde_json::to_value(&monitor).unwrap();
    let root = "https://graph.microsoft.com/beta/teams('1')";
    let expected =
        json!({"url": format!("{root}/operations('2')"), "version": "beta", "template": "groups", "resource": root});
    assert_eq!(saved, expected);
    let again: Monitor<Group> = serde_json::from_value(saved).unwrap();
    assert_eq!(again, monitor);
    // In another process, with links in its answers.
    let http = Patient::new([answer(200, &[], r#"{"status":"succeeded","targetResourceLocation":"/groups/3"}"#)]);
    let request = again.wait_blocking(&http.client()).unwrap().resource().unwrap();
    assert_eq!(request.to_http("https://x", "v1.0").unwrap().uri(), "https://graph.microsoft.com/beta/groups/3");
    for wrong in [
        json!({"url": "http://graph.microsoft.com/x", "version": "v1.0"}),
        json!({"url": "https://graph.microsoft.com/x", "version": "v1.0", "resource": "/x"}),
        json!({"url": "https://graph.microsoft.com/x"}),
        json!({"version": "v1.0"}),
        Value::Null,
    ] {
        assert!(serde_json::from_value::<Monitor<Group>>(wrong.clone()).is_err(), "{wrong}");
    }
    assert!("/x".parse::<Monitor<Group>>().is_err());
}

#[test]
fn reading_until_it_is_ready() {
    let get = || Group::collection().item("1").get().request().unwrap();
    let group = |name: &str| answer(200, &[("retry-after", "2")], json!({"id": "1", "displayName": name}));
    let http = Patient::new([group("a"), group("b"), group("ready")]);
    let seen = RefCell::new(Vec::new());
    let until = get().until(|group| {
        seen.borrow_mut().push(group.display_name.clone());
        group.display_name == "ready"
    });
    assert_eq!(until.wait_blocking(&http.client()).unwrap().display_name, "ready");
    assert_eq!(*seen.borrow(), ["a", "b", "ready"]);
    assert_eq!(*http.slept.lock().unwrap(), [Duration::from_secs(2); 2]);

    let http = Patient::new([group("never")]);
    let until = get().until(|_| false).deadline(Duration::from_secs(9));
    assert!(matches!(until.wait_blocking(&http.client()), Err(Error::StillRunning(_))));
    assert_eq!(http.asked().len(), 5);
    // What does something would do it again and again.
    let script = Script::default();
    assert!(matches!(create().until(|_| true).wait_blocking(&script.client()), Err(Error::Usage(_))));
    assert!(script.asked().is_empty());
}
