//! Allocations of the bench `requests`, on both sides: how many and how many bytes, for each request that is built, and for
//! each user of the pages. A program of its own, since counting takes time.

mod building;
mod call;
mod case;
#[path = "../common/mod.rs"]
mod common;
mod cores;
mod paging;
mod service;
mod user;

use common::arguments::Arguments;

fn main() {
    let arguments = Arguments::of_process();
    if arguments.names.iter().any(|name| name == call::SERVE) {
        return call::serve();
    }
    common::case::count(&case::CASES, &arguments, |run| {
        let info = allocation_counter::measure(run);
        [info.count_total, info.bytes_total]
    });
}
