//! From page to page: the invariants of W6.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use graph_entity::{Error, Guarded, path};

use super::{DirectoryObject, Script, User};

const URL: &str = "https://graph.microsoft.com/v1.0/";

fn page(ids: &[&str], next: Option<&str>) -> String {
    let users: Vec<_> = ids.iter().map(|id| format!(r#"{{"id":"{id}","displayName":"{id}"}}"#)).collect();
    let next = next.map(|next| format!(r#","@odata.nextLink":"{URL}{next}""#)).unwrap_or_default();
    format!(r#"{{"@odata.context":"x","value":[{}]{next}}}"#, users.join(","))
}

fn script(pages: &[String]) -> Script {
    let script = Script::default();
    for page in pages {
        script.answer(http::Response::new(bytes::Bytes::from(page.clone())));
    }
    script
}

fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("nothing in here waits"),
    }
}

fn ids(items: impl Iterator<Item = Result<User, Error>>) -> Vec<String> {
    items.map(|user| user.unwrap().id).collect()
}

#[test]
fn items_come_from_page_to_page_by_the_link_as_it_is_with_the_headers_of_the_first() {
    // What a client that takes the link apart would change.
    let link = "users?$top=2&$skiptoken=RFNwdAIAAQ%2b%2Fa+b%3D%3d&x='a b'".replace(' ', "%20");
    let script = script(&[page(&["1", "2"], Some(&link)), page(&[], Some("users?p=3")), page(&["3"], None)]);
    let list = User::collection().list().filter(path!(User.age).ne(1)).max_page_size(2);
    let mut request = list.request().unwrap();
    request = request.header("x-mine", "kept").header("client-request-id", "first");
    assert_eq!(ids(request.iter(&script.client())), ["1", "2", "3"]);
    let asked = script.asked();
    assert_eq!(asked[1].uri().to_string(), format!("{URL}{link}"));
    assert_eq!(asked[2].uri().to_string(), format!("{URL}users?p=3"));
    for request in &asked {
        assert_eq!(request.headers()["consistencylevel"], "eventual");
        assert_eq!(request.headers()["prefer"], "odata.maxpagesize=2");
        assert_eq!(request.headers()["x-mine"], "kept");
        assert_eq!(request.headers()["authorization"], "Bearer t0ken");
        assert_eq!(request.headers()["accept"], "application/json");
        assert!(request.body().is_empty() && request.headers().get("content-type").is_none());
    }
    // Each exchange has an id of its own.
    let mut sent: Vec<_> = asked.iter().map(|request| request.headers()["client-request-id"].clone()).collect();
    sent.sort_unstable();
    sent.dedup();
    assert_eq!(sent.len(), 3);
}

#[test]
fn a_link_that_is_empty_or_null_is_the_end() {
    for end in [r#","@odata.nextLink":"""#, r#","@odata.nextLink":null"#, ""] {
        let script = script(&[format!(r#"{{"value":[{{"id":"1","displayName":"x"}}]{end}}}"#)]);
        assert_eq!(ids(User::collection().list().iter(&script.client())), ["1"]);
    }
    // It may come before the items, and the spelling of 4.01 is the same.
    let script = script(&[format!(r#"{{"@nextLink":"{URL}a","value":[],"@odata.count":"7"}}"#), page(&["1"], None)]);
    let mut pages = User::collection().list().count().iter_pages(&script.client());
    assert_eq!(pages.next().unwrap().unwrap().count(), Some(7));
    assert_eq!(pages.next().unwrap().unwrap().items().len(), 1);
    assert!(pages.next().is_none());
}

#[test]
fn a_page_tells_its_items_the_count_and_the_link() {
    let text = page(&["1"], Some("next?$skiptoken=s3cret")).replace(r#""value""#, r#""@odata.count":2,"value""#);
    let script = script(&[text]);
    let page = User::collection().list().count().send_blocking(&script.client()).unwrap();
    assert_eq!((page.items().len(), page.count()), (1, Some(2)));
    assert!(!format!("{page:?} {:?}", page.next_link()).contains("s3cret"));
    assert_eq!(page.into_iter().map(|user| user.id).collect::<Vec<_>>(), ["1"]);
}

#[test]
fn what_is_no_page_is_an_error_and_not_an_empty_one() {
    for body in ["{}", "[]", r#"{"id":"1"}"#, r#"{"error":{"code":"x"}}"#, "null", "\"\"", r#"{"value":{}}"#] {
        let script = script(&[body.to_owned()]);
        let error = User::collection().list().send_blocking(&script.client()).unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{body}: {error:?}");
    }
    let script = script(&[r#"{"value":null}"#.to_owned()]);
    assert!(User::collection().list().send_blocking(&script.client()).unwrap().items().is_empty());
}

#[test]
fn a_bad_item_is_told_by_its_path() {
    let text = page(&["1", "2"], None).replace(r#""id":"2""#, r#""id":2"#);
    let bad = || script(&[text.clone(), text.clone()]);
    let error = User::collection().list().send_blocking(&bad().client()).unwrap_err();
    assert!(error.to_string().contains("$.value[1].id"), "{error}");
    // Guarded, it harms no other.
    let items: Vec<_> = User::collection().list().guarded().iter(&bad().client()).map(Result::unwrap).collect();
    assert!(matches!(&items[0], Guarded::Good(user) if user.id == "1"));
    assert!(matches!(&items[1], Guarded::Bad(bad) if bad.path() == "$.id" && bad.json()["id"] == 2));
}

#[test]
fn an_abstract_collection_is_a_family() {
    let members = r##"{"value":[
        {"@odata.type":"#microsoft.graph.user","id":"1","displayName":"u"},
        {"@odata.type":"#microsoft.graph.device","id":"2"},
        {"displayName":"g","id":"3","@odata.type":"#microsoft.graph.group"}]}"##;
    let script = script(&[members.to_owned()]);
    let members: Vec<_> = DirectoryObject::in_group("1").list().iter(&script.client()).map(Result::unwrap).collect();
    assert!(matches!(&members[0], DirectoryObject::User(user) if user.display_name == "u"));
    assert!(
        matches!(&members[1], DirectoryObject::Other(other) if other.odata_type.as_deref() == Some("microsoft.graph.device"))
    );
    assert!(matches!(&members[2], DirectoryObject::Group(group) if group.id == "3"));
}

#[test]
fn pages_that_lead_back_end_with_an_error_soon() {
    // To itself, to the first, and in a circle of three.
    let cases: [(&[Option<&str>], usize); 3] = [
        (&[Some("a"), Some("a")], 2),
        (&[Some("users")], 1),
        (&[Some("a"), Some("b"), Some("c"), Some("a"), Some("b"), Some("c"), Some("a"), Some("b")], 7),
    ];
    for (links, at_most) in cases {
        let script = script(&links.iter().map(|link| page(&["1"], *link)).collect::<Vec<_>>());
        let mut items = User::collection().list().all_properties().iter(&script.client());
        let error = loop {
            match items.next().unwrap() {
                Ok(_) => {}
                Err(error) => break error,
            }
        };
        assert!(matches!(&error, Error::Link(link) if link.is_loop()), "{error:?}");
        assert!(!error.may_have_been_done());
        assert!(items.next().is_none());
        assert!(script.asked().len() <= at_most, "{links:?}");
    }
}

#[test]
fn there_is_a_bound_to_the_pages_and_a_link_to_go_on_from() {
    let script = script(&[page(&["1"], Some("2")), page(&["2"], Some("3")), page(&["3"], None)]);
    let mut items = User::collection().list().iter(&script.client()).max_pages(2);
    assert!(items.next().unwrap().is_ok() && items.next().unwrap().is_ok());
    let error = items.next().unwrap().unwrap_err();
    assert!(matches!(&error, Error::Link(link) if link.is_too_many_pages()));
    assert_eq!(error.to_string(), "there are more than 2 pages");
    assert!(items.next().is_none());
    assert_eq!(script.asked().len(), 2);
    let link = items.next_link().unwrap().clone();
    assert_eq!(ids(link.iter(&script.client())), ["3"]);
}

#[test]
fn after_an_error_nothing_more_comes_and_one_goes_on_where_it_was() {
    let script = script(&[page(&["1"], Some("2"))]);
    script.answer(http::Response::builder().status(503).body(bytes::Bytes::new()).unwrap());
    script.answer(http::Response::new(page(&["2"], None).into()));
    let mut pages = User::collection().list().iter_pages(&script.client());
    assert!(pages.next().unwrap().is_ok());
    assert_eq!(pages.next().unwrap().unwrap_err().status().unwrap(), 503);
    assert!(pages.next().is_none());
    let link = pages.next_link().unwrap().clone();
    assert_eq!(ids(link.iter(&script.client())), ["2"]);
    assert_eq!(script.lines()[1..], [format!("GET {URL}2"), format!("GET {URL}2")]);
}

/// reqwest writes `%27` where we write `'`, and the service links to what it was asked.
#[test]
fn a_link_back_is_known_however_its_quotes_are_written() {
    let url = "https://graph.microsoft.com/v1.0/users?$select=id,displayName,accountEnabled,age,type,hired,birthday,businessPhones,assignedLicenses";
    let script = Script::default();
    let list = || User::collection().list().filter(graph_entity::path!(User.display_name).eq("x"));
    let asked = list().request().unwrap().to_http("https://graph.microsoft.com", "v1.0").unwrap().uri().to_string();
    assert!(asked.starts_with(url) && asked.contains("'x'"), "{asked}");
    let link = asked.replace('\'', "%27");
    script.answer(http::Response::new(format!(r#"{{"value":[],"@odata.nextLink":"{link}"}}"#).into()));
    let error = list().iter(&script.client()).next().unwrap().unwrap_err();
    assert!(matches!(&error, Error::Link(error) if error.is_loop()), "{error:?}");
    assert_eq!(script.asked().len(), 1);
}

#[test]
fn what_is_wrong_with_the_request_is_the_first_item() {
    let script = Script::default();
    let mut items = graph_entity::Collection::<User>::at("a//b", &[]).list().iter(&script.client());
    assert!(matches!(items.next(), Some(Err(Error::Usage(_)))));
    assert!(items.next().is_none());
}

#[test]
fn streams_are_streams_and_have_a_next_of_their_own() {
    fn is_stream<S: futures_core::Stream<Item = Result<User, Error>> + Send + Unpin>(stream: S) -> S {
        stream
    }
    let script = script(&[page(&["1", "2"], Some("2")), page(&["3"], None)]);
    let mut items = is_stream(User::collection().list().stream(&script.client().erased()));
    now(async {
        let mut ids = Vec::new();
        while let Some(user) = items.next().await {
            ids.push(user.unwrap().id);
        }
        assert_eq!(ids, ["1", "2", "3"]);
        assert!(items.next().await.is_none());
    });
}

#[test]
fn all_items_at_once() {
    let pages = [page(&["1", "2"], Some("2")), page(&["3"], None)];
    let users = now(User::collection().list().stream(&script(&pages).client()).collect()).unwrap();
    assert_eq!(users.len(), 3);
    let client = script(&pages[..1]);
    client.answer(http::Response::builder().status(500).body(bytes::Bytes::new()).unwrap());
    assert!(now(User::collection().list().stream(&client.client()).collect()).is_err());
}

#[test]
fn all_items_are_those_that_were_not_taken() {
    let script = script(&[page(&["1", "2", "3"], Some("2")), page(&["4"], None)]);
    let mut items = User::collection().list().stream(&script.client());
    now(items.next()).unwrap().unwrap();
    let rest: Vec<_> = now(items.collect()).unwrap().into_iter().map(|user| user.id).collect();
    assert_eq!(rest, ["2", "3", "4"]);
}

/// A provider that waits, which a blocking call can't.
struct Waiting;

impl graph_entity::TokenProvider for Waiting {
    fn token<'a>(&'a self, _: graph_entity::TokenRequest<'a>) -> graph_entity::TokenFuture<'a> {
        Box::pin(std::future::pending())
    }
}

#[test]
fn an_iterator_that_can_t_wait_ends() {
    let client = graph_entity::GraphClient::builder(Script::default()).token_provider(Waiting).build().unwrap();
    assert_eq!(User::collection().list().iter(&client).take(100).filter(Result::is_err).count(), 1);
    assert_eq!(User::collection().list().iter_pages(&client).take(100).count(), 1);
}

#[test]
fn a_count_that_is_none_harms_nothing() {
    for (count, expected) in
        [("7", Some(7)), ("\"7\"", Some(7)), ("-1", None), ("1.5", None), ("\"x\"", None), ("null", None)]
    {
        let script = script(&[format!(r#"{{"@odata.count":{count},"value":[]}}"#)]);
        let page = User::collection().list().count().send_blocking(&script.client()).unwrap();
        assert_eq!(page.count(), expected, "{count}");
    }
}

/// What is read as the whole of a relationship has to be that.
#[test]
fn a_relationship_that_is_cut_off_is_not_taken_for_the_whole() {
    let group = |next: &str| format!(r#"{{"id":"1","displayName":"x","members":[{{"id":"5"}}]{next}}}"#);
    for (next, is_whole) in [
        (r#","members@odata.nextLink":"https://graph.microsoft.com/x""#, false),
        (r#","members@nextLink":"https://graph.microsoft.com/x""#, false),
        (r#","members@odata.nextLink":null"#, true),
        (r#","members@odata.nextLink":"""#, true),
        (r#","other@odata.nextLink":"https://graph.microsoft.com/x""#, true),
        (r#","members@odata.count":7"#, true),
    ] {
        let script = script(&[group(next)]);
        let read = super::Group::collection().item("1").get().send_blocking(&script.client());
        assert_eq!(read.is_ok(), is_whole, "{next}");
        if let Err(error) = read {
            let text = error.to_string();
            assert!(text.contains("$['members@odata.nextLink']") && text.contains("annotation = "), "{text}");
        }
    }
    // One that keeps what it does not name keeps that too.
    let message = r#"{"value":[{"id":"1","attachments":[],"attachments@odata.nextLink":"https://x"}]}"#;
    let page = super::Message::in_user("1").list().send_blocking(&script(&[message.to_owned()]).client()).unwrap();
    assert_eq!(page.items()[0].extra.get("attachments@odata.nextLink").unwrap(), "https://x");
}

#[test]
fn a_page_is_asked_for_when_the_one_before_is_used_up() {
    let script = script(&[page(&["1", "2"], Some("2")), page(&["3"], None)]);
    let mut items = User::collection().list().iter(&script.client());
    assert_eq!(script.asked().len(), 0);
    items.next().unwrap().unwrap();
    items.next().unwrap().unwrap();
    assert_eq!(script.asked().len(), 1);
    items.next().unwrap().unwrap();
    assert_eq!(script.asked().len(), 1);
    assert!(items.next().is_none());
    assert_eq!(script.asked().len(), 0);
}
