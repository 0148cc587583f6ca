//! Every fault with an upload in parts: at its first part, in the midst, and at the last, met once and by each part from there
//! on. `uploads.txt` has the outcomes; `UPDATE_EXPECT=1` writes it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use graph_entity::upload::UploadErrorKind;
use graph_entity::{Error, GraphEntity, UploadSession};
use graph_entity_emulator::{Emulator, Fault, Server, UploadStyle};

use crate::client::{Client, Clock, RETRIES, Transport};
use crate::rows::{self, fault, row};
use crate::sheet::{self, Report, Sheet};
use crate::tokens::Provider;
use crate::trouble::{Often, Row, Trouble};

const UNIT: u64 = 327_680;
const PARTS: usize = 3;
const LENGTH: u64 = 2 * UNIT + 5;
const CREATE: &str = "me/drive/root:/{path}:/createUploadSession";
/// More parts than any upload sends.
const MANY: usize = 40;
/// So that nobody shrinks the table without notice.
const LINES: usize = 74;
const HEAD: &str = "\
Requests at the session / whether the file is there / what the client says, with `?` if it may have been done.

An upload of three parts meets each fault at one of them, once or from there on; a client repeats twice at most. One outcome
stands for both transports; where they differ, both are told. What is broken off is gone on with by the session that was
saved, and ends with the same bytes, unless the session is gone.

";

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.driveItem")]
struct DriveItem {
    id: String,
    size: Option<i64>,
}

