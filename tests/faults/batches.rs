//! Every fault with a batch of three: met by one of its requests, beside one that it has nothing to do with and one that
//! waits for it, or by the exchange. `batches.txt` has the outcomes; `UPDATE_EXPECT=1` writes it.

use std::sync::Arc;

use graph_entity::batch::{Answers, Handle};
use graph_entity::{Batch, Error};
use graph_entity_emulator::{Fault, LogEntry};

use crate::User;
use crate::client::{Client, Clock, RETRIES, Transport};
use crate::operation::{Operation, create, get};
use crate::rows::{self, fault};
use crate::sheet::{self, Report, Sheet};
use crate::tokens::Provider;
use crate::trouble::{Often, Row, Trouble};
use crate::waits;
use crate::world::World;

const MANY: usize = 20;
/// So that nobody shrinks the table without notice.
const LINES: usize = 110;
const HEAD: &str = "\
Exchanges / what is stored then / what the client says, with `?` if it may have been done / whether what waits for it was done.

A batch of three requests: one that meets no fault and is always answered, one that meets it, and one that waits for that. In
the last two columns the exchange meets it, in which the second request creates or reads. Each fault is met once, or by every
attempt; a client repeats twice at most. One outcome stands for both transports; where they differ, both are told.

";

/// What is in the midst of the batch, and whether it meets the fault or the exchange does.
type Column = (Operation, bool);

const COLUMNS: [Column; 6] = [
    (Operation::Create, true),
    (Operation::CreateIdempotent, true),
    (Operation::Get, true),
    (Operation::Delete, true),
    (Operation::Create, false),
    (Operation::Get, false),
];

/// What only a request of a batch meets.
pub(crate) fn own() -> Vec<Row> {
    vec![
        fault("no answer to it", Fault::MissingAnswer),
        fault("null for its body", Fault::NullBody),
        fault("its answer twice", Fault::DuplicatedAnswer),
        fault("its answer by another id", Fault::MisnamedAnswer),
    ]
}

fn all() -> Vec<Row> {
    let is_meant = |row: &Row| match &row.trouble {
        Trouble::Fault(_) | Trouble::Redirect(..) => !row.name.contains(" link"),
        Trouble::NextLink(_) | Trouble::Status(_) | Trouble::Refused => false,
    };
    rows::all().into_iter().filter(is_meant).chain(own()).collect()
}

struct Cell {
    row: Row,
    often: Often,
    column: Column,
    transport: Transport,
}

/// What the client says of the batch: of all, or of each.
type Said = Result<[Result<(), Error>; 3], Error>;

impl Cell {
    fn run(&self) -> Report {
        let (operation, of_item) = self.column;
        let world = World::new(operation);
        let (clock, provider) = (Clock::new(Arc::new(|| ())), Arc::new(Provider::default()));
        let client = Client::new(self.transport, &world.home.url(), &self.row, &provider, &clock);
        self.arm(&world);
        let said = send(&client, operation);
        let waits = clock.waits();
        let log = world.home.emulator().take_log();
        world.calm();
        let (stored, is_done) = world.stored(operation);

        let mut problems = self.problems_of_log(&log, &world);
        let mut check = |holds: bool, what: &str| {
            if !holds {
                problems.push(format!("{what}: {said:?}"));
            }
        };
        let (outcome, dependent) = match &said {
            Ok([beside, midst, dependent]) => {
                check(beside.is_ok() || !of_item, "what has nothing to do with it");
                (midst.as_ref().err(), Some(dependent))
            }
            Err(error) => {
                check(!of_item, "the exchange failed");
                (Some(error), None)
            }
        };
        let may = outcome.is_some_and(Error::may_have_been_done);
        let writes = !operation.reads();
        let is_see_other = matches!(&self.row.trouble, Trouble::Redirect(status, _) if *status == 303);
        check(outcome.is_some() || is_done || !writes || is_see_other, "a success of what was not done");
        check(outcome.is_none() || !is_done || may, "it was done, and the error says that it was not");
        if let Some(Err(error)) = dependent {
            let waited_in_vain = matches!(error, Error::Batch(error) if error.is_dependency_failed());
            check(waited_in_vain && outcome.is_some() && !error.may_have_been_done(), "what waits for it");
        }
        let expected: Vec<_> = (0..waits.len()).map(|number| waits::expected(&self.row.trouble, number)).collect();
        let are_right = waits.iter().zip(&expected).all(|(wait, range)| range.contains(wait));
        check(are_right && waits.len() <= RETRIES as usize, &format!("waited {waits:?}"));

        let exchanges = log.iter().filter(|entry| entry.target == "/v1.0/$batch").count();
        let dependent = dependent.map_or("", |dependent| if dependent.is_ok() { "/yes" } else { "/no" });
        let text = format!("{exchanges}/{stored}/{}{}{dependent}", word(outcome), if may { "?" } else { "" });
        Report { text, problems }
    }

