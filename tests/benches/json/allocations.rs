//! Allocations for each entity of the pages of the bench `json`, on both sides: how many and how many bytes. A program of
//! its own, since counting takes time. The page itself and the text that is written are among them.

mod both;
mod case;
#[path = "../common/mod.rs"]
mod common;
mod family;
mod flatten;
mod generator;
mod levels;
mod plain;
mod states;

fn main() {
    common::case::count(&case::CASES, &common::arguments::Arguments::of_process(), |run| {
        let info = allocation_counter::measure(run);
        [info.count_total, info.bytes_total]
    });
}
