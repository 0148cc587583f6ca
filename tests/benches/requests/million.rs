//! A million users, by CPU time.

use crate::measure;
use crate::paging;

const MILLION: usize = 1_000_000;
const ROUNDS: usize = 11;

pub fn compare() {
    for operation in [paging::operations(MILLION), paging::operations_of_changes(MILLION)].into_iter().flatten() {
        let comparison = measure::compare_for(&*operation.ours, &*operation.theirs, 1, ROUNDS);
        println!("{:<22} {comparison}", operation.title);
    }
}
