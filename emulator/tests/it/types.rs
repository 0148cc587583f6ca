//! Types of items: casts in paths, abstract collections, and which types an answer tells.

use graph_entity_emulator::{Emulator, Server};
use serde_json::json;

use crate::support::{ask, get, ids, request, send, serve_builder};

fn serve() -> Server {
    serve_builder(
        Emulator::builder()
            .token("secret")
            .collection("v1.0", "users")
            .odata_type("v1.0", "users", "microsoft.graph.user")
            .collection("v1.0", "groups")
            .odata_type("v1.0", "groups", "microsoft.graph.group")
            .union("v1.0", "directoryObjects", ["users", "groups"])
            .odata_type("v1.0", "directoryObjects", "microsoft.graph.directoryObject")
            .references("v1.0", "groups/{id}/members", ["users", "groups"])
            .odata_type("v1.0", "groups/{id}/members", "microsoft.graph.directoryObject")
            .collection("v1.0", "policies")
            .odata_type("v1.0", "policies", "contoso.policy")
            .abstract_type("v1.0", "policies")
            .item("v1.0", "policies", json!({"id": "p1", "@odata.type": "#contoso.mailPolicy"}))
            .item("v1.0", "policies", json!({"id": "p2", "@odata.type": "#contoso.diskPolicy"}))
            .item("v1.0", "users", json!({"id": "u1", "displayName": "Ann"}))
            .item("v1.0", "users", json!({"id": "u2"}))
            .item("v1.0", "groups", json!({"id": "g", "members@odata.bind": ["users/u1", "groups/h", "users/u2"]}))
            .item("v1.0", "groups", json!({"id": "h"})),
    )
}

#[test]
fn a_cast_leaves_one_type() {
    let server = serve();
    let list = get(&server, "/v1.0/groups/g/members/microsoft.graph.user");
    assert_eq!(ids(&list), ["u1", "u2"]);
    assert_eq!(list["@odata.context"], "http://graph/v1.0/$metadata#groups('g')/members/microsoft.graph.user");
    // Here a reader knows the type.
    assert_eq!(list["value"][0].get("@odata.type"), None);
    for (path, expected) in [
        ("groups/g/members/Microsoft.Graph.User?$filter=displayName%20eq%20'ann'", vec!["u1"]),
        ("groups/g/members/microsoft.graph.group", vec!["h"]),
        ("groups/g/members/microsoft.graph.directoryObject", vec!["u1", "h", "u2"]),
        ("groups/g/members/microsoft.graph.nothing", vec![]),
        ("directoryObjects/microsoft.graph.group", vec!["g", "h"]),
        ("policies/contoso.policy", vec!["p1", "p2"]),
    ] {
        assert_eq!(ids(&get(&server, &format!("/v1.0/{path}"))), expected, "{path}");
    }
    for (path, count) in [("microsoft.graph.user", "2"), ("microsoft.graph.nothing", "0")] {
        let reply = send(&server, request("GET", &format!("/v1.0/groups/g/members/{path}/$count")));
        assert_eq!((reply.status, reply.body.as_slice()), (200, count.as_bytes()), "{path}");
    }
}

#[test]
fn a_cast_of_an_item_is_the_item_or_nothing() {
    let server = serve();
    let user = get(&server, "/v1.0/directoryObjects/u1/microsoft.graph.user");
    assert_eq!((&user["displayName"], &user["id"]), (&json!("Ann"), &json!("u1")));
    assert_eq!(get(&server, "/v1.0/groups/g/members/u1/microsoft.graph.user")["id"], "u1");
    for path in ["directoryObjects/u1/microsoft.graph.group", "directoryObjects/none/microsoft.graph.user"] {
        assert_eq!(send(&server, request("GET", &format!("/v1.0/{path}"))).status, 404, "{path}");
    }
    assert_eq!(ask(&server, "PATCH", "/v1.0/directoryObjects/u1/microsoft.graph.user", &[], "{}").status, 405);
    assert_eq!(send(&server, request("GET", "/v1.0/directoryObjects/microsoft.graph.user/$ref")).status, 404);
}

#[test]
fn an_answer_tells_a_type_that_nobody_expects() {
    let server = serve();
    assert_eq!(get(&server, "/v1.0/users/u1").get("@odata.type"), None);
    assert_eq!(get(&server, "/v1.0/directoryObjects/u1")["@odata.type"], "#microsoft.graph.user");
    let policies = get(&server, "/v1.0/policies?$select=id");
    assert_eq!(policies["value"][0]["@odata.type"], "#contoso.mailPolicy");
}

#[test]
fn an_abstract_type_is_never_created() {
    let server = serve();
    for body in ["{}", r##"{"@odata.type":"#contoso.policy"}"##, r#"{"@odata.type":null}"#] {
        let reply = ask(&server, "POST", "/v1.0/policies", &[], body);
        assert_eq!((reply.status, reply.code().as_str()), (400, "BadRequest"), "{body}");
    }
    let reply = ask(&server, "POST", "/v1.0/policies", &[], r##"{"@odata.type":"#contoso.vpnPolicy","name":"x"}"##);
    assert_eq!((reply.status, &reply.json()["@odata.type"]), (201, &json!("#contoso.vpnPolicy")));
    assert_eq!(ask(&server, "POST", "/v1.0/users", &[], r##"{"@odata.type":"#microsoft.graph.group"}"##).status, 400);
}
