//! The threads of a server: one that listens, and one for each connection. HTTP isn't known here.

use std::collections::HashMap;
use std::io;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::ops::RangeFrom;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

use crate::emulator::Emulator;
use crate::http1;
use crate::tls::Tls;

/// How soon what failed is tried again: to take a connection without a file handle left, to listen on a port that
/// somebody else has got meanwhile.
const RETRY: Duration = Duration::from_millis(10);
/// How long the listening thread is given to take notice.
const NOTICE: Duration = Duration::from_secs(1);
/// Longer than anyone waits, and short enough to be added to any instant.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// What the server and its threads share.
pub(super) struct Shared {
    address: SocketAddr,
    tls: Option<Tls>,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    is_stopped: bool,
    is_listening: bool,
    refuses_until: Option<Instant>,
    connections: HashMap<usize, TcpStream>,
}

impl Shared {
    pub(super) fn new(address: SocketAddr, tls: Option<Tls>) -> Self {
        let state = State { is_stopped: false, is_listening: true, refuses_until: None, connections: HashMap::new() };
        Self { address, tls, state: Mutex::new(state), changed: Condvar::new() }
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(super) fn tls(&self) -> Option<&Tls> {
        self.tls.as_ref()
    }

    /// Ends the listening thread; `false` if it can't be waited for, since it didn't notice.
    pub(super) fn stop(&self) -> bool {
        self.state().is_stopped = true;
        self.changed.notify_all();
        self.interrupt()
    }

    /// Closes everything for a while.
    pub(super) fn refuse_for(&self, time: Duration) {
        self.state().refuses_until = Some(Instant::now() + time.min(LONGEST));
        self.changed.notify_all();
        self.interrupt();
    }

    /// Gets the listening thread out of its wait for a connection, and waits until it has closed the listener; `false` if
    /// it has not.
    fn interrupt(&self) -> bool {
        if self.state().is_listening {
            // A connection wakes it. If it fails, the listener may have been closed already.
            drop(TcpStream::connect_timeout(&self.address, NOTICE));
        }
        let is_open = |state: &mut State| state.is_listening && state.is_interrupted();
        let waited = self.changed.wait_timeout_while(self.state(), NOTICE, is_open);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// Closes the listener and all connections.
    fn close(&self, listener: TcpListener) {
        let mut state = self.state();
        drop(listener);
        state.is_listening = false;
        for stream in state.connections.values() {
            // It fails for a connection that is closed already.
            drop(stream.shutdown(Shutdown::Both));
        }
        self.changed.notify_all();
    }

    /// Waits until connections are no longer refused, and listens again; `None` if the server has stopped.
    fn listen_again(&self) -> Option<TcpListener> {
        let mut state = self.state();
        while !state.is_stopped {
            let left = state.refuses_until.map_or(Duration::ZERO, |end| end.saturating_duration_since(Instant::now()));
            // Under the lock, so that a stop is either seen or can wake the thread by a connection.
            if left.is_zero()
                && let Ok(listener) = TcpListener::bind(self.address)
            {
                state.is_listening = true;
                state.refuses_until = None;
                return Some(listener);
            }
            let waited = self.changed.wait_timeout(state, if left.is_zero() { RETRY } else { left });
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        None
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Whether nobody is to be served.
    fn is_interrupted(&self) -> bool {
        self.is_stopped || self.refuses_until.is_some()
    }
}

/// Listens until the server stops; the scope then waits for the threads of all connections.
pub(super) fn run(emulator: &Emulator, listener: TcpListener, shared: &Shared) {
    thread::scope(|scope| {
        let mut numbers = 0..;
        let mut next = Some(listener);
        while let Some(listener) = next {
            accept(scope, emulator, shared, &listener, &mut numbers);
            shared.close(listener);
            next = shared.listen_again();
        }
    });
}

/// Takes connections until that is interrupted.
fn accept<'scope>(
    scope: &'scope Scope<'scope, '_>,
    emulator: &'scope Emulator,
    shared: &'scope Shared,
    listener: &TcpListener,
    numbers: &mut RangeFrom<usize>,
) {
    for (stream, number) in listener.incoming().zip(numbers) {
        if shared.state().is_interrupted() {
            break;
        }
        // Without a file handle left, it goes on as soon as a connection has closed.
        if stream.and_then(|stream| start(scope, emulator, shared, number, stream)).is_err() {
            thread::sleep(RETRY);
        }
    }
}

/// Serves `stream` in a thread of its own.
fn start<'scope>(
    scope: &'scope Scope<'scope, '_>,
    emulator: &'scope Emulator,
    shared: &'scope Shared,
    number: usize,
    stream: TcpStream,
) -> io::Result<()> {
    let registered = Registered::new(shared, number, stream.try_clone()?);
    let work = move || {
        let _registered = registered;
        // An error is the client's going away: that is how connections end.
        drop(http1::serve(emulator, stream, shared.tls()));
    };
    thread::Builder::new().name("emulator connection".into()).spawn_scoped(scope, work).map(drop)
}

/// A connection that a stop would close. It is forgotten on drop, so that a hook that panics closes it, too.
struct Registered<'a> {
    shared: &'a Shared,
    number: usize,
}

impl<'a> Registered<'a> {
    fn new(shared: &'a Shared, number: usize, stream: TcpStream) -> Self {
        shared.state().connections.insert(number, stream);
        Self { shared, number }
    }
}

impl Drop for Registered<'_> {
    fn drop(&mut self) {
        self.shared.state().connections.remove(&self.number);
    }
}
