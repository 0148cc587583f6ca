//! Pages: their size, the links between them, and collections that are too big to be there.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use graph_entity_emulator::{Builder, Emulator, Server};
use serde_json::{Value, json};

use crate::support::{ask, get, ids, next, request, send, serve_builder};

fn numbered(count: usize) -> Builder {
    let builder = Emulator::builder().token("secret").collection("v1.0", "things");
    (0..count).fold(builder, |builder, n| builder.item("v1.0", "things", json!({"id": format!("t{n}"), "n": n})))
}

/// The pages behind `path`, following each link as it is.
fn pages(server: &Server, path: &str, headers: &[&str]) -> Vec<Value> {
    let mut pages: Vec<Value> = Vec::new();
    let mut path = path.to_owned();
    while !path.is_empty() {
        let reply = ask(server, "GET", &path, headers, "");
        assert_eq!(reply.status, 200, "{path}");
        next(&reply.json()).clone_into(&mut path);
        pages.push(reply.json());
        assert!(pages.len() < 100, "the pages have no end");
    }
    pages
}

fn sizes(pages: &[Value]) -> Vec<usize> {
    pages.iter().map(|page| ids(page).len()).collect()
}

#[test]
fn pages_have_the_size_that_is_asked_for() {
    let server = serve_builder(numbered(7).page_size("v1.0", "things", 3));
    assert_eq!(sizes(&pages(&server, "/v1.0/things", &[])), [3, 3, 1]);
    assert_eq!(sizes(&pages(&server, "/v1.0/things?$top=4", &[])), [4, 3]);
    assert_eq!(sizes(&pages(&server, "/v1.0/things?$top=7", &[])), [7]);
    assert_eq!(sizes(&pages(&server, "/v1.0/things?$top=999", &[])), [7]);
    assert_eq!(sizes(&pages(&server, "/v1.0/things", &["Prefer: odata.maxpagesize=5"])), [5, 2]);
    let reply = ask(&server, "GET", "/v1.0/things?$top=4", &["Prefer: odata.maxpagesize=5"], "");
    assert_eq!(reply.header("preference-applied"), "odata.maxpagesize=4");
    assert_eq!(ask(&server, "GET", "/v1.0/things", &[], "").header("preference-applied"), "");
    assert_eq!(sizes(&pages(&serve_builder(numbered(101)), "/v1.0/things", &[])), [100, 1]);
}

#[test]
fn links_keep_the_options() {
    let server = serve_builder(numbered(12).page_size("v1.0", "things", 2));
    let path = "/v1.0/things?$filter=n%20ge%202%20and%20n%20le%209&$select=n&$orderby=n%20desc&$skip=1&$count=true";
    let pages = pages(&server, path, &[]);
    let all: Vec<_> = pages.iter().flat_map(ids).collect();
    assert_eq!(all, ["t8", "t7", "t6", "t5", "t4", "t3", "t2"]);
    assert_eq!((sizes(&pages), &pages[0]["@odata.count"]), (vec![2, 2, 2, 1], &json!(8)));
    assert!(pages[1..].iter().all(|page| page.get("@odata.count").is_none()));
    let link = pages[0]["@odata.nextLink"].as_str().expect("a link");
    assert!(link.starts_with("http://graph/v1.0/things?$filter=n%20ge%202%20and%20n%20le%209&$select=n&"), "{link}");
    assert!(link.contains("&$skiptoken=RFNwdA%2B%2F") && link.ends_with("%3D"), "{link}");
    assert!(!link.contains("$skip="), "{link}");
}

#[test]
fn a_token_is_opaque() {
    let server = serve_builder(numbered(5).collection("v1.0", "others").page_size("v1.0", "things", 2));
    let link = next(&get(&server, "/v1.0/things?$select=n")).to_owned();
    assert_eq!(ids(&get(&server, &link)), ["t2", "t3"]);
    let (_, token) = link.split_once("$skiptoken=").expect("a token");
    for path in [
        link.replace('%', "%25"),
        link.replace("%2B", "%20"),
        link.replace("%3D", ""),
        format!("{link}x"),
        "/v1.0/things?$skiptoken=2".to_owned(),
        format!("/v1.0/things?$skiptoken={token}"),
        format!("/v1.0/others?$select=n&$skiptoken={token}"),
    ] {
        let reply = send(&server, request("GET", &path));
        assert_eq!((reply.status, reply.code().as_str()), (400, "BadRequest"), "{path}");
    }
}

#[test]
fn a_page_can_be_empty() {
    let server = serve_builder(numbered(5).page_size("v1.0", "things", 2).empty_pages("v1.0", "things"));
    let pages = pages(&server, "/v1.0/things", &[]);
    assert_eq!(sizes(&pages), [2, 0, 2, 0, 1]);
    assert_eq!(pages.iter().flat_map(ids).collect::<Vec<_>>(), ["t0", "t1", "t2", "t3", "t4"]);
}

#[test]
fn pages_stand_still_while_items_come_and_go() {
    let server = serve_builder(numbered(6).page_size("v1.0", "things", 2));
    let link = next(&get(&server, "/v1.0/things")).to_owned();
    for id in ["t0", "t2"] {
        assert_eq!(ask(&server, "DELETE", &format!("/v1.0/things/{id}"), &[], "").status, 204);
    }
    assert_eq!(ids(&get(&server, &link)), ["t3", "t4"]);
}

#[test]
fn a_million_items_cost_a_page_at_a_time() {
    let made = Arc::new(AtomicUsize::new(0));
    let counter = made.clone();
    let server = serve_builder(Emulator::builder().token("secret").generated("v1.0", "users", 1_000_000, move |n| {
        counter.fetch_add(1, Ordering::Relaxed);
        assert!(n < 1_000_000, "nobody asks for what isn't there");
        json!({"id": format!("user-{n}"), "even": n % 2 == 0})
    }));
    let mut list = get(&server, "/v1.0/users?$top=999&$count=true");
    assert_eq!((list["@odata.count"].as_u64(), ids(&list).len()), (Some(1_000_000), 999));
    for _ in 0..3 {
        list = get(&server, next(&list));
    }
    assert_eq!(ids(&list)[0], "user-2997");
    assert_eq!(made.swap(0, Ordering::Relaxed), 4000);
    assert_eq!(send(&server, request("GET", "/v1.0/users/$count")).body, b"1000000");
    assert_eq!(get(&server, "/v1.0/users/user-999999")["even"], false);
    assert_eq!(get(&server, "/v1.0/users?$filter=even%20eq%20true&$top=10")["value"][9]["id"], "user-18");
    assert!(made.load(Ordering::Relaxed) < 100);
    for (method, path) in [("POST", "/v1.0/users"), ("PATCH", "/v1.0/users/user-1"), ("DELETE", "/v1.0/users/user-1")] {
        let reply = ask(&server, method, path, &[], "{}");
        assert_eq!((reply.status, reply.header("allow")), (405, "GET"), "{method}");
    }
    assert_eq!(send(&server, request("GET", "/v1.0/users/user-1000000")).status, 404);
}
