//! What has to come of a cell, by the rules of the client: 429 and what can't have left is repeated for all, what may have been
//! done for what is idempotent only, 401 once with a new token, and all else never.

use http::StatusCode;

use crate::client::RETRIES;
use crate::facts::{Seen, seen};
use crate::operation::Operation;
use crate::trouble::{Often, Row, To, Tokens};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Predicted {
    /// How often the emulator got the operation's own request.
    pub(crate) asked: usize,
    /// How many of these met the trouble.
    pub(crate) met: usize,
    /// How many other requests a redirect led to: here, and at the other origin.
    pub(crate) followed: usize,
    pub(crate) foreign: usize,
    pub(crate) attempts: u32,
    pub(crate) retries: u32,
    pub(crate) renewals: usize,
    pub(crate) is_done: bool,
    /// The outcome in a word, `ok` or what the error is.
    pub(crate) outcome: &'static str,
    pub(crate) may_have_been_done: bool,
    /// Whether an attempt of a write may have been done.
    unsettled: bool,
}

pub(crate) fn predict(row: &Row, operation: Operation, often: Often) -> Predicted {
    let mut predicted = Predicted::default();
    let seen = seen(row, operation);
    loop {
        predicted.attempts += 1;
        if often == Often::Once && predicted.attempts > 1 {
            return predicted.calm(operation);
        }
        if seen != Seen::NotDone("unreached") {
            predicted.asked += 1;
            predicted.met += 1;
        }
        predicted.is_done |= row.trouble.is_done() && !operation.reads();
        let (outcome, is_repeated) = match seen {
            Seen::Whole => return predicted.ok(),
            Seen::ForGood(outcome, may) => return predicted.fails(outcome, may),
            Seen::Redirect(status, to) => return predicted.redirected(status, to, operation, often),
            Seen::Unauthorized if row.tokens == Tokens::Provided && predicted.renewals == 0 => {
                predicted.renewals = 1;
                continue;
            }
            Seen::Unauthorized => return predicted.fails("401", false),
            Seen::NotDone(outcome) => (outcome, true),
            Seen::Doubt(outcome) => {
                predicted.unsettled |= !operation.reads();
                (outcome, operation.is_idempotent())
            }
        };
        if !is_repeated || predicted.retries == RETRIES {
            return predicted.fails(outcome, matches!(seen, Seen::Doubt(_)));
        }
        predicted.retries += 1;
    }
}

impl Predicted {
    fn ok(self) -> Self {
        Self { outcome: "ok", ..self }
    }

    fn fails(self, outcome: &'static str, may: bool) -> Self {
        let may_have_been_done = may || self.unsettled;
        Self { outcome, may_have_been_done, ..self }
    }

    /// A request without any trouble, after those with it.
    fn calm(mut self, operation: Operation) -> Self {
        self.asked += 1;
        if operation == Operation::CreateIdempotent && self.is_done {
            // The name is taken: by the attempt before.
            return self.fails("409", false);
        }
        self.is_done = !operation.reads();
        self.ok()
    }

    fn redirected(mut self, status: StatusCode, to: To, operation: Operation, often: Often) -> Self {
        let as_get = status == StatusCode::SEE_OTHER;
        match to {
            To::Home if as_get && !operation.reads() => {
                self.followed = 1;
                self.ok()
            }
            // It leads to where it came from.
            To::Home if often == Often::Once => self.calm(operation),
            To::Home => {
                (self.asked, self.met) = (6, 6);
                self.fails("redirects", false)
            }
            To::Foreign if as_get || operation.reads() => {
                self.foreign = 1;
                self.ok()
            }
            To::Clear | To::LookAlike if operation.reads() => self.fails("foreign link", false),
            // The redirect itself is the answer.
            To::Foreign | To::Clear | To::LookAlike => self.fails(word(status), as_get),
        }
    }
}

fn word(status: StatusCode) -> &'static str {
    match status.as_u16() {
        302 => "302",
        303 => "303",
        307 => "307",
        other => panic!("{other} stands nowhere"),
    }
}
