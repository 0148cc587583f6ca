//! Which request meets which fault. What the faults do isn't known here.

use std::collections::VecDeque;

use http::Method;

use super::Fault;

type Predicate = Box<dyn FnMut(&Method, &str) -> bool + Send>;

/// The faults that are still to come.
#[derive(Default)]
pub(crate) struct Faults {
    queue: VecDeque<(Fault, Predicate)>,
    /// Those that are met before the body of a request was read.
    cuts: VecDeque<(Fault, Predicate)>,
    random: Option<Random>,
}

/// A share of all requests fails.
struct Random {
    share: f64,
    faults: Vec<Fault>,
    rng: fastrand::Rng,
}

impl Faults {
    /// `share` of all requests meet one of `faults`.
    pub(crate) fn some(share: f64, seed: u64, faults: Vec<Fault>) -> Self {
        let random = Random { share, faults, rng: fastrand::Rng::with_seed(seed) };
        Self { random: Some(random), ..Self::default() }
    }

    /// The next request for which `is_meant` holds meets `fault`.
    pub(crate) fn push(&mut self, fault: Fault, is_meant: impl FnMut(&Method, &str) -> bool + Send + 'static) {
        let queue = if matches!(fault, Fault::CutRequest { .. }) { &mut self.cuts } else { &mut self.queue };
        queue.push_back((fault, Box::new(is_meant)));
    }

    /// The fault that the next request meets before its body was read.
    pub(crate) fn next_cut(&mut self, method: &Method, target: &str) -> Option<Fault> {
        take(&mut self.cuts, method, target)
    }

    /// The fault of the next request. A random one is drawn each time, so that the tenth request draws the same whatever
    /// was queued before it.
    pub(crate) fn next(&mut self, method: &Method, target: &str) -> Option<Fault> {
        let drawn = self.random.as_mut().and_then(Random::next);
        take(&mut self.queue, method, target).or(drawn)
    }
}

fn take(queue: &mut VecDeque<(Fault, Predicate)>, method: &Method, target: &str) -> Option<Fault> {
    let queued = queue.iter_mut().position(|(_, is_meant)| is_meant(method, target));
    queued.and_then(|at| queue.remove(at)).map(|(fault, _)| fault)
}

impl Random {
    fn next(&mut self) -> Option<Fault> {
        let is_due = self.rng.f64() < self.share;
        self.rng.choice(&self.faults).filter(|_| is_due).cloned()
    }
}
