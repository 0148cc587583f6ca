//! Imports: the text, that rustfmt would write it so, and the errors.
#![cfg(feature = "import")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::process::{Command, Stdio};

use self::support::Crate;
use expect_test::{ExpectFile, expect_file};
use graph_entity_schema::import::{self, Address, Facts, Options};
use graph_entity_schema::page;
use graph_entity_schema::permissions::{Needed, Operation, PermissionKey};
use graph_entity_schema::{Schema, read, resolve, slice};

fn schema() -> Schema {
    read(include_str!("metadata/import.xml")).expect("it is CSDL")
}

/// What rustfmt makes of a text, by its own defaults.
fn formatted(text: &str) -> String {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024"])
        // Not by the settings of this project.
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("rustfmt is there");
    rustfmt.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("it reads all");
    let output = rustfmt.wait_with_output().expect("it ends");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

fn check(names: &[&str], options: &Options, expected: &ExpectFile) {
    let text = import::types(&schema(), names, options).unwrap_or_else(|errors| panic!("{errors:?}"));
    assert_eq!(formatted(&text), text);
    expected.assert_eq(&text);
}

#[test]
fn a_type_with_all_that_it_needs() {
    check(&["user"], &Options::default(), &expect_file!["import/user.rs"]);
}

#[test]
fn a_projection_with_relationships() {
    let select = ["type", "manager", "alerts", "mailbox"].map(str::to_owned).to_vec();
    let options = Options { select: Some(select), version: "beta".to_owned(), ..Options::default() };
    check(&["user"], &options, &expect_file!["import/projection.rs"]);
}

#[test]
fn a_base_beside_its_derived_types_is_a_family() {
    check(&["directoryObject", "user"], &Options::default(), &expect_file!["import/family.rs"]);
}

#[test]
fn paths_by_containment() {
    check(
        &["folder", "mailbox", "microsoft.graph.security.alert", "workflowVersion"],
        &Options::default(),
        &expect_file!["import/paths.rs"],
    );
}

/// What reference pages and lists of permissions tell.
#[test]
fn facts_that_metadata_lacks() {
    let both = vec!["Mail.ReadWrite".to_owned()];
    let needed = Needed { delegated: both.clone(), application: both };
    let facts = Facts {
        version: Some("beta".to_owned()),
        collections: vec![
            Address { path: "users/{userId}/folders".to_owned(), ..Address::default() },
            Address {
                path: "me/folders".to_owned(),
                name: Some("mine".to_owned()),
                permission: Some(PermissionKey { operations: vec![(Operation::Create, needed)] }),
                ..Address::default()
            },
        ],
        required: BTreeSet::from(["detail".to_owned()]),
        docs: BTreeMap::from([("detail".to_owned(), "What it is about.".to_owned())]),
        ..Facts::default()
    };
    let facts = BTreeMap::from([("microsoft.graph.security.alert".to_owned(), facts)]);
    let options = Options { facts, ..Options::default() };
    check(&["microsoft.graph.security.alert"], &options, &expect_file!["import/facts.rs"]);
}

/// Types by the metadata, and what is required and where it lives by the page.
#[test]
fn a_page_and_metadata_together() {
    let page = page::read(include_str!("import/page.md")).expect("a page");
    let known = page.facts(&page::Options::default()).expect("an entity");
    let facts = BTreeMap::from([(known.odata.clone(), Facts::from(&known))]);
    let select = known.fields.iter().map(|field| field.wire.clone()).collect();
    let options = Options { facts, select: Some(select), ..Options::default() };
    check(&["user"], &options, &expect_file!["import/page.rs"]);
}

/// They are no fields.
#[test]
fn properties_of_a_page_that_the_metadata_lacks_are_told() {
    let text = include_str!("import/page.md").replace("|businessPhones|", "|phones|").replace("|parts|", "|manager|");
    let known = page::read(&text).and_then(|page| page.facts(&page::Options::default())).expect("an entity");
    assert_eq!(
        known.notes_beside(&schema()),
        [
            "`phones` of the page is left out: it is not in the metadata",
            "`manager` of the page is left out: it is a relationship in the metadata",
        ]
    );
}

/// An alias holds in the whole document.
#[test]
fn names_by_alias() {
    let metadata = schema();
    for (name, expected) in [("graph.user", "microsoft.graph.user"), ("self.alert", "microsoft.graph.security.alert")] {
        assert_eq!(resolve(&metadata, name).as_deref(), Ok(expected));
        let text = import::types(&metadata, &[name], &Options::default()).unwrap_or_else(|errors| panic!("{errors:?}"));
        assert!(text.contains(&format!("odata = {expected:?}")), "{text}");
    }
}

/// By value: nothing calls itself for each.
#[test]
fn a_long_chain_of_types() {
    let types = (0..30_000).map(|number| {
        let next = number + 1;
        format!("<ComplexType Name=\"t{number}\"><Property Name=\"a\" Type=\"x.t{next}\"/></ComplexType>")
    });
    let types = types.collect::<Vec<_>>().concat();
    // The last one holds the first.
    let last = "<ComplexType Name=\"t30000\"><Property Name=\"a\" Type=\"x.t0\"/></ComplexType>";
    let schema = read(&format!(
        "<edmx:Edmx><edmx:DataServices><Schema Namespace=\"x\">{types}{last}</Schema></edmx:DataServices></edmx:Edmx>"
    ));
    let schema = schema.expect("it is CSDL");
    assert_eq!(slice(&schema, &["t0"]).expect("it is there").types.len(), 30_001);
    let text = import::types(&schema, &["t0"], &Options::default()).expect("all are there");
    assert_eq!(text.matches("pub a: Option<Box<T").count(), 30_001);
    let files = import::all(&schema, &Options::default(), &mut |_, _| {}).expect("all are there");
    assert_eq!(files.iter().map(|file| file.text.matches("Option<Box<T").count()).sum::<usize>(), 30_001);
}

/// Whatever it becomes: entity types, complex types, enums and families.
#[test]
fn each_type_names_the_file_that_describes_it() {
    let options = Options { schema: Some("graph.xml".to_owned()), ..Options::default() };
    let text = import::types(&schema(), &["directoryObject", "user", "workbookError"], &options)
        .unwrap_or_else(|errors| panic!("{errors:?}"));
    assert_eq!(formatted(&text), text);
    let items: Vec<&str> = text.split("#[derive(").skip(1).collect();
    for kind in ["GraphEntity)]\n#[graph_entity(", "GraphComplex)]\n#[graph_complex(", "GraphEnum)]\n#[graph_enum("] {
        assert!(items.iter().any(|item| item.contains(kind)), "{kind}");
    }
    assert!(items.iter().any(|item| item.contains("pub enum AnyDirectoryObject {")), "{text}");
    for item in items {
        assert!(item.contains("schema = \"graph.xml\""), "{item}");
    }
}

/// The derives find in the metadata what was imported from it.
#[test]
fn what_is_imported_agrees_with_the_metadata() {
    let options = Options { schema: Some("graph.xml".to_owned()), ..Options::default() };
    let files = import::all(&schema(), &options, &mut |_, _| {}).unwrap_or_else(|errors| panic!("{errors:?}"));
    let made = Crate::new("imported");
    made.write("graph.xml", include_str!("metadata/import.xml"));
    for file in &files {
        made.write(&format!("src/graph/{}", file.path), &file.text);
    }
    made.write("src/lib.rs", "//! Imported.\n#![deny(warnings)]\n\npub mod graph;\n");
    made.succeed(&["check", "--quiet"]);
}

#[test]
fn all_types_as_modules() {
    let mut seen = Vec::new();
    let files = import::all(&schema(), &Options::default(), &mut |done, total| seen.push((done, total)))
        .unwrap_or_else(|errors| panic!("{errors:?}"));
    assert_eq!(seen.first(), Some(&(1, seen.len())));
    assert_eq!(seen.last(), Some(&(seen.len(), seen.len())));
    let mut text = String::new();
    for file in &files {
        // Without the modules, whose files rustfmt would look for.
        let own: String = file.text.split_inclusive("\n\n").filter(|part| !part.contains("pub mod ")).collect();
        assert_eq!(formatted(&own), own, "{}", file.path);
        text.push_str(&["// ", &file.path, "\n\n", &file.text, "\n"].concat());
    }
    expect_file!["import/all.rs"].assert_eq(&text);
}

fn errors(names: &[&str], select: &[&str]) -> Vec<String> {
    let select = (!select.is_empty()).then(|| select.iter().map(|name| (*name).to_owned()).collect());
    let errors = import::types(&schema(), names, &Options { select, ..Options::default() }).expect_err("it is wrong");
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn mistakes_are_told_all_at_once_with_the_line_and_the_name_that_is_meant() {
    assert_eq!(errors(&["graph.usr"], &[]), ["the metadata has no `graph.usr`; did you mean `microsoft.graph.user`?"]);
    assert_eq!(
        errors(&["usr", "group", "user"], &[]),
        ["the metadata has no `usr`; did you mean `microsoft.graph.user`?", "the metadata has no `group`"]
    );
    assert_eq!(
        errors(&["user"], &["typ", "mangaer", "photo", "id", "somethingElse"]),
        [
            "`microsoft.graph.user` (line 27) has no property `typ`; did you mean `type`?",
            "`microsoft.graph.user` (line 27) has no property `mangaer`; did you mean `manager`?",
            "`photo` (line 58) is a stream: it is no part of the entity, but is read by a request of its own",
            "`microsoft.graph.user` (line 27) has no property `somethingElse`",
        ]
    );
}

/// A slice may name types that it does not have.
#[test]
fn a_type_that_is_not_defined_is_told_with_the_line() {
    let text =
        include_str!("metadata/import.xml").replace("ComplexType Name=\"identity\"", "ComplexType Name=\"other\"");
    let schema = read(&text).expect("it is CSDL");
    let errors = import::types(&schema, &["user"], &Options::default()).expect_err("it is wrong");
    let [error] = errors.as_slice() else { panic!("{errors:?}") };
    assert_eq!(
        error.to_string(),
        "line 56: `microsoft.graph.identity`, the type of `owner` of `microsoft.graph.user`, is not defined"
    );
}
