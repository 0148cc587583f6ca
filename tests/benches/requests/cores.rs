//! On which cores client and server run, by the tool `taskset`. Left to the scheduler they sit on one core in some runs and
//! on two in others; waking the other core costs the client more than a request does, so that what is compared would be the
//! scheduler's luck.

use std::process::{Command, Stdio};

/// Where the server runs, seen from the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "counting allocations takes one core")]
pub enum Cores {
    /// On the client's core: what a call costs, and one switch between the two.
    One,
    /// On another one: each call wakes that core, and is waited for by one that is idle.
    Two,
}

impl Cores {
    #[allow(dead_code, reason = "counting allocations takes one core")]
    pub const ALL: [Self; 2] = [Self::One, Self::Two];

    pub fn name(self) -> &'static str {
        match self {
            Self::One => "one core",
            Self::Two => "two cores",
        }
    }
}

/// The cores that this process may use, as it was started.
pub struct Allowed(Vec<u32>);

impl Allowed {
    pub fn of_process() -> Self {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:")).unwrap_or_default();
        Self(list.trim().split(',').filter_map(range).flatten().collect())
    }

    /// Puts this process and the server's onto cores. Says on standard error if that can't be done here: the figures are then
    /// those of no placement.
    pub fn place(&self, cores: Cores, server: u32) {
        let (client_core, server_core) = match (cores, &self.0[..]) {
            (Cores::One, [first, ..]) => (first, first),
            (Cores::Two, [first, second, ..]) => (first, second),
            _ => return eprintln!("no cores to choose from: {} is left to the scheduler", cores.name()),
        };
        if !(put(std::process::id(), *client_core) && put(server, *server_core)) {
            eprintln!("no taskset: {} is left to the scheduler", cores.name());
        }
    }
}

/// Puts all threads of a process onto a core; those that they start later stay there too.
fn put(process: u32, core: u32) -> bool {
    let mut taskset = Command::new("taskset");
    taskset.args(["--all-tasks", "--cpu-list", "--pid", &core.to_string(), &process.to_string()]);
    taskset.stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// `0-3`, or `5`.
fn range(text: &str) -> Option<std::ops::RangeInclusive<u32>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some(first.parse().ok()?..=last.parse().ok()?)
}
