//! Requests, beside what is written by hand: building them, whole calls, calls over loopback, pages, batches.

use crate::callgrind;
use crate::chart::{Bar, Chart, Data};
use crate::figures::{Bench, Figures, PACKAGE};
use crate::instructions;
use crate::machine::{circumstances, lock};
use crate::section::{Error, Section};
use crate::table::{Table, thousands};

const BUILDING: [&str; 3] = ["create", "get", "list"];

/// Ways to build a request, by their names in `bench requests` and in the table.
const WAYS: [&str; 3] = ["build", "into", "build-tuned"];

const MILLION: [(&str, &str); 5] = [
    ("iter", "a million users: `iter` / decoding alone"),
    ("stream", "a million users: `stream` / decoding alone"),
    ("changes-iter", "a million changes: `iter` / decoding alone"),
    ("changes-stream", "a million changes: `stream` / decoding alone"),
    ("changes-decode", "the same users decoded as changes / as users"),
];

const LOOPBACK: [(&str, &str, bool); 6] = [
    ("ours-reqwest", "ours, `reqwest`", true),
    ("hand-reqwest", "by hand, `reqwest`", false),
    ("hand-reqwest-deadline", "by hand, `reqwest` with a deadline", false),
    ("ours-ureq", "ours, `ureq`", true),
    ("hand-ureq", "by hand, `ureq`", false),
    ("hand-ureq-deadline", "by hand, `ureq` with a deadline", false),
];

pub fn measure(quick: bool) -> Result<Section, Error> {
    let requests = Bench::build(PACKAGE, "requests")?;
    let allocations = Bench::build(PACKAGE, "requests-allocations")?;
    let mut figures = Figures::default();
    let cases = ["create", "get", "list", "call-ureq", "call-reqwest"];
    requests.run(&cases, quick, &mut figures)?;
    allocations.run(&BUILDING, quick, &mut figures)?;
    for way in ["loopback", "million", "memory", "batch"] {
        requests.run(&[way], quick, &mut figures)?;
    }
    let mut tables = vec![loopback(&figures)?, building(&figures)?];
    if callgrind::is_there() {
        tables.push(instructions()?);
    } else {
        eprintln!("no valgrind: no instructions");
    }
    tables.extend([calls(&figures)?, million(&figures)?, memory(&figures)?, batch(&figures)?]);
    Ok(Section {
        name: "requests",
        circumstances: circumstances(&lock()?, &["http", "reqwest", "serde_derive", "serde_json", "ureq"])?,
        tables,
        charts: vec![
            chart(&figures, "get", "requests-get", "Reading an entity over loopback")?,
            chart(&figures, "create", "requests-create", "Creating an entity over loopback")?,
        ],
    })
}

fn loopback(figures: &Figures) -> Result<Table, Error> {
    let caption = "Requests for each CPU second of the client, over loopback, to the emulator in a process of its own, on \
                   the client's core or on another one, which each request then has to wake. By hand is the library with \
                   serde_derive, as one writes it; with a deadline, as each request of ours has one, `ureq` looks up the \
                   host of each request in a thread of its own:";
    let columns = ["one core", "two cores"].map(|cores| ["get", "create"].map(|operation| (operation, cores)));
    let heads = columns.as_flattened().iter().map(|(operation, cores)| format!("{operation}, {cores}"));
    let heads: Vec<_> = [String::new()].into_iter().chain(heads).collect();
    let mut table = Table::new(caption, &heads.iter().map(String::as_str).collect::<Vec<_>>());
    for (way, title, _) in LOOPBACK {
        let mut row = vec![title.to_owned()];
        for (operation, cores) in columns.as_flattened() {
            let [median, low, high] = ["per CPU second", "lower quartile", "upper quartile"]
                .map(|figure| figures.get("loopback", &format!("{operation} {way}, {cores}"), figure));
            let [median, low, high] = [median?, low?, high?].map(|value| thousands(value.round() as u64));
            row.push(format!("**{median}** ({low}–{high})"));
        }
        table.row(row);
    }
    Ok(table)
}

