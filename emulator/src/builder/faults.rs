//! Faults that happen by chance. Those for a certain request are queued at the emulator.

use super::Builder;
use crate::fault::{Fault, Faults};

/// Faults.
impl Builder {
    /// Lets this share of all requests, 0.1 for every tenth, meet one of `faults`. Which request meets which is random,
    /// and the same for the same seed: it depends on how many requests were before, not on what they are.
    /// [`Emulator::stop_failing`](crate::Emulator::stop_failing) ends it.
    ///
    /// ```
    /// use graph_entity_emulator::{Emulator, Fault};
    ///
    /// let emulator = Emulator::builder().sample().fail_some(0.1, 7, Fault::common()).build();
    /// ```
    pub fn fail_some(mut self, share: f64, seed: u64, faults: impl IntoIterator<Item = Fault>) -> Self {
        self.faults = Faults::some(share, seed, faults.into_iter().collect());
        self
    }
}
