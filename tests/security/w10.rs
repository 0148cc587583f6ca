//! W10, rule by rule. What leads away (rules 1 to 4) is tried with every form of it in `sources`; here is one case for each
//! rule, and what the other rules say.

use std::fmt::Debug;
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::{
    AccessToken, BoundedBody, Cloud, DeltaLink, DynHttpClient, Error, Extra, GraphClient, GraphEntity, HttpClient,
    Limits, Media, NextLink, Reference, Request, Retry, TokenFuture, TokenProvider, TokenRequest, TransportError,
};
use http::{HeaderValue, Response};
use serde_json::json;

use super::User;
use super::world::{Answer, ENTITY, Recorder, Script, TOKEN, World, answer, run};

fn world() -> (World, GraphClient) {
    let world = World::with_tls(|client| client);
    let client = world.clients[0].1.clone();
    (world, client)
}

fn get() -> Request<User> {
    User::collection().item("1").get().request().unwrap()
}

fn outcome<T>(answers: impl IntoIterator<Item = Answer>, request: Request<T>) -> Result<T, Error> {
    let (world, client) = world();
    world.script.set(answers);
    run(request.send(&client))
}

// Rule 1: the token goes to the origin of the base URL and to those that were allowed, and to no other by default.

#[test]
fn rule_1_the_one_host_of_the_base_url_and_no_list_of_others() {
    let clouds = [Cloud::Global, Cloud::UsGovernment, Cloud::UsGovernmentDod, Cloud::China];
    for home in clouds {
        let script = Script::default();
        let http = DynHttpClient::new(Recorder(script.clone()));
        let client = GraphClient::builder(http).cloud(home).token(TOKEN).retry(Retry::none()).build().unwrap();
        for other in clouds {
            script.set([]);
            let link = format!("{}/v1.0/users?$skiptoken=1", other.base_url()).parse::<NextLink<User>>().unwrap();
            let outcome = run(link.request().send(&client));
            assert_eq!(outcome.is_ok(), home == other, "{home:?} to {other:?}");
            assert_eq!(script.heard().len(), usize::from(home == other));
        }
    }
}

// Rule 2: every URL of an answer is checked, as the one that is sent.

#[test]
fn rule_2_what_is_checked_is_what_is_sent() {
    let (world, client) = world();
    for (link, sent) in [
        ("/v1.0/x y", "GET https://graph.microsoft.com/v1.0/x%20y\r\n"),
        ("//graph.microsoft.com/x", ""),
        ("x/../../../..//evil.example", "GET https://graph.microsoft.com/v1.0/x/../../../..//evil.example\r\n"),
        ("@evil.example/x", "GET https://graph.microsoft.com/v1.0/@evil.example/x\r\n"),
        (".evil.example/x", "GET https://graph.microsoft.com/v1.0/.evil.example/x\r\n"),
    ] {
        world.script.set([answer(200, json!({ "value": [], "@odata.nextLink": link }).to_string())]);
        let page = run(User::collection().list().send(&client)).unwrap();
        let outcome = run(page.into_parts().1.unwrap().request().send(&client));
        let heard = world.script.heard();
        assert_eq!(outcome.is_ok(), !sent.is_empty(), "{link}: {outcome:?}");
        assert!(heard.get(1).is_none_or(|heard| heard.text.starts_with(sent)), "{link}: {heard:?}");
    }
}

// Rule 3: nothing of the token at pre-signed URLs, which are secrets themselves.

#[test]
fn rule_3_a_pre_signed_url_is_asked_without_a_token_and_told_to_nobody() {
    let (world, client) = world();
    let url = "https://files.example/1?tempauthtoken=s3cret-url";
    world.script.set([answer(302, "").with("Location", url), answer(500, "s3cret-body")]);
    let error = run(Media::at("me/photo/$value", &[]).get().send(&client)).unwrap_err();
    let heard = world.script.heard();
    assert!(heard[1].text.contains("s3cret-url") && !heard[1].has_secret(), "{heard:?}");
    assert!(!format!("{error} {error:?}").contains("s3cret"), "{error:?}");
    let link = format!("{}/v1.0/users?$skiptoken=s3cret", world.home).parse::<NextLink<User>>().unwrap();
    let shown = format!("{link:?} {:?} {:?}", link.clone().pages(&client), link.clone().request());
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(!format!("{:?}", link.stream(&client)).contains("s3cret"));
    assert!(!format!("{:?}", Reference::url("https://graph.microsoft.com/s3cret")).contains("s3cret"));
}

