//! The server: a listener on loopback, a thread for it and one for each connection. HTTP isn't known here.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle, Scope};
use std::time::Duration;

use crate::emulator::Emulator;
use crate::http1;

/// An [`Emulator`] on a loopback socket. Dropping it stops it: it closes all connections and waits for their threads, so
/// that nothing is logged afterwards.
#[must_use = "the server stops when this is dropped"]
pub struct Server {
    address: SocketAddr,
    emulator: Emulator,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    is_stopped: AtomicBool,
    connections: Mutex<HashMap<usize, TcpStream>>,
}

impl Server {
    pub(crate) fn open(emulator: Emulator, address: impl ToSocketAddrs) -> io::Result<Self> {
        let addresses: Vec<_> = address.to_socket_addrs()?.collect();
        if let Some(outside) = addresses.iter().find(|address| !address.ip().is_loopback()) {
            let message = format!("{outside} is not loopback, and the emulator listens nowhere else");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let listener = TcpListener::bind(&*addresses)?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let listening = {
            let (emulator, shared) = (emulator.clone(), shared.clone());
            thread::Builder::new().name("emulator".into()).spawn(move || listen(&emulator, &listener, &shared))?
        };
        Ok(Self { address, emulator, shared, listening: Some(listening) })
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What is behind the socket.
    pub fn emulator(&self) -> &Emulator {
        &self.emulator
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_stopped.store(true, Ordering::SeqCst);
        // A connection wakes the thread that waits for one. If none can be made, that thread can't be waited for.
        let is_awake = TcpStream::connect_timeout(&self.address, Duration::from_secs(1)).is_ok();
        if let Some(listening) = self.listening.take().filter(|_| is_awake) {
            // A thread that panicked has said so by itself.
            drop(listening.join());
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("url", &self.url()).field("emulator", &self.emulator).finish_non_exhaustive()
    }
}

impl Shared {
    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::SeqCst)
    }

    fn connections(&self) -> MutexGuard<'_, HashMap<usize, TcpStream>> {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes connections until the server stops; the scope then waits for their threads.
fn listen(emulator: &Emulator, listener: &TcpListener, shared: &Shared) {
    thread::scope(|scope| {
        for (number, stream) in listener.incoming().enumerate() {
            if shared.is_stopped() {
                break;
            }
            // Without a file handle left, it goes on as soon as a connection has closed.
            if stream.and_then(|stream| start(scope, emulator, shared, number, stream)).is_err() {
                thread::sleep(Duration::from_millis(10));
            }
        }
        for stream in shared.connections().values() {
            // It fails for a connection that is closed already.
            drop(stream.shutdown(Shutdown::Both));
        }
    });
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
        drop(http1::serve(emulator, stream));
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
        shared.connections().insert(number, stream);
        Self { shared, number }
    }
}

impl Drop for Registered<'_> {
    fn drop(&mut self) {
        self.shared.connections().remove(&self.number);
    }
}
