//! The tool as it is called: what it writes, and its exit codes.
#![cfg(feature = "cli")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A small document, in a file of its own.
fn metadata() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/metadata/small.xml")
}

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-graph-entity"));
    command.arg("graph-entity").args(args).output().expect("the tool starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("it is UTF-8")
}

#[test]
fn a_slice_of_some_types() {
    let metadata = metadata();
    let output = run(&["slice", "--metadata", &metadata.to_string_lossy(), "team"]);
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    let part = graph_entity_schema::read(&text(&output.stdout)).expect("it is CSDL");
    let names: Vec<_> = part.types.iter().map(graph_entity_schema::model::TypeDefinition::name).collect();
    assert_eq!(names, ["microsoft.graph.entity", "microsoft.graph.team", "microsoft.graph.teamVisibilityType"]);
}

#[test]
fn a_slice_into_a_file() {
    let folder = std::env::temp_dir().join(format!("graph-entity-slice-{}", std::process::id()));
    let file = folder.join("schema/graph.xml");
    let output = run(&["slice", "--metadata", &metadata().to_string_lossy(), "team", "-o", &file.to_string_lossy()]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), (String::new(), String::new()));
    let written = std::fs::read_to_string(&file).expect("it is there");
    std::fs::remove_dir_all(&folder).expect("it is ours");
    assert!(graph_entity_schema::read(&written).is_ok_and(|part| part.types.len() == 3));
}

#[test]
fn all_wrong_names_are_told_at_once() {
    let output =
        run(&["slice", "--metadata", &metadata().to_string_lossy(), "tem", "team", "graph.identity", "identity"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    let said = text(&output.stderr);
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "error: the metadata has no `tem`; did you mean `microsoft.graph.team`?",
            "error: the metadata has no `graph.identity`; did you mean `microsoft.graph.search.identity`?",
            "error: several namespaces have a `identity`: say `microsoft.graph.search.identity` or \
             `microsoft.graph.security.identity`",
        ]
    );
}

#[test]
fn a_document_that_is_none() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let output = run(&["slice", "--metadata", &page.to_string_lossy(), "team"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(said.contains("Cargo.toml: line 1, column 1: expected `edmx:Edmx`"), "{said}");
    let output = run(&["slice", "--metadata", "no-such-file.xml", "team"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with("error: no-such-file.xml: "));
}

#[test]
fn a_wrong_command_line_and_help() {
    assert_eq!(run(&["slice"]).status.code(), Some(2));
    assert_eq!(run(&["slize"]).status.code(), Some(2));
    let help = run(&["slice", "--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(text(&help.stdout).contains("Usage: cargo graph-entity slice"), "{}", text(&help.stdout));
}

fn sample() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/metadata/import.xml").to_string_lossy().into_owned()
}

#[test]
fn an_import_of_a_projection() {
    let output = run(&["import", "--metadata", &sample(), "user", "--select", "type,self", "--version", "beta"]);
    assert_eq!((text(&output.stderr), output.status.code()), (String::new(), Some(0)));
    let text = text(&output.stdout);
    let fields: Vec<_> = text.lines().filter(|line| line.starts_with("    pub ")).collect();
    assert_eq!(
        fields,
        [
            "    pub id: String,",
            "    pub r#type: Option<String>,",
            "    pub self_: Option<String>,",
            "    pub extra: Extra,"
        ]
    );
    assert!(text.contains("version = \"beta\"") && !text.contains("all_properties"));
}

#[test]
fn an_import_of_all_into_a_folder() {
    let folder = std::env::temp_dir().join(format!("graph-entity-import-{}", std::process::id()));
    let output = run(&["import", "--metadata", &sample(), "--all", "--output", &folder.to_string_lossy()]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), (String::new(), String::new()));
    let root = std::fs::read_to_string(folder.join("mod.rs")).expect("it is there");
    let security = std::fs::read_to_string(folder.join("security.rs")).expect("it is there");
    std::fs::remove_dir_all(&folder).expect("it is ours");
    assert!(root.contains("pub mod security;") && root.contains("pub struct User {"));
    assert!(security.contains("pub struct Alert {"));
}

#[test]
fn mistakes_of_an_import() {
    let metadata = sample();
    let cases: [(&[&str], i32, &str); 5] = [
        (
            &["user", "--select", "typ"],
            1,
            "`microsoft.graph.user` (line 27) has no property `typ`; did you mean `type`?",
        ),
        (&["usr"], 1, "the metadata has no `usr`; did you mean `microsoft.graph.user`?"),
        (&["--all"], 2, "--output <PATH>"),
        (&["--all", "user", "--output", "x"], 2, "cannot be used with"),
        (&[], 2, "<TYPE>"),
    ];
    for (args, code, message) in cases {
        let output = run(&[&["import", "--metadata", &metadata], args].concat());
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert!(text(&output.stderr).contains(message), "{args:?}: {}", text(&output.stderr));
        assert_eq!(text(&output.stdout), "");
    }
}
