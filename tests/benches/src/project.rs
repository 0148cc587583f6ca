//! Crates that are written to be compiled.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::machine::{host, toolchain, workspace};
use crate::process::{Run, median, run};
use crate::section::Error;

/// Dependencies of the peers; the versions of what the workspace uses too are those of its `Cargo.lock`.
pub mod dependency {
    /// serde and its derives.
    pub const SERDE: &str = r#"serde = { version = "1.0.225", features = ["derive"] }"#;
    /// The traits without the derives.
    pub const SERDE_CORE: &str =
        r#"serde_core = { version = "1.0.225", default-features = false, features = ["std"] }"#;
    /// JSON.
    pub const SERDE_JSON: &str = r#"serde_json = "1.0.145""#;

    /// The dependency on the workspace's runtime.
    pub fn graph_entity(features: &[&str]) -> String {
        let path = super::workspace().join("runtime");
        format!("graph-entity = {{ path = {path:?}, features = {features:?} }}")
    }
}

/// A crate that is there to be compiled.
#[derive(Debug)]
pub struct Project {
    /// Its name in tables.
    pub title: String,
    /// Its name for cargo.
    pub name: String,
    /// The file that is its root.
    root: &'static str,
    folder: PathBuf,
    /// Beside it: crates of a folder share what they depend on.
    target: PathBuf,
}

impl Project {
    /// Writes a crate below the folder, and fetches what it depends on. The first file is its root: `src/lib.rs` or
    /// `src/main.rs`. The dependencies are lines of its manifest.
    pub fn write(
        below: &Path,
        name: &str,
        title: &str,
        dependencies: &[String],
        files: &[(&'static str, impl AsRef<str>)],
    ) -> Result<Self, Error> {
        let project = Self {
            title: title.into(),
            name: name.into(),
            root: files[0].0,
            folder: below.join(name),
            target: below.join("target"),
        };
        fs::create_dir_all(project.folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{}\n\n\
             [profile.release]\nstrip = true\n\n[workspace]\n",
            dependencies.join("\n")
        );
        fs::write(project.folder.join("Cargo.toml"), manifest)?;
        fs::copy(workspace().join("Cargo.lock"), project.folder.join("Cargo.lock"))?;
        for (path, text) in files {
            fs::write(project.folder.join(path), text.as_ref())?;
        }
        project.cargo(&["fetch", "--target", &host()?])?;
        Ok(project)
    }

    /// Runs cargo in it.
    pub fn cargo(&self, arguments: &[&str]) -> Result<Run, Error> {
        run(cargo(&self.folder, &self.target).args(arguments))
            .map_err(|error| format!("{error}: {}", self.title).into())
    }

    /// Removes what was built.
    pub fn clean(&self) -> Result<(), Error> {
        match fs::remove_dir_all(&self.target) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// A dev build from nothing, of all that it depends on.
    pub fn rebuild(&self) -> Result<Run, Error> {
        self.clean()?;
        self.cargo(&["build", "--offline"])
    }

    /// Runs cargo after a change of a comment, and makes sure that nothing else is compiled again.
    pub fn again(&self, arguments: &[&str]) -> Result<Run, Error> {
        let mut root = OpenOptions::new().append(true).open(self.folder.join(self.root))?;
        root.write_all(b"// Changed.\n")?;
        drop(root);
        let run = self.cargo(arguments)?;
        if compiled(&run.log) != [self.name.as_str()] {
            return Err(format!("{}\nonly `{}` should have been compiled", run.log, self.name).into());
        }
        Ok(run)
    }

    /// Its source after all macros, as the compiler prints it. Not by what is stable: what it depends on is built once
    /// more, since some build scripts ask for that.
    pub fn expanded(&self) -> Result<String, Error> {
        let arguments = ["rustc", "-q", "--lib", "--offline", "--profile", "check", "--", "-Zunpretty=expanded"];
        let mut command = cargo(&self.folder, &self.target);
        Ok(run(command.env("RUSTC_BOOTSTRAP", "1").args(arguments))?.log)
    }

    /// The program that was built.
    pub fn program(&self, profile: &str) -> PathBuf {
        self.target.join(profile).join(&self.name)
    }

    /// The crates that it is made of, itself among them, with their versions. What only builds is not part of it.
    pub fn tree(&self) -> Result<Vec<String>, Error> {
        let run = self.cargo(&["tree", "-q", "--offline", "--edges", "normal", "--prefix", "none", "--no-dedupe"])?;
        let mut crates: Vec<_> = run.log.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        crates.sort();
        crates.dedup();
        Ok(crates)
    }

    /// Its `Cargo.lock`.
    pub fn lock(&self) -> Result<String, Error> {
        Ok(fs::read_to_string(self.folder.join("Cargo.lock"))?)
    }
}

/// Their `Cargo.lock`s, one after the other.
pub fn locks(projects: &[Project]) -> Result<String, Error> {
    projects.iter().map(Project::lock).collect()
}

/// Whether serde_derive is among the crates of a [`Project::tree`], as tables say it.
pub fn serde_derive_in(crates: &[String]) -> &'static str {
    if crates.iter().any(|name| name.starts_with("serde_derive ")) { "yes" } else { "no" }
}

/// The crates that cargo says it compiled.
fn compiled(log: &str) -> Vec<&str> {
    let named = log.lines().filter_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("Checking ").or_else(|| line.strip_prefix("Compiling "))
    });
    named.filter_map(|line| line.split(' ').next()).collect()
}

