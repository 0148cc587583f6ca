//! The upload of a file of a gigabyte over loopback: ours beside the same parts sent by hand with the same libraries, one
//! `PUT` of the whole, and its bytes through a socket. Each way in a process of its own, in turn; the service is the process
//! that starts them, which sums up what arrives and keeps nothing.
//!
//! `cargo bench -p graph-entity-benches --bench uploads`, or `… -- MIB` for a file of another size, `… -- MIB ROUNDS`;
//! `--json` tells each figure as a line of JSON.

#[path = "../common/mod.rs"]
mod common;
mod service;
mod way;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use graph_entity_emulator::Uploaded;

use self::common::arguments::Arguments;
use self::service::{Service, Sink};
use self::way::WAYS;

const MIB: usize = 1024;
const ROUNDS: usize = 5;

/// What a way took: CPU and wall in milliseconds, the peak of its memory in kB.
struct Took([f64; 3]);

fn main() {
    let arguments = Arguments::of_process();
    if let [way::RUN, name, url, file] = &arguments.names.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        return way::run(name, url, Path::new(file));
    }
    let number = |at: usize, default| arguments.names.get(at).map_or(default, |text| text.parse().expect("a number"));
    let (mib, rounds) = (number(0, MIB), number(1, ROUNDS));
    let (file, sum) = make_file(mib);
    let mut took: Vec<Vec<Took>> = WAYS.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (way, took) in WAYS.iter().zip(&mut took) {
            took.push(if way.is_in_parts { in_parts(way.name, &file, sum, mib) } else { whole(way.name, &file, mib) });
        }
    }
    fs::remove_file(file).expect("the file goes");
    let output = arguments.output;
    output.title(format_args!("{mib} MiB, median of {rounds}"));
    output.title(format_args!("{:<44} {:>12} {:>10} {:>14}", "", "CPU, ms", "wall, ms", "peak, kB"));
    for (way, took) in WAYS.iter().zip(&took) {
        let [cpu, wall, peak] = [0, 1, 2].map(|at| median(took.iter().map(|took| took.0[at]).collect()));
        let text = format!("{:<44} {cpu:>12.0} {wall:>10.0} {peak:>14.0}", way.title);
        output.figures("uploads", way.name, text, &[("CPU, ms", cpu), ("wall, ms", wall), ("peak, kB", peak)]);
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A file whose pieces differ, and the sum of its bytes.
fn make_file(mib: usize) -> (PathBuf, u64) {
    use std::io::Write as _;
    let path = env::temp_dir().join(format!("graph-entity-bench-{}", std::process::id()));
    let mut file = fs::File::create(&path).expect("a file");
    let mut rng = fastrand::Rng::with_seed(7);
    let mut piece = vec![0; 1024 * 1024];
    rng.fill(&mut piece);
    let mut pieces = Vec::new();
    for number in 0..mib as u64 {
        piece[..8].copy_from_slice(&number.to_le_bytes());
        file.write_all(&piece).expect("room for the file");
        pieces.push(number);
    }
    let sum = pieces.iter().fold(Sum::default(), |sum, number| {
        piece[..8].copy_from_slice(&number.to_le_bytes());
        sum.with(&piece)
    });
    (path, sum.0)
}

/// The sum that the emulator makes.
struct Sum(u64);

impl Default for Sum {
    fn default() -> Self {
        Self(Uploaded::sum_of([]))
    }
}

impl Sum {
    fn with(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)))
    }
}

fn in_parts(name: &str, file: &Path, sum: u64, mib: usize) -> Took {
    let service = Service::start();
    let took = spawn(name, &service.url(), file);
    service.check(mib as u64 * 1024 * 1024, sum);
    took
}

fn whole(name: &str, file: &Path, mib: usize) -> Took {
    let sink = Sink::start();
    let took = spawn(name, &sink.url(), file);
    assert_eq!(sink.received(), mib as u64 * 1024 * 1024, "{name}");
    took
}

fn spawn(name: &str, url: &str, file: &Path) -> Took {
    let mut command = Command::new(env::current_exe().expect("this program"));
    let output = command.args([way::RUN, name, url]).arg(file).output().expect("a process");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("numbers");
    let numbers: Vec<f64> = text.split_whitespace().map(|word| word.parse().expect("a number")).collect();
    Took(numbers.try_into().expect("three numbers"))
}
