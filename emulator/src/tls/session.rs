//! The TLS of a server and of one connection. It neither waits nor knows deadlines: that is the reader's.

use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::{ServerConfig, ServerConnection};

use super::certificate;

/// What the connections of a server have in common.
pub(crate) struct Tls {
    config: Arc<ServerConfig>,
    authority: String,
}

impl Tls {
    /// With a certificate of its own.
    pub(crate) fn new() -> io::Result<Self> {
        let made = certificate::make().map_err(io::Error::other)?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(made.chain, made.key));
        let mut config = config.map_err(io::Error::other)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { config: Arc::new(config), authority: made.authority })
    }

    /// The certificate that a client has to trust.
    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    pub(crate) fn session(&self) -> io::Result<Session> {
        ServerConnection::new(self.config.clone()).map(Box::new).map(Session).map_err(io::Error::other)
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls").finish_non_exhaustive()
    }
}

#[derive(Debug)]
pub(crate) struct Session(Box<ServerConnection>);

impl Session {
    /// Reads once; what came may have been for TLS only, which is `WouldBlock`.
    pub(crate) fn read(&mut self, stream: &mut TcpStream, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.reader().read(buffer) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            read => return read,
        }
        if self.0.read_tls(stream)? == 0 {
            return Ok(0);
        }
        let processed = self.0.process_new_packets();
        // An alert says what is wrong.
        self.send(stream)?;
        processed.map_err(|error| io::Error::new(ErrorKind::InvalidData, error))?;
        self.0.reader().read(buffer)
    }

    pub(crate) fn write(&mut self, stream: &mut TcpStream, bytes: &[u8]) -> io::Result<usize> {
        let written = self.0.writer().write(bytes)?;
        self.send(stream)?;
        Ok(written)
    }

    /// Says that nothing more comes.
    pub(crate) fn close(&mut self, stream: &mut TcpStream) -> io::Result<()> {
        self.0.send_close_notify();
        self.send(stream)
    }

    fn send(&mut self, stream: &mut TcpStream) -> io::Result<()> {
        while self.0.wants_write() {
            self.0.write_tls(stream)?;
        }
        Ok(())
    }
}
