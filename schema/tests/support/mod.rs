//! A crate of what was written, as a user has it: outside of this workspace, compared with the metadata.

use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) struct Crate {
    root: PathBuf,
}

impl Crate {
    /// An empty one.
    pub(crate) fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(root.join("src"));
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
        let made = Self { root };
        made.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
                 graph-entity = {{ path = '{}', features = [\"schema\"] }}\nserde_json = \"1\"\n\n[workspace]\n",
                runtime.display()
            ),
        );
        // The versions of this workspace, so that nothing else has to be fetched.
        std::fs::copy(runtime.join("../Cargo.lock"), made.root.join("Cargo.lock")).expect("a lock file");
        made
    }

    /// Writes a file, and tells where it is.
    pub(crate) fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        std::fs::write(&path, text).expect("a file");
        path
    }

    /// What cargo prints, and whether it was content.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> (bool, String) {
        // What all of these crates depend on is built once.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("target");
        let mut cargo = Command::new(env!("CARGO"));
        // Not the flags of the run that this is part of.
        cargo.args(arguments).arg("--offline").current_dir(&self.root).env_remove("RUSTFLAGS");
        let output = cargo.env("CARGO_TARGET_DIR", &target).output().expect("cargo runs");
        let shown = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        (output.status.success(), shown)
    }

    /// The same of a run that cargo has to be content with.
    pub(crate) fn succeed(&self, arguments: &[&str]) -> String {
        let (success, shown) = self.cargo(arguments);
        assert!(success, "{shown}");
        shown
    }
}
