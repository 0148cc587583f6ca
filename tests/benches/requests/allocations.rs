//! Allocations of the bench `requests`, on both sides: how many and how many bytes, for each request that is built, and for
//! all pages of the users. A program of its own, since counting takes time.

mod building;
mod call;
mod case;
mod paging;
mod service;
mod user;

use allocation_counter::measure;

fn main() {
    if std::env::args().any(|arg| arg == call::SERVE) {
        return call::serve();
    }
    println!("{:<10} {:<30} {:>10} {:>12} {:>10} {:>12}", "", "", "ours", "bytes", "theirs", "bytes");
    for (_, case) in case::CASES {
        let case = case();
        for operation in &case.operations {
            // Connections and what else is there from the first call on.
            (operation.ours)();
            (operation.theirs)();
            let [ours, theirs] = [&operation.ours, &operation.theirs].map(|run| {
                let info = measure(run);
                (info.count_total, info.bytes_total)
            });
            let (case, operation) = (case.name, operation.title);
            println!("{case:<10} {operation:<30} {:>10} {:>12} {:>10} {:>12}", ours.0, ours.1, theirs.0, theirs.1);
        }
    }
}
