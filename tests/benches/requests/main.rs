//! Requests: building them, ours beside what is written by hand; whole calls beside the bare transport; and paging through a
//! million users beside decoding the same pages alone. In one run, interleaved, by CPU time.
//!
//! - `cargo bench -p graph-entity-benches --bench requests` measures all cases, `… --bench requests -- create list` some.
//! - `… -- only-create-ours-build 1000` runs one side of one operation, to count its instructions.
//! - `… -- batch` is twenty single calls beside one batch of twenty, over loopback.
//! - `… -- loopback` is requests for each CPU second, over loopback, beside what is written by hand.
//! - `… -- million` pages through a million users.
//! - `… -- memory` tells the peak memory of the same at three sizes, each in a process of its own.
//! - `--json` tells each figure as a line of JSON, `--quick` takes fewer rounds.

mod batch;
mod building;
mod call;
mod case;
#[path = "../common/mod.rs"]
mod common;
mod cores;
mod emulated;
mod loopback;
mod memory;
mod million;
mod paging;
mod service;
mod user;

use case::CASES;
use common::arguments::Arguments;

fn main() {
    let arguments = Arguments::of_process();
    let names = &arguments.names;
    match names.first().map(String::as_str) {
        Some(call::SERVE) => call::serve(),
        Some(emulated::SERVE) => emulated::serve(),
        Some("batch") => batch::compare(&arguments),
        Some("loopback") => loopback::compare(&arguments),
        Some("million") => million::compare(&arguments),
        Some("memory") => memory::compare(arguments.output),
        Some(memory::OF) => memory::of(&names[1], names[2].parse().unwrap()),
        _ if common::case::run_alone(&CASES, &arguments) => {}
        _ => common::case::compare(&CASES, &arguments),
    }
}
