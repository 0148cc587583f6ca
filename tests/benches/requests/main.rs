//! Requests: building them, ours beside what is written by hand; whole calls beside the bare transport; and paging through a
//! million users beside decoding the same pages alone. In one run, interleaved, by CPU time.
//!
//! - `cargo bench -p graph-entity-benches --bench requests` measures all cases, `… --bench requests -- create list` some.
//! - `… -- only-create-ours-build 1000` runs one side of one operation, to count its instructions (`instructions.py`).
//! - `… -- batch` is twenty single calls beside one batch of twenty, over loopback.
//! - `… -- million` pages through a million users.
//! - `… -- memory` tells the peak memory of the same at three sizes, each in a process of its own.

mod batch;
mod building;
mod call;
mod case;
#[path = "../json/measure.rs"]
mod measure;
mod memory;
mod million;
mod paging;
mod service;
mod user;

use case::CASES;

fn main() {
    // cargo adds `--bench`.
    let args: Vec<_> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    match args.first().map(String::as_str) {
        Some(call::SERVE) => return call::serve(),
        Some(batch::SERVE) => return batch::serve(),
        Some("batch") => return batch::compare(),
        Some("million") => return million::compare(),
        Some("memory") => return memory::compare(),
        Some(memory::OF) => return memory::of(&args[1], args[2].parse().unwrap()),
        Some(arg) => {
            if let Some(only) = arg.strip_prefix("only-") {
                return case::run_only(only, args.get(1).map_or(100, |runs| runs.parse().unwrap()));
            }
        }
        None => {}
    }
    for (_, case) in CASES.iter().filter(|(name, _)| args.is_empty() || args.iter().any(|arg| arg == name)) {
        let case = case();
        println!("{}", case.name);
        for operation in &case.operations {
            println!("  {:<30} {}", operation.title, measure::compare(&*operation.ours, &*operation.theirs));
        }
    }
}
