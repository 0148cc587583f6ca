//! The server as its users hold it. The threads behind it are in `listen`.

mod listen;

use std::fmt;
use std::io;
use std::net::{TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::emulator::Emulator;
use crate::tls::Tls;
use listen::Shared;

/// An [`Emulator`] on a loopback socket. Dropping it stops it: it closes all connections and waits for their threads, so
/// that nothing is logged afterwards.
#[must_use = "the server stops when this is dropped"]
pub struct Server {
    emulator: Emulator,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn open(emulator: Emulator, address: impl ToSocketAddrs, tls: Option<Tls>) -> io::Result<Self> {
        let addresses: Vec<_> = address.to_socket_addrs()?.collect();
        if let Some(outside) = addresses.iter().find(|address| !address.ip().is_loopback()) {
            let message = format!("{outside} is not loopback, and the emulator listens nowhere else");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let listener = TcpListener::bind(&*addresses)?;
        let shared = Arc::new(Shared::new(listener.local_addr()?, tls));
        let listening = {
            let (emulator, shared) = (emulator.clone(), shared.clone());
            thread::Builder::new().name("emulator".into()).spawn(move || listen::run(&emulator, listener, &shared))?
        };
        Ok(Self { emulator, shared, listening: Some(listening) })
    }

    /// `http://127.0.0.1:PORT`, or `https://…` with TLS; without a slash at the end.
    pub fn url(&self) -> String {
        let scheme = if self.shared.tls().is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.shared.address())
    }

    /// The certificate, in PEM, that a client has to trust: that of the authority that signed the server's own, for
    /// `localhost`, `127.0.0.1` and `::1`. Each server has another one. `None` without TLS.
    #[cfg(feature = "tls")]
    pub fn certificate_pem(&self) -> Option<&str> {
        self.shared.tls().map(Tls::authority)
    }

    /// What is behind the socket.
    pub fn emulator(&self) -> &Emulator {
        &self.emulator
    }

    /// Refuses connections for this time, and closes those that are open; then the server listens on the same port again.
    /// When this returns, the next connection is refused. Requests that are being done are finished and logged, but no
    /// answer leaves. While connections are refused, another call sets the time anew.
    ///
    /// ```no_run
    /// # use std::time::Duration;
    /// # use graph_entity_emulator::Emulator;
    /// let server = Emulator::builder().sample().build().serve()?;
    /// server.refuse_for(Duration::from_millis(300));
    /// assert!(std::net::TcpStream::connect(server.url().replace("http://", "")).is_err());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn refuse_for(&self, time: Duration) {
        self.shared.refuse_for(time);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let is_awake = self.shared.stop();
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
