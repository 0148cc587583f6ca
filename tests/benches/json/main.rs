//! Reading and writing pages of 1,000 entities: ours beside serde_derive, in one run, interleaved, by CPU time.
//! Prints the ratio ours/theirs: the median of the rounds, with the quarters around it.
//!
//! - `cargo bench -p graph-entity-benches --bench json` measures all cases, `… --bench json -- plain levels` some.
//! - `… -- only-plain-ours-read 10` runs one side of one operation, to count its instructions (`instructions.py`).

mod both;
mod case;
mod family;
mod flatten;
mod generator;
mod levels;
mod measure;
mod plain;
mod states;

use case::CASES;

fn main() {
    // cargo adds `--bench`.
    let args: Vec<_> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    if let Some(only) = args.first().and_then(|arg| arg.strip_prefix("only-")) {
        return run_only(only, args.get(1).map_or(100, |runs| runs.parse().unwrap()));
    }
    for (_, case) in CASES.iter().filter(|(name, _)| args.is_empty() || args.iter().any(|arg| arg == name)) {
        let case = case();
        println!("{}", case.name);
        for operation in &case.operations {
            println!("  {:<30} {}", operation.title, measure::compare(&*operation.ours, &*operation.theirs));
        }
    }
}

/// One side alone, `plain-ours-read`, `runs` times.
fn run_only(only: &str, runs: usize) {
    let case = CASES.iter().find(|(name, _)| only.starts_with(&format!("{name}-"))).map(|(_, case)| case());
    let case = case.unwrap_or_else(|| panic!("no case of {only}"));
    let sides = case.operations.iter().flat_map(|operation| {
        [("ours", &operation.ours), ("theirs", &operation.theirs)]
            .map(|(side, run)| (format!("{}-{side}-{}", case.name, operation.name), run))
    });
    let (_, run) = sides.into_iter().find(|(name, _)| name == only).unwrap_or_else(|| panic!("no side of {only}"));
    for _ in 0..runs {
        run();
    }
}
