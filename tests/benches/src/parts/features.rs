//! What each feature adds to a clean build of an empty program.

use crate::machine::circumstances;
use crate::project::dependency::graph_entity;
use crate::project::{Project, interleaved, locks, serde_derive_in};
use crate::section::{Error, Section};
use crate::table::Table;

const PROGRAM: &str = "fn main() {\n    println!(\"ready\");\n}\n";

/// Without any, and one by one.
const FEATURES: [&str; 10] = ["", "azure", "chrono", "jiff", "reqwest", "schema", "time", "tracing", "ureq", "uuid"];

pub fn measure(quick: bool) -> Result<Section, Error> {
    let folder = tempfile::tempdir()?;
    let features: &[&str] = if quick { &["", "uuid"] } else { &FEATURES };
    let rounds = if quick { 1 } else { 2 };
    let mut projects = Vec::new();
    for feature in features {
        let (name, title) = match *feature {
            "" => ("core".to_owned(), "no feature but `derive`".to_owned()),
            feature => (format!("with-{feature}"), format!("`{feature}`")),
        };
        let dependency = if feature.is_empty() { graph_entity(&[]) } else { graph_entity(&[feature]) };
        projects.push(Project::write(folder.path(), &name, &title, &[dependency], &[("src/main.rs", PROGRAM)])?);
    }
    let all: Vec<_> = projects.iter().collect();
    let runs = interleaved(&all, rounds, Project::rebuild)?;
    let caption = format!("A clean dev build of an empty program that depends on graph-entity (rounds: {rounds}):");
    let mut table = Table::new(caption, &["", "CPU s", "more", "crates", "more", "serde_derive"]);
    let core = (runs.cpu(&projects[0]).unwrap_or_default(), projects[0].tree()?.len());
    for project in &projects {
        let (cpu, crates) = (runs.cpu(project).unwrap_or_default(), project.tree()?);
        table.row(vec![
            project.title.clone(),
            format!("{cpu:.1}"),
            format!("{:.1}", cpu - core.0),
            crates.len().to_string(),
            (crates.len() - core.1).to_string(),
            serde_derive_in(&crates).into(),
        ]);
    }
    let circumstances = circumstances(
        &locks(&projects)?,
        &["azure_core", "chrono", "graph-entity", "jiff", "reqwest", "time", "tracing", "ureq"],
    )?;
    Ok(Section { name: "features", circumstances, tables: vec![table], charts: Vec::new() })
}
