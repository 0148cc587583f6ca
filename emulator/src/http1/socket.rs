//! The two ends of a connection, with TLS or without. What is sent isn't known here.

use std::cell::RefCell;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::rc::Rc;
use std::time::Duration;

use crate::tls::{Session, Tls};

pub(super) struct Socket {
    stream: TcpStream,
    /// Both ends have it in common.
    session: Option<Rc<RefCell<Session>>>,
}

impl Socket {
    pub(super) fn new(stream: TcpStream, tls: Option<&Tls>) -> io::Result<Self> {
        let session = tls.map(Tls::session).transpose()?;
        Ok(Self { stream, session: session.map(|session| Rc::new(RefCell::new(session))) })
    }

    /// Another end of the same connection, for the same thread.
    pub(super) fn try_clone(&self) -> io::Result<Self> {
        Ok(Self { stream: self.stream.try_clone()?, session: self.session.clone() })
    }

    pub(super) fn has_tls(&self) -> bool {
        self.session.is_some()
    }

    pub(super) fn set_read_timeout(&self, time: Duration) -> io::Result<()> {
        self.stream.set_read_timeout(Some(time))
    }

    /// Says that nothing more comes.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        if let Some(session) = &self.session {
            session.borrow_mut().close(&mut self.stream)?;
        }
        self.stream.shutdown(Shutdown::Write)
    }

    /// Reads what nobody wants, and of which nobody knows what it says.
    pub(super) fn discard(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.read(buffer)
    }
}

impl Read for Socket {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &self.session {
            Some(session) => session.borrow_mut().read(&mut self.stream, buffer),
            None => self.stream.read(buffer),
        }
    }
}

impl Write for Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &self.session {
            Some(session) => session.borrow_mut().write(&mut self.stream, bytes),
            None => self.stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