/// What only uploads meet.
pub(crate) fn own() -> Vec<Row> {
    let ranges = |list: &str| fault(format!("missing: {list}"), Fault::Ranges(list.to_owned()));
    vec![
        fault("request cut, half of it kept", Fault::CutRequest { kept: true }),
        fault("request cut, nothing kept", Fault::CutRequest { kept: false }),
        fault("part lost", Fault::PartLost),
        fault("session expired", Fault::SessionExpired),
        ranges("[]"),
        ranges("null"),
        ranges("no list"),
        ranges(r#"["x"]"#),
        ranges(r#"["0-"]"#),
        ranges(r#"["1"]"#),
        ranges(r#"["655360-655364"]"#),
        ranges(r#"["9999999-"]"#),
    ]
}

/// Of those that any request meets, what an upload can.
fn all() -> Vec<Row> {
    let forms = ["1", "9999999999", "none"];
    let is_meant = |row: &Row| match row.name.split_once("Retry-After: ") {
        Some((_, form)) => forms.contains(&form),
        None => match &row.trouble {
            // What is of lists, and of delta queries.
            Trouble::Fault(
                Fault::LoopingNextLink | Fault::Gone { .. } | Fault::DeltaLink(_) | Fault::BothLinks | Fault::NoLinks,
            ) => false,
            Trouble::Fault(_) => !row.name.contains("claims") && !row.name.contains("fixed"),
            _ => false,
        },
    };
    let redirect = Fault::Redirect { status: http::StatusCode::TEMPORARY_REDIRECT, location: "/v1.0/elsewhere".into() };
    let redirect = row("307", Trouble::Fault(redirect));
    rows::all().into_iter().filter(is_meant).chain([redirect]).chain(own()).collect()
}

fn content() -> &'static Bytes {
    static CONTENT: OnceLock<Bytes> = OnceLock::new();
    CONTENT.get_or_init(|| (0..LENGTH).map(|at| (at % 251) as u8).collect::<Vec<_>>().into())
}

struct Cell {
    row: Row,
    often: Often,
    part: usize,
    transport: Transport,
}

impl Cell {
    fn run(&self) -> Report {
        let emulator = Emulator::builder().upload_session("v1.0", CREATE, UploadStyle::Drive).build();
        let server = emulator.serve().unwrap();
        let clock = Clock::new(Arc::new(|| ()));
        let client = Client::new(self.transport, &server.url(), &self.row, &Arc::new(Provider::default()), &clock);
        let session = client.send(UploadSession::create(CREATE, &[&"x"]).request()).unwrap();
        let saved = serde_json::to_string(&session).unwrap();
        self.arm(&server);

        let outcome = upload(&client, &session);
        let asked = emulator.log().len() - 1;
        let is_done = !emulator.uploads().is_empty();
        let may = outcome.as_ref().is_err_and(Error::may_have_been_done);
        let mut problems = Vec::new();
        let mut check = |holds: bool, what: &str| {
            if !holds {
                problems.push(format!("{what}: {outcome:?}"));
            }
        };
        check(outcome.is_err() || is_done, "a success of what was not done");
        check(outcome.is_ok() || !is_done || may, "it was done, and the error says that it was not");
        // Each part with its repetitions, and a question before each of them.
        check(asked <= PARTS * (1 + 2 * RETRIES as usize) + 12, "asked too often");
        let waits = clock.waits().len();
        check(waits <= PARTS * RETRIES as usize, "waited too often");
        emulator.stop_failing();
        if let Err(error) = &outcome {
            let again = upload(&client, &serde_json::from_str(&saved).unwrap());
            let is_gone = |error: &Error| kind(error) == Some(UploadErrorKind::SessionGone);
            // The fault only says so.
            let is_there = matches!(self.row.trouble, Trouble::Fault(Fault::Gone { .. }));
            let may_be_gone = is_done || (is_gone(error) && !is_there);
            check(if may_be_gone { again.is_err_and(|error| is_gone(&error)) } else { again.is_ok() }, "gone on with");
        }
        for file in emulator.uploads() {
            check(file.bytes == *content(), "the bytes differ");
        }
        let has_token = |entry: &graph_entity_emulator::LogEntry| entry.headers.contains_key("authorization");
        for entry in emulator.log() {
            check(entry.target.starts_with("/upload/") != has_token(&entry), "a token went to the session");
        }
        let done = if is_done { "there" } else { "-" };
        // Whether the next request is sent on a connection that closes is chance.
        let asked = if self.row.trouble.closes_silently() { "some".to_owned() } else { asked.to_string() };
        let text = format!("{asked}/{done}/{}{}", word(outcome.as_ref().err()), if may { "?" } else { "" });
        Report { text, problems }
    }

    /// From the part on, or there, the requests meet the trouble.
    fn arm(&self, server: &Server) {
        let Trouble::Fault(fault) = &self.row.trouble else { unreachable!("only faults are chosen") };
        let (parts, part) = (Arc::new(AtomicUsize::new(0)), self.part);
        // The first of them only counts: each is asked for each request, until one is met.
        let counted = Arc::clone(&parts);
        server.emulator().fail_when(fault.clone(), move |method, _| {
            counted.fetch_add(usize::from(method == "PUT"), Ordering::Relaxed);
            false
        });
        for _ in 0..if self.often == Often::Once { 1 } else { MANY } {
            let parts = Arc::clone(&parts);
            let is_due = move || parts.load(Ordering::Relaxed) > part;
            server.emulator().fail_when(fault.clone(), move |method, _| method == "PUT" && is_due());
        }
    }
}

fn upload(client: &Client, session: &UploadSession) -> Result<DriveItem, Error> {
    let upload = session.upload(content().clone()).chunk_size(UNIT);
    match client {
        Client::Reqwest(runtime, client) => runtime.block_on(upload.send(client)),
        Client::Ureq(client) => upload.send_blocking(client),
    }
}

fn kind(error: &Error) -> Option<UploadErrorKind> {
    match error {
        Error::Upload(error) => Some(error.kind()),
        _ => None,
    }
}

fn word(error: Option<&Error>) -> String {
    match error {
        None => "ok".to_owned(),
        Some(Error::Upload(error)) => format!("{:?}", error.kind()),
        Some(error) => sheet::word(error),
    }
}

#[test]
fn an_upload_past_every_fault() {
    let sheet = Sheet {
        file: "uploads.txt",
        head: HEAD,
        rows: all(),
        columns: &[0, 1, PARTS - 1],
        title: |&part| ["first part", "second", "last"][part].to_owned(),
        widths: (32, 26),
        lines: LINES,
    };
    sheet.check(|row, often, &part, transport| Cell { row: row.clone(), often, part, transport }.run());
}
