//! Time, CPU and memory of the client's process while it works.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use cpu_time::ProcessTime;

use super::service::Told;
use super::work::{Bound, Known};

/// What was begun with is not growth: buffers, connections and threads come in the first samples.
const WARM_UP: f64 = 0.2;
const MAY_GROW: f64 = 1.1;
const MAY_GROW_KB: u64 = 4096;

pub(crate) struct Figures {
    cpu: ProcessTime,
    /// Resident memory in kB, over time.
    memory: Arc<Mutex<Vec<u64>>>,
}

impl Figures {
    /// Begins to look at the memory, until `bound` is over.
    pub(crate) fn watch(bound: Arc<Bound>) -> Self {
        let memory = Arc::<Mutex<Vec<u64>>>::default();
        let samples = Arc::clone(&memory);
        thread::spawn(move || {
            while !bound.is_over() {
                samples.lock().unwrap().push(resident());
                thread::sleep(Duration::from_millis(200));
            }
        });
        Self { cpu: ProcessTime::now(), memory }
    }

    pub(crate) fn print(&self, took: Duration, bound: &Bound, known: &Known, told: &Told) {
        let calls = bound.calls();
        let faults: u64 = told.faults.values().sum();
        let (first, last) = self.growth();
        println!("calls {calls}, requests {}, of which met a fault {faults}", told.asked);
        println!("created {}, of which are left {}", told.created, told.stored.len());
        println!("errors that reached the program {:?}", known.errors);
        println!("faults {:?}", told.faults);
        #[allow(clippy::cast_precision_loss)]
        let each = |time: Duration| time.as_secs_f64() * 1e6 / calls as f64;
        let cpu = self.cpu.elapsed();
        println!("took {took:.1?}, CPU of the client {cpu:.1?}: {:.0} and {:.0} us a call", each(took), each(cpu));
        println!("memory of the client {first} kB after {:.0} % of the time, {last} kB at the end", WARM_UP * 100.0);
    }

    /// Panics if the memory has grown.
    pub(crate) fn check(&self) {
        let (first, last) = self.growth();
        #[allow(clippy::cast_precision_loss)]
        let ratio = last as f64 / first as f64;
        assert!(ratio < MAY_GROW || last - first < MAY_GROW_KB, "the memory has grown: {first} kB, {last} kB");
    }

    /// The most before and after the first samples.
    fn growth(&self) -> (u64, u64) {
        let memory = self.memory.lock().unwrap();
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let warm = ((memory.len() as f64 * WARM_UP) as usize).max(1);
        let most = |samples: &[u64]| samples.iter().copied().max().expect("it took longer than a sample");
        (most(&memory[..warm]), most(&memory[warm..]))
    }
}

fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
