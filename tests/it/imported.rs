//! What `cargo graph-entity import` writes, as code: the texts of its own tests, read, written and sent.

use graph_entity::json;
use serde_json::json;

#[rustfmt::skip]
#[path = "../../schema/tests/import/family.rs"]
mod family;
#[rustfmt::skip]
#[path = "../../schema/tests/import/paths.rs"]
mod paths;
#[rustfmt::skip]
#[path = "../../schema/tests/import/projection.rs"]
mod projection;

use family::{AnyDirectoryObject, AnyIdentity, MalwareCategory, TeamParts, User};

/// Names that Rust does not take as they are, enums, raw values, a family, recursion, and what the metadata lacks.
#[test]
fn what_was_read_is_written_again() {
    let sample = json!({
        "@odata.type": "#microsoft.graph.user",
        "id": "1",
        "deletedDateTime": "2026-11-24T00:00:00Z",
        "type": "member",
        "self": "https://contoso.com",
        "request": true,
        "sizeInGB": 4,
        "businessPhones": ["1"],
        "parts": "apps,tabs",
        "malware": ["remote_Control_Software", "remoteControlSoftware", "tls1_0", "DOM", "newer"],
        "records": "anything",
        "anything": [[1, null], {"@type": "x"}],
        "anyEntity": {"@odata.type": "#microsoft.graph.group", "id": "2"},
        "owner": {"@odata.type": "#microsoft.graph.security.userIdentity", "id": "3", "extra": "x", "dynamic": 1},
        "error": {"innerError": {"innerError": {}, "causes": []}, "causes": [{"causes": []}]},
        "extension_1_name": "kept"
    });
    let user: User = json::from_str(&sample.to_string()).unwrap();
    assert_eq!(user.malware[0], MalwareCategory::RemoteControlSoftware2);
    assert_eq!(user.malware[4], MalwareCategory::Unrecognized("newer".to_owned()));
    assert!(user.parts.as_ref().is_some_and(|parts| parts.contains(&TeamParts::Tabs)));
    assert!(matches!(&user.owner, Some(AnyIdentity::UserIdentity(one)) if one.extra_.as_deref() == Some("x")));
    let again: User = json::from_slice(&json::to_vec(&user).unwrap()).unwrap();
    assert_eq!(again, user);
    let written: serde_json::Value = serde_json::from_slice(&json::to_vec(&user).unwrap()).unwrap();
    for (name, value) in sample.as_object().unwrap() {
        if name != "error" && name != "owner" {
            assert_eq!(&written[name], value, "{name}");
        }
    }
}

#[test]
fn a_family_reads_what_its_collection_has() {
    let objects: Vec<AnyDirectoryObject> =
        json::from_str(r##"[{"@odata.type": "#microsoft.graph.user", "id": "1"}, {"id": "2"}]"##).unwrap();
    assert!(matches!(&objects[0], AnyDirectoryObject::User(user) if user.id == "1"));
    assert!(matches!(&objects[1], AnyDirectoryObject::DirectoryObject(object) if object.id == "2"));
}

#[test]
fn requests_of_a_whole_type_ask_for_what_the_service_sends() {
    let list = User::collection().list().request().unwrap();
    assert_eq!((list.path(), list.query()), ("users", ""));
    let create = User::collection().create().r#type("guest").creation_mode("invited").request().unwrap();
    let body: serde_json::Value = serde_json::from_slice(create.body()).unwrap();
    let expected = json!({"@odata.type": "#microsoft.graph.user", "type": "guest", "creationMode": "invited"});
    assert_eq!(body, expected);
    assert_eq!(User::me().get().request().unwrap().query(), "");
}

#[test]
fn requests_of_a_projection_ask_for_that() {
    let list = projection::User::collection().list().request().unwrap();
    assert_eq!(list.query(), "$select=id,type&$expand=manager,alerts,mailbox");
}

#[test]
fn paths_have_constructors_of_different_names() {
    use paths::{Folder, Mailbox, SecurityAlert};
    assert_eq!(Mailbox::mailbox().get().request().unwrap().path(), "me/mailbox");
    assert_eq!(Mailbox::user_mailbox("1").get().request().unwrap().path(), "users/1/mailbox");
    assert_eq!(Folder::collection().list().request().unwrap().path(), "me/mailbox/folders");
    assert_eq!(Folder::in_user("1").list().request().unwrap().path(), "users/1/mailbox/folders");
    assert_eq!(Folder::in_folder("1").list().request().unwrap().path(), "me/mailbox/folders/1/folders");
    assert_eq!(SecurityAlert::in_user("1").create().request().unwrap().path(), "users/1/alerts");
}
