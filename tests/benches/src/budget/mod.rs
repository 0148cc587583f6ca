//! The budget: a few figures that no change makes worse without saying so, in `budget.toml`.

mod check;
mod file;
mod measure;

use crate::section::Error;

/// A figure, by its table and its name in `budget.toml`.
#[derive(Debug, Clone, PartialEq)]
struct Figure {
    table: &'static str,
    name: String,
    value: f64,
}

/// Measures all figures. Compares them with those of the file, and fails if one is worse; or writes them into it.
pub fn run(set: bool) -> Result<(), Error> {
    let text = file::read()?;
    let figures = measure::all()?;
    for figure in &figures {
        println!("{}", check::told(figure));
    }
    if set {
        return file::write(&file::set(&text, &figures)?);
    }
    let checked = check::all(&file::bounds(&text)?, &figures);
    for better in &checked.better {
        println!("{better}");
    }
    if checked.worse.is_empty() {
        println!("within the budget");
        return Ok(());
    }
    Err(format!("over the budget (tests/benches/budget.toml):\n{}", checked.worse.join("\n")).into())
}
