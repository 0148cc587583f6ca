//! References between items, unions, and what `$expand` makes of them.

use graph_entity_emulator::{Builder, Emulator, Server};
use serde_json::{Value, json};

use crate::support::{ask, get, ids, next, request, send, serve_builder};

const ADDED: &str =
    "One or more added object references already exist for the following modified properties: 'members'.";

fn tenant() -> Builder {
    let user = |id: &str| json!({"id": id, "displayName": format!("User {id}")});
    Emulator::builder()
        .token("secret")
        .collection("v1.0", "users")
        .odata_type("v1.0", "users", "microsoft.graph.user")
        .collection("v1.0", "users/{id}/messages")
        .collection("v1.0", "devices")
        .odata_type("v1.0", "devices", "microsoft.graph.device")
        .collection("v1.0", "groups")
        .odata_type("v1.0", "groups", "microsoft.graph.group")
        .union("v1.0", "directoryObjects", ["users", "groups", "devices"])
        .odata_type("v1.0", "directoryObjects", "microsoft.graph.directoryObject")
        .references("v1.0", "groups/{id}/members", ["directoryObjects"])
        .odata_type("v1.0", "groups/{id}/members", "microsoft.graph.directoryObject")
        .references("v1.0", "groups/{id}/owners", ["users"])
        .reference("v1.0", "users/{id}/manager", ["users"])
        .item("v1.0", "groups", json!({"id": "g", "members@odata.bind": ["users/u1", "devices('d1')"]}))
        .item("v1.0", "groups", json!({"id": "empty"}))
        .item(
            "v1.0",
            "users",
            json!({"id": "u1", "displayName": "User u1", "manager@odata.bind": "/users/u2",
            "messages": [{"id": "m1", "subject": "b", "size": 1}, {"id": "m2", "subject": "a", "size": 2}]}),
        )
        .item("v1.0", "users", user("u2"))
        .item("v1.0", "users", user("u3"))
        .item("v1.0", "devices", json!({"id": "d1"}))
        .link("v1.0", "groups/g/owners", "users/u2")
}

fn serve() -> Server {
    serve_builder(tenant())
}

fn members(server: &Server, group: &str) -> Vec<String> {
    let items = server.emulator().items("v1.0", &format!("groups/{group}/members"));
    items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
}

fn reference(id: &str) -> String {
    json!({"@odata.id": format!("https://graph.microsoft.com/v1.0/{id}")}).to_string()
}

#[test]
fn members_are_items_of_other_collections() {
    let server = serve();
    let list = get(&server, "/v1.0/groups/g/members");
    assert_eq!(ids(&list), ["u1", "d1"]);
    assert_eq!(list["value"][0]["@odata.type"], "#microsoft.graph.user");
    assert_eq!(list["value"][1]["@odata.type"], "#microsoft.graph.device");
    assert_eq!(list["value"][0]["@odata.etag"], get(&server, "/v1.0/users/u1")["@odata.etag"]);
    let member = get(&server, "/v1.0/groups/g/members/u1?$select=displayName");
    assert_eq!((&member["@odata.type"], &member["displayName"]), (&json!("#microsoft.graph.user"), &json!("User u1")));
    assert_eq!(ids(&get(&server, "/v1.0/groups/g/members?$filter=displayName%20eq%20'user%20u1'")), ["u1"]);
    assert_eq!(send(&server, request("GET", "/v1.0/groups/g/members/$count")).body, b"2");
    for path in ["groups/g/members/u3", "groups/empty/members/u1", "groups/none/members"] {
        assert_eq!(send(&server, request("GET", &format!("/v1.0/{path}"))).status, 404, "{path}");
    }
    assert_eq!(ask(&server, "POST", "/v1.0/groups/g/members", &[], "{}").status, 405);
}

