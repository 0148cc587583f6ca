//! `budget.toml`: tables of figures, each with its slack.

use std::fs;
use std::path::PathBuf;

use toml_edit::{DocumentMut, Item, TableLike, value};

use super::Figure;
use super::check::Bound;
use crate::machine::workspace;
use crate::section::Error;

const SLACK: &str = "slack";

fn path() -> PathBuf {
    workspace().join("tests/benches/budget.toml")
}

pub fn read() -> Result<String, Error> {
    Ok(fs::read_to_string(path())?)
}

pub fn write(text: &str) -> Result<(), Error> {
    Ok(fs::write(path(), text)?)
}

/// All figures of the file.
pub fn bounds(text: &str) -> Result<Vec<Bound>, Error> {
    let document: DocumentMut = text.parse()?;
    let mut bounds = Vec::new();
    for (table, item) in document.iter() {
        let figures = item.as_table_like().ok_or_else(|| format!("`{table}` is no table"))?;
        let slack = number(table, figures, SLACK)?;
        for (name, _) in figures.iter().filter(|(name, _)| *name != SLACK) {
            bounds.push(Bound { table: table.into(), name: name.into(), value: number(table, figures, name)?, slack });
        }
    }
    Ok(bounds)
}

fn number(table: &str, figures: &dyn TableLike, name: &str) -> Result<f64, Error> {
    let item = figures.get(name).ok_or_else(|| format!("`{table}` has no `{name}`"))?;
    let number = item.as_float().or_else(|| item.as_integer().map(|whole| whole as f64));
    number.ok_or_else(|| format!("`{table}.{name}` is no number").into())
}

/// The text with these figures in place of its own; tables, their slack and all comments stay.
pub fn set(text: &str, figures: &[Figure]) -> Result<String, Error> {
    let mut document: DocumentMut = text.parse()?;
    for (name, item) in document.iter_mut() {
        let table = item.as_table_mut().ok_or_else(|| format!("`{name}` is no table"))?;
        table
            .retain(|key, _| key == SLACK || figures.iter().any(|figure| figure.table == &*name && figure.name == key));
    }
    for figure in figures {
        let table = document.get_mut(figure.table).and_then(Item::as_table_mut);
        let table = table.ok_or_else(|| format!("there is no table `{}`", figure.table))?;
        let rounded = (figure.value * 1000.0).round() / 1000.0;
        let new = if rounded.fract() == 0.0 { value(rounded as i64) } else { value(rounded) };
        match table.get_mut(&figure.name).and_then(Item::as_value_mut) {
            Some(old) => {
                // A comment behind the old one.
                let decor = old.decor().clone();
                *old = new.into_value().map_err(|_| "a number is a value")?;
                *old.decor_mut() = decor;
            }
            None => {
                table.insert(&figure.name, new);
            }
        }
    }
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# All.\n\n# Of a derive.\n[tokens]\nslack = 0.05\nentity = 1900 # ten fields\nold = 1\n\n[check]\nslack = 0.2\n";

    #[test]
    fn a_budget_is_read() {
        let bounds = bounds(TEXT).unwrap();
        assert_eq!(bounds.len(), 2);
        assert_eq!(bounds[0], Bound { table: "tokens".into(), name: "entity".into(), value: 1900.0, slack: 0.05 });
        for (wrong, message) in [
            ("[a]\nb = 1\n", "`a` has no `slack`"),
            ("[a]\nslack = 0.1\nb = \"1\"\n", "`a.b` is no number"),
            ("a = 1\n", "`a` is no table"),
        ] {
            assert_eq!(super::bounds(wrong).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn figures_are_set_and_comments_stay() {
        let figures = [
            Figure { table: "tokens", name: "entity".into(), value: 1850.0 },
            Figure { table: "check", name: "ratio".into(), value: 0.41234 },
        ];
        let text = set(TEXT, &figures).unwrap();
        assert_eq!(
            text,
            "# All.\n\n# Of a derive.\n[tokens]\nslack = 0.05\nentity = 1850 # ten fields\n\n[check]\nslack = 0.2\nratio = 0.412\n"
        );
        assert_eq!(set(&text, &figures).unwrap(), text);
        let elsewhere = Figure { table: "bytes", name: "all".into(), value: 1.0 };
        assert_eq!(set(TEXT, &[elsewhere]).unwrap_err().to_string(), "there is no table `bytes`");
    }

    #[test]
    fn the_budget_of_the_tree_is_whole() {
        let bounds = bounds(&read().unwrap()).unwrap();
        let tables: Vec<_> = ["instructions", "tokens", "check", "crates"]
            .map(|table| bounds.iter().filter(|bound| bound.table == table).count())
            .into();
        assert_eq!(tables, [6, 1, 1, 1], "{bounds:?}");
    }
}
