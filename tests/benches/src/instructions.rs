//! Which operations of the benches are counted in instructions, and how.

use crate::callgrind::{self, Side};
use crate::figures::{Bench, JSON_PACKAGE, PACKAGE};
use crate::section::Error;
use crate::table::{Table, thousands};

/// The cases of `bench json`, but for its pages.
pub const JSON_CASES: [&str; 8] =
    ["states", "plain", "shuffled", "flatten", "levels", "family-first", "family-middle", "family-last"];

/// Cases of a bench that are counted alike.
struct Group {
    package: &'static str,
    bench: &'static str,
    cases: &'static [&'static str],
    operations: &'static [&'static str],
    /// How often a side runs (and then twice as often).
    runs: u32,
    /// How many things each run makes: entities, requests, users.
    each: u32,
}

const GROUPS: [Group; 4] = [
    Group {
        package: JSON_PACKAGE,
        bench: "json",
        cases: &JSON_CASES,
        operations: &["read", "write", "read-slice", "read-str", "write-same", "read-sonic", "write-sonic"],
        runs: 5,
        each: 100,
    },
    Group {
        package: PACKAGE,
        bench: "requests",
        cases: &["create", "get", "list"],
        operations: &["build", "into", "build-tuned"],
        runs: 1000,
        each: 1,
    },
    Group {
        package: PACKAGE,
        bench: "requests",
        cases: &["pages"],
        operations: &["iter", "stream"],
        runs: 1,
        each: 4000,
    },
    Group {
        package: PACKAGE,
        bench: "requests",
        cases: &["call-ureq", "call-reqwest"],
        operations: &["get", "create"],
        runs: 200,
        each: 1,
    },
];

/// Instructions of both sides, for each thing that they make.
#[derive(Debug, Clone)]
pub struct Count {
    /// The case.
    pub case: String,
    /// The operation.
    pub operation: String,
    /// Ours.
    pub ours: f64,
    /// The peer's.
    pub theirs: f64,
}

impl Count {
    /// Ours by the peer's.
    pub fn ratio(&self) -> f64 {
        self.ours / self.theirs
    }

    /// The counts in one cell, and their ratio in the next.
    pub fn cells(&self) -> [String; 2] {
        let [ours, theirs] = [self.ours, self.theirs].map(|count| thousands(count.round() as u64));
        [format!("{ours} / {theirs}"), format!("{:.2}", self.ratio())]
    }
}

/// Counts these operations of these cases; those that a case does not have are left out. Cases stay together, in the order
/// of the benches.
pub fn count(cases: &[&str], operations: &[&str]) -> Result<Vec<Count>, Error> {
    let mut counts = Vec::new();
    for group in &GROUPS {
        let pairs: Vec<_> = pairs(group, cases, operations).collect();
        if pairs.is_empty() {
            continue;
        }
        let bench = Bench::build(group.package, group.bench)?;
        eprintln!("instructions of {} operations of `{}`", pairs.len(), group.bench);
        let side = |case: &str, operation: &str, side: &str| Side {
            name: format!("{case}-{side}-{operation}"),
            runs: group.runs,
            each: group.each,
        };
        let sides: Vec<_> =
            pairs.iter().flat_map(|(case, operation)| ["ours", "theirs"].map(|of| side(case, operation, of))).collect();
        let counted = callgrind::count(&bench, &sides)?;
        counts.extend(pairs.iter().zip(counted.chunks(2)).map(|(&(case, operation), sides)| Count {
            case: case.to_owned(),
            operation: operation.to_owned(),
            ours: sides[0],
            theirs: sides[1],
        }));
    }
    Ok(counts)
}

fn pairs<'g>(group: &'g Group, cases: &[&str], operations: &[&str]) -> impl Iterator<Item = (&'g str, &'g str)> {
    let wanted = |all: &'static [&'static str], some: &[&str]| -> Vec<&'static str> {
        all.iter().copied().filter(|name| some.contains(name)).collect()
    };
    let (cases, operations) = (wanted(group.cases, cases), wanted(group.operations, operations));
    cases.into_iter().flat_map(move |case| operations.clone().into_iter().map(move |operation| (case, operation)))
}

/// Prints the counts of these cases, or of all of them.
pub fn print(cases: &[String]) -> Result<(), Error> {
    if !callgrind::is_there() {
        return Err("there is no valgrind".into());
    }
    let all: Vec<_> = GROUPS.iter().flat_map(|group| group.cases).copied().collect();
    if let Some(unknown) = cases.iter().find(|case| !all.contains(&case.as_str())) {
        return Err(format!("no case `{unknown}`: there are {}", all.join(", ")).into());
    }
    let some: Vec<_> = cases.iter().map(String::as_str).collect();
    let operations: Vec<_> = GROUPS.iter().flat_map(|group| group.operations).copied().collect();
    let mut table = Table::new("Instructions for each thing that is made:", &["", "", "ours / theirs", "ratio"]);
    for count in self::count(if some.is_empty() { &all } else { &some }, &operations)? {
        let [counts, ratio] = count.cells();
        table.row(vec![count.case, count.operation, counts, ratio]);
    }
    println!("{table}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_case_has_is_counted() {
        let pairs =
            |group: usize, cases: &[&str]| -> Vec<_> { pairs(&GROUPS[group], cases, &["iter", "read"]).collect() };
        assert_eq!(pairs(0, &["pages", "plain", "states"]), [("states", "read"), ("plain", "read")]);
        assert_eq!(pairs(1, &["pages", "create"]), []);
        assert_eq!(pairs(2, &["pages"]), [("pages", "iter")]);
    }
}
