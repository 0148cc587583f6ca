//! A cell of the table: one operation that meets one trouble over one transport.

use std::sync::Arc;
use std::time::Duration;

use graph_entity::{Error, Retry};

use crate::client::{Client, Clock, Transport};
use crate::log::Logs;
use crate::operation::{Names, Operation, get};
use crate::predict::{Predicted, predict};
use crate::rows::CLAIMS;
use crate::sheet::{self, Report};
use crate::tokens::{Asked, Provider};
use crate::trouble::{Often, Row, Tokens, Trouble};
use crate::waits;
use crate::world::{Ports, World};

#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) row: Row,
    pub(crate) operation: Operation,
    pub(crate) often: Often,
    pub(crate) transport: Transport,
}

impl Cell {
    /// What came of it, and whether the next call on the same client was broken off.
    pub(crate) fn run(&self) -> (Report, bool) {
        let Self { row, operation, often, transport } = self;
        let predicted = predict(row, *operation, *often);
        let _ports = Ports::of(&row.trouble);
        let world = Arc::new(World::new(*operation));
        let (clock, provider) = (self.clock(&world), Arc::new(Provider::default()));
        let client = Client::new(*transport, &world.home.url(), row, &provider, &clock);
        let result = operation.run(&client, &|page| world.arm(&row.trouble, *operation, *often, page.as_deref()));
        let waits = clock.waits();
        let logs = Logs::of(&world, *operation);
        world.calm();
        let (stored, is_done) = world.stored(*operation);

        let mut problems = logs.problems(&row.trouble, *operation, &predicted);
        problems.extend(self.problems_of_waits(&waits, &predicted));
        problems.extend(self.problems_of_result(&result, &predicted, is_done));
        problems.extend(self.problems_of_tokens(&provider.asked(), &predicted));
        let may = result.as_ref().is_err_and(Error::may_have_been_done);
        let outcome = (logs.own.len(), is_done, word(&result), may);
        let expected = (predicted.asked, predicted.is_done, predicted.outcome.to_owned(), predicted.may_have_been_done);
        if outcome != expected {
            problems.push(format!("{outcome:?}, expected {expected:?}; {result:?}"));
        }
        let next_broke = self.next_broke(&client, &mut problems);
        let text = format!("{}/{stored}/{}{}", outcome.0, outcome.2, if may { "?" } else { "" });
        (Report { text, problems }, next_broke)
    }

    /// The clock, by which connections are taken again after the first wait.
    fn clock(&self, world: &Arc<World>) -> Clock {
        let world = Arc::clone(world);
        let ends = self.row.trouble == Trouble::Refused && self.often == Often::Once;
        Clock::new(Arc::new(move || {
            if ends {
                world.listen();
            }
        }))
    }

    fn problems_of_waits(&self, waits: &[Duration], predicted: &Predicted) -> Vec<String> {
        let expected: Vec<_> =
            (0..predicted.retries as usize).map(|number| waits::expected(&self.row.trouble, number)).collect();
        let are_right =
            waits.len() == expected.len() && waits.iter().zip(&expected).all(|(wait, range)| range.contains(wait));
        if are_right { Vec::new() } else { vec![format!("waited {waits:?}, expected {expected:?}")] }
    }

    /// What the client says against what is so.
    fn problems_of_result(&self, result: &Result<Names, Error>, predicted: &Predicted, is_done: bool) -> Vec<String> {
        let mut problems = Vec::new();
        match result {
            Ok(names) => {
                let expected = self.names(predicted);
                if *names != expected {
                    problems.push(format!("came back with {names:?}, expected {expected:?}"));
                }
                // Only a "see other" says of itself that it was done.
                let is_see_other = matches!(self.row.trouble, Trouble::Redirect(status, _) if status == 303);
                if !is_done && !self.operation.reads() && !is_see_other {
                    problems.push("a success of what was not done".to_owned());
                }
            }
            Err(error) => {
                if is_done && !error.may_have_been_done() {
                    problems.push(format!("it was done, and the error says that it was not: {error:?}"));
                }
                if attempts(error).is_some_and(|attempts| attempts != predicted.attempts) {
                    problems.push(format!("{:?} attempts, expected {}", attempts(error), predicted.attempts));
                }
                problems.extend(self.problem_of_retry_after(error));
            }
        }
        problems
    }

    fn problem_of_retry_after(&self, error: &Error) -> Option<String> {
        let told = error.service()?.retry_after();
        // Of the answer that the trouble is, not of one after it.
        let expected =
            waits::told(&self.row.trouble).filter(|_| sheet::word(error) == "429" || sheet::word(error) == "503");
        let is_right = match (&told, &expected) {
            (Some(told), Some(expected)) => expected.contains(told),
            (None, None) => true,
            _ => false,
        };
        (!is_right).then(|| format!("the error says to wait {told:?}, expected {expected:?}"))
    }

    fn names(&self, predicted: &Predicted) -> Names {
        let names: &[&str] = match self.operation {
            Operation::Update | Operation::Delete => &[],
            _ if predicted.foreign > 0 => &["Elsewhere"],
            _ if predicted.followed > 0 => &["Two"],
            _ => self.operation.names(),
        };
        names.iter().map(|&name| name.to_owned()).collect()
    }

    fn problems_of_tokens(&self, asked: &[Asked], predicted: &Predicted) -> Vec<String> {
        let mut expected = Vec::new();
        if self.row.tokens == Tokens::Provided {
            expected.push(Asked { claims: None, is_renewal: false });
        }
        if predicted.renewals > 0 {
            let claims = self.row.name.contains("claims").then(|| CLAIMS.to_owned());
            expected.push(Asked { claims, is_renewal: true });
        }
        if asked == expected { Vec::new() } else { vec![format!("the provider was asked {asked:?}")] }
    }

    /// The next call on the same client has its own answer, or is broken off where the connection was closed without a
    /// word.
    fn next_broke(&self, client: &Client, problems: &mut Vec<String>) -> bool {
        let request = get("u9").unwrap().retry(Retry::none()).timeout(Duration::from_secs(30));
        match client.send(request) {
            Ok(user) if (user.id.as_str(), user.display_name.as_str()) == ("u9", "Nine") => false,
            Err(Error::Transport(error)) if self.row.trouble.closes_silently() && !error.is_timeout() => true,
            other => {
                problems.push(format!("the next call: {other:?}"));
                false
            }
        }
    }
}

fn word(result: &Result<Names, Error>) -> String {
    match result {
        Ok(_) => "ok".to_owned(),
        Err(error) => sheet::word(error),
    }
}

fn attempts(error: &Error) -> Option<u32> {
    match error {
        Error::Transport(error) => Some(error.attempts()),
        _ => error.service().map(graph_entity::ServiceError::attempts),
    }
}
