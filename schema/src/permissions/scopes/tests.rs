//! What is found in sources, and what is told of those that can't be read.

use super::{Detail, Scopes, of_crate};

fn scopes(text: &str) -> Scopes {
    let mut scopes = Scopes::default();
    scopes.add_file("src/lib.rs", text).unwrap_or_else(|error| panic!("{error}"));
    scopes
}

fn error(text: &str) -> String {
    Scopes::default().add_file("src/lib.rs", text).err().map(|error| error.to_string()).unwrap_or_default()
}

const SEED: &str = r#"
/// Run state of a device management script for one user.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "/deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates",
    permission(create = "DeviceManagementConfiguration.ReadWrite.All"),
    crate = crate::graph,
)]
pub struct DeviceManagementScriptUserState {
    #[graph(key, read_only)]
    pub id: String,
}
"#;

#[test]
fn the_seed_needs_one_permission() {
    let scopes = scopes(SEED);
    let set = scopes.set();
    assert_eq!(Vec::from_iter(&set.delegated), [&"DeviceManagementConfiguration.ReadWrite.All"]);
    assert_eq!(set.delegated, set.application);
    let [entity] = &*scopes.entities else { panic!("{:?}", scopes.entities) };
    assert_eq!((entity.name.as_str(), entity.line), ("DeviceManagementScriptUserState", 11));
    let [request] = &*entity.requests else { panic!("{:?}", entity.requests) };
    assert_eq!(request.path, "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates");
    assert_eq!(request.operation.method(), "POST");
}

#[test]
fn kinds_are_apart_and_the_inner_key_wins() {
    let scopes = scopes(
        r#"
        mod inner {
            #[graph_entity(
                odata = "a.user",
                abstract,
                collection(path = "users", name = "all", permission(list(application = "A.Read.All"))),
                singleton(path = "me", permission(get(delegated = "Me.Read, Also.Read"))),
                permission(list = "Never.Read", get(delegated = "A.Read.All", application = "B.Read.All"))
            )]
            pub enum User { A(Box<A>) }
        }
        fn local() {
            #[graph_entity(odata = "a.b", collection = "bs", permission(delete = "B.Delete"))]
            struct B {}
        }
        "#,
    );
    let requests = |number: usize| {
        let entity = scopes.entities.get(number).unwrap_or_else(|| panic!("{:?}", scopes.entities));
        let each = entity.requests.iter();
        let told = |request: &super::Request| {
            let needed = &request.needed;
            format!(
                "{} {}: {} | {}",
                request.operation.method(),
                request.path,
                needed.delegated.join("+"),
                needed.application.join("+")
            )
        };
        each.map(told).collect::<Vec<_>>()
    };
    assert_eq!(
        requests(0),
        ["GET users/{id}: A.Read.All | B.Read.All", "GET users:  | A.Read.All", "GET me: Me.Read+Also.Read | "]
    );
    assert_eq!(requests(1), ["DELETE bs/{id}: B.Delete | B.Delete"]);
}

#[test]
fn collections_without_a_key_are_told_apart() {
    let scopes = scopes(
        r#"
        #[graph_entity(odata = "a.b", collection(path = "bs", permission(get = "B.Read")), collection = "c/{id}/bs")]
        struct B {}
        #[graph_entity(odata = "a.c")]
        struct C {}
        "#,
    );
    let [b] = &*scopes.entities else { panic!("{:?}", scopes.entities) };
    assert_eq!(b.untold, ["c/{id}/bs"]);
}

#[test]
fn what_is_for_tests_does_not_count() {
    let scopes = scopes(&format!("#[cfg(test)] mod tests {{ {SEED} }} #[test] fn one() {{ {SEED} }}"));
    assert_eq!(scopes.entities, []);
}

