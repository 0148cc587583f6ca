//! The emulator: one store and one log, shared by all ways to reach it. The rules are in `rules`.

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, ToSocketAddrs};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, StatusCode};
use serde_json::Value;

use crate::answer::{self, Answer};
use crate::batch;
use crate::builder::{Builder, Hook};
use crate::call::Incoming;
use crate::error::Failure;
use crate::fault::{self, Fault, Faults};
use crate::log::LogEntry;
use crate::monitor::Monitors;
use crate::rules::{self, Config, Outcome};
use crate::server::Server;
use crate::setup::Spot;
use crate::store::Store;
use crate::tenant::Tenant;
use crate::upload::{self, Uploaded};

/// A small Microsoft Graph. Clones share everything.
#[derive(Clone)]
pub struct Emulator(Arc<Inner>);

struct Inner {
    config: Config,
    read_timeout: Duration,
    hook: Option<Hook>,
    /// One lock for all, so that the log has the order in which requests were done.
    state: Mutex<State>,
}

struct State {
    store: Store,
    log: Vec<LogEntry>,
    canned: VecDeque<Response<Bytes>>,
    faults: Faults,
    monitors: Monitors,
}

/// An answer, and what happens to it on its way.
pub(crate) struct Reply {
    pub(crate) response: Response<Bytes>,
    pub(crate) fault: Option<Fault>,
}

impl Emulator {
    /// Sets up an emulator.
    pub fn builder() -> Builder {
        Builder::new()
    }

    pub(crate) fn new(
        config: Config,
        store: Store,
        faults: Faults,
        read_timeout: Duration,
        hook: Option<Hook>,
    ) -> Self {
        let state = State { store, log: Vec::new(), canned: VecDeque::new(), faults, monitors: Monitors::default() };
        Self(Arc::new(Inner { config, read_timeout, hook, state: Mutex::new(state) }))
    }

    /// Opens a server on a free port of 127.0.0.1.
    pub fn serve(&self) -> io::Result<Server> {
        self.serve_on((Ipv4Addr::LOCALHOST, 0))
    }

    /// Opens a server on `address`, such as `127.0.0.1:8080`. It fails if the port is taken, and for every address that
    /// isn't loopback: this is a test double that nobody else should reach.
    pub fn serve_on(&self, address: impl ToSocketAddrs) -> io::Result<Server> {
        Server::open(self.clone(), address, None)
    }

    /// Opens a server with TLS on a free port of 127.0.0.1, for clients that send a token over TLS only. Its certificate is
    /// made now: [`Server::certificate_pem`] is what such a client has to trust.
    ///
    /// ```no_run
    /// # use graph_entity_emulator::Emulator;
    /// let server = Emulator::builder().sample().build().serve_tls()?;
    /// std::fs::write("ca.pem", server.certificate_pem().unwrap_or_default())?;
    /// // NODE_EXTRA_CA_CERTS=ca.pem node sync.js
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[cfg(feature = "tls")]
    pub fn serve_tls(&self) -> io::Result<Server> {
        self.serve_tls_on((Ipv4Addr::LOCALHOST, 0))
    }

    /// The same on `address`, see [`serve_on`](Self::serve_on).
    #[cfg(feature = "tls")]
    pub fn serve_tls_on(&self, address: impl ToSocketAddrs) -> io::Result<Server> {
        Server::open(self.clone(), address, Some(crate::tls::Tls::new()?))
    }

    /// Answers one request in process, as the server would. The URL may be absolute or start at its path.
    ///
    /// A [`Fault`] of the connection can't be told here: the answer is given as if it had arrived.
    pub fn handle(&self, request: &Request<Bytes>) -> Response<Bytes> {
        self.reply(request).response
    }

    pub(crate) fn reply(&self, request: &Request<Bytes>) -> Reply {
        let target = request.uri().path_and_query().map_or("", |target| target.as_str());
        let within = request.body().len() <= self.max_request_bytes(target);
        let cut = self.cut(request.method(), target);
        let length = if cut.is_some() { request.body().len() / 2 } else { request.body().len() };
        let incoming = Incoming {
            method: request.method(),
            uri: request.uri(),
            target,
            headers: request.headers(),
            body: within.then(|| request.body().slice(..length)),
        };
        self.exchange(&incoming, cut)
    }

