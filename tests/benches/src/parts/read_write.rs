//! Reading and writing JSON, beside serde_derive: by time, instructions and allocations, and by the size of a page.

use crate::callgrind;
use crate::chart::{Bar, Chart, Data};
use crate::figures::{Bench, Figures, JSON_PACKAGE};
use crate::instructions::{self, Count, JSON_CASES};
use crate::machine::{circumstances, lock};
use crate::section::{Error, Section};
use crate::table::{Table, thousands};

/// The same operations of `bench json`, by their names there and in the tables.
const OPERATIONS: [(&str, &str); 7] = [
    ("read", "read"),
    ("write", "write"),
    ("read-slice", "read, `serde_json::from_slice`"),
    ("read-str", "read, `from_str`"),
    ("write-same", "write, `serde_json::to_vec`"),
    ("read-sonic", "read, `sonic_rs::from_slice`"),
    ("write-sonic", "write, `sonic_rs::to_vec`"),
];

/// Those whose instructions are counted, in the order of `instructions`.
const COUNTED: [&str; 4] = ["read", "write", "read-slice", "write-same"];

const PAGES: [&str; 6] = ["1 KB", "10 KB", "100 KB", "1 MB", "10 MB", "100 MB"];

/// Entities of a page, in times.
const ENTITIES: f64 = 1000.0;

pub fn measure(quick: bool) -> Result<Section, Error> {
    let bench = Bench::build(JSON_PACKAGE, "json")?;
    let allocations = Bench::build(JSON_PACKAGE, "allocations")?;
    let mut figures = Figures::default();
    bench.run(&[], quick, &mut figures)?;
    allocations.run(&[], quick, &mut figures)?;
    let mut tables = vec![ratios(&figures)?, times(&figures)?, pages(&figures)?];
    if callgrind::is_there() {
        tables.push(instructions(quick)?);
    } else {
        eprintln!("no valgrind: no instructions");
    }
    tables.push(allocated(&figures)?);
    Ok(Section {
        name: "read-write",
        circumstances: circumstances(&lock()?, &["serde", "serde_derive", "serde_json", "sonic-rs"])?,
        tables,
        charts: vec![chart(&figures, "read")?, chart(&figures, "write")?, chart_of_pages(&figures)?],
    })
}

fn ratios(figures: &Figures) -> Result<Table, Error> {
    let caption = "CPU time, ours / serde_derive's: the median of the rounds, and the quarters around it. The first two \
                   are `graph_entity::json` beside `serde_json`'s functions on slices, which is what people write; the \
                   others are both sides' impls of serde by the same driver:";
    let mut head = vec![""];
    head.extend(OPERATIONS.map(|(_, title)| title));
    let mut table = Table::new(caption, &head);
    for case in JSON_CASES {
        let mut row = vec![format!("`{case}`")];
        for (operation, _) in OPERATIONS {
            row.push(figures.ratio(case, operation)?);
        }
        table.row(row);
    }
    Ok(table)
}

fn times(figures: &Figures) -> Result<Table, Error> {
    let caption = "The same in nanoseconds of CPU time for an entity:";
    let head = [
        "",
        "read, ours",
        "serde_derive, serde_json",
        "serde_derive, sonic_rs",
        "write, ours",
        "serde_derive, serde_json",
        "serde_derive, sonic_rs",
    ];
    let mut table = Table::new(caption, &head);
    for case in JSON_CASES {
        let mut row = vec![format!("`{case}`")];
        for (operation, side) in [
            ("read", "ours"),
            ("read", "theirs"),
            ("read-sonic", "theirs"),
            ("write", "ours"),
            ("write", "theirs"),
            ("write-sonic", "theirs"),
        ] {
            let nanoseconds = figures.get(case, operation, &format!("{side}, ns"))? / ENTITIES;
            row.push(thousands(nanoseconds.round() as u64));
        }
        table.row(row);
    }
    Ok(table)
}

/// Bytes by nanoseconds are gigabytes by seconds.
fn megabytes(figures: &Figures, page: &str, operation: &str, side: &str) -> Result<f64, Error> {
    Ok(figures.get(page, "page", &format!("{operation}, bytes"))?
        / figures.get(page, operation, &format!("{side}, ns"))?
        * 1000.0)
}

fn pages(figures: &Figures) -> Result<Table, Error> {
    let caption = "Pages of the entities of `plain`, from one to a hundred thousand; megabytes for each CPU second:";
    let head = ["", "read, ours", "serde_derive", "ratio", "write, ours", "serde_derive", "ratio"];
    let mut table = Table::new(caption, &head);
    for page in PAGES {
        let mut row = vec![page.to_owned()];
        for operation in ["read", "write"] {
            for side in ["ours", "theirs"] {
                row.push(format!("{:.0}", megabytes(figures, page, operation, side)?));
            }
            row.push(figures.ratio(page, operation)?);
        }
        table.row(row);
    }
    Ok(table)
}

fn instructions(quick: bool) -> Result<Table, Error> {
    let cases = if quick { &JSON_CASES[..2] } else { &JSON_CASES[..] };
    let counts = instructions::count(cases, &COUNTED)?;
    let caption =
        "Instructions for an entity (callgrind; pages of 100 entities), ours / serde_derive's, and the ratio:";
    let head = ["", "read", "", "write", "", "read, `from_slice`", "", "write, `to_vec`", ""];
    let mut table = Table::new(caption, &head);
    for counts in counts.chunks(COUNTED.len()) {
        let mut row = vec![format!("`{}`", counts[0].case)];
        row.extend(counts.iter().flat_map(Count::cells));
        table.row(row);
    }
    Ok(table)
}

fn allocated(figures: &Figures) -> Result<Table, Error> {
    let caption = "Allocations for each entity that is read, in brackets their bytes. Writing allocates the text only, on \
                   both sides:";
    let mut table = Table::new(caption, &["", "ours", "serde_derive"]);
    for case in JSON_CASES {
        let mut row = vec![format!("`{case}`")];
        for side in ["ours", "theirs"] {
            let count = figures.get(case, "read", &format!("{side} allocations"))?;
            let bytes = figures.get(case, "read", &format!("{side} bytes"))?;
            row.push(format!("{count:.1} ({})", thousands(bytes.round() as u64)));
        }
        table.row(row);
    }
    Ok(table)
}

fn chart(figures: &Figures, operation: &'static str) -> Result<Chart, Error> {
    let mut bars = vec![Bar { name: "serde_derive + serde_json, each".into(), value: 1.0, ours: false }];
    for case in JSON_CASES {
        bars.push(Bar { name: case.into(), value: figures.get(case, operation, "ratio")?, ours: true });
    }
    let (name, title) = match operation {
        "read" => ("read", "Reading 1,000 entities"),
        _ => ("write", "Writing 1,000 entities"),
    };
    Ok(Chart { name, title: title.into(), unit: "CPU time by serde_derive's", data: Data::Bars(bars) })
}

fn chart_of_pages(figures: &Figures) -> Result<Chart, Error> {
    let mut bars = Vec::new();
    for page in PAGES {
        for (side, name) in [("ours", "ours"), ("theirs", "serde_derive")] {
            let value = megabytes(figures, page, "read", side)?;
            bars.push(Bar { name: format!("{page}, {name}"), value, ours: side == "ours" });
        }
    }
    Ok(Chart {
        name: "pages",
        title: "Reading pages by their size".into(),
        unit: "MB for each CPU second",
        data: Data::Bars(bars),
    })
}
