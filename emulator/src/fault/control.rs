//! Faults for the requests to come, as the emulator is told of them. How they are kept is in `plan`.

use http::Method;

use super::{Fault, Faults};
use crate::emulator::Emulator;

/// Faults.
impl Emulator {
    /// Lets the next request meet `fault`. Several are met one by one, in the order of the calls; a request that is no
    /// HTTP meets none.
    pub fn fail_next(&self, fault: Fault) {
        self.fail_when(fault, |_, _| true);
    }

    /// Lets the next request for which `is_meant` holds meet `fault`, once. It is given the method, and path and query as
    /// they came. It is asked for each request that no earlier fault of the queue is for, and so can count:
    ///
    /// ```
    /// # use graph_entity_emulator::{Emulator, Fault};
    /// # let emulator = Emulator::builder().build();
    /// // The third page.
    /// let mut pages = 0;
    /// emulator.fail_when(Fault::Unauthorized { claims: None }, move |_, target| {
    ///     pages += usize::from(target.starts_with("/v1.0/users?"));
    ///     pages == 3
    /// });
    /// ```
    ///
    /// It must not use the emulator, which waits for it.
    pub fn fail_when(&self, fault: Fault, is_meant: impl FnMut(&Method, &str) -> bool + Send + 'static) {
        self.with_faults(|faults| faults.push(fault, is_meant));
    }

    /// From now on no request meets a fault: those that are queued are forgotten, and
    /// [`Builder::fail_some`](crate::Builder::fail_some) ends.
    pub fn stop_failing(&self) {
        self.with_faults(|faults| *faults = Faults::default());
    }
}
