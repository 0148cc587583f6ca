//! Two sides by CPU time, in turn.

use std::fmt;
use std::time::Duration;

use cpu_time::ThreadTime;

const ROUNDS: usize = 101;
const WARM_UP: usize = 10;
/// A sample of each side takes about that long.
const SAMPLE: Duration = Duration::from_millis(5);

pub struct Comparison {
    /// Ours by theirs, in order.
    ratios: Vec<f64>,
    ours: Duration,
    theirs: Duration,
}

pub fn compare(ours: &dyn Fn(), theirs: &dyn Fn()) -> Comparison {
    let runs = (SAMPLE.as_nanos() / time(theirs, 1).as_nanos().max(1)).clamp(1, 20) as u32;
    let mut comparison = Comparison { ratios: Vec::new(), ours: Duration::ZERO, theirs: Duration::ZERO };
    for round in 0..WARM_UP + ROUNDS {
        let (a, b) = if round % 2 == 0 {
            let a = time(ours, runs);
            (a, time(theirs, runs))
        } else {
            let b = time(theirs, runs);
            (time(ours, runs), b)
        };
        if round >= WARM_UP {
            comparison.ratios.push(a.as_secs_f64() / b.as_secs_f64());
            comparison.ours += a / ROUNDS as u32;
            comparison.theirs += b / ROUNDS as u32;
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

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |quarters: usize| self.ratios[self.ratios.len() * quarters / 4];
        let (ours, theirs) = (self.ours.as_micros(), self.theirs.as_micros());
        write!(f, "{:.2} ({:.2} to {:.2}); ours {ours} µs, theirs {theirs} µs a page", at(2), at(1), at(3))
    }
}