// Rule 4: TLS, but for this machine; and never from https to http.

#[test]
fn rule_4_no_token_in_the_clear_and_no_way_back_from_tls() {
    for url in ["http://graph.microsoft.com", "http://10.0.0.1", "http://[2001:db8::1]", "http://localhost.example"] {
        let http = DynHttpClient::new(Recorder(Script::default()));
        assert!(matches!(GraphClient::builder(http).base_url(url).build(), Err(Error::Usage(_))), "{url}");
    }
    let (world, client) = world();
    for to in ["http://graph.microsoft.com/v1.0/users/1", "http://127.0.0.1/x", "http://localhost/x"] {
        world.script.set([answer(302, "").with("Location", to)]);
        let error = run(get().send(&client)).unwrap_err();
        assert!(matches!(&error, Error::Link(error) if error.is_foreign()), "{to}: {error:?}");
        // Nor behind a foreign host that has TLS.
        let away = answer(302, "").with("Location", "https://files.example/x");
        world.script.set([away, answer(302, "").with("Location", to)]);
        assert!(matches!(run(get().send(&client)), Err(Error::Link(_))), "{to}");
        assert_eq!(world.script.heard().len(), 2);
    }
}

// Rule 5: nothing shows a secret.

struct Provider;
impl TokenProvider for Provider {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        Box::pin(async { AccessToken::new("s3cret-provided") })
    }
}

fn shows_no_secret(shown: impl IntoIterator<Item = (&'static str, String)>) {
    for (what, text) in shown {
        assert!(!text.contains("s3cret"), "{what}: {text}");
    }
}

fn shown(value: &dyn Debug) -> String {
    format!("{value:?} {value:#?}")
}

#[test]
fn rule_5_what_holds_a_token_does_not_show_it() {
    let http = || DynHttpClient::new(Recorder(Script::default()));
    let builder = || GraphClient::builder(http()).token("s3cret");
    let provided = || GraphClient::builder(http()).token_provider(Provider);
    shows_no_secret([
        ("a token", shown(&AccessToken::new("s3cret").unwrap())),
        ("no token", shown(&AccessToken::new("s3cret s3cret").unwrap_err())),
        ("a builder", shown(&builder().base_url("https://u:s3cret@g").allow_origin("https://u:s3cret@g"))),
        ("a builder with a provider", shown(&provided())),
        ("a failed builder", shown(&builder().base_url("https://u:s3cret@g").build().unwrap_err())),
        ("a client", shown(&builder().build().unwrap())),
        ("a client with a provider", shown(&provided().build().unwrap())),
        ("a transport", shown(&http())),
        ("a token's request", token_request()),
    ]);
}

/// What a provider that logs its request would log.
fn token_request() -> String {
    struct Logging(Mutex<String>);
    impl TokenProvider for Logging {
        fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
            *self.0.lock().unwrap() += &format!("{request:?}");
            Box::pin(async { AccessToken::new("s3cret-of-the-provider") })
        }
    }
    let provider = Arc::new(Logging(Mutex::default()));
    let world = World::with_tls(|client| client.token_provider(provider.clone()));
    world.script.set([answer(401, "")]);
    run(get().send(&world.clients[0].1)).unwrap_err();
    let shown = provider.0.lock().unwrap().clone();
    assert!(shown.contains("refused: Some"), "{shown}");
    shown
}

