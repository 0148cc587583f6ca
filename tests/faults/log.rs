//! What the emulator's logs have to say of a cell.

use graph_entity_emulator::LogEntry;
use http::Method;

use crate::operation::Operation;
use crate::predict::Predicted;
use crate::trouble::Trouble;
use crate::world::World;

/// Whose requests are looked at.
pub(crate) struct Logs {
    /// The operation's own.
    pub(crate) own: Vec<LogEntry>,
    /// What else was asked here.
    others: Vec<LogEntry>,
    pub(crate) foreign: Vec<LogEntry>,
}

impl Logs {
    pub(crate) fn of(world: &World, operation: Operation) -> Self {
        let is_own = |entry: &LogEntry| operation.is_asked_by(&entry.method, &entry.target);
        let (own, others) = world.home.emulator().take_log().into_iter().partition(is_own);
        Self { own, others, foreign: world.foreign.emulator().take_log() }
    }

    /// What is not as it has to be.
    pub(crate) fn problems(&self, trouble: &Trouble, operation: Operation, predicted: &Predicted) -> Vec<String> {
        let mut problems = Vec::new();
        let mut check = |holds: bool, what: String| {
            if !holds {
                problems.push(what);
            }
        };
        for (number, entry) in self.own.iter().enumerate() {
            let met = number < predicted.met;
            check(meets(entry, trouble) == met, format!("request {number} met {:?}", entry.fault));
            let token = if number == 0 { 1 } else { 1 + predicted.renewals };
            check(has_token(entry, token), format!("request {number} has another token than token-{token}"));
        }
        let pages = usize::from(operation.follows_links());
        check(self.others.len() == pages + predicted.followed, format!("also asked: {:?}", self.others));
        for entry in &self.others {
            check(entry.method == Method::GET && has_token(entry, 1), format!("asked {entry:?}"));
        }
        check(self.foreign.len() == predicted.foreign, format!("asked elsewhere: {:?}", self.foreign));
        for entry in &self.foreign {
            let is_bare = ["authorization", "cookie", "client-request-id", "referer"]
                .iter()
                .all(|name| !entry.headers.contains_key(*name));
            check(is_bare && entry.body.is_empty() && entry.method == Method::GET, format!("sent away: {entry:?}"));
        }
        problems
    }
}

fn meets(entry: &LogEntry, trouble: &Trouble) -> bool {
    match trouble {
        Trouble::Fault(fault) => entry.fault.as_ref() == Some(fault),
        Trouble::Status(status) => entry.status == *status,
        Trouble::Redirect(..) | Trouble::NextLink(_) | Trouble::Refused => entry.fault.is_some(),
    }
}

fn has_token(entry: &LogEntry, number: usize) -> bool {
    let mut values = entry.headers.get_all("authorization").iter();
    let is_it = values.next().is_some_and(|value| *value == format!("Bearer token-{number}"));
    is_it && values.next().is_none()
}
