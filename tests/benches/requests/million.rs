//! A million users, by CPU time.

use std::time::Duration;

use crate::common::arguments::Arguments;
use crate::common::measure::{self, Rounds};
use crate::paging;

const MILLION: usize = 1_000_000;

pub fn compare(arguments: &Arguments) {
    let rounds = if arguments.quick { 3 } else { 11 };
    let rounds = Rounds { warm_up: 1, most: rounds, within: Duration::from_secs(20) };
    for operation in [paging::operations(MILLION), paging::operations_of_changes(MILLION)].into_iter().flatten() {
        let comparison = measure::compare(&*operation.ours, &*operation.theirs, rounds);
        comparison.tell(arguments.output, "million", operation.name, operation.title);
    }
}
