//! The command line of a bench: names of cases, `--json`, `--quick`.

use super::output::Output;

pub struct Arguments {
    /// What is not a switch, in order.
    pub names: Vec<String>,
    /// Fewer rounds, to see that it runs.
    pub quick: bool,
    pub output: Output,
}

impl Arguments {
    pub fn of_process() -> Self {
        // cargo adds `--bench`.
        let (switches, names): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
        let has = |name: &str| switches.iter().any(|switch| switch == name);
        Self { names, quick: has("--quick"), output: Output { json: has("--json") } }
    }

    /// Whether what has this name is asked for: all is, if nothing is named.
    pub fn wants(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|wanted| wanted == name)
    }
}