#[test]
fn references_are_added_and_removed() {
    let server = serve();
    let path = "/v1.0/groups/g/members/$ref";
    for target in ["directoryObjects/u2", "users('u3')"] {
        let reply = ask(&server, "POST", path, &[], &reference(target));
        assert_eq!((reply.status, reply.body.len()), (204, 0), "{target}");
    }
    assert_eq!(members(&server, "g"), ["u1", "d1", "u2", "u3"]);
    for target in ["users/u1", "directoryObjects/u2"] {
        let reply = ask(&server, "POST", path, &[], &reference(target));
        assert_eq!((reply.status, reply.code().as_str()), (400, "Request_BadRequest"));
        assert_eq!(reply.json()["error"]["message"], ADDED);
    }
    assert_eq!(ask(&server, "DELETE", "/v1.0/groups/g/members/u2/$ref", &[], "").status, 204);
    assert_eq!(ask(&server, "DELETE", "/v1.0/groups/g/members/u2/$ref", &[], "").status, 404);
    assert_eq!(members(&server, "g"), ["u1", "d1", "u3"]);
    assert_eq!(get(&server, "/v1.0/users/u2")["id"], "u2");
    let list = get(&server, path);
    assert_eq!(list["@odata.context"], "http://graph/v1.0/$metadata#Collection($ref)");
    assert_eq!(list["value"][1], json!({"@odata.id": "http://graph/v1.0/devices/d1"}));
}