#[test]
fn rule_5_links_and_requests_do_not_show_where_they_lead() {
    let (world, client) = world();
    let url = "https://graph.microsoft.com/v1.0/users?$skiptoken=s3cret";
    let link = || url.parse::<NextLink<User>>().unwrap();
    let page = json!({ "value": [], "@odata.nextLink": url }).to_string();
    world.script.set([answer(200, page).with("Set-Cookie", "s3cret").with("Location", "https://x/s3cret")]);
    let page = run(User::collection().list().request().unwrap().send_response(&client)).unwrap();
    let create = User::collection().create().display_name("x").password("s3cret".to_owned());
    let delta = || url.parse::<DeltaLink<User>>().unwrap();
    let changes = json!({ "value": [], "@odata.deltaLink": url }).to_string();
    world.script.set([answer(200, changes), answer(410, "s3cret").with("Location", url)]);
    let changes = run(delta().send(&client)).unwrap();
    let resync = run(delta().send(&client)).unwrap();
    shows_no_secret([
        ("a link", shown(&link())),
        ("its request", shown(&link().request())),
        ("its pages", shown(&link().pages(&client))),
        ("its items", shown(&link().stream(&client))),
        ("a page", shown(&page.value().as_ref().unwrap().next_link())),
        ("a delta link", shown(&delta())),
        ("its pages", shown(&delta().pages(&client))),
        ("its changes", shown(&delta().stream(&client))),
        ("a request that goes on at it", shown(&User::collection().delta().since(Some(delta())))),
        ("a page of changes", shown(&changes)),
        ("a resync", shown(&resync)),
        ("a response", shown(&page)),
        ("a request", shown(&get().header("cookie", "s3cret").query_option("$search", "s3cret"))),
        ("an item", shown(&User::collection().item("s3cret").get())),
        ("a create", shown(&create)),
        ("its request", shown(&create.request().unwrap())),
        ("an upload", shown(&Media::at("users/{id}", &[&"s3cret"]).upload("image/png", b"s3cret".to_vec()))),
        ("a download", shown(&Media::at("users/{id}", &[&"s3cret"]).download().header("cookie", "s3cret"))),
        ("a reference", shown(&Reference::url("https://graph.microsoft.com/s3cret"))),
    ]);
}

