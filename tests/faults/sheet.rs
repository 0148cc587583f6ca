//! A table of what comes of faults: a line for each fault and how often it is met, a column for each place where it is. Its
//! cells run over both transports, several at a time, and their outcomes are a text that is kept.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use graph_entity::{Error, Sent};

use crate::client::{TRANSPORTS, Transport};
use crate::trouble::{Often, Row};

/// Most of them wait, so that there are more of them than processors.
const WORKERS: usize = 8;

/// What came of a cell.
pub(crate) struct Report {
    /// As the table has it.
    pub(crate) text: String,
    pub(crate) problems: Vec<String>,
}

/// A table, but for its outcomes.
pub(crate) struct Sheet<'a, C> {
    /// Where they are kept.
    pub(crate) file: &'a str,
    pub(crate) head: &'a str,
    pub(crate) rows: Vec<Row>,
    pub(crate) columns: &'a [C],
    pub(crate) title: fn(&C) -> String,
    /// How many characters a fault's name and an outcome have.
    pub(crate) widths: (usize, usize),
    /// How many lines of outcomes there are, so that nobody shrinks the table without notice.
    pub(crate) lines: usize,
}

struct Cell<'a, C> {
    row: &'a Row,
    often: Often,
    column: &'a C,
    transport: Transport,
}

impl<C: Sync> Sheet<'_, C> {
    /// Runs all cells: they have no problem, and come to what is kept.
    pub(crate) fn check(&self, run: impl Fn(&Row, Often, &C, Transport) -> Report + Sync) {
        let cells = self.cells();
        let run = |cell: &Cell<'_, C>| run(cell.row, cell.often, cell.column, cell.transport);
        let reports = all(&cells, run);
        let problems: Vec<_> = cells.iter().zip(&reports).flat_map(|(cell, report)| self.named(cell, report)).collect();
        assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
        self.compare(&self.text(&cells, &reports));
    }

    /// Both transports of a cell are next to each other.
    fn cells(&self) -> Vec<Cell<'_, C>> {
        let mut cells = Vec::new();
        for row in &self.rows {
            for often in [Often::Once, Often::Always] {
                for column in self.columns {
                    cells.extend(TRANSPORTS.map(|transport| Cell { row, often, column, transport }));
                }
            }
        }
        cells
    }

    fn named(&self, cell: &Cell<'_, C>, report: &Report) -> Vec<String> {
        let Cell { row, often, column, transport } = cell;
        let name = format!("{} / {} / {often:?} / {transport:?}", row.name, (self.title)(column));
        report.problems.iter().map(|problem| format!("{name}: {problem}")).collect()
    }

    fn text(&self, cells: &[Cell<'_, C>], reports: &[Report]) -> String {
        let mut text = self.head.to_owned();
        let (first, width) = self.widths;
        let mut line = |name: &str, often: &str, parts: Vec<String>| {
            let parts: Vec<_> = parts.iter().map(|part| format!(" {part:<width$}")).collect();
            text += format!("{name:<first$} {often:<7}{}", parts.concat()).trim_end();
            text.push('\n');
        };
        line("", "", self.columns.iter().map(self.title).collect());
        let of_line = self.columns.len() * TRANSPORTS.len();
        for (cells, reports) in cells.chunks(of_line).zip(reports.chunks(of_line)) {
            let often = if cells[0].often == Often::Once { "once" } else { "always" };
            line(&cells[0].row.name, often, reports.chunks(TRANSPORTS.len()).map(both).collect());
        }
        text
    }

    fn compare(&self, text: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("faults").join(self.file);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            return std::fs::write(path, text).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        let changed: Vec<_> = text.lines().filter(|line| !kept.lines().any(|kept| kept == *line)).collect();
        assert!(kept == text, "{} differs (UPDATE_EXPECT=1 writes it):\n{}", self.file, changed.join("\n"));
        assert_eq!(text.lines().count() - self.head.lines().count() - 1, self.lines);
    }
}

/// What comes of each, several at a time.
fn all<T: Sync>(cells: &[T], run: impl Fn(&T) -> Report + Sync) -> Vec<Report> {
    let next = AtomicUsize::new(0);
    let reports: Vec<Mutex<Option<Report>>> = cells.iter().map(|_| Mutex::default()).collect();
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(number) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&n| n < cells.len()) {
                    *reports[number].lock().unwrap() = Some(run(&cells[number]));
                }
            });
        }
    });
    reports.into_iter().map(|report| report.into_inner().unwrap().expect("a report of each cell")).collect()
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

/// An error in a word.
pub(crate) fn word(error: &Error) -> String {
    let word = match error {
        Error::Transport(error) if error.is_timeout() => "timeout",
        Error::Transport(error) if error.is_too_large() => "too large",
        Error::Transport(error) if error.sent() == Sent::No => "unreached",
        Error::Transport(_) => "broken",
        Error::Link(error) if error.is_foreign() => "foreign link",
        Error::Link(error) if error.is_loop() => "link back",
        Error::Link(error) if error.is_unclear() => "unclear link",
        Error::Link(error) if error.is_too_many_redirects() => "redirects",
        Error::Decode(_) => "unreadable",
        Error::NoContent(_) => "no content",
        error => return error.status().map_or("other".to_owned(), |status| status.as_str().to_owned()),
    };
    word.to_owned()
}
