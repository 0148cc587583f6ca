//! Clean builds of one program that makes a create request, and of all that it depends on.

use std::path::Path;

use crate::chart::{Bar, Chart, Data};
use crate::effort::Effort;
use crate::machine::circumstances;
use crate::process::Run;
use crate::project::dependency::{SERDE, SERDE_JSON, graph_entity};
use crate::project::{Project, interleaved, locks, serde_derive_in};
use crate::section::{Error, Section};
use crate::table::{Table, thousands};

/// A program, and the entity that it creates.
macro_rules! program {
    ($program:literal, $state:literal) => {
        concat!(
            include_str!(concat!("../../programs/", $program, ".rs")),
            include_str!(concat!("../../programs/state_", $state, ".rs"))
        )
    };
}

const OURS: &str = program!("ours", "ours");
const OURS_BY_UREQ: &str = program!("ours_ureq", "ours");
const OURS_BY_REQWEST: &str = program!("ours_reqwest", "ours");
const BY_SERDE: &str = program!("serde", "serde");
const BY_HAND: &str = program!("reqwest", "serde");
const BY_SDK: &str = program!("sdk", "serde");
const BY_AZURE: &str = program!("azure", "serde");

/// What each program prints, and ends in.
const BODY: &str = r#""successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"user@contoso.com"}"#;

const TOKIO: &str = r#"tokio = { version = "1.48", features = ["rt"] }"#;

/// The first sides have no transport and are built soon: these are built more often, since noise is a smaller part of what
/// takes long.
const SMALL: usize = 2;

/// A program, and how it is built.
struct Side {
    name: &'static str,
    title: &'static str,
    dependencies: Vec<String>,
    source: &'static str,
}

fn sides() -> Vec<Side> {
    let side = |name, title, dependencies: &[&str], source| Side {
        name,
        title,
        dependencies: dependencies.iter().map(ToString::to_string).collect(),
        source,
    };
    let (core, ureq, reqwest) =
        (graph_entity(&[]), graph_entity(&["ureq", "rustls"]), graph_entity(&["reqwest", "rustls"]));
    let bare = r#"reqwest = { version = "0.13", default-features = false, features = ["json", "rustls"] }"#;
    let azure = r#"azure_core = "1.0""#;
    let sdk = r#"graph-rs-sdk = "3.0""#;
    vec![
        side("serde", "serde_derive + serde_json, no transport", &[SERDE, SERDE_JSON], BY_SERDE),
        side("ours", "graph-entity, no transport", &[&core], OURS),
        side("ours-ureq", "graph-entity, `ureq` + `rustls`", &[&ureq], OURS_BY_UREQ),
        side("ours-reqwest", "graph-entity, `reqwest` + `rustls`", &[&reqwest, TOKIO], OURS_BY_REQWEST),
        side("by-hand", "reqwest with rustls + serde_derive, by hand", &[bare, SERDE, TOKIO], BY_HAND),
        side("azure", "azure_core + serde_derive, by hand", &[azure, SERDE, TOKIO], BY_AZURE),
        side("sdk", "graph-rs-sdk", &[sdk, SERDE, SERDE_JSON, TOKIO], BY_SDK),
    ]
}

/// What a program cost.
struct Cost {
    cpu: f64,
    rounds: usize,
    crates: Vec<String>,
    bytes: u64,
}

pub fn measure(effort: Effort) -> Result<Section, Error> {
    let folder = tempfile::tempdir()?;
    let mut sides = sides();
    if effort.is_quick() {
        sides.truncate(3);
    }
    let [often, seldom] = effort.choose([1, 1], [2, 1], [3, 2]);
    let projects = sides.iter().map(|side| write(side, folder.path())).collect::<Result<Vec<_>, Error>>()?;
    let all: Vec<_> = projects.iter().collect();
    let (small, large) = all.split_at(SMALL);
    let runs = interleaved(small, often, build)?.and(interleaved(large, seldom, build)?);
    let mut costs = Vec::new();
    for project in &projects {
        costs.push(Cost {
            cpu: runs.cpu(project).unwrap_or_default(),
            rounds: runs.rounds(project),
            crates: project.tree()?,
            bytes: release(project)?,
        });
    }
    let named = ["azure_core", "graph-entity", "graph-rs-sdk", "reqwest", "rustls", "serde_derive", "ureq"];
    Ok(Section {
        name: "clean",
        circumstances: circumstances(&locks(&projects)?, &named)?,
        tables: vec![table(&sides, &costs)],
        charts: vec![chart(&sides, &costs)],
    })
}

fn write(side: &Side, folder: &Path) -> Result<Project, Error> {
    Project::write(folder, side.name, side.title, &side.dependencies, &[("src/main.rs", side.source)])
}

/// Builds the program from nothing, and makes sure that it does what it is for.
fn build(project: &Project) -> Result<Run, Error> {
    let run = project.rebuild()?;
    let printed = crate::process::run(&mut std::process::Command::new(project.program("debug")))?.log;
    if !printed.trim_end().ends_with(BODY) {
        return Err(format!("`{}` printed {printed}", project.title).into());
    }
    Ok(run)
}

/// Built with what the others have built already: it is the size that counts.
fn release(project: &Project) -> Result<u64, Error> {
    let run = project.cargo(&["build", "--release", "--offline"])?;
    eprintln!("release build of {}: {run}", project.title);
    Ok(std::fs::metadata(project.program("release"))?.len())
}

fn table(sides: &[Side], costs: &[Cost]) -> Table {
    let caption = "A dev build, from nothing, of a program that creates an entity; the median of so many rounds. The crates are \
                   those that the program is made of, without what only builds; the size is that of its stripped release build:";
    let mut table =
        Table::new(caption, &["", "CPU s", "rounds", "of the first", "crates", "serde_derive", "release, KB"]);
    for (side, cost) in sides.iter().zip(costs) {
        table.row(vec![
            side.title.into(),
            format!("{:.1}", cost.cpu),
            cost.rounds.to_string(),
            format!("{:.2}", cost.cpu / costs[0].cpu),
            cost.crates.len().to_string(),
            serde_derive_in(&cost.crates).into(),
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
