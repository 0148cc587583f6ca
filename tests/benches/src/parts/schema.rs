//! What the comparison with the metadata adds to a check.

use std::path::Path;

use super::compile::side::Side;
use super::compile::{library, slice};
use crate::machine::circumstances;
use crate::project::{Project, interleaved};
use crate::section::{Error, Section};
use crate::shapes::{self, Shape};
use crate::table::{Table, thousands};

/// Types that are compared with a slice, or with none.
struct Case {
    name: &'static str,
    title: String,
    types: usize,
    /// Types in the slice, if there is one.
    slice: Option<usize>,
    side: Side,
}

fn cases(few: usize, many: usize) -> Vec<Case> {
    let case = |name, title: String, types, slice, side| Case { name, title, types, slice, side };
    let schema = Side::OursWithSchema;
    let [few_types, many_types] = [few, many].map(|types| thousands(types as u64));
    vec![
        case("off", format!("{few_types} types, without the feature"), few, None, Side::Ours),
        case("on", format!("{few_types} types, feature `schema`, no slice"), few, None, schema),
        case("few", format!("{few_types} types, a slice of them"), few, Some(few), schema),
        case("many", format!("{few_types} types, a slice of {many_types}"), few, Some(many), schema),
        case("one-on", "one type, no slice".into(), 1, None, schema),
        case("one-few", format!("one type, a slice of {few_types}"), 1, Some(few), schema),
        case("one-many", format!("one type, a slice of {many_types}"), 1, Some(many), schema),
    ]
}

pub fn measure(quick: bool) -> Result<Section, Error> {
    let folder = tempfile::tempdir()?;
    let (few, many, rounds) = if quick { (20, 40, 1) } else { (400, 1_600, 7) };
    let shapes = shapes::first(many)?;
    let cases = cases(few, many);
    let mut projects = Vec::new();
    for case in &cases {
        let project = write(case, &shapes, folder.path())?;
        project.cargo(&["check", "--lib", "--offline"])?;
        projects.push(project);
    }
    let all: Vec<_> = projects.iter().collect();
    let runs = interleaved(&all, rounds, |project| project.again(&["check", "--lib", "--offline"]))?;
    let caption = format!("`cargo check` of types that are compared with a slice of the metadata (rounds: {rounds}):");
    let mut table = Table::new(caption, &["", "slice, KB", "CPU s", "more", "peak, MB"]);
    for (case, project) in cases.iter().zip(&projects) {
        let cpu = runs.cpu(project).unwrap_or_default();
        // Than the first of as many types.
        let first = cases.iter().zip(&projects).find(|(first, _)| first.types == case.types);
        let without = first.filter(|(first, _)| first.name != case.name).and_then(|(_, project)| runs.cpu(project));
        table.row(vec![
            case.title.clone(),
            case.slice.map(|types| thousands(slice::text(&shapes[..types]).len() as u64 / 1000)).unwrap_or_default(),
            format!("{cpu:.2}"),
            without.map(|without| format!("{:.2}", cpu - without)).unwrap_or_default(),
            format!("{:.0}", runs.megabytes(project).unwrap_or_default()),
        ]);
    }
    let circumstances = circumstances(&projects[1].lock()?, &["graph-entity", "quick-xml"])?;
    Ok(Section { name: "schema", circumstances, tables: vec![table], charts: Vec::new() })
}

fn write(case: &Case, shapes: &[Shape], folder: &Path) -> Result<Project, Error> {
    let source = if case.slice.is_some() { case.side } else { Side::Ours }.source(&shapes[..case.types]);
    let slice = case.slice.map(|types| slice::text(&shapes[..types]));
    Project::write(folder, case.name, &case.title, &case.side.dependencies(), &library(source, slice))
}