#[test]
fn bad_references_are_refused() {
    let server = serve();
    for (path, body, status) in [
        ("groups/g/members/$ref", reference("users/none"), 404),
        ("groups/g/members/$ref", reference("users"), 400),
        ("groups/g/members/$ref", reference("planets/mars"), 400),
        ("groups/g/members/$ref", "{}".to_owned(), 400),
        ("groups/g/members/$ref", r#"{"@odata.id":1}"#.to_owned(), 400),
        ("groups/g/owners/$ref", reference("devices/d1"), 400),
        ("groups/none/members/$ref", reference("users/u1"), 404),
        ("groups/g/members/u1/$ref", reference("users/u1"), 405),
        ("users/u1/$ref", reference("users/u1"), 404),
        ("users/u1/messages/$ref", reference("users/u1"), 404),
    ] {
        assert_eq!(ask(&server, "POST", &format!("/v1.0/{path}"), &[], &body).status, status, "{path} {body}");
    }
    assert_eq!(members(&server, "g"), ["u1", "d1"]);
}

#[test]
fn a_single_reference_is_set_and_ended() {
    let server = serve();
    let manager = get(&server, "/v1.0/users/u1/manager");
    assert_eq!((&manager["id"], &manager["@odata.type"]), (&json!("u2"), &json!("#microsoft.graph.user")));
    assert_eq!(get(&server, "/v1.0/users/u1/manager/$ref")["@odata.id"], "http://graph/v1.0/users/u2");
    assert_eq!(send(&server, request("GET", "/v1.0/users/u2/manager")).status, 404);
    for id in ["u2", "u3"] {
        assert_eq!(
            ask(&server, "PUT", "/v1.0/users/u1/manager/$ref", &[], &reference(&format!("users/{id}"))).status,
            204
        );
        assert_eq!(get(&server, "/v1.0/users/u1/manager")["id"], id);
    }
    assert_eq!(ask(&server, "DELETE", "/v1.0/users/u1/manager/$ref", &[], "").status, 204);
    assert_eq!(ask(&server, "DELETE", "/v1.0/users/u1/manager/$ref", &[], "").status, 404);
    assert_eq!(send(&server, request("GET", "/v1.0/users/u1/manager")).status, 404);
    assert_eq!(get(&server, "/v1.0/users/u3")["id"], "u3");
}

#[test]
fn a_delete_without_ref_deletes_the_item_itself() {
    let server = serve();
    assert_eq!(ask(&server, "DELETE", "/v1.0/groups/g/members/u1", &[], "").status, 204);
    assert_eq!(send(&server, request("GET", "/v1.0/users/u1")).status, 404);
    assert_eq!(send(&server, request("GET", "/v1.0/users/u1/messages")).status, 404);
    assert_eq!(members(&server, "g"), ["d1"]);
    assert_eq!(ask(&server, "DELETE", "/v1.0/directoryObjects/u2", &[], "").status, 204);
    assert_eq!(get(&server, "/v1.0/groups/g/owners")["value"], json!([]));
    // A user who comes back has nothing of what was.
    assert_eq!(ask(&server, "PATCH", "/v1.0/users/u1", &["Prefer: create-if-missing"], "{}").status, 201);
    assert_eq!(send(&server, request("GET", "/v1.0/users/u1/manager")).status, 404);
    assert_eq!(get(&server, "/v1.0/users/u1/messages")["value"], json!([]));
    assert_eq!(members(&server, "g"), ["d1"]);
}

#[test]
fn a_union_is_all_of_them() {
    let server = serve_builder(tenant().page_size("v1.0", "directoryObjects", 2));
    let mut list = get(&server, "/v1.0/directoryObjects");
    let mut all: Vec<String> = ids(&list).into_iter().map(str::to_owned).collect();
    while !next(&list).is_empty() {
        list = get(&server, next(&list));
        all.extend(ids(&list).into_iter().map(str::to_owned));
    }
    assert_eq!(all, ["u1", "u2", "u3", "g", "empty", "d1"]);
    assert_eq!(get(&server, "/v1.0/directoryObjects/g")["@odata.type"], "#microsoft.graph.group");
    assert_eq!(send(&server, request("GET", "/v1.0/directoryObjects/$count")).body, b"6");
    assert_eq!(ask(&server, "PATCH", "/v1.0/directoryObjects/g", &[], r#"{"mail":"x"}"#).status, 204);
    assert_eq!(get(&server, "/v1.0/groups/g")["mail"], "x");
    assert_eq!(ask(&server, "POST", "/v1.0/directoryObjects", &[], "{}").status, 405);
    assert_eq!(send(&server, request("GET", "/v1.0/directoryObjects/none")).status, 404);
}

#[test]
fn binds_add_and_set() {
    let server = serve();
    let body = json!({"displayName": "New", "members@odata.bind": ["http://graph/v1.0/users/u3", "/users('u1')"],
        "owners@odata.bind": ["users/u1"], "unknown@odata.bind": "users/nobody"});
    let reply = ask(&server, "POST", "/v1.0/groups", &[], &body.to_string());
    assert_eq!(reply.status, 201);
    let group = reply.json();
    assert!(group.as_object().expect("an object").keys().all(|name| !name.contains("bind") && name != "members"));
    let id = group["id"].as_str().expect("an id");
    assert_eq!(members(&server, id), ["u3", "u1"]);
    let path = format!("/v1.0/groups/{id}");
    assert_eq!(ask(&server, "PATCH", &path, &[], r#"{"members@odata.bind":["devices/d1"]}"#).status, 204);
    assert_eq!(members(&server, id), ["u3", "u1", "d1"]);
    // All or nothing.
    let reply = ask(&server, "PATCH", &path, &[], r#"{"mail":"x","members@odata.bind":["users/u2","users/u1"]}"#);
    assert_eq!((reply.status, &reply.json()["error"]["message"]), (400, &json!(ADDED)));
    assert_eq!((members(&server, id).len(), get(&server, &path).get("mail")), (3, None));

    for (bind, manager) in [("\"users/u3\"", "u3"), ("\"http://x/beta/users/u2\"", "u2"), ("null", "")] {
        let body = format!(r#"{{"manager@odata.bind":{bind}}}"#);
        assert_eq!(ask(&server, "PATCH", "/v1.0/users/u1", &[], &body).status, 204, "{bind}");
        let managers = server.emulator().items("v1.0", "users/u1/manager");
        assert_eq!(managers.first().map_or("", |item| item["id"].as_str().expect("an id")), manager);
    }
    for (body, status) in [
        (r#"{"manager@odata.bind":"users/none"}"#, 404),
        (r#"{"manager@odata.bind":"nothing"}"#, 400),
        (r#"{"manager@odata.bind":["users/u3"]}"#, 400),
        (r#"{"messages@odata.bind":["users/u3"]}"#, 400),
        (r#"{"manager":{"id":"u3"}}"#, 400),
    ] {
        assert_eq!(ask(&server, "PATCH", "/v1.0/users/u1", &[], body).status, status, "{body}");
        assert_eq!(ask(&server, "POST", "/v1.0/users", &[], body).status, status, "{body}");
    }
    assert_eq!(server.emulator().items("v1.0", "users").len(), 3);
}

#[test]
fn directory_objects_take_twenty_references_at_once() {
    let users = (0..30).fold(tenant().directory("v1.0", "groups"), |builder, n| {
        builder.item("v1.0", "users", json!({"id": format!("n{n}")})).link(
            "v1.0",
            "groups/g/owners",
            format!("users/n{n}"),
        )
    });
    let server = serve_builder(users);
    let urls = |count: usize| (0..count).map(|n| format!("users/n{n}")).collect::<Vec<_>>();
    for (count, status) in [(21, 400), (20, 204)] {
        let body = json!({"members@odata.bind": urls(count)}).to_string();
        assert_eq!(ask(&server, "PATCH", "/v1.0/groups/empty", &[], &body).status, status, "{count}");
    }
    // And bring twenty along, whatever there is.
    let group = get(&server, "/v1.0/groups/g?$expand=owners");
    assert_eq!(group["owners"].as_array().map(Vec::len), Some(20));
    assert_eq!(group.get("owners@odata.nextLink"), None);
}

#[test]
fn expands() {
    let server = serve();
    let user = get(&server, "/v1.0/users/u1");
    assert!(user.get("messages").is_none() && user.get("manager").is_none());
    let path =
        "/v1.0/users/u1?$select=id&$expand=manager($select=displayName),messages($orderby=subject;$select=subject)";
    let user = get(&server, path);
    assert_eq!(user["@odata.context"], "http://graph/v1.0/$metadata#users(id,manager(),messages())/$entity");
    assert_eq!((&user["manager"]["displayName"], user.get("displayName")), (&json!("User u2"), None));
    assert_eq!(user["messages@odata.context"], "http://graph/v1.0/$metadata#users('u1')/messages(subject)");
    let subjects: Vec<_> = user["messages"].as_array().expect("a list").iter().map(|m| &m["subject"]).collect();
    assert_eq!(subjects, ["a", "b"]);
    assert!(user["messages"].as_array().expect("a list").iter().all(|m| m.get("size").is_none()));

    let user = get(&server, "/v1.0/users/u1?$expand=messages($filter=size%20gt%201;$count=true)");
    assert_eq!((user["messages"][0]["id"].as_str(), &user["messages@odata.count"]), (Some("m2"), &json!(1)));
    assert_eq!(get(&server, "/v1.0/users/u1?$expand=messages($top=1)")["messages"].as_array().map(Vec::len), Some(1));
    assert_eq!(get(&server, "/v1.0/users/u2?$expand=manager")["manager"], Value::Null);
    let group = get(&server, "/v1.0/groups?$expand=members($expand=manager,messages($skip=1))&$top=1");
    assert_eq!(group["value"][0]["members"][0]["manager"]["id"], "u2");
    assert_eq!(group["value"][0]["members"][0]["messages"][0]["id"], "m2");
    assert_eq!(group["value"][0]["members"][1]["@odata.type"], "#microsoft.graph.device");
    let group = get(&server, "/v1.0/groups/g?$expand=members/microsoft.graph.user($select=id),owners/$ref");
    assert_eq!(group["members"].as_array().map(Vec::len), Some(1));
    assert_eq!(group["owners"], json!([{"@odata.id": "http://graph/v1.0/users/u2"}]));
    let user = get(&server, "/v1.0/users/u1?$expand=*");
    assert!(user["messages"].is_array() && user["manager"].is_object());
    assert_eq!(get(&server, "/v1.0/users/u1?$expand=nothing").get("nothing"), None);
}

#[test]
fn the_rest_of_an_expanded_relation_is_behind_a_link() {
    let server = serve_builder(tenant().page_size("v1.0", "users/{id}/messages", 1));
    let user = get(&server, "/v1.0/users/u1?$expand=messages($select=subject)");
    assert_eq!(user["messages"][0]["id"], "m1");
    let link =
        user["messages@odata.nextLink"].as_str().and_then(|link| link.strip_prefix("http://graph")).expect("a link");
    let rest = get(&server, link);
    assert_eq!((ids(&rest), rest["value"][0].get("size"), next(&rest)), (vec!["m2"], None, ""));
}

#[test]
fn values_inside_of_an_item_are_expanded_too() {
    let server = serve_builder(tenant().item(
        "v1.0",
        "users",
        json!({"id": "u9", "licenses": [
        {"id": "l1", "rank": 2, "x": 1}, {"id": "l2", "rank": 1, "x": 2}], "photo": {"id": "p", "width": 1}}),
    ));
    let user =
        get(&server, "/v1.0/users/u9?$select=id&$expand=licenses($orderby=rank;$select=rank;$top=1),photo($select=id)");
    assert_eq!(user["licenses"], json!([{"id": "l2", "rank": 1}]));
    assert_eq!(user["photo"], json!({"id": "p"}));
}
