//! The service: an emulator in a process of its own, so that neither its memory nor its word is the client's.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use graph_entity_emulator::{Emulator, Fault, LogEntry, RetryAfter};
use http::Method;
use serde_json::{Value, json};

use super::work::User;

/// The argument of the process.
pub(crate) const SERVE: &str = "serve";
const SHARE: f64 = 0.01;

pub(crate) struct Service {
    url: String,
    child: Child,
    stdin: ChildStdin,
    output: BufReader<std::process::ChildStdout>,
}

/// What the service says at the end.
pub(crate) struct Told {
    pub(crate) asked: u64,
    /// How often each fault was met.
    pub(crate) faults: BTreeMap<String, u64>,
    /// How often a user of each name was really created, other than once.
    pub(crate) not_once: BTreeMap<String, u64>,
    pub(crate) created: u64,
    /// What there is: the job title by the name. A name that is there twice is in `not_once`.
    pub(crate) stored: HashMap<String, String>,
}

impl Service {
    pub(crate) fn start() -> Self {
        let program = std::env::current_exe().unwrap();
        let mut child = Command::new(program).arg(SERVE).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut url = String::new();
        output.read_line(&mut url).unwrap();
        Self { url: url.trim().to_owned(), stdin: child.stdin.take().unwrap(), child, output }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Ends it and hears what it was asked.
    pub(crate) fn told(self) -> Told {
        let Self { mut child, stdin, mut output, .. } = self;
        drop(stdin);
        let mut text = String::new();
        output.read_to_string(&mut text).unwrap();
        assert!(child.wait().unwrap().success());
        let told: Value = serde_json::from_str(&text).unwrap();
        let counts = |name: &str| -> BTreeMap<String, u64> { serde_json::from_value(told[name].clone()).unwrap() };
        Told {
            asked: told["asked"].as_u64().unwrap(),
            faults: counts("faults"),
            not_once: counts("notOnce"),
            created: told["created"].as_u64().unwrap(),
            stored: serde_json::from_value(told["stored"].clone()).unwrap(),
        }
    }
}

/// What was seen of the requests.
#[derive(Default)]
struct Seen {
    asked: u64,
    faults: BTreeMap<String, u64>,
    created: HashMap<String, u64>,
}

impl Seen {
    fn note(&mut self, entry: &LogEntry) {
        self.asked += 1;
        if let Some(fault) = &entry.fault {
            *self.faults.entry(format!("{fault:?}")).or_default() += 1;
        }
        let is_done = entry.fault.as_ref().map_or(entry.status.is_success(), Fault::is_done);
        if entry.method == Method::POST && is_done {
            let body: Value = serde_json::from_slice(&entry.body).unwrap();
            *self.created.entry(body["displayName"].as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
}

/// Every fault, none of which takes long.
fn faults() -> Vec<Fault> {
    let text = |text: &'static str| RetryAfter::Text(text.into());
    vec![
        Fault::Throttled(text("0.02")),
        Fault::Throttled(text("0")),
        Fault::Throttled(RetryAfter::Past),
        Fault::Throttled(RetryAfter::Missing),
        Fault::Unavailable(text("0.01")),
        Fault::Unavailable(RetryAfter::Missing),
        Fault::GatewayTimeout { done: false },
        Fault::GatewayTimeout { done: true },
        Fault::BadGateway,
        Fault::Unauthorized { claims: None },
        Fault::Unauthorized { claims: Some(r#"{"access_token":{}}"#.into()) },
        Fault::GzipError,
        Fault::Dropped { done: false },
        Fault::Dropped { done: true },
        Fault::CutHead,
        Fault::CutBody,
        Fault::ClosedAfter,
        Fault::Drip(Duration::from_millis(20)),
        Fault::Garbage,
        Fault::LengthTooLong,
        Fault::LengthTooShort,
        Fault::EndlessBody,
        Fault::TruncatedJson,
        Fault::NextLink("https://evil.example/v1.0/users".into()),
        Fault::LoopingNextLink,
    ]
}

/// Serves until standard input ends, and then says what was asked and what there is.
pub(crate) fn serve() {
    let seen = Arc::<Mutex<Seen>>::default();
    let noted = Arc::clone(&seen);
    let emulator = Emulator::builder()
        .entity::<User>()
        .fail_some(SHARE, 5, faults())
        .on_request(move |entry| noted.lock().unwrap().note(entry))
        .build();
    let server = emulator.serve().unwrap();
    println!("{}", server.url());
    let forgetful = emulator.clone();
    // The log is noted; it would only grow.
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(50));
            drop(forgetful.take_log());
        }
    });
    drop(io::copy(&mut io::stdin(), &mut io::sink()));
    drop(server);
    let seen = std::mem::take(&mut *seen.lock().unwrap());
    let text = |item: &Value, name: &str| item[name].as_str().unwrap_or_default().to_owned();
    let items = emulator.items("v1.0", "users");
    let stored: HashMap<_, _> = items.iter().map(|item| (text(item, "displayName"), text(item, "jobTitle"))).collect();
    let mut not_once = seen.created.clone();
    not_once.retain(|_, times| *times != 1);
    assert_eq!(stored.len(), items.len(), "a name is there twice");
    let told = json!({
        "asked": seen.asked, "faults": seen.faults, "created": seen.created.len(), "notOnce": not_once, "stored": stored,
    });
    println!("{told}");
}
