//! Two sides by CPU time, in turn.

use std::fmt;
use std::time::Duration;

use cpu_time::ThreadTime;

use super::output::Output;

/// A sample of each side takes about that long.
const SAMPLE: Duration = Duration::from_millis(5);

/// How often both sides are measured, in turn.
#[derive(Clone, Copy)]
pub struct Rounds {
    /// Not counted.
    pub warm_up: usize,
    pub most: usize,
    /// Where one round takes long there are fewer of them, to stay about below that.
    pub within: Duration,
}

impl Rounds {
    /// What is usual.
    pub fn new(quick: bool) -> Self {
        let (warm_up, most, seconds) = if quick { (1, 11, 1) } else { (10, 101, 6) };
        Self { warm_up, most, within: Duration::from_secs(seconds) }
    }

    fn count(self, round: Duration) -> usize {
        const LEAST: usize = 5;
        let fit = self.within.as_nanos() / round.as_nanos().max(1);
        usize::try_from(fit).unwrap_or(usize::MAX).clamp(LEAST, self.most)
    }
}

pub struct Comparison {
    /// Ours by theirs, in order.
    ratios: Vec<f64>,
    ours: Duration,
    theirs: Duration,
}

pub fn compare(ours: &dyn Fn(), theirs: &dyn Fn(), rounds: Rounds) -> Comparison {
    time(theirs, 1);
    let once = time(theirs, 1);
    let runs = (SAMPLE.as_nanos() / once.as_nanos().max(1)).clamp(1, 2000) as u32;
    let (warm_up, rounds) = (rounds.warm_up, rounds.count(2 * once * runs));
    let mut comparison = Comparison { ratios: Vec::new(), ours: Duration::ZERO, theirs: Duration::ZERO };
    for round in 0..warm_up.min(rounds) + rounds {
        let (a, b) = if round % 2 == 0 {
            let a = time(ours, runs);
            (a, time(theirs, runs))
        } else {
            let b = time(theirs, runs);
            (time(ours, runs), b)
        };
        if round >= warm_up.min(rounds) {
            comparison.ratios.push(a.as_secs_f64() / b.as_secs_f64());
            comparison.ours += a / rounds as u32;
            comparison.theirs += b / rounds as u32;
        }
    }
    comparison.ratios.sort_by(f64::total_cmp);
    comparison
}

fn time(run: &dyn Fn(), runs: u32) -> Duration {
    let start = ThreadTime::now();
    for _ in 0..runs {
        run();
    }
    start.elapsed() / runs
}

impl Comparison {
    /// The ratio that so many quarters of the rounds are below.
    fn quartile(&self, quarters: usize) -> f64 {
        self.ratios[(self.ratios.len() - 1) * quarters / 4]
    }

    pub fn tell(&self, output: Output, case: &str, operation: &str, title: &str) {
        let figures = [
            ("ratio", self.quartile(2)),
            ("ratio, lower quartile", self.quartile(1)),
            ("ratio, upper quartile", self.quartile(3)),
            ("ours, ns", self.ours.as_secs_f64() * 1e9),
            ("theirs, ns", self.theirs.as_secs_f64() * 1e9),
        ];
        output.figures(case, operation, format_args!("  {title:<30} {self}"), &figures);
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [low, median, high] = [1, 2, 3].map(|quarters| self.quartile(quarters));
        let (ours, theirs) = (self.ours, self.theirs);
        write!(f, "{median:.2} ({low:.2} to {high:.2}); ours {ours:.1?}, theirs {theirs:.1?} a run")
    }
}
