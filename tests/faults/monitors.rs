//! Every fault with a long-running operation: at its start, at the first poll, and at the last, met once and by each request
//! from there on. `monitors.txt` has the outcomes; `UPDATE_EXPECT=1` writes it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use graph_entity::{Error, Monitor};
use graph_entity_emulator::{Emulator, Fault, LongRunning, Server};
use http::{Method, StatusCode};

use crate::User;
use crate::client::{Client, Clock, RETRIES, Transport};
use crate::rows::{self, fault};
use crate::sheet::{self, Report, Sheet};
use crate::tokens::Provider;
use crate::trouble::{Often, Row, Trouble};

/// The start, and the polls: the first says that it goes on, the last that it is done.
const STEPS: [&str; 3] = ["start", "first poll", "last poll"];
const POLLS: usize = 3;
/// More requests than any call makes, but for one that waits for a word that never comes.
const MANY: usize = 40;
/// So that nobody shrinks the table without notice.
const LINES: usize = 66;
const HEAD: &str = "\
Requests at the monitor / whether the user is there / what the client says, with `?` if it may have been done.

A create that is done after three polls meets each fault at one of its requests, once or from there on; a client repeats twice
at most, and waits for two minutes. One outcome stands for both transports; where they differ, both are told. What is broken
off is gone on with by the monitor that was saved.

";

/// What only operations meet.
pub(crate) fn own() -> Vec<Row> {
    let status = |word: &str| fault(format!("status: {word}"), Fault::OperationStatus(word.to_owned()));
    let monitor = |at: &str| fault(format!("monitor: {at}"), Fault::MonitorAt(at.to_owned()));
    vec![
        status("notYetInvented"),
        status("FAILED"),
        status("cancelled"),
        monitor(""),
        monitor("/v2/nowhere"),
        monitor("ftp://127.0.0.1/x"),
        monitor("http://graph.example/x"),
        fault(
            "303 to nowhere",
            Fault::Redirect { status: StatusCode::SEE_OTHER, location: "/v1.0/users/nobody".into() },
        ),
    ]
}

/// Of those that any request meets, what is about no list and no token.
fn all() -> Vec<Row> {
    let forms = ["1", "9999999999", "none"];
    let is_meant = |row: &Row| match row.name.split_once("Retry-After: ") {
        Some((_, form)) => forms.contains(&form),
        None => match &row.trouble {
            Trouble::Fault(Fault::LoopingNextLink | Fault::DeltaLink(_) | Fault::BothLinks | Fault::NoLinks) => false,
            Trouble::Fault(_) => !row.name.contains("claims") && !row.name.contains("fixed"),
            _ => false,
        },
    };
    rows::all().into_iter().filter(is_meant).chain(own()).collect()
}

struct Cell {
    row: Row,
    often: Often,
    step: usize,
    transport: Transport,
}

