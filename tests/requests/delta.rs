//! Delta queries: what is asked, where one goes on, and answers of every kind (W6).

use graph_entity::delta::ResyncKind;
use graph_entity::{Change, DeltaAnswer, DeltaLink, Error, GraphEntity, Guarded, Item, RemovedReason, path};

use super::{DirectoryObject, Script, User, line};

const URL: &str = "https://graph.microsoft.com/v1.0/";

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
struct Team {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    #[graph(annotation = "members@delta")]
    members: Vec<Change<DirectoryObject>>,
    #[graph(annotation = "owners@delta")]
    owners: Vec<Change<User>>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.driveItem", collection = "me/drive/items")]
struct DriveItem {
    #[graph(key, read_only)]
    id: String,
    name: Option<String>,
}

fn page(changes: &str, link: &str) -> String {
    format!(r#"{{"@odata.context":"x","value":[{changes}]{link}}}"#)
}

fn next(path: &str) -> String {
    format!(r#","@odata.nextLink":"{URL}{path}""#)
}

fn delta(path: &str) -> String {
    format!(r#","@odata.deltaLink":"{URL}{path}""#)
}

fn script(pages: &[String]) -> Script {
    let script = Script::default();
    for page in pages {
        script.answer(http::Response::new(bytes::Bytes::from(page.clone())));
    }
    script
}

fn gone(script: &Script, location: Option<&str>, body: &'static str) {
    let mut response = http::Response::builder().status(410);
    if let Some(location) = location {
        response = response.header("location", location);
    }
    script.answer(response.body(bytes::Bytes::from_static(body.as_bytes())).unwrap());
}

#[test]
fn the_first_request_has_the_options() {
    let request = User::collection().delta().request().unwrap();
    let select = "id,displayName,accountEnabled,age,type,hired,birthday,businessPhones,assignedLicenses";
    assert_eq!(line(request), format!("GET https://g/v1.0/users/delta?$select={select}"));
    // The relationship of each `@delta`, and no `$expand`.
    assert_eq!(Team::collection().delta().request().unwrap().query(), "$select=id,displayName,members,owners");
    assert_eq!(Team::collection().delta().all_properties().request().unwrap().query(), "");
    let own = Team::collection().delta().query_option("$select", "members").request().unwrap();
    assert_eq!(own.query(), "$select=members");

    let asked = User::collection().delta().filter(path!(User.id).eq("1")).all_properties().max_page_size(5);
    let asked = asked.prefer("return=minimal").request().unwrap();
    assert_eq!(asked.query(), "$filter=id%20eq%20'1'");
    assert_eq!(asked.headers()["prefer"], "odata.maxpagesize=5, return=minimal");
    // No advanced query.
    assert!(!asked.headers().contains_key("consistencylevel"));

    let latest = User::collection().delta().all_properties().latest().request().unwrap();
    assert_eq!(latest.query(), "$deltatoken=latest");
    let drive = Item::<DriveItem>::at("me/drive/root", &[]).delta().latest().request().unwrap();
    assert_eq!(line(drive), "GET https://g/v1.0/me/drive/root/delta?$select=id,name&token=latest");
    let view = graph_entity::Collection::<DriveItem>::at("users/{id}/calendarView", &[&"a/b"]).delta();
    let view = view.all_properties().query_option("startDateTime", "2026-11-01T00:00:00Z").request().unwrap();
    assert_eq!(line(view), "GET https://g/v1.0/users/a%2Fb/calendarView/delta?startDateTime=2026-11-01T00:00:00Z");
    let cast = graph_entity::Collection::<DirectoryObject>::at("directoryObjects", &[]).of::<Team>().delta();
    assert_eq!(
        line(cast.all_properties().request().unwrap()),
        "GET https://g/v1.0/directoryObjects/microsoft.graph.group/delta"
    );
}

#[test]
fn a_round_goes_from_page_to_page_and_ends_with_a_link_for_later() {
    let script = script(&[
        page(r#"{"id":"1","displayName":"A"}"#, &next("users/delta?$skiptoken=a%2b+b=")),
        page("", &next("users/delta?$skiptoken=2")),
        page(r#"{"id":"2","@removed":{"reason":"changed"}}"#, &delta("users/delta?$deltatoken=d")),
    ]);
    let client = script.client();
    let mut pages = User::collection().delta().all_properties().prefer("return=minimal").iter_pages(&client);
    let mut changes = Vec::new();
    assert!(pages.link().is_none());
    while let Some(answer) = pages.next() {
        let DeltaAnswer::Page(page) = answer.unwrap() else { panic!("a page") };
        assert_eq!(page.link().unwrap(), pages.link().unwrap());
        changes.extend(page);
    }
    let Change::Upsert(first) = &changes[0] else { panic!("it was not removed") };
    assert_eq!(first.present().collect::<Vec<_>>(), ["id", "displayName"]);
    let Change::Removed(second) = &changes[1] else { panic!("it was removed") };
    assert_eq!((second.key().as_deref(), second.reason()), (Some("2"), Some(RemovedReason::Changed)));
    let asked = script.asked();
    assert_eq!(asked[1].uri().to_string(), format!("{URL}users/delta?$skiptoken=a%2b+b="));
    assert!(asked.iter().all(|request| request.headers()["prefer"] == "return=minimal"));

    // Later, in another process.
    let link = pages.link().unwrap();
    assert!(link.is_delta());
    let stored = serde_json::to_string(&Some(link)).unwrap();
    let restored: Option<DeltaLink<User>> = serde_json::from_str(&stored).unwrap();
    assert_eq!(restored.as_ref(), Some(link));
    script.answer(http::Response::new(page("", &delta("users/delta?$deltatoken=e")).into()));
    let DeltaAnswer::Page(later) = User::collection().delta().since(restored).send_blocking(&client).unwrap() else {
        panic!("a page")
    };
    assert!(later.changes().is_empty() && later.link().unwrap().is_delta());
    let asked = script.asked();
    assert_eq!(asked[0].uri().to_string(), format!("{URL}users/delta?$deltatoken=d"));
    assert_eq!(asked[0].headers()["prefer"], "return=minimal");
}

#[test]
fn changes_come_one_by_one() {
    let script = script(&[
        page(r#"{"id":"1"},{"id":"2"}"#, &next("users/delta?p=2")),
        page(r#"{"id":"1"}"#, &delta("users/delta?d=1")),
    ]);
    let mut changes = User::collection().delta().iter(&script.client());
    let ids: Vec<_> = changes.by_ref().map(|change| change.unwrap().key().unwrap().into_owned()).collect();
    assert_eq!(ids, ["1", "2", "1"]);
    assert!(changes.link().unwrap().is_delta());
}

#[test]
fn a_page_with_no_clear_link_is_told_and_then_the_error() {
    let both = format!("{}{}", next("users/delta?p=2"), delta("users/delta?d=1"));
    for links in ["", r#","@odata.nextLink":"","@odata.deltaLink":null"#, &both] {
        let script =
            script(&[page(r#"{"id":"1"}"#, &next("users/delta?p=1")), page(r#"{"id":"2"},{"id":"3"}"#, links)]);
        let mut pages = User::collection().delta().iter_pages(&script.client());
        assert!(matches!(pages.next(), Some(Ok(DeltaAnswer::Page(_)))));
        let Some(Ok(DeltaAnswer::Page(page))) = pages.next() else { panic!("the page is there") };
        assert_eq!(page.changes().len(), 2);
        assert!(page.link().unwrap_err().is_unclear());
        let Some(Err(Error::Link(error))) = pages.next() else { panic!("an error") };
        assert!(error.is_unclear());
        assert!(pages.next().is_none());
        // The page is asked for again.
        let again = pages.link().unwrap().clone().request();
        assert_eq!(line(again), format!("GET {URL}users/delta?p=1"));
    }
}

#[test]
fn links_that_lead_elsewhere_or_back_are_not_followed() {
    let first = page("", &next("users/delta?p=1"));
    for (link, is) in [
        ("https://evil.example/users/delta?p=2", "foreign"),
        ("http://graph.microsoft.com/v1.0/users/delta?p=2", "foreign"),
        ("https://[graph", "malformed"),
        ("https://graph.microsoft.com/v1.0/users/delta?p=1", "loop"),
    ] {
        let script = script(&[first.clone(), page("", &format!(r#","@odata.nextLink":"{link}""#))]);
        let mut pages = User::collection().delta().iter_pages(&script.client());
        assert!(pages.next().unwrap().is_ok() && pages.next().unwrap().is_ok());
        let Some(Err(Error::Link(error))) = pages.next() else { panic!("{link}") };
        let told = (error.is_foreign(), error.is_malformed(), error.is_loop());
        assert_eq!(told, (is == "foreign", is == "malformed", is == "loop"), "{link}");
        assert!(pages.next().is_none());
        assert_eq!(script.asked().len(), 2);
    }
    let script = script(&[first.clone(), first]);
    let mut pages = User::collection().delta().iter_pages(&script.client()).max_pages(1);
    assert!(pages.next().unwrap().is_ok());
    assert!(matches!(pages.next(), Some(Err(Error::Link(error))) if error.is_too_many_pages()));
}

#[test]
fn a_410_is_a_value_at_any_page() {
    let cases = [
        (r#"{"error":{"code":"resyncRequired","message":"m"}}"#, ResyncKind::Full),
        (
            r#"{"error":{"code":"gone","innerError":{"code":"resyncChangesApplyDifferences"}}}"#,
            ResyncKind::ApplyDifferences,
        ),
        (
            r#"{"error":{"code":"x","details":[{"code":"ResyncChangesUploadDifferences"}]}}"#,
            ResyncKind::UploadDifferences,
        ),
        (r#"{"error":{"code":"SyncStateNotFound"}}"#, ResyncKind::Full),
        ("", ResyncKind::Full),
        ("<html>", ResyncKind::Full),
    ];
    for (body, kind) in cases {
        let script = script(&[page(r#"{"id":"1"}"#, &next("users/delta?p=1"))]);
        gone(&script, Some(&format!("{URL}users/delta?$deltatoken=")), body);
        let mut pages = User::collection().delta().prefer("return=minimal").iter_pages(&script.client());
        assert!(pages.next().unwrap().is_ok());
        let Some(Ok(DeltaAnswer::Resync(resync))) = pages.next() else { panic!("{body}") };
        assert_eq!((resync.kind(), resync.service().status().as_u16()), (kind, 410));
        assert!(pages.next().is_none());
        // Where to begin again, with what each page needs.
        let again = resync.into_link().unwrap();
        assert!(!again.is_delta());
        let request = again.request();
        assert_eq!(request.headers()["prefer"], "return=minimal");
        assert_eq!(line(request), format!("GET {URL}users/delta?$deltatoken="));
    }
    // A code of old, with another status; none that says where to begin.
    let script = Script::default();
    let code = r#"{"error":{"code":"syncStateNotFound","message":"m"}}"#;
    script.answer(http::Response::builder().status(400).body(code.into()).unwrap());
    let Ok(DeltaAnswer::Resync(resync)) = User::collection().delta().send_blocking(&script.client()) else {
        panic!("a value")
    };
    assert!(resync.link().is_none());
    // What else is refused is an error; so is a 410 to who wants changes one by one, or sends the request itself.
    script.answer(http::Response::builder().status(400).body("".into()).unwrap());
    assert!(matches!(User::collection().delta().send_blocking(&script.client()), Err(Error::Service(_))));
    gone(&script, None, "");
    let error = User::collection().delta().iter(&script.client()).next().unwrap().unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(410));
}

#[test]
fn where_to_begin_again_is_checked_as_any_link() {
    let script = Script::default();
    gone(&script, Some("https://evil.example/v1.0/users/delta"), "");
    gone(&script, Some("users/delta?token="), "");
    let client = script.client();
    let resync = |answer| match answer {
        Ok(DeltaAnswer::Resync(resync)) => resync,
        _ => panic!("a value"),
    };
    let evil = resync(User::collection().delta().send_blocking(&client));
    assert!(!format!("{evil:?}").contains("evil"));
    let error = evil.into_link().unwrap().send_blocking(&client).unwrap_err();
    assert!(matches!(error, Error::Link(error) if error.is_foreign()));
    // A relative one is below the root of the version.
    let relative = resync(User::collection().delta().send_blocking(&client));
    assert_eq!(line(relative.into_link().unwrap().request()), format!("GET {URL}users/delta?token="));
    assert_eq!(script.asked().len(), 2);
}

#[test]
fn a_bad_value_is_an_error_with_its_path_or_a_value() {
    let body = page(r#"{"id":"1"},{"id":"2","age":"x"},{"id":"3","@removed":{}}"#, &delta("users/delta?d=1"));
    let script = script(&[body.clone(), body]);
    let client = script.client();
    let Err(Error::Decode(error)) = User::collection().delta().send_blocking(&client) else { panic!("it is bad") };
    assert_eq!(error.path(), "$.value[1].age");
    let answer = User::collection().delta().guarded().send_blocking(&client).unwrap();
    let DeltaAnswer::Page(page) = answer else { panic!("a page") };
    let told: Vec<_> = page.changes().iter().map(Guarded::as_ref).collect();
    assert_eq!(told[1].unwrap_err().path(), "$.age");
    assert!(told[2].unwrap().is_removed() && !told[0].unwrap().is_removed());
}

#[test]
fn a_link_is_read_for_what_a_token_may_go_to_only() {
    let read = |text: &str| serde_json::from_str::<DeltaLink<User>>(text);
    assert!(!read(r#"{"kind":"next","url":"https://g/x","more":1}"#).unwrap().is_delta());
    assert!(read(r#"{"url":"http://127.0.0.1:1/x","kind":"delta","prefer":"a"}"#).unwrap().is_delta());
    for text in [
        r#"{"kind":"next","url":"http://g/x"}"#,
        r#"{"kind":"next","url":"x"}"#,
        r#"{"kind":"next"}"#,
        r#"{"url":"https://g/x"}"#,
        r#"{"kind":"other","url":"https://g/x"}"#,
        r#"{"kind":"next","url":"https://g/x","prefer":"a\nb"}"#,
        "null",
        "1",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
    let kept: DeltaLink<User> = "https://g/x?$deltatoken=s3cret".parse().unwrap();
    assert!(kept.is_delta() && !format!("{kept:?}").contains("s3cret"));
    assert!("http://g/x".parse::<DeltaLink<User>>().is_err());
}
