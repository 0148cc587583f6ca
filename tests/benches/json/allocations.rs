//! Allocations for each entity of the pages of the bench `json`, on both sides: how many and how many bytes. A program of
//! its own, since counting takes time. The page itself and the text that is written are among them.

mod both;
mod case;
mod family;
mod flatten;
mod generator;
mod levels;
mod plain;
mod states;

use allocation_counter::measure;
use generator::ENTITIES;

fn main() {
    println!("{:<14} {:<30} {:>12} {:>12} {:>12} {:>12}", "", "", "ours", "bytes", "theirs", "bytes");
    for (_, case) in case::CASES {
        let case = case();
        for operation in &case.operations {
            let each = [&operation.ours, &operation.theirs].map(|run| {
                let info = measure(run);
                [info.count_total, info.bytes_total].map(|total| total as f64 / ENTITIES as f64)
            });
            let [[ours, our_bytes], [theirs, their_bytes]] = each;
            let (case, operation) = (case.name, operation.title);
            println!("{case:<14} {operation:<30} {ours:>12.2} {our_bytes:>12.0} {theirs:>12.2} {their_bytes:>12.0}");
        }
    }
}
