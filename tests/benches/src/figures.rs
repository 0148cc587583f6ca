//! Runs a bench, and reads the figures that it tells (`tests/benches/common/output.rs`).

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value as Json;

use crate::machine::workspace;
use crate::section::Error;

/// The package of the benches `json` and `allocations`.
pub const JSON_PACKAGE: &str = "graph-entity-json-benches";
/// The package of the others, and of this program.
pub const PACKAGE: &str = "graph-entity-benches";

/// A bench that is built.
#[derive(Debug, Clone)]
pub struct Bench(PathBuf);

/// What a bench told.
#[derive(Debug, Default)]
pub struct Figures {
    /// By case, operation and figure.
    values: HashMap<[String; 3], f64>,
}

impl Bench {
    /// Builds it.
    pub fn build(package: &str, name: &str) -> Result<Self, Error> {
        let mut cargo = Command::new("cargo");
        cargo.args(["bench", "-q", "-p", package, "--bench", name, "--no-run", "--message-format", "json"]);
        let output = cargo.current_dir(workspace()).stderr(Stdio::inherit()).output()?;
        if !output.status.success() {
            return Err(format!("the bench `{name}` can't be built").into());
        }
        let messages = String::from_utf8(output.stdout)?;
        let program =
            executable(&messages, name).ok_or_else(|| format!("cargo tells no program of the bench `{name}`"))?;
        Ok(Self(program.into()))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Runs it with these arguments; what it tells is added.
    pub fn run(&self, arguments: &[&str], quick: bool, figures: &mut Figures) -> Result<(), Error> {
        eprintln!("{} {}", self.0.file_name().unwrap_or_default().display(), arguments.join(" "));
        let mut command = Command::new(&self.0);
        command.args(arguments).arg("--json").args(quick.then_some("--quick"));
        let output = command.stderr(Stdio::inherit()).output()?;
        if !output.status.success() {
            return Err(format!("`{command:?}` failed").into());
        }
        figures.read(std::str::from_utf8(&output.stdout)?)
    }
}

/// The bench of a build, by cargo's messages: this program is built beside it.
fn executable(messages: &str, name: &str) -> Option<String> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok());
    let mut benches = messages.filter(|message| message["target"]["kind"][0] == "bench");
    let bench = benches.find(|message| message["target"]["name"] == name)?;
    bench["executable"].as_str().map(str::to_owned)
}

impl Figures {
    /// Reads the lines that a bench told.
    fn read(&mut self, lines: &str) -> Result<(), Error> {
        for line in lines.lines() {
            let json: Json = serde_json::from_str(line).map_err(|error| format!("{error}: {line}"))?;
            let text = |name: &str| json[name].as_str().map(str::to_owned);
            let key = [text("case"), text("operation"), text("figure")];
            let ([Some(case), Some(operation), Some(figure)], Some(value)) = (key, json["value"].as_f64()) else {
                return Err(format!("no figure: {line}").into());
            };
            self.values.insert([case, operation, figure], value);
        }
        Ok(())
    }

    /// A figure that has to be there.
    pub fn get(&self, case: &str, operation: &str, figure: &str) -> Result<f64, Error> {
        let value = self.values.get(&[case, operation, figure].map(str::to_owned));
        value.copied().ok_or_else(|| format!("the bench told no {figure} of {case}, {operation}").into())
    }

    /// The ratio of a comparison, with the quarters around it.
    pub fn ratio(&self, case: &str, operation: &str) -> Result<String, Error> {
        let ratio = self.get(case, operation, "ratio")?;
        let low = self.get(case, operation, "ratio, lower quartile")?;
        let high = self.get(case, operation, "ratio, upper quartile")?;
        Ok(format!("**{ratio:.2}** ({low:.2}–{high:.2})"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_their_lines() {
        let mut figures = Figures::default();
        figures.read("{\"case\":\"plain\",\"operation\":\"read\",\"figure\":\"ratio\",\"value\":0.62}\n").unwrap();
        assert_eq!(figures.get("plain", "read", "ratio").unwrap(), 0.62);
        let error = figures.get("plain", "write", "ratio").unwrap_err().to_string();
        assert_eq!(error, "the bench told no ratio of plain, write");
    }

    #[test]
    fn what_is_no_figure_is_an_error() {
        for line in ["plain", "{\"case\":\"plain\"}", "{\"case\":1,\"operation\":\"\",\"figure\":\"\",\"value\":1}"] {
            assert!(Figures::default().read(line).is_err(), "{line}");
        }
    }

    #[test]
    fn the_bench_is_the_one_that_cargo_names() {
        let messages = [
            r#"{"reason":"x"}"#,
            r#"{"target":{"kind":["bin"],"name":"bench"},"executable":"a/bench"}"#,
            r#"{"target":{"kind":["bench"],"name":"json"},"executable":"a/json-1"}"#,
        ];
        assert_eq!(executable(&messages.join("\n"), "json").as_deref(), Some("a/json-1"));
        assert_eq!(executable(&messages.join("\n"), "bench"), None);
    }
}
