//! What the figures were measured on.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::section::Error;

/// The workspace's root.
pub fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The workspace's `Cargo.lock`.
pub fn lock() -> Result<String, Error> {
    Ok(fs::read_to_string(workspace().join("Cargo.lock"))?)
}

/// Date, processor, compiler, and the versions that `Cargo.lock` has of the crates that are compared.
pub fn circumstances(lock: &str, crates: &[&str]) -> Result<String, Error> {
    let versions = versions(lock, crates).join(", ");
    let cores = std::thread::available_parallelism()?;
    let rustc = output("rustc", &["-V"])?;
    // Without commit and date.
    let rustc = rustc.split(" (").next().unwrap_or_default();
    Ok(format!("{}; {cores} cores of {}; {rustc}; {versions}.", today()?, processor()))
}

fn versions(lock: &str, crates: &[&str]) -> Vec<String> {
    let field =
        |line: &str, name: &str| Some(line.strip_prefix(name)?.strip_prefix(" = ")?.trim_matches('"').to_owned());
    let mut found: Vec<_> = lock
        .split("[[package]]")
        .filter_map(|package| {
            let name = package.lines().find_map(|line| field(line, "name"))?;
            let version = package.lines().find_map(|line| field(line, "version"))?;
            crates.contains(&name.as_str()).then(|| format!("{name} {version}"))
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

fn today() -> Result<String, Error> {
    Ok(output("date", &["-u", "+%Y-%m-%d"])?.trim().to_owned())
}

/// The model of the processor.
fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split_once(": "));
    model.map_or("an unknown processor", |(_, model)| model).to_owned()
}

/// The channel that the workspace is pinned to: its file does not reach other folders.
pub fn toolchain() -> &'static str {
    include_str!("../../../rust-toolchain.toml")
        .lines()
        .find_map(|line| line.strip_prefix("channel = "))
        .map_or("stable", |channel| channel.trim_matches('"'))
}

/// The triple that is compiled for.
pub fn host() -> Result<String, Error> {
    let version = output("rustc", &["-vV"])?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc does not say what it compiles for")?.to_owned())
}

/// What a command prints.
pub fn output(program: &str, arguments: &[&str]) -> Result<String, Error> {
    let output = Command::new(program).args(arguments).current_dir(workspace()).output()?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{program} {}` failed: {errors}", arguments.join(" ")).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_of_the_lock() {
        let lock = "version = 4\n\n[[package]]\nname = \"serde\"\nversion = \"1.0.1\"\n\n[[package]]\nname = \"bon\"\n\
                    version = \"3.1.0\"\ndependencies = [\n \"serde\",\n]\n\n[[package]]\nname = \"x\"\nversion = \"1.0.0\"\n";
        assert_eq!(versions(lock, &["serde", "bon"]), ["bon 3.1.0", "serde 1.0.1"]);
    }

    #[test]
    fn the_toolchain_is_a_version() {
        assert!(toolchain().starts_with("1."), "{}", toolchain());
    }
}
