//! Several workers over one queue, killed at random points while the directory changes and the service fails now and then: at
//! the end the copy is what the service has, and each worker that lived long enough has had a part of the work.

#[path = "../../emulator/tests/sync/directory.rs"]
mod directory;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use graph_entity_emulator::{Emulator, Fault, Server};

use crate::directory::{Directory, Rows};

const WORKERS: usize = 4;
const KILLS: usize = 24;
/// Of what changes when, and of who is killed when. What the processes then do is up to the machine.
const SEED: u64 = 20_261_130;

fn faults() -> Vec<Fault> {
    vec![
        Fault::Throttled("0.02".into()),
        Fault::Unavailable("0.01".into()),
        Fault::Dropped { done: true },
        Fault::CutBody,
        Fault::NoLinks,
        Fault::Gone { code: "syncStateNotFound", location: None },
    ]
}

/// A process that is killed at the end.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Self {
        Self(command.stdin(Stdio::null()).spawn().expect("a process"))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // SIGKILL: nothing is tidied up.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// The server of the queue, on a free port, and its URL.
fn start_queue(folder: &Path) -> (Process, String) {
    let found =
        ["/usr/sbin/nats-server", "/usr/local/bin/nats-server"].into_iter().find(|path| Path::new(path).exists());
    let ports = folder.join("ports");
    fs::create_dir_all(&ports).expect("a folder");
    let mut command = Command::new(found.unwrap_or("nats-server"));
    command.args(["--addr", "127.0.0.1", "--port", "-1", "-js", "--store_dir"]).arg(folder.join("queue"));
    command.arg("--ports_file_dir").arg(&ports).arg("--log").arg(folder.join("queue.log"));
    let Ok(child) = command.stdin(Stdio::null()).spawn() else {
        panic!("these tests need `nats-server`; on Debian: apt-get install nats-server");
    };
    let process = Process(child);
    let ends = Instant::now() + Duration::from_secs(10);
    while Instant::now() < ends {
        let file = fs::read_dir(&ports).expect("a folder").filter_map(Result::ok).next();
        let text = file.and_then(|file| fs::read(file.path()).ok()).unwrap_or_default();
        let told: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
        if let Some(url) = told["nats"][0].as_str() {
            return (process, url.to_owned());
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("the queue did not start");
}

/// A worker of the pool. Each process writes to a file of its own what it did.
struct Pool<'a> {
    server: &'a Server,
    queue: &'a str,
    folder: &'a Path,
    started: usize,
}

impl Pool<'_> {
    fn start(&mut self) -> Process {
        let output = File::create(self.folder.join(format!("worker-{}", self.started))).expect("a file");
        let errors = File::create(self.folder.join(format!("errors-{}", self.started))).expect("a file");
        self.started += 1;
        let mut command = Command::new(env!("CARGO_BIN_EXE_sync-workers"));
        command.args(["--url", &self.server.url(), "--queue", self.queue, "--watch", "20", "--patience", "1000"]);
        command.arg("--database").arg(self.database()).env("GRAPH_TOKEN", "secret").env("NO_PROXY", "127.0.0.1");
        Process::start(command.stdout(output).stderr(errors))
    }

    fn database(&self) -> PathBuf {
        self.folder.join("copy.db")
    }

    /// How many pages each process that was ever started has written.
    fn pages(&self) -> Vec<usize> {
        let output = |number| fs::read_to_string(self.folder.join(format!("worker-{number}"))).unwrap_or_default();
        (0..self.started).map(|number| output(number).matches(": page ").count()).collect()
    }
}

/// Waits until the copy is what the service has.
fn settle(database: &Path, emulator: &Emulator) {
    let ends = Instant::now() + Duration::from_secs(30);
    while Instant::now() < ends && Rows::of_copy(database) != Rows::of_service(emulator) {
        thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(Rows::of_copy(database), Rows::of_service(emulator));
}

#[test]
fn workers_that_are_killed_again_and_again_end_equal_to_the_directory() {
    let begin = Instant::now();
    let folder = std::env::temp_dir().join(format!("graph-entity-workers-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let (_queue, url) = start_queue(&folder);
    let builder = directory::builder().token("secret").fail_some(0.05, SEED, faults());
    let emulator = builder.on_request(|_| thread::sleep(Duration::from_millis(2))).build();
    let server = emulator.serve().expect("a free port");
    let mut rng = fastrand::Rng::with_seed(SEED);
    let mut directory = Directory::new(&emulator);
    let mut pool = Pool { server: &server, queue: &url, folder: &folder, started: 0 };
    let mut workers: Vec<_> = (0..WORKERS).map(|_| pool.start()).collect();

    for number in 0..KILLS {
        let ends = Instant::now() + Duration::from_millis(rng.u64(100..400));
        while Instant::now() < ends {
            directory.change(&mut rng);
            thread::sleep(Duration::from_millis(rng.u64(0..20)));
        }
        // The process is dead before the next one is there.
        let killed = workers.swap_remove(rng.usize(0..WORKERS));
        drop(killed);
        workers.push(pool.start());
        if number % 6 == 5 {
            emulator.expire_delta_tokens();
        }
    }
    emulator.stop_failing();
    settle(&pool.database(), &emulator);
    // All of them go on to share the work.
    for _ in 0..50 {
        directory.change(&mut rng);
        thread::sleep(Duration::from_millis(20));
    }
    settle(&pool.database(), &emulator);
    assert!(Rows::of_copy(&pool.database()).is_not_empty());
    let pages = pool.pages();
    println!("{KILLS} kills of {WORKERS} workers, {:?}; pages of each process: {pages:?}", begin.elapsed());
    let busy = pages.iter().filter(|pages| **pages > 0).count();
    assert!(busy > WORKERS, "{busy} processes had a part of the work");
    drop(workers);
    drop(fs::remove_dir_all(folder));
}
