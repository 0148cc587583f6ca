//! The peak memory of going through all users, each size and way in a process of its own.

use std::process::Command;

use crate::common::output::Output;
use crate::paging::{self, Way};

/// The argument of such a process.
pub const OF: &str = "memory-of";

const WAYS: [(&str, Way); 4] =
    [("iter", Way::Iter), ("stream", Way::Stream), ("decode", Way::Decode), ("changes", Way::Changes)];

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

/// Each way at each size.
pub fn compare(told: Output) {
    let program = std::env::current_exe().unwrap();
    told.title(format_args!("{:<10} {:>10} {:>12} {:>12}", "", "users", "peak, kB", "before, kB"));
    for (name, _) in WAYS {
        for users in SIZES {
            let output = Command::new(&program).args([OF, name, &users.to_string()]).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let output = String::from_utf8(output.stdout).unwrap();
            let [peak, before] = output.split_whitespace().collect::<Vec<_>>()[..] else { panic!("two numbers") };
            told.figures(
                "memory",
                &format!("{name} {users}"),
                format_args!("{name:<10} {users:>10} {peak:>12} {before:>12}"),
                &[("peak, kB", peak.parse().unwrap()), ("before, kB", before.parse().unwrap())],
            );
        }
    }
}

/// Goes through all users and prints the peak of that, and the memory before.
pub fn of(name: &str, users: usize) {
    let (_, way) = WAYS.into_iter().find(|(other, _)| *other == name).unwrap();
    let client = paging::client(users);
    // Making the pages takes more than holding them: the peak begins anew, from what is held.
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = peak();
    assert_eq!(paging::go(way, &client), users);
    println!("{} {before}", peak());
}

/// The most memory that this process had, in kB.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
