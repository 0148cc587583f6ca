//! The next call on a connection that a fault has left behind: it has its own answer, or none.
//!
//! What each transport does before it uses a connection again:
//! - **reqwest** lets its runtime look at the sockets. A connection that the service has closed, or on which it has sent what
//!   nobody asked for, is given up for a new one.
//! - **ureq** tries to read from the connection, and gives it up likewise.
//!
//! A close that comes while the request leaves is seen by neither: the call is broken off, [`Sent::Maybe`], though it was not
//! done. The client repeats it where it is idempotent, and nobody does where it is not. An answer that nobody asked for and
//! that comes after the next request has left can't be told from that one's own; HTTP/1.1 has no mark for it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use graph_entity::{Error, Retry, Sent};
use graph_entity_emulator::Fault;

use crate::User;
use crate::client::{Client, Clock, TRANSPORTS, Transport};
use crate::operation::{Operation, get};
use crate::raw::{self, Behind};
use crate::rows;
use crate::trouble::{Row, Trouble};
use crate::world::{Ports, World};

/// How often each is tried: what happens is a matter of microseconds.
const TIMES: usize = 15;
/// More than a server needs to close a connection. The thread is held meanwhile, so that no runtime looks at its sockets.
const IDLE: Duration = Duration::from_millis(40);

fn client(transport: Transport, url: &str) -> Client {
    let quiet = Row { trouble: Trouble::Fault(Fault::ClosedAfter), ..rows::all().remove(0) };
    Client::new(transport, url, &quiet, &Arc::default(), &Clock::new(Arc::new(|| ())))
}

/// The next call, as it is without repetition.
fn next(client: &Client) -> Result<User, Error> {
    client.send(get("u9").unwrap().retry(Retry::none()))
}

#[test]
fn an_answer_behind_an_answer_is_nobodys() {
    let cases =
        [Behind::AtOnce, Behind::AtOnceInChunks, Behind::AtOnceWithoutBody, Behind::AtOnceNotKept, Behind::Later];
    for behind in cases {
        let (url, all_sent) = raw::serve(behind);
        for transport in TRANSPORTS {
            let mut seen = BTreeMap::new();
            for _ in 0..TIMES {
                let client = client(transport, &url);
                first(&client, behind);
                all_sent.recv().unwrap();
                *seen.entry(outcome(next(&client))).or_insert(0) += 1;
            }
            println!("{behind:?}, {transport:?}: {seen:?}");
        }
    }
}

/// The request for `u1`, whose answer may be refused for what is behind it.
fn first(client: &Client, behind: Behind) {
    match (client.send(get("u1").unwrap().retry(Retry::none())), behind) {
        (Ok(user), _) => assert_eq!(user.display_name, "One"),
        (Err(Error::NoContent(_)), Behind::AtOnceWithoutBody) | (Err(Error::Transport(_)), _) => {}
        (other, _) => panic!("{other:?}"),
    }
}

/// What became of a call for `u9`.
fn outcome(result: Result<User, Error>) -> &'static str {
    match result {
        Ok(user) => {
            assert_eq!((user.id.as_str(), user.display_name.as_str()), ("u9", "Nine"));
            "its own answer"
        }
        Err(Error::Transport(error)) if error.sent() == Sent::Maybe && !error.is_timeout() => "broken off",
        Err(other) => panic!("{other:?}"),
    }
}

/// The answer to a call that waits no longer is not that to the next one.
#[test]
fn an_answer_that_is_late_is_nobodys() {
    let (url, _all_sent) = raw::serve(Behind::Late(Duration::from_millis(400)));
    for transport in TRANSPORTS {
        for wait in [0, 250, 350, 500] {
            let client = client(transport, &url);
            let request = get("u1").unwrap().retry(Retry::none()).timeout(Duration::from_millis(100));
            let error = client.send(request).unwrap_err();
            assert!(matches!(&error, Error::Transport(error) if error.is_timeout()), "{error:?}");
            thread::sleep(Duration::from_millis(wait));
            assert_eq!(outcome(next(&client)), "its own answer", "{transport:?} after {wait} ms");
        }
    }
}

/// The close comes while the next request leaves, or a little before.
#[test]
fn a_create_after_a_close_is_done_once_or_broken_off() {
    for fault in [Fault::ClosedAfter, Fault::LengthTooShort] {
        for transport in TRANSPORTS {
            println!("a create after {fault:?}, {transport:?}: {:?}", created_after(&fault, transport, Duration::ZERO));
        }
    }
}

/// What services do to connections that nobody uses must not be met by a call, not even where no runtime was running.
#[test]
fn a_create_on_a_connection_that_was_closed_meanwhile_is_done() {
    for transport in TRANSPORTS {
        let seen = created_after(&Fault::ClosedAfter, transport, IDLE);
        assert_eq!(seen, BTreeMap::from([("done", TIMES)]), "{transport:?}");
    }
}

/// How often a create was done, and how often broken off, this long after a get that met the fault.
fn created_after(fault: &Fault, transport: Transport, wait: Duration) -> BTreeMap<&'static str, usize> {
    let mut seen = BTreeMap::new();
    for _ in 0..TIMES {
        let _ports = Ports::of(&Trouble::Fault(fault.clone()));
        let world = World::new(Operation::Create);
        let client = client(transport, &world.home.url());
        world.home.emulator().fail_next(fault.clone());
        let first = client.send(get("u1").unwrap());
        assert_eq!(first.is_ok(), *fault == Fault::ClosedAfter, "{first:?}");
        thread::sleep(wait);
        let created = client.send(User::collection().create().display_name("New").request().unwrap());
        *seen.entry(outcome_of_create(created, &world)).or_insert(0) += 1;
    }
    seen
}

fn outcome_of_create(result: Result<User, Error>, world: &World) -> &'static str {
    let (stored, _) = world.stored(Operation::Create);
    match result {
        Ok(user) => {
            assert_eq!((user.display_name.as_str(), stored.as_str()), ("New", "1"));
            "done"
        }
        Err(Error::Transport(error)) => {
            assert_eq!((error.attempts(), error.sent(), stored.as_str()), (1, Sent::Maybe, "0"));
            "broken off"
        }
        Err(other) => panic!("{other:?}"),
    }
}
