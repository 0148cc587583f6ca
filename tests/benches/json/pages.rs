//! Pages from 1 KB to 100 MB, of the entities of `plain`: whether the size changes what a byte costs.

use std::rc::Rc;

use crate::case::{from_and_to_bytes, read_both};
use crate::common::arguments::Arguments;
use crate::common::measure::{self, Rounds};
use crate::generator::PROPERTIES;
use crate::plain::{self, OurPage, TheirPage};

/// The pages by their names, and about how many bytes they have.
const PAGES: [(&str, usize); 6] = [
    ("1 KB", 1_000),
    ("10 KB", 10_000),
    ("100 KB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
    ("100 MB", 100_000_000),
];

pub fn compare(arguments: &Arguments) {
    let rounds = Rounds::new(arguments.quick);
    let an_entity = plain::page(100, &PROPERTIES).len() / 100;
    for (name, bytes) in PAGES {
        let json = plain::page((bytes / an_entity).max(1), &PROPERTIES);
        let (ours, theirs) = read_both::<OurPage, TheirPage>(name, &json);
        // Without the nulls.
        let (read, written) = (json.len(), serde_json::to_vec(&theirs).unwrap().len());
        arguments.output.figures(
            name,
            "page",
            format_args!("pages of {name} ({read} bytes, {written} are written)"),
            &[("read, bytes", read as f64), ("write, bytes", written as f64)],
        );
        for operation in from_and_to_bytes(&Rc::new(json), &Rc::new(ours), &Rc::new(theirs)) {
            let comparison = measure::compare(&*operation.ours, &*operation.theirs, rounds);
            comparison.tell(arguments.output, name, operation.name, operation.title);
        }
    }
}
