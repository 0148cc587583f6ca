//! What types cost to compile, beside what serde_derive and builders of others cost for the same types.

mod cost;
mod show;
pub mod side;
pub mod slice;
mod tokens;
mod types;
mod uses;

use std::path::Path;

use self::cost::{Plan, costs, prepare};
use self::side::Side;
use crate::effort::Effort;
use crate::machine::circumstances;
use crate::project::{Project, locks};
use crate::section::{Error, Section};
use crate::shapes::{self, Count, Kind, Property, Shape, Type};

/// As few as show that it runs.
const QUICK: [Plan; 2] = [
    Plan { count: 10, check: 1, dev: 1, release: 1, builders: true },
    Plan { count: 20, check: 1, dev: 1, release: 1, builders: true },
];

/// Builds of 1,600 types would take a quarter of an hour, and release builds of 400 with builders of others two minutes.
const USUAL: [Plan; 3] = [
    Plan { count: 50, check: 3, dev: 2, release: 1, builders: true },
    Plan { count: 400, check: 2, dev: 1, release: 1, builders: false },
    Plan { count: 1_600, check: 1, dev: 0, release: 0, builders: false },
];

const FULL: [Plan; 3] = [
    Plan { count: 50, check: 3, dev: 2, release: 1, builders: true },
    Plan { count: 400, check: 2, dev: 1, release: 1, builders: true },
    Plan { count: 1_600, check: 1, dev: 1, release: 1, builders: true },
];

pub fn measure(effort: Effort) -> Result<Section, Error> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let plans: &[Plan] = effort.choose(&QUICK, &USUAL, &FULL);
    let (count, check) = if effort.is_quick() { (20, 1) } else { (400, 2) };
    let ten = Plan { count, check, dev: 0, release: 0, builders: false };
    let prepared = prepare(folder)?;
    let mut rows = Vec::new();
    for plan in plans {
        rows.push(costs(plan, &shapes::first(plan.count)?, &Side::ALL, &plan.count.to_string(), folder)?);
    }
    let ten_costs = costs(&ten, &ten_fields(ten.count), &[Side::Std, Side::Ours, Side::Bon], "ten", folder)?;
    // The last: what is built for it is built otherwise.
    let tokens = tokens::count(&shapes::first(ten.count)?, folder)?;
    let named = ["bon", "graph-entity", "serde_core", "serde_derive", "serde_json", "typed-builder"];
    Ok(Section {
        name: "compile",
        circumstances: circumstances(&locks(&prepared)?, &named)?,
        tables: show::tables(plans, &rows, &tokens, &ten, &ten_costs),
        charts: show::charts(plans, &rows),
    })
}

/// A crate with the types: a library, and a program that uses it.
fn write(side: Side, shapes: &[Shape], name: &str, below: &Path) -> Result<Project, Error> {
    let name = format!("{}-{name}", side.name());
    let main = match side {
        Side::Std => "fn main() {}\n".to_owned(),
        _ => format!("fn main() {{\n    println!(\"{{:?}}\", {}::run());\n}}\n", name.replace('-', "_")),
    };
    let mut files = library(side.source(shapes), side.slice(shapes));
    files.push(("src/main.rs", main));
    Project::write(below, &name, side.title(), &side.dependencies(), &files)
}

/// The files of a library with this source, and with a slice of the metadata beside it if there is one.
pub fn library(source: String, slice: Option<String>) -> Vec<(&'static str, String)> {
    let mut files = vec![("src/lib.rs", source)];
    files.extend(slice.map(|slice| ("graph.xml", slice)));
    files
}

/// Entities of ten properties, three of them required: what the goals of the first version were told by.
fn ten_fields(count: usize) -> Vec<Shape> {
    let property = |name: &str, count, ty| Property { name: name.into(), count, ty };
    let properties = vec![
        property("id", Count::One, Type::String),
        property("firstCount", Count::One, Type::Int32),
        property("secondCount", Count::One, Type::Int32),
        property("userName", Count::One, Type::String),
        property("displayName", Count::Optional, Type::String),
        property("size", Count::Optional, Type::Int32),
        property("isEnabled", Count::Optional, Type::Boolean),
        property("description", Count::Optional, Type::String),
        property("total", Count::Optional, Type::Int64),
        property("tags", Count::Many, Type::String),
    ];
    let kind = Kind::Struct { is_entity: true, properties };
    (0..count).map(|index| Shape { name: format!("entity{index}"), kind: kind.clone() }).collect()
}
