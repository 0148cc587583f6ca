//! A case: what each side does.

pub struct Case {
    pub name: &'static str,
    pub operations: Vec<Operation>,
}

/// What both sides do. Each run drops what it made.
pub struct Operation {
    #[allow(dead_code, reason = "one of the two benches counts by the title only")]
    pub name: &'static str,
    pub title: &'static str,
    pub ours: Box<dyn Fn()>,
    pub theirs: Box<dyn Fn()>,
}

/// Makes what a case needs.
type Make = fn() -> Case;

/// The cases by their names.
pub const CASES: [(&str, Make); 7] = [
    ("create", crate::building::create::case),
    ("get", crate::building::get::case),
    ("list", crate::building::list::case),
    ("pages", crate::paging::case),
    ("changes", crate::paging::changes),
    ("call-ureq", crate::call::ureq),
    ("call-reqwest", crate::call::reqwest),
];

/// One side alone, `create-ours-build`, `runs` times.
#[allow(dead_code, reason = "one of the two benches counts allocations only")]
pub fn run_only(only: &str, runs: usize) {
    let case = CASES.iter().find(|(name, _)| only.starts_with(&format!("{name}-"))).map(|(_, case)| case());
    let case = case.unwrap_or_else(|| panic!("no case of {only}"));
    let sides = case.operations.iter().flat_map(|operation| {
        [("ours", &operation.ours), ("theirs", &operation.theirs)]
            .map(|(side, run)| (format!("{}-{side}-{}", case.name, operation.name), run))
    });
    let (_, run) = sides.into_iter().find(|(name, _)| name == only).unwrap_or_else(|| panic!("no side of {only}"));
    for _ in 0..runs {
        run();
    }
}
