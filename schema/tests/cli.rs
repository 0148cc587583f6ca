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
    let folder = Folder::new("slice");
    let file = folder.path("schema/graph.xml");
    let output = run(&["slice", "--metadata", &metadata().to_string_lossy(), "team", "-o", &file]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), (String::new(), String::new()));
    let written = std::fs::read_to_string(&file).expect("it is there");
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
fn an_import_of_some_types_with_its_slice() {
    let folder = Folder::new("import");
    let (rust, slice) = (folder.path("src/team.rs"), folder.path("schema/graph.xml"));
    let metadata = metadata();
    let import = |ty: &str, file: &str| {
        let files = ["--metadata", &metadata.to_string_lossy(), "--schema", &slice, "-o", file];
        let output = run(&[&["import", ty][..], &files].concat());
        assert_eq!((text(&output.stdout), text(&output.stderr)), (String::new(), String::new()));
        assert_eq!(output.status.code(), Some(0));
    };
    import("team", &rust);
    let written = std::fs::read_to_string(&rust).expect("it is there");
    assert!(written.contains("pub struct Team {") && written.contains("pub enum TeamVisibilityType {"), "{written}");
    assert!(written.contains("collection = \"teams\"") && written.contains("    schema = \""), "{written}");
    // What a relationship leads to is imported with it, and has to be in the slice.
    let related = folder.path("related.xml");
    let files = ["--metadata", &metadata.to_string_lossy(), "--schema", &related];
    let output = run(&[&["import", "team", "--select", "channels"][..], &files].concat());
    assert!(text(&output.stdout).contains("pub struct Channel {"), "{}", text(&output.stdout));
    let part = std::fs::read_to_string(&related).expect("it is there");
    assert!(part.contains(r#"<EntityType Name="channel""#), "{part}");
    // The next one adds to the slice.
    import("channel", &folder.path("src/channel.rs"));
    let part = graph_entity_schema::read(&std::fs::read_to_string(&slice).expect("it is there")).expect("it is CSDL");
    let names: Vec<_> = part.types.iter().map(graph_entity_schema::model::TypeDefinition::name).collect();
    let first = ["microsoft.graph.entity", "microsoft.graph.team", "microsoft.graph.teamVisibilityType"];
    assert_eq!(names, [&first[..], &["microsoft.graph.channel"]].concat());
}

#[test]
fn an_import_of_all_types_and_one_of_none() {
    let folder = Folder::new("all");
    let metadata = metadata();
    let output = run(&["import", "--metadata", &metadata.to_string_lossy(), "--all", "-o", &folder.path("graph")]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), (String::new(), String::new()));
    let root = std::fs::read_to_string(folder.path("graph/mod.rs")).expect("it is there");
    assert!(root.contains("pub mod search;") && root.contains("pub mod security;"), "{root}");
    assert!(root.contains("pub struct Channel {"), "{root}");
    let output = run(&["import", "--metadata", &metadata.to_string_lossy(), "tem", "team", "--select", "nothing"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("did you mean `microsoft.graph.team`?"), "{}", text(&output.stderr));
    assert_eq!(run(&["import", "--metadata", &metadata.to_string_lossy()]).status.code(), Some(2));
    assert_eq!(run(&["import", "team"]).status.code(), Some(2));
}

#[test]
fn an_import_of_a_page() {
    let folder = Folder::new("page");
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/create-userRunStates.md");
    let slice = folder.path("graph.xml");
    let output = run(&["import", "--docs", &page.to_string_lossy(), "--schema", &slice]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let written = text(&output.stdout);
    for part in ["pub struct DeviceManagementScriptUserState {", "version = \"beta\"", "mod tests {", "schema = \""] {
        assert!(written.contains(part), "{part}: {written}");
    }
    let part = graph_entity_schema::read(&std::fs::read_to_string(&slice).expect("it is there")).expect("it is CSDL");
    assert!(part.structured("microsoft.graph.deviceManagementScriptUserState").is_some());
    let output = run(&["import", "--docs", &metadata().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("small.xml: the page: there is no title"), "{}", text(&output.stderr));
    assert_eq!(run(&["import", "--docs", "page.md", "team"]).status.code(), Some(2));
}

/// In notes, and with nothing in them that steers the terminal.
#[test]
fn what_of_a_page_is_left_out_is_told() {
    let folder = Folder::new("page_beside");
    let page = include_str!("import/page.md").replace("|parts|", "|\u{1b}[31m|String|\u{7}|\n|weird|");
    std::fs::write(folder.path("page.md"), page).expect("it is ours");
    let output = run(&["import", "--docs", &folder.path("page.md"), "--metadata", &sample()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let said = text(&output.stderr);
    assert!(said.contains("note: `weird` of the page is left out: it is not in the metadata\n"), "{said}");
    assert!(said.contains("note: `\\u{1b}[31m` (line 25) is left out: it is no property\n"), "{said}");
    assert!(!text(&output.stdout).contains("weird"));
}

#[test]
fn the_permissions_that_a_crate_needs() {
    let folder = Folder::new("scopes");
    let source = "#[derive(GraphEntity)]\n#[graph_entity(odata = \"microsoft.graph.team\", collection = \"teams\", \
                  permission(create = \"Team.Create\"))]\npub struct Team { #[graph(key)] pub id: String }\n";
    std::fs::create_dir_all(folder.path("src")).expect("it is ours");
    std::fs::write(folder.path("Cargo.toml"), "[package]\nname = \"teams\"\nversion = \"0.0.0\"\n").expect("ours");
    std::fs::write(folder.path("src/lib.rs"), source).expect("it is ours");
    let manifest = folder.path("Cargo.toml");
    let output = run(&["scopes", "--manifest-path", &manifest]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("Team.Create"), "{}", text(&output.stdout));
    std::fs::write(folder.path("src/lib.rs"), "pub struct {").expect("it is ours");
    let output = run(&["scopes", "--manifest-path", &manifest]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("lib.rs:1"), "{}", text(&output.stderr));
    assert_eq!(run(&["scopes", "--wrong"]).status.code(), Some(2));
}

/// A folder that is gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("graph-entity-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("there is room");
        Self(path)
    }

    fn path(&self, file: &str) -> String {
        self.0.join(file).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
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