/// Cargo of the workspace's toolchain, without what in the environment changes how it builds.
fn cargo(folder: &Path, target: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let changes = matches!(&*text, "RUSTFLAGS" | "RUSTC" | "RUSTC_WRAPPER" | "CARGO_ENCODED_RUSTFLAGS" | "CARGO");
        if changes || text.starts_with("CARGO_BUILD_") || text.starts_with("CARGO_PROFILE_") {
            command.env_remove(&name);
        }
    }
    command
        .env("RUSTUP_TOOLCHAIN", toolchain())
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TERM_COLOR", "never");
    command
}

/// Measures each project once a round, every other round from the back: the runs, by the projects' names.
pub fn interleaved(
    projects: &[&Project],
    rounds: usize,
    measure: impl Fn(&Project) -> Result<Run, Error>,
) -> Result<Runs, Error> {
    let mut runs = Runs::default();
    for round in 0..rounds {
        let mut order = projects.to_vec();
        if round % 2 == 1 {
            order.reverse();
        }
        for project in order {
            let run = measure(project)?;
            eprintln!("round {} of {rounds}: {}: {run}", round + 1, project.title);
            runs.0.entry(project.name.clone()).or_default().push(run);
        }
    }
    Ok(runs)
}

/// What several projects cost.
#[derive(Debug, Default)]
pub struct Runs(HashMap<String, Vec<Run>>);

impl Runs {
    /// These, and those of other projects.
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// How often a project was measured.
    pub fn rounds(&self, project: &Project) -> usize {
        self.0.get(&project.name).map_or(0, Vec::len)
    }

    /// The median of the CPU seconds of a project, if it was measured.
    pub fn cpu(&self, project: &Project) -> Option<f64> {
        self.0.get(&project.name).map(|runs| median(runs.iter().map(|run| run.cpu)))
    }

    /// The most megabytes.
    pub fn megabytes(&self, project: &Project) -> Option<f64> {
        self.0.get(&project.name).map(|runs| runs.iter().map(|run| run.megabytes).fold(0.0, f64::max))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_compiled_is_read_from_the_log() {
        let log = "   Compiling a v0.1.0\n    Checking b v0.0.0 (/x)\nwarning: Compiling is slow\n    Finished `dev`\n";
        assert_eq!(compiled(log), ["a", "b"]);
    }
}
