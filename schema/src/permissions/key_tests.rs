//! The key against the list, and its layout against what `rustfmt` makes of it.

use super::tests::listed;
use super::{Needed, Operation, PermissionKey, Place, fill, fill_all};
use crate::source::{Body, Derive, File, Item, Key};

fn needed(delegated: &[&str], application: &[&str]) -> Needed {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    Needed { delegated: owned(delegated), application: owned(application) }
}

#[test]
fn the_seed_is_filled() {
    let Some(permissions) = listed() else { return };
    let places = [
        Place::Collection("deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates"),
        Place::Collection("deviceManagement/deviceManagementScripts/{deviceManagementScriptId}/userRunStates"),
    ];
    let keys = fill_all(&permissions, &places);
    let expected = r#"#[graph_entity(
    odata = "microsoft.graph.user",
    permission(
        create = "DeviceManagementConfiguration.ReadWrite.All",
        get = "DeviceManagementConfiguration.Read.All",
        list = "DeviceManagementConfiguration.Read.All",
        update = "DeviceManagementConfiguration.ReadWrite.All",
        delete = "DeviceManagementConfiguration.ReadWrite.All"
    )
)]"#;
    let text = laid_out(keys.shared.iter().map(PermissionKey::key).collect());
    assert!(text.contains(expected), "{text}");
    assert_eq!(keys.each, [None, None]);
}

#[test]
fn places_that_differ_have_keys_of_their_own() {
    let Some(permissions) = listed() else { return };
    let places = [Place::Collection("users"), Place::Singleton("me"), Place::Collection("nowhere")];
    let keys = fill_all(&permissions, &places);
    assert_eq!(keys.shared, None);
    let operations = |number: usize| {
        let key = keys.each.get(number).cloned().flatten().unwrap_or_default();
        key.operations.into_iter().map(|(operation, _)| operation.name()).collect::<Vec<_>>()
    };
    assert_eq!(operations(0), ["create", "get", "list", "update", "delete"]);
    // The list marks nothing for `PATCH /me`.
    assert_eq!(operations(1), ["get"]);
    assert_eq!(keys.each.get(2), Some(&None));
    assert!(fill(&permissions, Place::Collection("nowhere")).is_empty());
}

#[test]
fn the_layout_is_that_of_rustfmt() {
    let key = |operations| PermissionKey { operations };
    let short = key(vec![(Operation::Get, needed(&["User.Read"], &[]))]);
    assert_eq!(short.key().to_string(), r#"permission(get(delegated = "User.Read"))"#);
    let long = key(vec![
        (Operation::Create, needed(&["A.B", "C.D"], &["A.B", "C.D"])),
        (Operation::Get, needed(&["A.B"], &["DeviceManagementConfiguration.Read.All"])),
        (Operation::List, needed(&["A.B"], &["C.D"])),
    ]);
    let path = Key::Text("path", "users".to_owned());
    let text = laid_out(vec![long.key(), Key::List("collection", vec![path, short.key()])]);
    // As `rustfmt` leaves it in a struct's list of keys.
    let expected = r#"#[graph_entity(
    odata = "microsoft.graph.user",
    permission(
        create = "A.B, C.D",
        get(
            delegated = "A.B",
            application = "DeviceManagementConfiguration.Read.All"
        ),
        list(delegated = "A.B", application = "C.D")
    ),
    collection(path = "users", permission(get(delegated = "User.Read")))
)]
"#;
    assert!(text.contains(expected), "{text}");
}

/// An entity with these keys.
fn laid_out(mut keys: Vec<Key>) -> String {
    keys.insert(0, Key::Text("odata", "microsoft.graph.user".to_owned()));
    let item = Item {
        docs: Vec::new(),
        derive: Derive::Entity,
        keys,
        name: "User".to_owned(),
        body: Body::Struct(Vec::new()),
    };
    File { items: vec![item], ..File::default() }.text()
}