#[test]
fn rule_5_errors_show_neither_headers_nor_bodies() {
    let error = |status, body: &str| {
        let answer = answer(status, body).with("Location", "https://x/s3cret").with("Set-Cookie", "s3cret");
        let request = get().header("cookie", "s3cret").query_option("$search", "s3cret");
        let error = outcome([answer], request).unwrap_err();
        format!("{error} {}", shown(&error))
    };
    shows_no_secret([
        ("a refusal", error(403, "s3cret")),
        ("one with a body", error(403, r#"{"error":{"code":"c","message":"m","token":"s3cret"}}"#)),
        ("a failed condition", error(412, "s3cret")),
        ("no content", error(204, "")),
        ("what can't be read", error(200, "s3cret")),
        ("what was not modified", error(304, "")),
    ]);
}

#[test]
fn rule_5_the_header_is_marked_so_that_no_library_shows_it() {
    struct Sensitive;
    impl HttpClient for Sensitive {
        async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
            assert!(request.headers()["authorization"].is_sensitive());
            assert!(!format!("{request:?}").contains(TOKEN));
            Ok(Response::new(ENTITY.into()))
        }
        async fn sleep(&self, _: Duration) {}
    }
    run(get().send(&GraphClient::builder(Sensitive).token(TOKEN).build().unwrap())).unwrap();
    run(get().send(&GraphClient::builder(Sensitive).token_provider(Provider).build().unwrap())).unwrap();
}

#[test]
fn rule_5_display_is_one_bounded_line_whatever_the_service_says() {
    let nasty = "\u{1b}[2J\r\nError: you are root\u{0}\u{7}\u{85}\u{2028}\u{2029}\u{202e}\u{200b}\u{61c}\u{feff}";
    let long = format!("{nasty}{}", "x".repeat(100_000));
    for text in [nasty, &long] {
        for body in [
            json!({ "error": { "code": text, "message": text, "target": text } }),
            json!({ "error": { "code": "c", "message": { "value": text }, "innerError": { "code": text } } }),
            json!({ "error": text, "error_description": text }),
            json!({ "error": { "code": "c", "message": json!({ "Message": text }).to_string() } }),
        ] {
            for status in [400, 412, 428, 503] {
                let error = outcome([answer(status, body.to_string())], get()).unwrap_err();
                check_line(&error.to_string());
            }
        }
        // A body that does not fit, whose values and names are quoted.
        for body in
            [json!({ "id": { text: 1 } }), json!({ "id": [text] }), json!({ "id": "1", "displayName": { text: text } })]
        {
            check_line(&outcome([answer(200, body.to_string())], get()).unwrap_err().to_string());
        }
        let body = json!({ "successDeviceCount": text });
        check_line(&outcome([answer(200, body.to_string())], counts()).unwrap_err().to_string());
    }
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.counts", collection = "counts")]
struct Counts {
    success_device_count: i32,
    #[graph(extra)]
    extra: Extra,
}

fn counts() -> Request<Counts> {
    Counts::collection().item("1").get().request().unwrap()
}

fn check_line(line: &str) {
    assert!(line.len() < 5_000, "{} bytes", line.len());
    let breaks = |letter: char| {
        letter.is_control() || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{200b}' | '\u{61c}' | '\u{feff}')
    };
    assert!(!line.contains(breaks), "{line:?}");
}

// Rule 6: no header and no id changes what is asked.

#[test]
fn rule_6_no_header_ends_in_another() {
    let (world, client) = world();
    world.script.set([]);
    for evil in ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\n", "\u{7f}"] {
        let item = || User::collection().item("1");
        let requests = [
            get().header("client-request-id", evil),
            get().header("x-mine", evil),
            get().header(evil, "x"),
            get().prefer(evil),
            item().if_match(evil).get().request().unwrap_or_else(|_| get().header("a b", "")),
        ];
        for request in requests {
            assert!(matches!(run(request.send(&client)), Err(Error::Usage(_))), "{evil:?}");
        }
        assert!(matches!(run(item().if_match(evil).delete().send(&client)), Err(Error::Usage(_))), "{evil:?}");
        assert!(matches!(run(item().if_none_match(evil).delete().send(&client)), Err(Error::Usage(_))), "{evil:?}");
        assert!(matches!(run(item().media().put(evil, "x").send(&client)), Err(Error::Usage(_))), "{evil:?}");
        assert!(AccessToken::new(evil).is_err(), "{evil:?}");
        let saved = json!({ "url": "https://graph.microsoft.com/x", "prefer": evil });
        assert!(serde_json::from_value::<NextLink<User>>(saved).is_err(), "{evil:?}");
        // By an etag that the service sent.
        let etag = HeaderValue::try_from(evil);
        assert!(etag.is_err(), "{evil:?}");
    }
    assert!(world.script.heard().is_empty());
}

#[test]
fn rule_6_no_request_sets_what_is_the_client_s() {
    for name in ["authorization", "Authorization", "host", "content-length", "transfer-encoding"] {
        assert!(matches!(outcome([], get().header(name, "1")), Err(Error::Usage(_))), "{name}");
    }
}

#[test]
fn rule_6_no_id_changes_the_path() {
    for id in ["", ".", ".."] {
        assert!(matches!(User::collection().item(id).get().request(), Err(Error::Usage(_))), "{id}");
        assert!(
            matches!(run(Media::at("users/{id}/photo", &[&id]).get().send(&world().1)), Err(Error::Usage(_))),
            "{id}"
        );
        assert!(fails(Reference::directory_object(id)), "{id}");
    }
    for id in [
        "../admin",
        "a/../../b",
        "a/b",
        "a?b",
        "a#b",
        "%2e%2e",
        "..%2f",
        "a\\b",
        "a;b",
        "a\r\nHost: x",
        "a\0",
        "//x/",
        "@x",
    ] {
        let (world, client) = world();
        world.script.set([]);
        run(User::collection().item(id).get().send(&client)).unwrap();
        let heard = world.script.heard();
        let segments: Vec<_> = heard[0].path.split('/').collect();
        assert_eq!(segments.len(), 4, "{id}: {segments:?}");
        assert_eq!(&segments[..3], ["", "v1.0", "users"], "{id}");
        let plain = segments[3].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%-._~'()".contains(&byte));
        assert!(plain && !segments[3].starts_with("../"), "{id}: {segments:?}");
        assert!(heard[0].has_secret(), "it is the service's own");
    }
}

fn fails(reference: Reference) -> bool {
    let members = super::Group::collection().item("1").to_many(graph_entity::path!(super::Group.members));
    matches!(run(members.add_ref(reference).send(&world().1)), Err(Error::Usage(_)))
}

// Rule 7: everything has a bound.

#[test]
fn rule_7_the_size_of_an_answer() {
    struct Long;
    impl HttpClient for Long {
        async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
            let mut body = BoundedBody::new(Limits::of(&request).max_response_bytes);
            loop {
                body.push(&[b' '; 1 << 16])?;
            }
        }
        async fn sleep(&self, _: Duration) {
            panic!("what is too long once is too long again");
        }
    }
    for client in [GraphClient::builder(Long), GraphClient::builder(Long).max_response_bytes(10)] {
        let error = run(get().send(&client.token("t").build().unwrap())).unwrap_err();
        assert!(matches!(&error, Error::Transport(error) if error.is_too_large()), "{error:?}");
    }
}

