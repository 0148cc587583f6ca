//! A case: what each side does with the same.

use super::arguments::Arguments;
use super::measure::{self, Rounds};

pub struct Case {
    pub name: &'static str,
    /// How many things each run makes: entities, users, or one request.
    pub each: usize,
    pub operations: Vec<Operation>,
}

/// What both sides do. Each run drops what it made.
pub struct Operation {
    pub name: &'static str,
    pub title: &'static str,
    pub ours: Box<dyn Fn()>,
    pub theirs: Box<dyn Fn()>,
}

/// How much a case is made of.
#[derive(Clone, Copy)]
pub enum Size {
    /// For times and allocations.
    Usual,
    /// For one side alone under valgrind, where making it takes longer than running it.
    Small,
}

/// Makes what a case needs.
pub type Make = fn(Size) -> Case;

/// Compares the cases that are asked for; only these are made.
pub fn compare(cases: &[(&str, Make)], arguments: &Arguments) {
    let rounds = Rounds::new(arguments.quick);
    for (_, make) in cases.iter().filter(|(name, _)| arguments.wants(name)) {
        let case = make(Size::Usual);
        arguments.output.title(case.name);
        for operation in &case.operations {
            let comparison = measure::compare(&*operation.ours, &*operation.theirs, rounds);
            comparison.tell(arguments.output, case.name, operation.name, operation.title);
        }
    }
}

/// Counts the allocations of all cases by `measure`, which gives their number and bytes.
pub fn count(cases: &[(&str, Make)], arguments: &Arguments, measure: impl Fn(&dyn Fn()) -> [u64; 2]) {
    let head = format!("{:<14} {:<30} {:>10} {:>12} {:>10} {:>12}", "", "", "ours", "bytes", "theirs", "bytes");
    arguments.output.title(head);
    for (_, make) in cases.iter().filter(|(name, _)| arguments.wants(name)) {
        let case = make(Size::Usual);
        for operation in &case.operations {
            // Connections and what else is there from the first call on.
            (operation.ours)();
            (operation.theirs)();
            let each = |run: &dyn Fn()| measure(run).map(|total| total as f64 / case.each as f64);
            let ([ours, our_bytes], [theirs, their_bytes]) = (each(&*operation.ours), each(&*operation.theirs));
            let (name, title) = (case.name, operation.title);
            arguments.output.figures(
                name,
                operation.name,
                format_args!(
                    "{name:<14} {title:<30} {ours:>10.2} {our_bytes:>12.0} {theirs:>10.2} {their_bytes:>12.0}"
                ),
                &[
                    ("ours allocations", ours),
                    ("ours bytes", our_bytes),
                    ("theirs allocations", theirs),
                    ("theirs bytes", their_bytes),
                ],
            );
        }
    }
}

/// One side alone, `only-plain-ours-read`, `runs` times, to count its instructions. False if nothing alone is asked for.
pub fn run_alone(cases: &[(&str, Make)], arguments: &Arguments) -> bool {
    let Some(only) = arguments.names.first().and_then(|name| name.strip_prefix("only-")) else {
        return false;
    };
    let runs = arguments.names.get(1).map_or(100, |runs| runs.parse().expect("a number of runs"));
    let case = cases.iter().find(|(name, _)| only.starts_with(&format!("{name}-"))).map(|(_, make)| make(Size::Small));
    let case = case.unwrap_or_else(|| panic!("no case of {only}"));
    let sides = case.operations.iter().flat_map(|operation| {
        [("ours", &operation.ours), ("theirs", &operation.theirs)]
            .map(|(side, run)| (format!("{}-{side}-{}", case.name, operation.name), run))
    });
    let (_, run) = sides.into_iter().find(|(name, _)| name == only).unwrap_or_else(|| panic!("no side of {only}"));
    for _ in 0..runs {
        run();
    }
    true
}
