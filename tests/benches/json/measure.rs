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
    compare_for(ours, theirs, WARM_UP, ROUNDS)
}

/// The same for so many rounds.
pub fn compare_for(ours: &dyn Fn(), theirs: &dyn Fn(), warm_up: usize, rounds: usize) -> Comparison {
    let runs = (SAMPLE.as_nanos() / time(theirs, 1).as_nanos().max(1)).clamp(1, 2000) as u32;
    let mut comparison = Comparison { ratios: Vec::new(), ours: Duration::ZERO, theirs: Duration::ZERO };
    for round in 0..warm_up + rounds {
        let (a, b) = if round % 2 == 0 {
            let a = time(ours, runs);
            (a, time(theirs, runs))
        } else {
            let b = time(theirs, runs);
            (time(ours, runs), b)
        };
        if round >= warm_up {
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

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |quarters: usize| self.ratios[self.ratios.len() * quarters / 4];
        let (ours, theirs) = (self.ours, self.theirs);
        write!(f, "{:.2} ({:.2} to {:.2}); ours {ours:.1?}, theirs {theirs:.1?} a run", at(2), at(1), at(3))
    }
}