    /// Gives `response` to the next request instead of handling it; the request is logged with the status of this
    /// response. Several are given in the order of the calls. A request that is no HTTP takes none.
    ///
    /// The headers are kept, but for those that frame the body: `Content-Length` is set to be right.
    ///
    /// A [fault](Self::fail_next) comes before: a request that isn't done takes no response, and one that is done has its
    /// fault with this response.
    pub fn respond_next(&self, response: Response<Bytes>) {
        self.state().canned.push_back(response);
    }

    /// From now on the [monitors](crate::LongRunning::monitor) that need no token are told to be at `origin`, such as the
    /// [URL](Server::url) of a second server of this emulator, as if they were another service's. A token at one of them is
    /// one that went too far: a 401.
    pub fn monitors_at(&self, origin: impl Into<String>) {
        self.state().monitors.elsewhere = Some(origin.into());
    }

    /// All requests so far, or since the log was [taken](Self::take_log), in the order in which they were done. Malformed ones are among them if they had a request
    /// line.
    pub fn log(&self) -> Vec<LogEntry> {
        self.state().log.clone()
    }

    /// The same, and empties the log, which otherwise grows with every request.
    pub fn take_log(&self) -> Vec<LogEntry> {
        std::mem::take(&mut self.state().log)
    }

    /// What is in the collection at `path`, which is written as for [`Builder::item`]. Items are as they are stored,
    /// without the control information of answers; a relation has the items that it leads to.
    ///
    /// # Panics
    /// If no collection is declared for `path`: a misspelt path would otherwise look like an empty collection.
    pub fn items(&self, version: &str, path: &str) -> Vec<Value> {
        let spot = Spot { version: version.to_owned(), path: path.to_owned() };
        let declared = &self.0.config.declared;
        match spot.place(declared) {
            Ok(address) => {
                let state = self.state();
                let rows = Tenant { declared, store: &state.store }.rows(&address, (0, 0));
                rows.map(|(_, row)| Value::Object(row.item.into_owned())).collect()
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// Makes all tokens of delta queries that were given so far too old: whoever comes with one is answered with 410, and a
    /// `Location` to begin again.
    pub fn expire_delta_tokens(&self) {
        self.state().store.journal_mut().expire();
    }

    /// The files that were uploaded in parts, see [`Builder::upload_session`].
    pub fn uploads(&self) -> Vec<Uploaded> {
        self.state().store.uploads.done().to_vec()
    }

    pub(crate) fn with_faults(&self, change: impl FnOnce(&mut Faults)) {
        change(&mut self.state().faults);
    }

    /// How long the body of a request for `target` may be.
    pub(crate) fn max_request_bytes(&self, target: &str) -> usize {
        if upload::is_at_session(target) { upload::MAX_PART } else { self.0.config.max_request_bytes }
    }

    pub(crate) fn read_timeout(&self) -> Duration {
        self.0.read_timeout
    }

    /// Whether the connection breaks within the body of a request.
    pub(crate) fn cut(&self, method: &Method, target: &str) -> Option<Fault> {
        self.state().faults.next_cut(method, target)
    }

    /// Does a request, if its fault lets it, and logs it. `cut` is the fault that it has met already.
    pub(crate) fn exchange(&self, request: &Incoming<'_>, cut: Option<Fault>) -> Reply {
        self.exchange_as(request, cut, None)
    }

    /// The same of a request in a batch, by its id there.
    pub(crate) fn exchange_in_batch(&self, request: &Incoming<'_>, id: &str) -> Reply {
        self.exchange_as(request, None, Some(id))
    }

    fn exchange_as(&self, request: &Incoming<'_>, cut: Option<Fault>, batch: Option<&str>) -> Reply {
        let mut state = self.state();
        let fault = cut.or_else(|| state.faults.next(request.method, request.target));
        if let Some(fault) = &fault {
            fault::before(fault, request, &mut state.store.uploads);
        }
        let instead = fault.as_ref().and_then(|fault| fault::instead(fault, request.headers));
        let is_done = fault.as_ref().is_none_or(Fault::is_done);
        let (mut response, state) = match instead {
            Some(response) if !is_done => (response, state),
            instead => {
                let (own, state) = self.perform(state, request);
                (instead.unwrap_or(own), state)
            }
        };
        let is_discarded = !self.0.config.keeps_uploads && upload::is_at_session(request.target);
        let body = request.body.clone().filter(|_| !is_discarded).unwrap_or_default();
        let (method, target) = (request.method.clone(), request.target.to_owned());
        let entry = LogEntry::new(method, target, request.headers.clone(), body, response.status());
        self.record(state, LogEntry { fault: fault.clone(), batch: batch.map(str::to_owned), ..entry });
        if let Some(fault) = &fault {
            fault::disturb(fault, request, &mut response);
        }
        answer::fit(&mut response, request.method);
        Reply { response, fault }
    }

    /// Does a request. The store is given back as it was locked, so that the log has the order of what was done.
    fn perform<'a>(
        &'a self,
        mut state: MutexGuard<'a, State>,
        request: &Incoming<'_>,
    ) -> (Response<Bytes>, MutexGuard<'a, State>) {
        if let Some(canned) = state.canned.pop_front() {
            return (canned, state);
        }
        if let Some(version) = batch::version(request.uri.path()) {
            // Each of its requests locks the store for itself.
            drop(state);
            let outcome = batch::answer(self, &self.0.config, version, request);
            return (answer::respond(outcome, request.headers), self.state());
        }
        let authorize = || rules::authorize(&self.0.config, request.headers);
        if let Some(answer) = state.monitors.answer(request, authorize) {
            return (answer::respond(answer, request.headers), state);
        }
        let Some(long) = Monitors::declared(&self.0.config.long_running, request) else {
            let (mut response, mut state) = self.perform_now(state, request);
            state.monitors.overlay(request, &mut response);
            return (response, state);
        };
        let (response, mut state) =
            if long.fails() { self.rehearse(state, request) } else { self.perform_now(state, request) };
        if !response.status().is_success() {
            return (response, state);
        }
        let answer = state.monitors.start(long, request, &response);
        (answer::respond(Ok(answer), request.headers), state)
    }

    /// What would be answered, without anything that is done.
    fn rehearse<'a>(
        &'a self,
        state: MutexGuard<'a, State>,
        request: &Incoming<'_>,
    ) -> (Response<Bytes>, MutexGuard<'a, State>) {
        let outcome = rules::answer(&self.0.config, &mut state.store.clone(), request).map(|outcome| match outcome {
            Outcome::Done(answer) => answer,
            Outcome::Called(..) => Answer::empty(StatusCode::NO_CONTENT),
        });
        (answer::respond(outcome, request.headers), state)
    }

    fn perform_now<'a>(
        &'a self,
        mut state: MutexGuard<'a, State>,
        request: &Incoming<'_>,
    ) -> (Response<Bytes>, MutexGuard<'a, State>) {
        match rules::answer(&self.0.config, &mut state.store, request) {
            Ok(Outcome::Done(answer)) => (answer::respond(Ok(answer), request.headers), state),
            Ok(Outcome::Called(number, call)) => {
                // The handler may ask for what is stored.
                drop(state);
                let mut response = (self.0.config.operations[number].handler)(&call);
                answer::stamp(&mut response, request.headers);
                (response, self.state())
            }
            Err(failure) => (answer::respond(Err(failure), request.headers), state),
        }
    }

    /// Answers what is no proper request, and logs it if it had a request line.
    pub(crate) fn refuse(
        &self,
        line: Option<(Method, String)>,
        headers: HeaderMap,
        failure: Failure,
    ) -> Response<Bytes> {
        let mut response = answer::respond(Err(failure), &headers);
        let Some((method, target)) = line else {
            answer::fit(&mut response, &Method::GET);
            return response;
        };
        answer::fit(&mut response, &method);
        self.record(self.state(), LogEntry::new(method, target, headers, Bytes::new(), response.status()));
        response
    }

    fn record(&self, mut state: MutexGuard<'_, State>, entry: LogEntry) {
        let Some(hook) = &self.0.hook else { return state.log.push(entry) };
        state.log.push(entry.clone());
        // The hook may ask for the log.
        drop(state);
        hook(&entry);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator")
            .field("collections", &self.0.config.declared.len())
            .field("requests", &self.state().log.len())
            .finish_non_exhaustive()
    }
}