impl Cell {
    fn run(&self) -> Report {
        let how = LongRunning::operation_location().polls(POLLS as u32 - 1);
        let emulator = Emulator::builder().entity::<User>().long_running(Method::POST, "v1.0", "users", how).build();
        let server = emulator.serve().unwrap();
        let clock = Clock::new(Arc::new(|| ()));
        let client = Client::new(self.transport, &server.url(), &self.row, &Arc::new(Provider::default()), &clock);
        self.arm(&server);

        let started = start(&client);
        let saved = started.as_ref().ok().and_then(|monitor| serde_json::to_string(monitor.as_ref()?).ok());
        let outcome = match started {
            Ok(Some(monitor)) => wait(&client, &monitor),
            // Nobody tells how it goes on.
            Ok(None) => Ok("accepted".to_owned()),
            Err(error) => Err(error),
        };
        let log = emulator.log();
        let asked = log.iter().filter(|entry| entry.target.starts_with("/v1.0/operations/")).count();
        let is_done = !emulator.items("v1.0", "users").is_empty();
        let may = outcome.as_ref().is_err_and(Error::may_have_been_done);
        let mut problems = Vec::new();
        let mut check = |holds: bool, what: &str| {
            if !holds {
                problems.push(format!("{what}: {outcome:?}"));
            }
        };
        check(outcome.is_err() || is_done, "a success of what was not done");
        // Of an operation that was started an error of a poll says nothing.
        check(saved.is_some() || outcome.is_ok() || !is_done || may, "it was done, and the error says that it was not");
        let slept: Duration = clock.waits().iter().sum();
        check(asked <= 4 * MANY && slept < Duration::from_secs(900), "asked too often, or waited too long");
        let posts = log.iter().filter(|entry| entry.method == Method::POST).count();
        check(posts <= 1 + RETRIES as usize && emulator.items("v1.0", "users").len() <= 1, "started too often");
        emulator.stop_failing();
        if let (Err(_), Some(saved), true) = (&outcome, &saved, self.step > 0) {
            let again = wait(&client, &serde_json::from_str(saved).unwrap());
            // Only a connection that was closed without a word may break once more.
            check(again.is_ok() || self.row.trouble.closes_silently(), "gone on with");
        }
        let done = if is_done { "there" } else { "-" };
        // Whether the next request is sent on a connection that closes is chance, and how often one asks in two minutes.
        let is_chance = self.row.trouble.closes_silently() || matches!(outcome, Err(Error::StillRunning(_)));
        let asked = if is_chance { "some".to_owned() } else { asked.to_string() };
        let text = match &outcome {
            Ok(name) => format!("{asked}/{done}/{name}"),
            Err(error) => format!("{asked}/{done}/{}{}", word(error), if may { "?" } else { "" }),
        };
        Report { text, problems }
    }

    /// From the request on, or there, the requests meet the trouble.
    fn arm(&self, server: &Server) {
        let Trouble::Fault(fault) = &self.row.trouble else { unreachable!("only faults are chosen") };
        let emulator = server.emulator();
        let times = if self.often == Often::Once { 1 } else { MANY };
        if self.step == 0 {
            return (0..times).for_each(|_| emulator.fail_when(fault.clone(), |method, _| method == Method::POST));
        }
        let (polls, before) = (Arc::new(AtomicUsize::new(0)), if self.step == 1 { 0 } else { POLLS - 1 });
        let is_poll = |target: &str| target.starts_with("/v1.0/operations/");
        // The first of them only counts: each is asked for each request, until one is met.
        let counted = Arc::clone(&polls);
        emulator.fail_when(fault.clone(), move |_, target| {
            counted.fetch_add(usize::from(is_poll(target)), Ordering::Relaxed);
            false
        });
        for _ in 0..times {
            let polls = Arc::clone(&polls);
            emulator
                .fail_when(fault.clone(), move |_, target| is_poll(target) && polls.load(Ordering::Relaxed) > before);
        }
    }
}

fn start(client: &Client) -> Result<Option<Monitor<User>>, Error> {
    let create = User::collection().create().display_name("New").request()?;
    let started = match client {
        Client::Reqwest(runtime, client) => runtime.block_on(create.start(client)),
        Client::Ureq(client) => create.start_blocking(client),
    };
    Ok(started?.monitor())
}

/// Waits, and reads what was made.
fn wait(client: &Client, monitor: &Monitor<User>) -> Result<String, Error> {
    let monitor = monitor.clone().deadline(Duration::from_secs(120));
    let user = match client {
        Client::Reqwest(runtime, client) => runtime.block_on(async { monitor.wait(client).await?.fetch(client).await }),
        Client::Ureq(client) => monitor.wait_blocking(client).and_then(|outcome| outcome.fetch_blocking(client)),
    };
    user.map(|user| if user.display_name == "New" { "ok".to_owned() } else { user.display_name })
}

fn word(error: &Error) -> String {
    match error {
        Error::OperationFailed(_) => "failed".to_owned(),
        Error::StillRunning(_) => "running".to_owned(),
        Error::Link(error) if !error.is_foreign() => "bad link".to_owned(),
        error => sheet::word(error),
    }
}

#[test]
fn an_operation_past_every_fault() {
    let sheet = Sheet {
        file: "monitors.txt",
        head: HEAD,
        rows: all(),
        columns: &[0, 1, 2],
        title: |&step| STEPS[step].to_owned(),
        widths: (34, 24),
        lines: LINES,
    };
    sheet.check(|row, often, &step, transport| Cell { row: row.clone(), often, step, transport }.run());
}
