//! Settings that can't be used, and addresses that nobody else should reach.

use std::io::ErrorKind;

use graph_entity_emulator::{Builder, Emulator};
use serde_json::json;

use crate::support::{SCRIPTS, builder, call};

fn error(builder: Builder) -> String {
    builder.try_build().expect_err("a mistake").to_string()
}

#[test]
fn says_what_is_wrong() {
    let users = || Emulator::builder().collection("beta", "/users").collection("beta", "users/{id}/messages");
    assert_eq!(error(users().collection("v2", "a")), "v2 a: the version is neither `v1.0` nor `beta`");
    assert_eq!(error(users().collection("beta", "a/{b}")), "beta a/{b}: a collection ends in a name, not in a key");
    assert_eq!(error(users().collection("beta", "a//b")), "beta a//b: `` is neither a name nor a `{parameter}`");
    let undeclared = "no collection is declared for this template";
    assert_eq!(error(users().unique("v1.0", "users", "mail")), format!("v1.0 users: {undeclared}"));
    assert_eq!(error(users().odata_type("beta", "user", "a.b")), format!("beta user: {undeclared}"));
    let undeclared = "no collection is declared for this path";
    assert_eq!(error(users().item("beta", "users/1", json!({}))), format!("beta users/1: {undeclared}"));
    assert_eq!(error(users().item("beta", "users", json!([]))), "beta users: an item is a JSON object");
    let no_id = "beta users: the `id` of an item is a string, and not empty";
    assert_eq!(error(users().item("beta", "users", json!({"id": 1}))), no_id);
    let orphan = users().item("beta", "users/1/messages", json!({}));
    assert_eq!(error(orphan), "beta users/1/messages: there is no item `1` that this could be below");
    let one = || json!({"id": "1", "mail": "a"});
    assert_eq!(
        error(users().item("beta", "users", one()).item("beta", "users", one())),
        "beta users: two items have the same `id`"
    );
    let twice = users().item("beta", "users", one()).item("beta", "users", json!({"mail": "A"}));
    assert_eq!(error(twice.unique("beta", "users", "mail")), "beta users: two items have the same `mail`");
}

#[test]
fn says_what_is_wrong_with_relations_and_content() {
    let users = || Emulator::builder().collection("beta", "users").item("beta", "users", json!({"id": "1"}));
    let groups = || users().collection("beta", "groups").references("beta", "groups/{id}/members", ["users"]);
    let with = |item| error(groups().item("beta", "groups", item));
    assert_eq!(
        error(users().references("beta", "groups/{id}/members", ["user"])),
        "beta user: no collection is declared for this template"
    );
    assert_eq!(
        error(groups().reference("beta", "users/{id}/boss", ["groups/{id}/members"])),
        "beta users/{id}/boss: `groups/{id}/members` is no collection that it could lead to"
    );
    assert_eq!(
        error(groups().union("beta", "groups/{id}/members", ["users"])),
        "beta groups/{id}/members: two things are declared for this template"
    );
    let below = users().collection("beta", "users/{id}/messages").union("beta", "all", ["users/{id}/messages"]);
    assert_eq!(error(below), "beta all: `users/{id}/messages` is not one collection, but one for each parent");
    assert_eq!(with(json!({"members": {}})), "beta groups: `members` is a relation and no property");
    assert_eq!(with(json!({"members": [{}]})), "beta groups: nothing can be stored here by itself");
    assert!(with(json!({"members@odata.bind": ["users/2"]})).starts_with("beta groups: Resource '2' does not exist"));
    let with_group = || groups().item("beta", "groups", json!({"id": "g"}));
    assert!(error(with_group().link("beta", "groups/g/members", "users")).contains("Invalid URL 'users'"));
    assert_eq!(
        error(with_group().link("beta", "groups/x/members", "users/1")),
        "beta groups/x/members: there is no item `x` that this could be below"
    );
    assert!(error(with_group().link("beta", "groups", "users/1")).contains("Unsupported resource type"));
    assert_eq!(error(users().singleton("beta", "me", json!(1))), "beta me: an item is a JSON object");
    assert_eq!(error(users().page_size("beta", "users", 0)), "beta users: a page has at least one item");
    assert_eq!(
        error(users().content("beta", "users", "text/plain", "x")),
        "beta users: no media is declared for this path"
    );
    let operation = |template: &str| users().operation(http::Method::GET, "beta", template, |_| unreachable!());
    assert_eq!(error(operation("users/{id}")), "beta users/{id}: a collection ends in a name, not in a key");
}

#[test]
fn a_relation_wins_over_a_collection() {
    let emulator = Emulator::builder()
        .references("beta", "groups/{id}/members", ["users"])
        .collection("beta", "groups/{id}/members")
        .collection("beta", "users")
        .item("beta", "users", json!({"id": "1"}))
        .link("beta", "groups/any/members", "users/1")
        .build();
    assert_eq!(emulator.items("beta", "groups/any/members").len(), 1);
    assert_eq!(call(&emulator, "POST", "/beta/groups/any/members", "{}").0, 405);
}

#[test]
fn the_order_of_calls_does_not_matter() {
    let emulator = Emulator::builder()
        .item("beta", "users('1')/messages", json!({"subject": "x"}))
        .unique("beta", "users/{b}/Messages", "subject")
        .item("beta", "/users", json!({"id": "1"}))
        .collection("beta", "users/{a}/messages")
        .collection("beta", "users/{id}/messages")
        .collection("beta", "users")
        .build();
    assert_eq!(emulator.items("beta", "users/1/messages")[0]["id"].as_str().map(str::len), Some(36));
    assert_eq!(call(&emulator, "POST", "/beta/users/1/messages", r#"{"subject":"X"}"#).0, 409);
}

#[test]
#[should_panic(expected = "beta user: no collection is declared for this path")]
fn a_misspelt_path_is_no_empty_collection() {
    builder().build().items("beta", "user");
}

#[test]
#[should_panic(expected = "the version is neither")]
fn build_panics_with_the_message() {
    builder().collection("1.0", SCRIPTS).build();
}

#[test]
fn listens_on_loopback_only() {
    let emulator = builder().build();
    let refused = emulator.serve_on("0.0.0.0:0").expect_err("not loopback");
    assert_eq!(refused.kind(), ErrorKind::InvalidInput);
    assert!(emulator.serve_on("192.0.2.1:80").expect_err("not loopback").to_string().contains("192.0.2.1:80"));
    let server = emulator.serve_on("127.0.0.1:0").expect("a free port");
    let taken = emulator.serve_on(server.url().replace("http://", "")).expect_err("a taken port");
    assert_eq!(taken.kind(), ErrorKind::AddrInUse);
}
