//! A slice of the metadata that changes is compared anew, though no source changes: cargo knows of it by what the derives
//! write. A crate of its own is checked, as a user has it.

use std::fs::{copy, create_dir_all, write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A crate in a folder of its own. All share what they depend on.
struct Crate(PathBuf);

impl Crate {
    fn new(name: &str, features: &str, source: &str) -> Self {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rebuild").join(name);
        create_dir_all(folder.join("src")).unwrap();
        let runtime = workspace.join("runtime");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
             graph-entity = {{ path = {runtime:?}, features = [{features}] }}\n"
        );
        write(folder.join("Cargo.toml"), manifest).unwrap();
        write(folder.join("src/lib.rs"), source).unwrap();
        copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Self(folder)
    }

    /// Writes a slice in which a user has this property.
    fn slice(&self, file: &str, property: &str) {
        let slice = format!(
            r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
              <edmx:DataServices>
                <Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                  <EntityType Name="user"><Property Name="{property}" Type="Edm.String"/></EntityType>
                </Schema>
              </edmx:DataServices>
            </edmx:Edmx>"#
        );
        write(self.0.join(file), slice).unwrap();
    }

    /// `cargo check`, with the variable if there is one.
    fn check(&self, variable: Option<&str>) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["check", "--offline"]).current_dir(&self.0);
        cargo.env("CARGO_TARGET_DIR", self.0.parent().unwrap().join("target"));
        // That of who runs the tests.
        cargo.env_remove("GRAPH_ENTITY_SCHEMA").env_remove("RUSTFLAGS");
        cargo.envs(variable.map(|path| ("GRAPH_ENTITY_SCHEMA", path)));
        cargo.output().unwrap()
    }

    #[track_caller]
    fn passes(&self, variable: Option<&str>) {
        let output = self.check(variable);
        assert!(output.status.success(), "{}", log(&output));
    }

    #[track_caller]
    fn fails(&self, variable: Option<&str>, message: &str) {
        let output = self.check(variable);
        assert!(!output.status.success(), "expected: {message}");
        assert!(log(&output).contains(message), "{}", log(&output));
    }
}

fn log(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Of two types: what tells cargo of the slice may be written once.
fn users(key: &str) -> String {
    ["User", "Person"]
        .map(|name| {
            format!(
                "#[derive(graph_entity::GraphEntity)]\n#[graph_entity(odata = \"microsoft.graph.user\"{key})]\n\
                 pub struct {name} {{\n    pub display_name: Option<String>,\n}}\n"
            )
        })
        .concat()
}

const UNKNOWN: &str = "`microsoft.graph.user` has no property `displayName` in the metadata";

#[test]
fn a_changed_slice_is_compared_anew() {
    let named = Crate::new("named", "\"schema\"", &users(", schema = \"schema/graph.xml\""));
    create_dir_all(named.0.join("schema")).unwrap();
    named.slice("schema/graph.xml", "displayName");
    named.passes(None);
    let again = named.check(None);
    assert!(!log(&again).contains("Checking"), "nothing has changed: {}", log(&again));
    named.slice("schema/graph.xml", "givenName");
    named.fails(None, UNKNOWN);
    named.slice("schema/graph.xml", "displayName");
    named.passes(None);
}

#[test]
fn a_changed_variable_is_compared_anew() {
    let by_variable = Crate::new("by-variable", "\"schema\"", &users(""));
    by_variable.slice("right.xml", "displayName");
    by_variable.slice("wrong.xml", "givenName");
    by_variable.passes(None);
    by_variable.fails(Some("wrong.xml"), UNKNOWN);
    by_variable.passes(Some("right.xml"));
    by_variable.fails(Some("absent.xml"), "absent.xml` (`GRAPH_ENTITY_SCHEMA`)");
    by_variable.passes(None);
    // The file of the variable too.
    by_variable.passes(Some("right.xml"));
    by_variable.slice("right.xml", "givenName");
    by_variable.fails(Some("right.xml"), UNKNOWN);
}

#[test]
fn the_key_without_the_feature_is_refused() {
    let without = Crate::new("without", "", &users(", schema = \"graph.xml\", unchecked"));
    without.fails(None, "`schema` needs the feature of that name: `graph-entity = { features = [\"schema\"], … }`");
    without.fails(None, "could not compile `without` (lib) due to 2 previous errors");
}
