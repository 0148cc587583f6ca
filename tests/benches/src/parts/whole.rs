//! The whole of Microsoft Graph as a crate: to import, to check, to build, and in a program's size.

use std::fs;
use std::path::Path;
use std::process::Command;

use graph_entity_schema::model::TypeDefinition;
use graph_entity_schema::{Schema, read};

use crate::machine::{circumstances, lock, output, workspace};
use crate::process::{Run, median, run};
use crate::project::Project;
use crate::project::dependency::{SERDE_JSON, graph_entity};
use crate::section::{Error, Section};
use crate::table::{Table, thousands};

/// Entity types in use, for the size.
const TYPES: usize = 100;
const ROUNDS: usize = 3;

const CHECK: &[&str] = &["check", "--offline"];
const DEV: &[&str] = &["build", "--offline"];

/// Takes about ten minutes.
pub fn measure(metadata: &Path, quick: bool) -> Result<Section, Error> {
    let metadata = metadata.canonicalize()?;
    let text = fs::read_to_string(&metadata)?;
    let schema = read(&text).map_err(|error| error.to_string())?;
    output("cargo", &["build", "-q", "--release", "-p", "graph-entity-schema"])?;
    let folder = tempfile::tempdir()?;
    let mut tables = Vec::new();
    if !quick {
        tables.push(builds(&metadata, folder.path())?);
    }
    tables.push(sizes(&metadata, &schema, if quick { 5 } else { TYPES }, folder.path())?);
    let circumstances = circumstances(&lock()?, &["graph-entity", "serde_json"])?;
    Ok(Section { name: "whole", circumstances, tables, charts: Vec::new() })
}

/// `cargo graph-entity import`.
fn import(metadata: &Path, arguments: &[&str]) -> Command {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), Into::into);
    let mut command = Command::new(target.join("release/cargo-graph-entity"));
    command.args(["graph-entity", "import", "--metadata"]).arg(metadata).args(arguments);
    command
}

fn builds(metadata: &Path, folder: &Path) -> Result<Table, Error> {
    let dependencies = [graph_entity(&[]), SERDE_JSON.into()];
    let nothing = Project::write(folder, "nothing", "what it depends on", &dependencies, &[("src/lib.rs", "")])?;
    nothing.cargo(CHECK)?;
    nothing.cargo(DEV)?;
    let files = [("src/lib.rs", "#![allow(missing_docs)]\npub mod graph;\n")];
    let project = Project::write(folder, "whole", "the whole", &dependencies, &files)?;
    let into = folder.join("whole/src/graph");
    let into = into.to_str().ok_or("the folder's name is no text")?;
    let caption = format!("All types of Graph's v1.0 as one crate, {ROUNDS} rounds of each:");
    let mut table = Table::new(caption, &["", "CPU s", "peak, MB"]);
    let mut measure = |title: &str, run: &dyn Fn() -> Result<Run, Error>| {
        table.row(row(title, &rounds(title, run)?));
        Ok::<_, Error>(())
    };
    measure("`cargo graph-entity import --all`, release", &|| {
        run(&mut import(metadata, &["--all", "--output", into]))
    })?;
    measure("`cargo check` of the crate alone", &|| project.again(CHECK))?;
    measure("`cargo build` of it, dev", &|| project.again(DEV))?;
    Ok(table)
}

fn row(title: &str, runs: &[Run]) -> Vec<String> {
    let megabytes = runs.iter().map(|run| run.megabytes).fold(0.0, f64::max);
    let cpu = median(runs.iter().map(|run| run.cpu));
    vec![title.into(), format!("{cpu:.2}"), thousands(megabytes.round() as u64)]
}

fn rounds(title: &str, measure: &dyn Fn() -> Result<Run, Error>) -> Result<Vec<Run>, Error> {
    let round = |number| {
        let run = measure()?;
        eprintln!("round {number} of {ROUNDS}: {title}: {run}");
        Ok(run)
    };
    (1..=ROUNDS).map(round).collect()
}

