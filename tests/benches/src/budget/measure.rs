//! Measures the figures of the budget.

use std::path::Path;

use super::Figure;
use crate::machine::output;
use crate::project::dependency::{SERDE, SERDE_JSON, graph_entity};
use crate::project::{Project, interleaved};
use crate::section::Error;
use crate::{callgrind, instructions};

/// Entities of the crates that are checked.
const TYPES: usize = 100;
const ROUNDS: usize = 5;

pub fn all() -> Result<Vec<Figure>, Error> {
    let mut figures = instructions()?;
    figures.push(Figure { table: "tokens", name: "entity-of-ten-fields".into(), value: tokens()? });
    let folder = tempfile::tempdir()?;
    let (ours, theirs) = (ours(folder.path())?, theirs(folder.path())?);
    figures.push(Figure { table: "check", name: "ratio".into(), value: check([&ours, &theirs])? });
    // The program is one of them.
    let crates = ours.tree()?.len() - 1;
    figures.push(Figure { table: "crates", name: "default-features".into(), value: crates as f64 });
    Ok(figures)
}

fn instructions() -> Result<Vec<Figure>, Error> {
    if !callgrind::is_there() {
        return Err("the budget needs valgrind".into());
    }
    let counts = instructions::count(&["states", "plain", "family-last"], &["read", "write"])?;
    Ok(counts
        .iter()
        .map(|count| {
            let name = format!("{}-{}", count.operation, count.case);
            println!("{name}: {} instructions", count.cells()[0]);
            Figure { table: "instructions", name, value: count.ratio() }
        })
        .collect())
}

/// By the test of the derive's crate that prints them.
fn tokens() -> Result<f64, Error> {
    let printed =
        output("cargo", &["test", "-q", "-p", "graph-entity-macros", "tokens", "--", "--ignored", "--nocapture"])?;
    tokens_in(&printed).ok_or_else(|| format!("no tokens in what was printed: {printed}").into())
}

fn tokens_in(printed: &str) -> Option<f64> {
    printed.lines().find_map(|line| line.strip_suffix(" tokens")?.parse().ok())
}

/// Ours by theirs, the medians of rounds in turn.
fn check([ours, theirs]: [&Project; 2]) -> Result<f64, Error> {
    for project in [ours, theirs] {
        project.cargo(&["check", "--offline"])?;
    }
    let runs = interleaved(&[ours, theirs], ROUNDS, |project| project.again(&["check", "--offline"]))?;
    let cpu = |project| runs.cpu(project).ok_or("a crate was not checked");
    Ok(cpu(ours)? / cpu(theirs)?)
}

fn ours(folder: &Path) -> Result<Project, Error> {
    let text = entities(|number| {
        format!(
            "#[derive(Debug, Clone, PartialEq, graph_entity::GraphEntity)]\n\
             #[graph_entity(odata = \"microsoft.graph.user{number}\", collection = \"users{number}\")]\n{}\
             pub fn copy{number}(json: &[u8]) -> Result<Vec<u8>, graph_entity::json::Error> {{\n\
             graph_entity::json::to_vec(&graph_entity::json::from_slice::<User{number}>(json)?)\n}}\n",
            fields(number, "#[graph(key, read_only)] ", "")
        )
    });
    Project::write(folder, "ours", "graph-entity", &[graph_entity(&[])], &[("src/lib.rs", &text)])
}

fn theirs(folder: &Path) -> Result<Project, Error> {
    let text = entities(|number| {
        format!(
            "#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]\n\
             #[serde(rename_all = \"camelCase\")]\n{}\
             pub fn copy{number}(json: &[u8]) -> Result<Vec<u8>, serde_json::Error> {{\n\
             serde_json::to_vec(&serde_json::from_slice::<User{number}>(json)?)\n}}\n",
            fields(number, "", "#[serde(skip_serializing_if = \"Option::is_none\")] ")
        )
    });
    Project::write(folder, "theirs", "serde_derive", &[SERDE.into(), SERDE_JSON.into()], &[("src/lib.rs", &text)])
}

fn entities(entity: impl Fn(usize) -> String) -> String {
    (0..TYPES).map(entity).collect()
}

/// The struct of ten fields; these go before the key, and before each field that may be left out.
fn fields(number: usize, key: &str, optional: &str) -> String {
    let optional: String = [
        ("display_name", "String"),
        ("device_count", "i32"),
        ("account_enabled", "bool"),
        ("mail", "String"),
        ("quota", "i64"),
        ("business_phones", "Vec<String>"),
    ]
    .map(|(name, ty)| format!("    {optional}pub {name}: Option<{ty}>,\n"))
    .concat();
    format!(
        "pub struct User{number} {{\n    {key}pub id: String,\n    pub success_device_count: i32,\n    \
         pub error_device_count: i32,\n    pub user_principal_name: String,\n{optional}}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_from_what_the_test_prints() {
        assert_eq!(tokens_in("\nrunning 1 test\n1921 tokens\ntest tokens ... ok\n"), Some(1921.0));
        assert_eq!(tokens_in("running 0 tests\n"), None);
    }

    #[test]
    fn an_entity_has_ten_fields() {
        let text = fields(7, "", "#[serde(default)] ");
        assert_eq!((text.matches("pub ").count(), text.matches("#[serde(default)]").count()), (11, 6));
    }
}
