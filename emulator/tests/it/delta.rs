//! Delta queries: rounds, parts, removals, relations in pieces, and tokens.

use graph_entity_emulator::{Builder, Emulator, Fault, Server};
use serde_json::{Value, json};

use crate::support::{ask, ids, next, serve_builder};

fn directory() -> Builder {
    Emulator::builder()
        .token("secret")
        .collection("v1.0", "users")
        .odata_type("v1.0", "users", "microsoft.graph.user")
        .collection("v1.0", "groups")
        .odata_type("v1.0", "groups", "microsoft.graph.group")
        .references("v1.0", "groups/{id}/members", ["users", "groups"])
        .delta("v1.0", "users")
        .delta("v1.0", "groups")
}

fn user(id: &str) -> Value {
    json!({"id": id, "displayName": id, "city": "Ulm"})
}

fn link(page: &Value, name: &str) -> String {
    let url = page[name].as_str().unwrap_or_default();
    url.strip_prefix("http://graph").unwrap_or(url).to_owned()
}

/// A whole round: what it told, and the link to the next one.
fn round(server: &Server, path: &str) -> (Vec<Value>, String) {
    let (mut told, mut path) = (Vec::new(), path.to_owned());
    loop {
        let reply = ask(server, "GET", &path, &[], "");
        assert_eq!(reply.status, 200, "{path}: {:?}", reply.json());
        let page = reply.json();
        told.extend(page["value"].as_array().expect("a list").iter().cloned());
        match (next(&page), link(&page, "@odata.deltaLink")) {
            ("", delta) if !delta.is_empty() => return (told, delta),
            (more, delta) if !more.is_empty() && delta.is_empty() => more.clone_into(&mut path),
            links => panic!("one link, and one only: {links:?}"),
        }
    }
}

fn write(server: &Server, method: &str, path: &str, body: &Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let reply = ask(server, method, path, &["Content-Type: application/json"], &body);
    assert!(reply.status < 300, "{method} {path}: {}", reply.status);
}

#[test]
fn the_first_round_tells_all_and_later_ones_what_changed() {
    let builder = directory().page_size("v1.0", "users", 2);
    let server = serve_builder(["a", "b", "c"].iter().fold(builder, |all, id| all.item("v1.0", "users", user(id))));
    let (told, link) = round(&server, "/v1.0/users/delta?$select=displayName,city");
    assert_eq!(told, [user("a"), user("b"), user("c")]);
    assert_eq!(round(&server, &link).0, [json!(null); 0]);

    write(&server, "PATCH", "/v1.0/users/b", &json!({"city": "Bonn"}));
    write(&server, "PATCH", "/v1.0/users/a", &json!({"city": null, "mail": "nobody asks"}));
    write(&server, "DELETE", "/v1.0/users/c", &Value::Null);
    write(&server, "PATCH", "/v1.0/users/b", &json!({"displayName": "B"}));
    write(&server, "POST", "/v1.0/users", &json!({"displayName": "d"}));
    let (told, later) = round(&server, &link);
    assert_eq!(told[0], json!({"id": "a", "city": null}));
    assert_eq!(told[1], json!({"id": "c", "@removed": {"reason": "deleted"}}));
    assert_eq!(told[2], json!({"id": "b", "city": "Bonn", "displayName": "B"}));
    assert_eq!((told[3]["displayName"].as_str(), told.len()), (Some("d"), 4));
    assert!(round(&server, &later).0.is_empty());
    // A link is good as long as its token is, and tells the same once more.
    assert_eq!(round(&server, &link).0.len(), 4);
}

#[test]
fn what_happens_during_a_round_is_told_in_the_next() {
    let builder = directory().page_size("v1.0", "users", 1);
    let server = serve_builder(["a", "b"].iter().fold(builder, |all, id| all.item("v1.0", "users", user(id))));
    let first = ask(&server, "GET", "/v1.0/users/delta", &[], "").json();
    write(&server, "PATCH", "/v1.0/users/a", &json!({"city": "Bonn"}));
    write(&server, "DELETE", "/v1.0/users/b", &Value::Null);
    let (rest, link) = round(&server, next(&first));
    assert!(rest.is_empty());
    let told = round(&server, &link).0;
    assert_eq!(told, [json!({"id": "a", "city": "Bonn"}), json!({"id": "b", "@removed": {"reason": "deleted"}})]);
}