fn building(figures: &Figures) -> Result<Table, Error> {
    let caption = "Building a request, to the `http::Request` that a transport is given: CPU time, ours / by hand for that \
                   one request, with `to_http`, with `into_http`, and beside a peer that writes the URL into one buffer; \
                   and allocations, in brackets their bytes:";
    let head = ["", "`to_http`", "`into_http`", "tuned peer", "ours, ns", "allocations", "by hand"];
    let mut table = Table::new(caption, &head);
    for case in BUILDING {
        let mut row = vec![format!("`{case}`")];
        for way in WAYS {
            row.push(figures.ratio(case, way)?);
        }
        row.push(format!("{:.0}", figures.get(case, "build", "ours, ns")?));
        for side in ["ours", "theirs"] {
            let count = figures.get(case, "build", &format!("{side} allocations"))?;
            let bytes = figures.get(case, "build", &format!("{side} bytes"))?;
            row.push(format!("{count:.0} ({})", thousands(bytes.round() as u64)));
        }
        table.row(row);
    }
    Ok(table)
}

fn instructions() -> Result<Table, Error> {
    let caption = "Instructions (callgrind) of the same, for a request that is built, and for a user of the pages:";
    let mut table = Table::new(caption, &["", "", "ours / by hand", "ratio"]);
    for count in
        instructions::count(&["create", "get", "list", "pages"], &["build", "into", "build-tuned", "iter", "stream"])?
    {
        let [counts, ratio] = count.cells();
        table.row(vec![format!("`{}`", count.case), count.operation, counts, ratio]);
    }
    Ok(table)
}

fn calls(figures: &Figures) -> Result<Table, Error> {
    let caption = "What the client adds to its transport (retries, tokens, limits, ids): a whole call over loopback, CPU time, \
                   ours / the bare transport with the same request, deadline and decoding:";
    let mut table = Table::new(caption, &["", "get", "create"]);
    for (case, title) in [("call-ureq", "`ureq`"), ("call-reqwest", "`reqwest`")] {
        table.row(vec![title.to_owned(), figures.ratio(case, "get")?, figures.ratio(case, "create")?]);
    }
    Ok(table)
}

fn million(figures: &Figures) -> Result<Table, Error> {
    let caption = "Going through pages of 999 from a service in process, each item looked at and dropped; CPU time:";
    let mut table = Table::new(caption, &["", "ratio", "ours, ms", "peer, ms"]);
    for (operation, title) in MILLION {
        let mut row = vec![title.to_owned(), figures.ratio("million", operation)?];
        for side in ["ours", "theirs"] {
            row.push(format!("{:.0}", figures.get("million", operation, &format!("{side}, ns"))? / 1e6));
        }
        table.row(row);
    }
    Ok(table)
}

fn memory(figures: &Figures) -> Result<Table, Error> {
    let caption =
        "The peak of the same in kB, by the number of items; in brackets what is held once the pages are made:";
    let mut table = Table::new(caption, &["", "10,000", "100,000", "1,000,000"]);
    for (way, title) in
        [("iter", "`iter`"), ("stream", "`stream`"), ("decode", "decoding alone"), ("changes", "changes, `iter`")]
    {
        let mut row = vec![title.to_owned()];
        for items in ["10000", "100000", "1000000"] {
            let [peak, before] =
                ["peak, kB", "before, kB"].map(|figure| figures.get("memory", &format!("{way} {items}"), figure));
            let [peak, before] = [peak?, before?].map(|value| thousands(value as u64));
            row.push(format!("{peak} ({before})"));
        }
        table.row(row);
    }
    Ok(table)
}

fn batch(figures: &Figures) -> Result<Table, Error> {
    let caption = "Reading twenty users over loopback, by twenty calls or in one `$batch`; microseconds:";
    let mut table = Table::new(caption, &["", "20 single calls", "a batch of 20", "ratio"]);
    for transport in ["ureq", "reqwest"] {
        for (what, title) in [("wall", "wall"), ("client", "CPU of the client"), ("emulator", "CPU of the emulator")] {
            let operation = format!("{transport}, {what}");
            let mut row = vec![format!("`{transport}`, {title}")];
            for side in ["single, us", "batch, us"] {
                row.push(thousands(figures.get("batch", &operation, side)?.round() as u64));
            }
            row.push(format!("{:.2}", figures.get("batch", &operation, "ratio")?));
            table.row(row);
        }
    }
    Ok(table)
}

fn chart(figures: &Figures, operation: &str, name: &'static str, title: &str) -> Result<Chart, Error> {
    let bars = LOOPBACK.map(|(way, title, ours)| {
        let value = figures.get("loopback", &format!("{operation} {way}, one core"), "per CPU second")?;
        Ok::<_, Error>(Bar { name: title.replace('`', ""), value, ours })
    });
    let data = Data::Bars(bars.into_iter().collect::<Result<_, _>>()?);
    Ok(Chart { name, title: title.into(), unit: "requests for each CPU second of the client", data })
}
