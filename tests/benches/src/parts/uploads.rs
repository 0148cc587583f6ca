//! The upload of a gigabyte over loopback, beside the same by hand.

use crate::chart::{Bar, Chart, Data};
use crate::figures::{Bench, Figures, PACKAGE};
use crate::machine::{circumstances, lock};
use crate::section::{Error, Section};
use crate::table::{Table, thousands};

const WAYS: [(&str, &str); 8] = [
    ("reqwest-file", "ours, `reqwest`, a file"),
    ("reqwest-small", "ours, `reqwest`, a file, parts of 3.1 MiB"),
    ("reqwest-stream", "ours, `reqwest`, a stream"),
    ("reqwest-hand", "by hand, `reqwest`, part by part"),
    ("ureq-file", "ours, `ureq`, a file"),
    ("ureq-hand", "by hand, `ureq`, part by part"),
    ("ureq-whole", "`ureq`, one PUT of the whole"),
    ("socket", "a socket: read and write, 64 KiB"),
];

pub fn measure(quick: bool) -> Result<Section, Error> {
    let (mib, rounds) = if quick { (64, 1) } else { (1024, 5) };
    let mut figures = Figures::default();
    let bench = Bench::build(PACKAGE, "uploads")?;
    bench.run(&[&mib.to_string(), &rounds.to_string()], false, &mut figures)?;
    let size = format!("{} MiB", thousands(mib));
    let caption = format!(
        "{size} in parts of 10 MiB to a session of the emulator, which sums the bytes and keeps none; the median of \
         {rounds}, each way in a process of its own, in turn. The last two are what the bytes cost at least:"
    );
    let mut table = Table::new(caption, &["", "CPU, ms", "wall, ms", "peak, kB"]);
    let mut bars = Vec::new();
    for (way, title) in WAYS {
        let mut row = vec![title.to_owned()];
        for figure in ["CPU, ms", "wall, ms", "peak, kB"] {
            row.push(thousands(figures.get("uploads", way, figure)?.round() as u64));
        }
        table.row(row);
        let value = figures.get("uploads", way, "CPU, ms")?;
        bars.push(Bar { name: title.replace('`', ""), value, ours: title.starts_with("ours") });
    }
    let title = format!("Uploading {size} over loopback");
    Ok(Section {
        name: "uploads",
        circumstances: circumstances(&lock()?, &["reqwest", "ureq"])?,
        tables: vec![table],
        charts: vec![Chart { name: "uploads", title, unit: "CPU milliseconds of the client", data: Data::Bars(bars) }],
    })
}