#[test]
fn what_a_filter_no_longer_lets_through_has_changed() {
    let server = serve_builder(directory().item("v1.0", "users", user("a")));
    let (told, link) = round(&server, "/v1.0/users/delta?$filter=city%20eq%20'Ulm'");
    assert_eq!(told, [user("a")]);
    write(&server, "PATCH", "/v1.0/users/a", &json!({"city": "Bonn"}));
    let (told, link) = round(&server, &link);
    assert_eq!(told, [json!({"id": "a", "@removed": {"reason": "changed"}})]);
    write(&server, "PATCH", "/v1.0/users/a", &json!({"city": "Ulm"}));
    assert_eq!(round(&server, &link).0, [user("a")]);
}

#[test]
fn members_come_in_pieces_of_the_same_group() {
    let users = ["a", "b", "c", "d", "e"];
    let builder = users.iter().fold(directory(), |all, id| all.item("v1.0", "users", user(id)));
    let urls: Vec<_> = users.iter().map(|id| format!("users/{id}")).collect();
    let group = json!({"id": "g", "displayName": "G", "members@odata.bind": urls});
    let builder =
        builder.item("v1.0", "groups", group).delta_pieces("v1.0", "groups", 2).page_size("v1.0", "groups", 1);
    let server = serve_builder(builder);
    let member = |id: &str| json!({"@odata.type": "#microsoft.graph.user", "id": id});
    let (told, link) = round(&server, "/v1.0/groups/delta?$select=displayName,members");
    assert_eq!(told[0], json!({"id": "g", "displayName": "G", "members@delta": [member("a"), member("b")]}));
    assert_eq!(told[1], json!({"id": "g", "members@delta": [member("c"), member("d")]}));
    assert_eq!(told[2..], [json!({"id": "g", "members@delta": [member("e")]})]);

    write(&server, "DELETE", "/v1.0/groups/g/members/a/$ref", &Value::Null);
    write(&server, "DELETE", "/v1.0/users/b", &Value::Null);
    write(&server, "DELETE", "/v1.0/groups/g/members/c/$ref", &Value::Null);
    write(&server, "POST", "/v1.0/groups/g/members/$ref", &json!({"@odata.id": "https://x/v1.0/users/c"}));
    let gone = |id: &str| json!({"@odata.type": "#microsoft.graph.user", "id": id, "@removed": {"reason": "deleted"}});
    let told = round(&server, &link).0;
    assert_eq!(told[0], json!({"id": "g", "members@delta": [gone("a"), gone("b")]}));
    assert_eq!(told[1..], [json!({"id": "g", "members@delta": [member("c")]})]);

    // Nobody asked for members.
    let (told, _) = round(&server, "/v1.0/groups/delta?$select=displayName");
    assert_eq!(told, [json!({"id": "g", "displayName": "G"})]);
}

#[test]
fn a_drive_tells_by_functions_and_facets() {
    let builder = Emulator::builder()
        .token("secret")
        .singleton("v1.0", "me/drive/root", json!({"id": "root"}))
        .collection("v1.0", "me/drive/items")
        .drive_delta("v1.0", "me/drive/root", "me/drive/items")
        .page_size("v1.0", "me/drive/items", 1)
        .item("v1.0", "me/drive/items", json!({"id": "1", "name": "a.txt", "file": {}}))
        .item("v1.0", "me/drive/items", json!({"id": "2", "name": "b.txt", "file": {}}));
    let server = serve_builder(builder);
    let first = ask(&server, "GET", "/v1.0/me/drive/root/delta()", &[], "").json();
    assert!(next(&first).starts_with("/v1.0/me/drive/root/delta(token='"), "{first}");
    let (_, link) = round(&server, next(&first));
    write(&server, "DELETE", "/v1.0/me/drive/items/1", &Value::Null);
    assert_eq!(round(&server, &link).0, [json!({"id": "1", "deleted": {"state": "deleted"}})]);

    let (told, link) = round(&server, "/v1.0/me/drive/root/delta?token=latest");
    assert!(told.is_empty());
    write(&server, "PATCH", "/v1.0/me/drive/items/2", &json!({"name": "c.txt"}));
    assert_eq!(round(&server, &link).0, [json!({"id": "2", "name": "c.txt"})]);

    server.emulator().expire_delta_tokens();
    let reply = ask(&server, "GET", &link, &[], "");
    assert_eq!((reply.status, reply.code().as_str()), (410, "resyncChangesApplyDifferences"));
    assert_eq!(reply.header("location"), "http://graph/v1.0/me/drive/root/delta?token=");
}