    fn arm(&self, world: &World) {
        let (operation, of_item) = self.column;
        if of_item {
            return world.arm(&self.row.trouble, operation, self.often, None);
        }
        let fault = match world.fault(&self.row.trouble, Operation::Create, None) {
            // Back to where it came from.
            Fault::Redirect { status, location } => {
                Fault::Redirect { status, location: location.replace("v1.0/users", "v1.0/$batch") }
            }
            fault => fault,
        };
        for _ in 0..if self.often == Often::Once { 1 } else { MANY } {
            world.home.emulator().fail_when(fault.clone(), |_, target| target == "/v1.0/$batch");
        }
    }

    fn problems_of_log(&self, log: &[LogEntry], world: &World) -> Vec<String> {
        let (operation, _) = self.column;
        let mut problems = Vec::new();
        // A token, and never in a body; what a redirect leads to has none.
        for entry in log {
            let has_token = entry.headers.contains_key("authorization");
            let is_followed = entry.batch.is_none() && entry.target != "/v1.0/$batch";
            let by_item = is_followed && self.column.1;
            if has_token == by_item || entry.body.windows(6).any(|part| part == b"token-") {
                problems.push(format!("the token: {entry:?}"));
            }
        }
        for entry in world.foreign.emulator().take_log() {
            if entry.headers.contains_key("authorization") || entry.method != http::Method::GET {
                problems.push(format!("sent away: {entry:?}"));
            }
        }
        let done = log.iter().filter(|entry| operation.is_asked_by(&entry.method, &entry.target));
        let created = done.filter(|entry| entry.status == 201).count();
        if operation == Operation::Create && created > 1 {
            problems.push("created twice".to_owned());
        }
        problems
    }
}

fn send(client: &Client, operation: Operation) -> Said {
    let mut batch = Batch::new();
    let beside = batch.add(get("u2")?);
    let midst = match operation {
        Operation::Create => Midst::User(batch.add_after(create()?, [] as [Handle<User>; 0])),
        Operation::CreateIdempotent => Midst::User(batch.add(create()?.idempotent())),
        Operation::Get => Midst::User(batch.add(get("u1")?)),
        _ => Midst::Done(batch.add(User::collection().item("u1").delete())),
    };
    let dependent = match midst {
        Midst::User(handle) => batch.add_after(get("u9")?, handle),
        Midst::Done(handle) => batch.add_after(get("u9")?, handle),
    };
    let mut answers: Answers = match client {
        Client::Reqwest(runtime, client) => runtime.block_on(batch.send(client))?,
        Client::Ureq(client) => batch.send_blocking(client)?,
    };
    let midst = match midst {
        Midst::User(handle) => answers.take(handle).map(|_| ()),
        Midst::Done(handle) => answers.take(handle),
    };
    Ok([answers.take(beside).map(|_| ()), midst, answers.take(dependent).map(|_| ())])
}

/// The handle of what is in the midst.
#[derive(Clone, Copy)]
enum Midst {
    User(Handle<User>),
    Done(Handle<()>),
}

fn word(error: Option<&Error>) -> String {
    match error {
        None => "ok".to_owned(),
        Some(Error::Batch(error)) if error.is_unanswered() => "unanswered".to_owned(),
        Some(error) => sheet::word(error),
    }
}

#[test]
fn a_batch_past_every_fault() {
    let sheet = Sheet {
        file: "batches.txt",
        head: HEAD,
        rows: all(),
        columns: &COLUMNS,
        title: |(operation, of_item)| format!("{}{}", if *of_item { "" } else { "all, with " }, operation.name()),
        widths: (38, 22),
        lines: LINES,
    };
    sheet.check(|row, often, &column, transport| Cell { row: row.clone(), often, column, transport }.run());
}
