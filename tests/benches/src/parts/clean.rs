//! Clean builds of one program that makes a create request, and of all that it depends on.

use std::path::Path;

use crate::chart::{Bar, Chart, Data};
use crate::machine::circumstances;
use crate::process::Run;
use crate::project::dependency::{SERDE, SERDE_JSON, graph_entity};
use crate::project::{Project, interleaved};
use crate::section::{Error, Section};
use crate::table::{Table, thousands};

const OURS: &str = include_str!("../../programs/ours.rs");
const OURS_BY_UREQ: &str = include_str!("../../programs/ours_ureq.rs");
const OURS_BY_REQWEST: &str = include_str!("../../programs/ours_reqwest.rs");
const BY_SERDE: &str = include_str!("../../programs/serde.rs");
const BY_HAND: &str = include_str!("../../programs/reqwest.rs");
const BY_SDK: &str = include_str!("../../programs/sdk.rs");
const BY_AZURE: &str = include_str!("../../programs/azure.rs");

/// What each program prints, and ends in.
const BODY: &str = r#""successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"user@contoso.com"}"#;

const TOKIO: &str = r#"tokio = { version = "1.48", features = ["rt"] }"#;

/// A program, and how it is built.
struct Side {
    name: &'static str,
    title: &'static str,
    dependencies: Vec<String>,
    source: &'static str,
    /// Takes a minute or more.
    slow: bool,
}

fn sides() -> Vec<Side> {
    let side = |name, title, dependencies: &[&str], source, slow| Side {
        name,
        title,
        dependencies: dependencies.iter().map(ToString::to_string).collect(),
        source,
        slow,
    };
    let reqwest = r#"reqwest = { version = "0.13", default-features = false, features = ["json", "rustls"] }"#;
    vec![
        side("serde", "serde_derive + serde_json, no transport", &[SERDE, SERDE_JSON], BY_SERDE, false),
        side("ours", "graph-entity, no transport", &[&graph_entity(&[])], OURS, false),
        side(
            "ours-ureq",
            "graph-entity, `ureq` + `rustls`",
            &[&graph_entity(&["ureq", "rustls"])],
            OURS_BY_UREQ,
            false,
        ),
        side(
            "ours-reqwest",
            "graph-entity, `reqwest` + `rustls`",
            &[&graph_entity(&["reqwest", "rustls"]), TOKIO],
            OURS_BY_REQWEST,
            true,
        ),
        side("by-hand", "reqwest with rustls + serde_derive, by hand", &[reqwest, SERDE, TOKIO], BY_HAND, true),
        side("azure", "azure_core + serde_derive, by hand", &[r#"azure_core = "1.0""#, SERDE, TOKIO], BY_AZURE, true),
        side("sdk", "graph-rs-sdk", &[r#"graph-rs-sdk = "3.0""#, SERDE, SERDE_JSON, TOKIO], BY_SDK, true),
    ]
}

/// What a program cost.
struct Cost {
    cpu: f64,
    crates: Vec<String>,
    bytes: u64,
}

pub fn measure(quick: bool) -> Result<Section, Error> {
    let folder = tempfile::tempdir()?;
    let sides: Vec<_> = sides().into_iter().filter(|side| !quick || !side.slow).collect();
    let projects = sides.iter().map(|side| write(side, folder.path())).collect::<Result<Vec<_>, Error>>()?;
    let rounds = if quick { 1 } else { 3 };
    // The quick ones by rounds, the slow ones once: noise is a smaller part of them.
    let fast = sides.iter().filter(|side| !side.slow).count();
    let all: Vec<_> = projects.iter().collect();
    let (fast, slow) = all.split_at(fast);
    let (fast, slow) = (interleaved(fast, rounds, build)?, interleaved(slow, 1, build)?);
    let mut costs = Vec::new();
    for project in &projects {
        let cpu = fast.cpu(project).or_else(|| slow.cpu(project)).unwrap_or_default();
        costs.push(Cost { cpu, crates: project.tree()?, bytes: release(project)? });
    }
    let locks: String = projects.iter().map(Project::lock).collect::<Result<Vec<_>, Error>>()?.concat();
    let named = ["azure_core", "graph-entity", "graph-rs-sdk", "reqwest", "rustls", "serde_derive", "ureq"];
    Ok(Section {
        name: "clean",
        circumstances: circumstances(&locks, &named)?,
        tables: vec![table(&sides, &costs, rounds)],
        charts: vec![chart(&sides, &costs)],
    })
}

fn write(side: &Side, folder: &Path) -> Result<Project, Error> {
    Project::write(folder, side.name, side.title, &side.dependencies, &[("src/main.rs", side.source)])
}

/// Builds the program from nothing, and makes sure that it does what it is for.
fn build(project: &Project) -> Result<Run, Error> {
    project.clean()?;
    let run = project.cargo(&["build", "--offline"])?;
    let printed = crate::process::run(&mut std::process::Command::new(project.program("debug")))?.log;
    if !printed.trim_end().ends_with(BODY) {
        return Err(format!("`{}` printed {printed}", project.title).into());
    }
    project.clean()?;
    Ok(run)
}

fn release(project: &Project) -> Result<u64, Error> {
    project.cargo(&["build", "--release", "--offline"])?;
    let bytes = std::fs::metadata(project.program("release"))?.len();
    project.clean()?;
    Ok(bytes)
}

fn table(sides: &[Side], costs: &[Cost], rounds: usize) -> Table {
    let caption = format!(
        "A dev build of a program that creates an entity, and of all that it depends on, from nothing (those with a TLS \
         library in C or an SDK once, the others the median of {rounds} rounds); the stripped release build of it:"
    );
    let mut table = Table::new(caption, &["", "CPU s", "of the first", "crates", "serde_derive", "release, KB"]);
    for (side, cost) in sides.iter().zip(costs) {
        let derives = cost.crates.iter().any(|name| name.starts_with("serde_derive "));
        table.row(vec![
            side.title.into(),
            format!("{:.1}", cost.cpu),
            format!("{:.2}", cost.cpu / costs[0].cpu),
            cost.crates.len().to_string(),
            if derives { "yes" } else { "no" }.into(),
            thousands(cost.bytes / 1000),
        ]);
    }
    table
}

fn chart(sides: &[Side], costs: &[Cost]) -> Chart {
    let bars = sides.iter().zip(costs).map(|(side, cost)| Bar {
        name: side.title.replace('`', ""),
        value: cost.cpu,
        ours: side.name.starts_with("ours"),
    });
    Chart {
        name: "clean",
        title: "Clean build of a program that creates an entity".into(),
        unit: "CPU seconds",
        data: Data::Bars(bars.collect()),
    }
}