#[test]
fn a_link_is_good_as_it_is_until_its_token_is_too_old() {
    let builder = directory().item("v1.0", "users", user("a")).item("v1.0", "users", user("b"));
    let server = serve_builder(builder.page_size("v1.0", "users", 1));
    let first = ask(&server, "GET", "/v1.0/users/delta?$select=displayName", &[], "").json();
    let more = next(&first);
    assert!(more.contains("%2B%2F") && more.contains("%3D"), "{more}");
    for other in
        [format!("{more}&$top=1"), more.replace("%2B", "+"), more.replace("%3D", "="), more.replace("users", "Users")]
    {
        assert_eq!(ask(&server, "GET", &other, &[], "").status, 400, "{other}");
    }
    assert_eq!(ask(&server, "GET", "/v1.0/users/delta?$deltatoken=mine", &[], "").status, 400);
    assert_eq!(ask(&server, "GET", "/v1.0/users/delta?$foo=1", &[], "").status, 400);

    server.emulator().expire_delta_tokens();
    let reply = ask(&server, "GET", more, &[], "");
    assert_eq!((reply.status, reply.code().as_str()), (410, "resyncRequired"));
    let again = reply.header("location").strip_prefix("http://graph").expect("a URL of the service");
    assert_eq!(again, "/v1.0/users/delta?$select=displayName&$deltatoken=");
    assert_eq!(round(&server, again).0.len(), 2);

    let (told, link) = round(&server, "/v1.0/users/delta?$deltatoken=latest");
    assert!(told.is_empty());
    write(&server, "PATCH", "/v1.0/users/a", &json!({"city": "Bonn"}));
    assert_eq!(round(&server, &link).0, [json!({"id": "a", "city": "Bonn"})]);
}

#[test]
fn a_service_may_tell_twice_and_leave_pages_empty() {
    let builder = directory().delta_replays("v1.0", "users").empty_pages("v1.0", "users").page_size("v1.0", "users", 2);
    let server = serve_builder(["a", "b", "c"].iter().fold(builder, |all, id| all.item("v1.0", "users", user(id))));
    let first = ask(&server, "GET", "/v1.0/users/delta", &[], "").json();
    assert_eq!(ids(&first), ["a", "b", "b"]);
    let second = ask(&server, "GET", next(&first), &[], "").json();
    assert!(ids(&second).is_empty() && !next(&second).is_empty());
    let (rest, link) = round(&server, next(&second));
    assert_eq!(rest.len(), 2);
    write(&server, "PATCH", "/v1.0/users/a", &json!({"city": "Bonn"}));
    let (_, link) = round(&server, &link);
    let told = round(&server, &link).0;
    assert_eq!(told, [json!({"id": "a", "city": "Bonn"}), json!({"id": "a", "city": "Bonn"})]);
}

#[test]
fn where_no_changes_are_known_delta_is_a_key() {
    let builder = Emulator::builder().token("secret").collection("v1.0", "things");
    let server = serve_builder(builder.item("v1.0", "things", json!({"id": "delta", "n": 1})));
    assert_eq!(ask(&server, "GET", "/v1.0/things/delta", &[], "").json()["n"], 1);
    assert_eq!(ask(&server, "POST", "/v1.0/things/delta", &[], "").status, 405);
    let server = serve_builder(directory());
    assert_eq!(ask(&server, "POST", "/v1.0/users/delta", &[], "").status, 405);
    assert_eq!(ask(&server, "GET", "/v1.0/users/microsoft.graph.user/delta", &[], "").status, 200);
    assert!(Emulator::builder().delta("v1.0", "users").try_build().is_err());
    let drive = Emulator::builder().singleton("v1.0", "me/drive/root", json!({}));
    assert!(drive.drive_delta("v1.0", "me/drive/root", "me/drive/items").try_build().is_err());
}

#[test]
fn its_faults_are_those_of_links_and_tokens() {
    let server = serve_builder(directory().item("v1.0", "users", user("a")));
    let page = |fault| {
        server.emulator().fail_next(fault);
        ask(&server, "GET", "/v1.0/users/delta", &[], "")
    };
    let links = |reply: crate::support::Reply| {
        let page = reply.json();
        (page.get("@odata.nextLink").is_some(), page.get("@odata.deltaLink").is_some(), ids(&page).len())
    };
    assert_eq!(links(page(Fault::BothLinks)), (true, true, 1));
    assert_eq!(links(page(Fault::NoLinks)), (false, false, 1));
    assert_eq!(links(page(Fault::NextLink("x".into()))), (true, false, 1));
    assert_eq!(page(Fault::DeltaLink("x".into())).json()["@odata.deltaLink"], "x");
    let gone = page(Fault::Gone { code: "syncStateNotFound", location: Some("https://evil.example/".into()) });
    assert_eq!((gone.status, gone.code().as_str()), (410, "syncStateNotFound"));
    assert_eq!(gone.header("location"), "https://evil.example/");
}
