//! The table: all cells, each as it was predicted, and their outcomes as a text.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use crate::cell::{Cell, Report};
use crate::client::{TRANSPORTS, Transport};
use crate::operation::OPERATIONS;
use crate::rows;
use crate::trouble::Often;

/// Most of them wait, so that there are more of them than processors.
const WORKERS: usize = 8;
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
    let cells = cells();
    let reports = run(&cells);
    println!("cells: {} in {:?}", cells.len(), start.elapsed());
    for transport in TRANSPORTS {
        let of_it = cells.iter().zip(&reports).filter(|(cell, _)| cell.transport == transport);
        let broke = of_it.filter(|(_, report)| report.next_broke).count();
        println!("next calls that were broken off, {transport:?}: {broke}");
    }
    let problems: Vec<_> = cells.iter().zip(&reports).flat_map(|(cell, report)| named(cell, report)).collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
    assert_eq!(cells.len(), CELLS);
    compare(&text(&cells, &reports));
}

/// Both transports of a cell are next to each other.
fn cells() -> Vec<Cell> {
    let mut cells = Vec::new();
    for row in rows::all() {
        for often in [Often::Once, Often::Always] {
            for operation in OPERATIONS {
                for transport in TRANSPORTS {
                    cells.push(Cell { row: row.clone(), operation, often, transport });
                }
            }
        }
    }
    cells
}

fn run(cells: &[Cell]) -> Vec<Report> {
    let next = AtomicUsize::new(0);
    let reports: Vec<Mutex<Option<Report>>> = cells.iter().map(|_| Mutex::default()).collect();
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(number) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&n| n < cells.len()) {
                    *reports[number].lock().unwrap() = Some(cells[number].run());
                }
            });
        }
    });
    reports.into_iter().map(|report| report.into_inner().unwrap().expect("a report of each cell")).collect()
}

fn named(cell: &Cell, report: &Report) -> Vec<String> {
    report.problems.iter().map(|problem| format!("{}: {problem}", cell.name())).collect()
}

fn text(cells: &[Cell], reports: &[Report]) -> String {
    let mut text = HEAD.to_owned();
    let line = |text: &mut String, name: &str, often: &str, parts: &[String]| {
        let mut line = format!("{name:<38} {often:<7}");
        for part in parts {
            write!(line, " {part:<20}").unwrap();
        }
        writeln!(text, "{}", line.trim_end()).unwrap();
    };
    line(&mut text, "", "", &OPERATIONS.map(|operation| operation.name().to_owned()));
    let width = OPERATIONS.len() * TRANSPORTS.len();
    for (cells, reports) in cells.chunks(width).zip(reports.chunks(width)) {
        let often = if cells[0].often == Often::Once { "once" } else { "always" };
        let parts: Vec<_> = reports.chunks(TRANSPORTS.len()).map(both).collect();
        line(&mut text, &cells[0].row.name, often, &parts);
    }
    text
}

/// What came of a cell over both transports.
fn both(reports: &[Report]) -> String {
    let [reqwest, ureq] = reports else { panic!("two transports") };
    assert_eq!(TRANSPORTS, [Transport::Reqwest, Transport::Ureq]);
    if reqwest.text == ureq.text {
        return reqwest.text.clone();
    }
    format!("reqwest {}, ureq {}", reqwest.text, ureq.text)
}

fn compare(text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("faults/table.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return std::fs::write(path, text).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let changed: Vec<_> = text.lines().filter(|line| !kept.lines().any(|kept| kept == *line)).collect();
    assert!(kept == text, "table.txt differs (UPDATE_EXPECT=1 writes it):\n{}", changed.join("\n"));
}