#[test]
fn errors_name_file_and_line() {
    let of_syntax = error("struct A {\n  x: \n}");
    assert!(of_syntax.starts_with("src/lib.rs:3: "), "{of_syntax}");
    let of = |keys: &str| error(&format!("#[graph_entity(\n  collection = \"a\",\n  {keys}\n)]\nstruct A {{}}"));
    assert_eq!(of(r#"permission(creat = "A")"#), "src/lib.rs:3: unknown operation in `permission`");
    assert_eq!(
        of(r#"permission(get(x = "A"))"#),
        "src/lib.rs:3: unknown kind of permission: `delegated` or `application`"
    );
    assert_eq!(of(r#"permission(get = "")"#), "src/lib.rs:3: a permission without a name");
    assert_eq!(of("permission(get = 1)"), "src/lib.rs:3: expected string literal");
}

#[test]
fn a_crate_is_read_from_its_manifest() {
    let folder = std::env::temp_dir().join(format!("graph-entity-scopes-{}", std::process::id()));
    let deep = folder.join("src/a/b");
    let made = std::fs::create_dir_all(&deep)
        .and_then(|()| std::fs::write(folder.join("Cargo.toml"), ""))
        .and_then(|()| std::fs::write(deep.join("c.rs"), SEED));
    assert!(made.is_ok(), "{made:?}");
    let scopes = of_crate(&folder.join("Cargo.toml"));
    let none = of_crate(&folder.join("none.toml")).map_err(|error| error.message);
    let without_src = of_crate(&deep.join("c.rs")).map_err(|error| error.message);
    let removed = std::fs::remove_dir_all(&folder);
    assert_eq!(scopes.map(|scopes| scopes.entities.len()), Ok(1));
    assert_eq!(none, Err("there is no such manifest".to_owned()));
    assert!(without_src.is_err_and(|message| message.starts_with("there is no `src`")));
    assert!(removed.is_ok(), "{removed:?}");
}

#[test]
fn text_is_for_people() {
    let scopes = scopes(SEED);
    let set = "Delegated:\n  DeviceManagementConfiguration.ReadWrite.All\n\
               Application:\n  DeviceManagementConfiguration.ReadWrite.All\n";
    assert_eq!(scopes.text(Detail::Set), set);
    let requests = "\nDeviceManagementScriptUserState (src/lib.rs:11)\n\
        \x20 delegated    DeviceManagementConfiguration.ReadWrite.All\n\
        \x20 application  DeviceManagementConfiguration.ReadWrite.All\n\
        \x20 POST deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates\n\
        \x20   delegated    DeviceManagementConfiguration.ReadWrite.All\n\
        \x20   application  DeviceManagementConfiguration.ReadWrite.All\n";
    assert_eq!(scopes.text(Detail::Requests), format!("{set}{requests}"));
    assert!(format!("{set}{requests}").starts_with(&scopes.text(Detail::Entities)));
    assert_eq!(Scopes::default().text(Detail::Set), "Delegated:\n  none is known\nApplication:\n  none is known\n");
}

#[test]
fn json_is_for_programs() {
    let scopes = scopes(SEED);
    let parsed = |detail| serde_json::from_str::<serde_json::Value>(&scopes.json(detail)).unwrap_or_default();
    let all = "DeviceManagementConfiguration.ReadWrite.All";
    assert_eq!(parsed(Detail::Set), serde_json::json!({ "delegated": [all], "application": [all] }));
    let detailed = parsed(Detail::Requests);
    assert_eq!(detailed["entities"][0]["line"], 11);
    assert_eq!(detailed["entities"][0]["requests"][0]["method"], "POST");
    assert_eq!(detailed["entities"][0]["requests"][0]["application"][0], all);
    assert_eq!(parsed(Detail::Entities)["entities"][0].get("requests"), None);
}

#[test]
fn notes_name_what_is_not_known() {
    let scopes = scopes(r#"#[graph_entity(odata = "a.b", collection = "bs", singleton = "b")] struct B {}"#);
    assert_eq!(scopes.notes(), ["src/lib.rs:1: no `permission` key tells what `B` needs at `bs`, `b`"]);
}
