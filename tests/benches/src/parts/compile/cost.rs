//! Measures the builds.

use std::path::Path;

use super::side::Side;
use super::write;
use crate::project::{Project, interleaved};
use crate::section::Error;
use crate::shapes::{Kind, Shape};

/// How many types, and how often each build is measured.
#[derive(Debug)]
pub struct Plan {
    pub count: usize,
    pub check: usize,
    pub dev: usize,
    pub release: usize,
    /// Whether there are release builds with the builders of others, too.
    pub builders: bool,
}

/// What a side cost, of all of the types. The times are those of its own crate, not of what it depends on.
#[derive(Debug)]
pub struct Cost {
    pub side: Side,
    /// CPU seconds of `cargo check`.
    pub check: f64,
    /// Of a dev build, if it was measured.
    pub dev: Option<f64>,
    /// Of a release build.
    pub release: Option<f64>,
    /// The compiler's peak in a check.
    pub megabytes: f64,
    /// The stripped release program that uses all of them.
    pub bytes: Option<u64>,
}

/// The costs of all sides, and how the shapes are made up.
#[derive(Debug)]
pub struct Costs {
    pub sides: Vec<Cost>,
    pub enums: usize,
    pub properties: usize,
}

/// What each side costs.
pub fn costs(plan: &Plan, shapes: &[Shape], sides: &[Side], name: &str, folder: &Path) -> Result<Costs, Error> {
    let projects = sides.iter().map(|side| write(*side, shapes, name, folder)).collect::<Result<Vec<_>, _>>()?;
    let those = |wanted: &dyn Fn(Side) -> bool| -> Vec<_> {
        sides.iter().zip(&projects).filter(|(side, _)| wanted(**side)).map(|(_, project)| project).collect()
    };
    let is_released = |side: Side| is_built(side) && (plan.builders || !side.is_builder());
    let check = interleaved(&those(&|_| true), plan.check, |project| project.again(CHECK))?;
    let dev = interleaved(&those(&is_built), plan.dev, |project| project.again(DEV))?;
    let release = interleaved(&those(&is_released), plan.release, |project| project.again(RELEASE))?;
    let mut costs = Vec::new();
    for (side, project) in sides.iter().zip(&projects) {
        let release = release.cpu(project);
        costs.push(Cost {
            side: *side,
            check: check.cpu(project).unwrap_or_default(),
            dev: dev.cpu(project),
            release,
            megabytes: check.megabytes(project).unwrap_or_default(),
            bytes: release.map(|_| bytes(project)).transpose()?,
        });
    }
    let properties = shapes.iter().map(|shape| match &shape.kind {
        Kind::Struct { properties, .. } => properties.len(),
        Kind::Enum(_) => 0,
    });
    let enums = shapes.iter().filter(|shape| matches!(shape.kind, Kind::Enum(_))).count();
    Ok(Costs { sides: costs, enums, properties: properties.sum() })
}

/// Builds what the sides depend on, which is no part of what is measured: a crate of one type for each side.
pub fn prepare(folder: &Path) -> Result<Vec<Project>, Error> {
    let mut projects = Vec::new();
    for side in Side::ALL {
        let project = write(side, &crate::shapes::first(1)?, "one", folder)?;
        let builds: &[_] = if is_built(side) { &[CHECK, DEV, RELEASE] } else { &[CHECK] };
        for arguments in builds {
            let run = project.cargo(arguments)?;
            eprintln!("what {} depends on, {}: {run}", side.title(), arguments.join(" "));
        }
        projects.push(project);
    }
    Ok(projects)
}

/// What is compared with the metadata builds as what is not.
fn is_built(side: Side) -> bool {
    side != Side::OursWithSchema
}

const CHECK: &[&str] = &["check", "--lib", "--offline"];
const DEV: &[&str] = &["build", "--lib", "--offline"];
const RELEASE: &[&str] = &["build", "--release", "--lib", "--offline"];

fn bytes(project: &Project) -> Result<u64, Error> {
    project.cargo(&["build", "--release", "--offline"])?;
    Ok(std::fs::metadata(project.program("release"))?.len())
}
