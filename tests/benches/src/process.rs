//! A command, and what it cost.

use std::fmt;
use std::io::{Read as _, Seek as _};
use std::process::Command;
use std::time::Instant;

use wait4::Wait4 as _;

use crate::section::Error;

/// What a command and all that it started cost and printed.
#[derive(Debug, Clone)]
pub struct Run {
    /// User and system time, in seconds.
    pub cpu: f64,
    /// How long it took, in seconds: for whoever waits.
    pub wall: f64,
    /// The peak of the largest process, in megabytes.
    pub megabytes: f64,
    /// What was printed, errors among it.
    pub log: String,
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} CPU s in {:.1} s", self.cpu, self.wall)
    }
}

/// Runs the command. What it prints is part of the error if it fails.
pub fn run(command: &mut Command) -> Result<Run, Error> {
    let mut file = tempfile::tempfile()?;
    let begin = Instant::now();
    let child = command.stdout(file.try_clone()?).stderr(file.try_clone()?).spawn()?;
    let used = child.wait4()?;
    let wall = begin.elapsed().as_secs_f64();
    let mut log = String::new();
    file.rewind()?;
    file.read_to_string(&mut log)?;
    if !used.status.success() {
        return Err(format!("{log}\n`{command:?}` failed").into());
    }
    let cpu = (used.rusage.utime + used.rusage.stime).as_secs_f64();
    Ok(Run { cpu, wall, megabytes: used.rusage.maxrss as f64 / 1e6, log })
}

/// The median.
///
/// # Panics
///
/// If there is none.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 { values[middle] } else { f64::midpoint(values[middle - 1], values[middle]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_tells_what_it_printed() {
        let error = run(Command::new("rustc").arg("--no-such-option")).unwrap_err().to_string();
        assert!(error.contains("no-such-option") && error.contains("failed"), "{error}");
    }

    #[test]
    fn the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), 2.5);
    }
}