/// Bytes for each type that a program reads, writes and creates.
fn sizes(metadata: &Path, schema: &Schema, count: usize, folder: &Path) -> Result<Table, Error> {
    let names = entities(schema, count);
    let many = run(&mut import(metadata, &names))?.log;
    let types = many.lines().filter(|line| line.starts_with("pub struct ") || line.starts_with("pub enum ")).count();
    let caption = format!(
        "Stripped release programs that read, write and create: {types} types, {} of them named, and what they need:",
        names.len()
    );
    let mut table = Table::new(caption, &["profile", "bytes with the least type", "with all", "for each type"]);
    let profiles: [&[&str]; 3] =
        [&[], &["codegen-units = 1"], &["lto = true", "opt-level = \"s\"", "panic = \"abort\""]];
    for (number, lines) in profiles.iter().enumerate() {
        let least = size(&format!("least{number}"), LEAST, lines, folder)?;
        let all = size(&format!("many{number}"), &many, lines, folder)?;
        let title = lines.iter().map(|line| format!("`{line}`")).collect::<Vec<_>>().join(", ");
        table.row(vec![
            if title.is_empty() { "the default".into() } else { title },
            thousands(least),
            thousands(all),
            thousands(all.saturating_sub(least) / types.max(1) as u64),
        ]);
    }
    Ok(table)
}

/// So many entity types, evenly from those of `microsoft.graph`.
fn entities(schema: &Schema, count: usize) -> Vec<&str> {
    let plain = schema.types.iter().filter_map(|ty| match ty {
        TypeDefinition::Structured(ty) if ty.is_entity && !ty.is_abstract => {
            (ty.base.as_deref() == Some("microsoft.graph.entity")).then_some(&*ty.name)
        }
        _ => None,
    });
    let names: Vec<_> = plain.filter(|name| graph_entity_schema::namespace(name) == "microsoft.graph").collect();
    names.iter().step_by((names.len() / count).max(1)).take(count).copied().collect()
}

/// The least type, for the size of all that is no type's own.
const LEAST: &str = r#"use graph_entity::GraphEntity;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.entity")]
pub struct Least {
    #[graph(key, read_only)]
    pub id: String,
}
"#;

fn size(name: &str, source: &str, profile: &[&str], folder: &Path) -> Result<u64, Error> {
    let main = program(source);
    let files = [("src/main.rs", &*main), ("src/graph.rs", source)];
    let dependencies = [graph_entity(&[]), SERDE_JSON.into()];
    let project = Project::write(folder, name, name, &dependencies, &files)?;
    let mut arguments = vec!["build", "--release", "--offline"];
    let config: Vec<_> = profile.iter().map(|line| format!("profile.release.{line}")).collect();
    config.iter().for_each(|line| arguments.extend(["--config", line]));
    let run = project.cargo(&arguments)?;
    eprintln!("{name}: {run}");
    Ok(fs::metadata(project.program("release"))?.len())
}

/// A program that reads, writes and creates a value of each type.
fn program(source: &str) -> String {
    let uses: String = concrete(source)
        .iter()
        .map(|name| {
            format!(
                "    let value: graph::{name} = graph_entity::json::from_str(&text)?;\n    \
                 size += graph_entity::json::to_vec(&value)?.len();\n    \
                 size += Collection::<graph::{name}>::at(\"x\", &[]).create().request()?.body().len();\n"
            )
        })
        .collect();
    format!(
        "#![allow(dead_code)]\n\nmod graph;\n\nuse graph_entity::Collection;\n\n\
         fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
         let text = std::env::args().nth(1).unwrap_or_default();\n    let mut size = 0;\n{uses}    \
         println!(\"{{size}}\");\n    Ok(())\n}}\n"
    )
}

/// The entity types in a source that are not abstract.
fn concrete(source: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for item in source.split("#[graph_entity(").skip(1) {
        let Some((keys, item)) = item.split_once(")]\npub struct ") else { continue };
        if !keys.split([',', '\n']).any(|key| key.trim() == "abstract") {
            names.extend(item.split([' ', '{']).next());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abstract_entities_and_other_types_are_not_created() {
        let source = "#[graph_entity(odata = \"a\")]\npub struct A {\n}\n#[graph_entity(\n    odata = \"b\",\n    abstract,\n)]\n\
                      pub struct B {\n}\n#[graph_complex(odata = \"c\")]\npub struct C {\n}\n";
        assert_eq!(concrete(source), ["A"]);
        assert!(program(source).contains("graph::A ="));
    }
}
