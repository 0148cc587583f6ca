//! The reader against small documents and, where it is there, against the list itself.

use std::path::Path;
use std::time::{Duration, Instant};

use super::{Least, Permissions, Scheme, read};

/// The list, if it is there: it is no part of the repository.
pub(super) fn listed() -> Option<Permissions> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/permissions/permissions.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: there is no list of permissions at {}", path.display());
        return None;
    };
    let started = Instant::now();
    let permissions = read(&text).unwrap_or_else(|error| panic!("{error}"));
    eprintln!("read and indexed in {:?}", started.elapsed());
    Some(permissions)
}

fn needed(permissions: &Permissions, method: &str, path: &str, scheme: Scheme) -> Vec<String> {
    let least = permissions.least(method, path, scheme);
    least.map(|least| least.needed().into_iter().map(str::to_owned).collect()).unwrap_or_default()
}

const SCRIPTS: [&str; 3] = [
    "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates",
    "deviceManagement/deviceManagementScripts/{deviceManagementScriptId}/userRunStates",
    "deviceManagement/deviceCustomAttributeShellScripts/{deviceCustomAttributeShellScriptId}/userRunStates",
];

#[test]
fn run_states_of_scripts_need_what_their_page_leaves_out() {
    let Some(permissions) = listed() else { return };
    for path in SCRIPTS {
        let item = format!("/beta/{path}/{{id}}/");
        for scheme in [Scheme::DelegatedWork, Scheme::Application] {
            for (method, path, expected) in [
                ("POST", path, "DeviceManagementConfiguration.ReadWrite.All"),
                ("GET", path, "DeviceManagementConfiguration.Read.All"),
                ("GET", &item, "DeviceManagementConfiguration.Read.All"),
                ("PATCH", &item, "DeviceManagementConfiguration.ReadWrite.All"),
                ("DELETE", &item, "DeviceManagementConfiguration.ReadWrite.All"),
            ] {
                assert_eq!(needed(&permissions, method, path, scheme), [expected], "{method} {path} {scheme}");
            }
        }
        assert!(permissions.least("POST", path, Scheme::DelegatedPersonal).is_none());
        assert!(permissions.least("PUT", path, Scheme::Application).is_none());
    }
}

#[test]
fn the_narrowest_of_several_is_first() {
    let Some(permissions) = listed() else { return };
    let cases = [
        ("GET", "users", Scheme::DelegatedWork, vec!["User.ReadBasic.All"]),
        ("GET", "users/{id}/messages", Scheme::DelegatedWork, vec!["Mail.ReadBasic"]),
        ("GET", "me", Scheme::DelegatedPersonal, vec!["User.Read"]),
        ("get", "/v1.0/me", Scheme::DelegatedWork, vec!["User.Read"]),
        ("POST", "users/{id | userPrincipalName}/microsoft.graph.sendMail", Scheme::Application, vec!["Mail.Send"]),
    ];
    for (method, path, scheme, expected) in cases {
        assert_eq!(needed(&permissions, method, path, scheme), expected, "{method} {path} {scheme}");
    }
    assert!(permissions.least("GET", "users/{id}/nothing", Scheme::Application).is_none());
}

#[test]
fn an_entity_by_an_alternate_key_is_that_by_its_id() {
    let Some(permissions) = listed() else { return };
    for method in ["GET", "PATCH", "DELETE"] {
        let by_id = needed(&permissions, method, "applications/{id}", Scheme::Application);
        assert!(!by_id.is_empty(), "{method}");
        for path in ["applications(appId={appId})", "applications(appId='{key}')", "applications(uniqueName={key})"] {
            assert_eq!(needed(&permissions, method, path, Scheme::Application), by_id, "{method} {path}");
        }
    }
}

#[test]
fn a_question_is_a_look_up() {
    let Some(permissions) = listed() else { return };
    let started = Instant::now();
    for _ in 0..10_000 {
        assert!(permissions.least("POST", SCRIPTS[0], Scheme::Application).is_some());
    }
    // 20 ms in release; a search through all paths would take minutes.
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

const SMALL: &str = r#"{"permissions": {
    "A.ReadWrite.All": {
        "schemes": {"Application": {"privilegeLevel": 3}, "Later": {}},
        "pathSets": [{"schemeKeys": ["Application"], "methods": ["GET", "POST"], "paths": {
            "/things": "least=Application,Later;AlsoRequires=B.Read.All,B.ReadWrite.All",
            "/Things/": "least=Application;AlsoRequires=B.Read.All",
            "/others": ""
        }}]
    },
    "A.Read.All": {
        "schemes": {"Application": {"privilegeLevel": 3}},
        "pathSets": [{"schemeKeys": ["Application"], "methods": ["GET"], "paths": {"/things": "least=Application"}}]
    }
}}"#;

#[test]
fn what_is_needed_besides_is_told() {
    let permissions = read(SMALL).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(needed(&permissions, "POST", "things", Scheme::Application), ["A.ReadWrite.All", "B.Read.All"]);
    let least = permissions.least("GET", "things", Scheme::Application);
    let names: Vec<_> = least.iter().flat_map(Least::choices).map(|choice| choice.permission).collect();
    assert_eq!(names, ["A.Read.All", "A.ReadWrite.All"]);
}

#[test]
fn nothing_marked_is_nothing_least() {
    let permissions = read(SMALL).unwrap_or_else(|error| panic!("{error}"));
    assert!(permissions.has_path("/others"));
    assert!(permissions.least("GET", "/others", Scheme::Application).is_none());
    assert!(!permissions.has_path("/none"));
}

#[test]
fn errors_name_the_place() {
    let cases = [
        ("{", "EOF while parsing an object at line 1 column 1"),
        ("[]", "the document: expected an object"),
        ("{}", "permissions: expected an object"),
        (r#"{"permissions": {"A": 1}}"#, r#"permissions["A"]: expected an object"#),
        (r#"{"permissions": {"A": {}}}"#, r#"permissions["A"].pathSets: expected an array"#),
        (r#"{"permissions": {"A": {"pathSets": [{}]}}}"#, r#"permissions["A"].pathSets[0].methods: expected an array"#),
        (
            r#"{"permissions": {"A": {"pathSets": [{"methods": ["GET", 1]}]}}}"#,
            r#"permissions["A"].pathSets[0].methods[1]: expected a string"#,
        ),
        (
            r#"{"permissions": {"A": {"pathSets": [{"methods": ["GET"], "paths": {"/x": 1}}]}}}"#,
            r#"permissions["A"].pathSets[0].paths["/x"]: expected a string"#,
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text).map(|_| ()).map_err(|error| error.to_string()), Err(expected.to_owned()), "{text}");
    }
}
