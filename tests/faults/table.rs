//! The table: all cells, each as it was predicted, and their outcomes as a text.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::cell::Cell;
use crate::client::{TRANSPORTS, Transport};
use crate::operation::OPERATIONS;
use crate::rows;
use crate::sheet::Sheet;

/// So that nobody shrinks the table without notice.
const CELLS: usize = 1708;
const HEAD: &str = "\
How often the emulator was asked / what is stored then / what the client says, with `?` if it may have been done.

Each fault is met once, or by every attempt; a client repeats twice at most. One outcome stands for both transports; where
they differ, both are told. That a 303 is a success of a write is its own word: \"see other\" is said of what was done.

";

#[test]
fn every_cell_is_as_predicted() {
    let start = Instant::now();
    let (cells, broke) = (AtomicUsize::new(0), TRANSPORTS.map(|_| AtomicUsize::new(0)));
    let sheet = Sheet {
        file: "table.txt",
        head: HEAD,
        rows: rows::all(),
        columns: &OPERATIONS,
        title: |operation| operation.name().to_owned(),
        widths: (38, 20),
        lines: CELLS / (OPERATIONS.len() * TRANSPORTS.len()),
    };
    sheet.check(|row, often, &operation, transport| {
        let (report, next_broke) = Cell { row: row.clone(), operation, often, transport }.run();
        cells.fetch_add(1, Ordering::Relaxed);
        broke[usize::from(transport != Transport::Reqwest)].fetch_add(next_broke.into(), Ordering::Relaxed);
        report
    });
    println!("cells: {cells:?} in {:?}", start.elapsed());
    println!("next calls that were broken off, {TRANSPORTS:?}: {broke:?}");
    assert_eq!(cells.into_inner(), CELLS);
}
