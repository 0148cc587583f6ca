//! Instructions of one side of a bench, counted by valgrind's callgrind: unlike times they are the same on a busy machine.
//!
//! A side runs alone, some times and twice as often; the difference, which is without what is made before, is what counts.

use std::process::Command;
use std::thread;

use crate::figures::Bench;
use crate::section::Error;

/// One side of an operation of a case, and how it is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// As the bench calls it: `plain-ours-read`.
    pub name: String,
    /// How often it runs; then twice as often.
    pub runs: u32,
    /// How many things each run makes.
    pub each: u32,
}

/// Whether there is a valgrind.
pub fn is_there() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok_and(|output| output.status.success())
}

/// The instructions for each thing that the sides make, in their order; two run at a time.
pub fn count(bench: &Bench, sides: &[Side]) -> Result<Vec<f64>, Error> {
    let half = sides.len().div_ceil(2).max(1);
    let counted: Result<Vec<Vec<f64>>, String> = thread::scope(|scope| {
        let count = |sides: &[Side]| sides.iter().map(|side| count_one(bench, side)).collect();
        let threads: Vec<_> = sides.chunks(half).map(|sides| scope.spawn(move || count(sides))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("a thread panicked".into()))).collect()
    });
    Ok(counted?.concat())
}

fn count_one(bench: &Bench, side: &Side) -> Result<f64, String> {
    let [once, twice] = [run(bench, side, side.runs)?, run(bench, side, 2 * side.runs)?];
    Ok((twice as f64 - once as f64) / f64::from(side.runs) / f64::from(side.each))
}

fn run(bench: &Bench, side: &Side, runs: u32) -> Result<u64, String> {
    let mut command = Command::new("valgrind");
    // glibc copies what is long by one instruction, which is counted for each byte: whether a page that grows can stay where
    // it is, which is by chance, would be a fifth of what is counted.
    command.env("GLIBC_TUNABLES", "glibc.cpu.x86_rep_movsb_threshold=1000000000");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(bench.path());
    let output = command.arg(format!("only-{}", side.name)).arg(runs.to_string()).output();
    let output = output.map_err(|error| format!("valgrind: {error}"))?;
    let log = String::from_utf8_lossy(&output.stderr);
    match collected(&log) {
        Some(count) if output.status.success() => Ok(count),
        _ => Err(format!("{log}\n`only-{}` failed", side.name)),
    }
}

/// The count in what callgrind prints.
fn collected(log: &str) -> Option<u64> {
    log.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_the_log() {
        let log = "==1== Events    : Ir\n==1== Collected : 1234567\n==1== \n==1== I   refs:      1,234,567\n";
        assert_eq!(collected(log), Some(1_234_567));
        assert_eq!(collected("==1== Process terminating\n"), None);
    }
}
