//! The example that keeps a copy of a directory, killed at random points while the directory changes and the service fails
//! now and then: at the end the copy is what the service has.

mod directory;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use graph_entity_emulator::{Emulator, Fault, Server};
use rusqlite::Connection;

use crate::directory::{Directory, Rows};

const KILLS: usize = 30;
/// Of what changes when, and of how long a process lives. What the two processes then do is up to the machine.
const SEED: u64 = 20_261_130;

/// What the service fails with beside the tokens that are too old.
fn faults() -> Vec<Fault> {
    vec![
        Fault::Throttled("0.02".into()),
        Fault::Unavailable("0.01".into()),
        Fault::Dropped { done: false },
        Fault::Dropped { done: true },
        Fault::CutBody,
        Fault::TruncatedJson,
        Fault::NoLinks,
        Fault::BothLinks,
        Fault::Gone { code: "syncStateNotFound", location: None },
    ]
}

/// The example, built whatever else is being tested.
fn example() -> PathBuf {
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--quiet", "--package", "graph-entity-emulator", "--example", "sync_directory"]);
    // What cargo tells the tests of their own package makes the build scripts of others run again.
    let own = std::env::vars_os().map(|(name, _)| name).filter(|name| {
        let name = name.to_string_lossy();
        name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
    });
    own.for_each(|name| _ = command.env_remove(name));
    let output = command.arg("--message-format=json").output().expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("JSON");
    let messages = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let executable = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back();
    executable.expect("an executable")
}

/// A process of the example's, which is killed at the end if it is still there.
struct Process(Child);

impl Process {
    fn start(program: &Path, server: &Server, database: &Path, more: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.args(["--url", &server.url(), "--database"]).arg(database).args(more);
        command.env("GRAPH_TOKEN", "secret").env("NO_PROXY", "127.0.0.1").stdin(Stdio::null()).stdout(Stdio::null());
        Self(command.spawn().expect("a process"))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // SIGKILL: nothing is tidied up.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Whether a round of a table was under way when the process ended.
fn is_within_a_round(database: &Path) -> bool {
    let Ok(connection) = Connection::open(database) else { return false };
    let count: Result<i64, _> = connection.query_row(
        "SELECT count(*) FROM sync WHERE json_extract(position, '$.link') LIKE '%\"kind\":\"next\"%'",
        [],
        |row| row.get(0),
    );
    count.is_ok_and(|count| count > 0)
}

#[test]
fn a_copy_that_is_killed_again_and_again_ends_equal_to_the_directory() {
    let program = example();
    let begin = Instant::now();
    let folder = std::env::temp_dir().join(format!("graph-entity-sync-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let database = folder.join("copy.db");
    let builder = directory::builder().token("secret").fail_some(0.12, SEED, faults());
    // A round then takes long enough to be killed in.
    let emulator = builder.on_request(|_| thread::sleep(Duration::from_millis(2))).build();
    let server = emulator.serve().expect("a free port");
    let mut rng = fastrand::Rng::with_seed(SEED);
    let mut directory = Directory::new(&emulator);

    let mut within = 0;
    for number in 0..KILLS {
        let process = Process::start(&program, &server, &database, &["--watch", "5"]);
        let ends = Instant::now() + Duration::from_millis(rng.u64(30..350));
        while Instant::now() < ends {
            directory.change(&mut rng);
            thread::sleep(Duration::from_millis(rng.u64(0..8)));
        }
        drop(process);
        within += usize::from(is_within_a_round(&database));
        if number % 4 == 3 {
            emulator.expire_delta_tokens();
        }
        for _ in 0..rng.usize(0..20) {
            directory.change(&mut rng);
        }
    }
    assert!(within > 0, "no process was killed within a round");

    emulator.stop_failing();
    finish(&program, &server, &database);
    assert_eq!(Rows::of_copy(&database).differences(&Rows::of_service(&emulator)), "");
    // Nothing has changed since, and so nothing does.
    finish(&program, &server, &database);
    assert_eq!(Rows::of_copy(&database).differences(&Rows::of_service(&emulator)), "");
    let told = emulator.log();
    let count =
        |status: u16| told.iter().filter(|entry| entry.status == status && entry.target.contains("/delta")).count();
    println!(
        "{KILLS} kills, {within} of them within a round; {} pages, {} times 410; {:?}",
        count(200),
        count(410),
        begin.elapsed()
    );
    assert!(count(410) > 0);
    drop(std::fs::remove_dir_all(folder));
}

/// All that has changed so far.
fn finish(program: &Path, server: &Server, database: &Path) {
    let status = Process::start(program, server, database, &[]).0.wait().expect("a process");
    assert!(status.success());
}

#[test]
fn a_copy_in_one_go_is_the_directory() {
    let folder = std::env::temp_dir().join(format!("graph-entity-sync-once-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let database = folder.join("copy.db");
    let emulator: Emulator = directory::builder().token("secret").build();
    let server = emulator.serve().expect("a free port");
    finish(&example(), &server, &database);
    let rows = Rows::of_copy(&database);
    assert_eq!(rows.differences(&Rows::of_service(&emulator)), "");
    assert!(rows.is_not_empty());
    drop(std::fs::remove_dir_all(folder));
}