#[test]
fn rule_7_the_depth_of_json() {
    let deep = |depth: usize| format!("{}{}", r#"{"a":"#.repeat(depth), "1".to_owned() + &"}".repeat(depth));
    for depth in [200, 100_000] {
        let deep = deep(depth);
        for body in [deep.clone(), "[".repeat(depth), format!(r#"{{"successDeviceCount":1,"unknown":{deep}}}"#)] {
            let error = outcome([answer(200, body)], counts()).map(drop).unwrap_err();
            assert!(matches!(error, Error::Decode(_)), "{error:?}");
        }
        // Of an error there is the status at least.
        for body in [format!(r#"{{"error":{deep}}}"#), "[".repeat(depth), inner(depth)] {
            let error = outcome([answer(400, body)], counts()).map(drop).unwrap_err();
            assert_eq!(error.status().unwrap(), 400);
        }
    }
    assert!(outcome([answer(200, format!(r#"{{"successDeviceCount":1,"unknown":{}}}"#, deep(50)))], counts()).is_ok());
}

fn inner(depth: usize) -> String {
    format!(r#"{{"error":{}1{}}}"#, r#"{"code":"c","innerError":"#.repeat(depth), "}".repeat(depth))
}

#[test]
fn rule_7_the_number_of_pages() {
    let (world, client) = world();
    let page = |number: usize| {
        let link = format!("https://graph.microsoft.com/v1.0/users?$skiptoken={number}");
        answer(200, json!({ "value": [], "@odata.nextLink": link }).to_string())
    };
    world.script.set((0..10).map(page));
    let mut pages = User::collection().list().pages(&client).max_pages(3);
    for _ in 0..3 {
        run(pages.next()).unwrap().unwrap();
    }
    let error = run(pages.next()).unwrap().unwrap_err();
    assert!(matches!(&error, Error::Link(error) if error.is_too_many_pages()), "{error:?}");
    assert_eq!(world.script.heard().len(), 3);
    // And links in a circle end by themselves.
    world.script.set((0..200).map(|number| page(number % 7)));
    let mut pages = User::collection().list().pages(&client);
    let end = loop {
        if let Err(error) = run(pages.next()).unwrap() {
            break error;
        }
    };
    assert!(matches!(&end, Error::Link(error) if error.is_loop()), "{end:?}");
}

#[test]
fn rule_7_the_number_of_redirects() {
    let (world, client) = world();
    for to in ["/v1.0/users/1", "https://files.example/x"] {
        world.script.set((0..20).map(|_| answer(307, "").with("Location", to)));
        let error = run(get().send(&client)).unwrap_err();
        assert!(matches!(&error, Error::Link(error) if error.is_too_many_redirects()), "{error:?}");
        assert_eq!(world.script.heard().len(), 6);
    }
}

/// Notes the waits, and does not wait.
#[derive(Clone, Default)]
struct Waits(Arc<Mutex<Vec<Duration>>>);
impl HttpClient for Waits {
    async fn send(&self, _: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        Ok(Response::builder().status(429).header("Retry-After", "99999999999").body(Bytes::new()).unwrap())
    }
    fn sleep(&self, duration: Duration) -> impl Future<Output = ()> + Send {
        self.0.lock().unwrap().push(duration);
        std::future::ready(())
    }
}

#[test]
fn rule_7_the_wait_that_a_service_asks_for() {
    for (retry, cap) in [
        (Retry::default(), Duration::from_secs(180)),
        (Retry::default().max_delay(Duration::from_secs(2)), Duration::from_secs(2)),
    ] {
        let waits = Waits::default();
        let client = GraphClient::builder(waits.clone()).token("t").no_timeout().retry(retry).build().unwrap();
        assert_eq!(run(get().send(&client)).unwrap_err().status().unwrap(), 429);
        assert_eq!(*waits.0.lock().unwrap(), [cap; 3]);
    }
}

// Rule 8: unknown members are no error, and what is kept of them is bounded by the answer.

#[test]
fn rule_8_what_is_unknown_is_no_error() {
    let many: serde_json::Map<_, _> = (0..10_000).map(|number| (format!("unknown{number}"), number.into())).collect();
    let mut body = many.clone();
    body.insert("successDeviceCount".to_owned(), 1.into());
    body.insert("@odata.unknown".to_owned(), json!({ "a": [] }));
    let read = outcome([answer(200, serde_json::Value::Object(body).to_string())], counts()).unwrap();
    assert_eq!(read.success_device_count, 1);
    // A type that keeps nothing of it.
    let entity =
        json!({ "id": "1", "displayName": "x", "unknown": many, "@odata.unknown": 1, "x@odata.unknown": null });
    assert!(outcome([answer(200, entity.to_string())], get()).is_ok());
}
