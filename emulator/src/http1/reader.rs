//! A buffer over the socket, with a deadline. What the bytes mean isn't known here.

use std::io::{ErrorKind, Read};
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use http::StatusCode;

use super::socket::Socket;
use crate::error::Failure;

/// Longer than anyone waits, and short enough to be added to any instant.
pub(super) const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// How many bytes a client may send ahead while its answer is held back.
const MAX_AHEAD: usize = 64 * 1024;

/// No more bytes will come for this request.
#[derive(Debug, Clone, Copy)]
pub(super) enum Broken {
    /// The client closed, or the connection broke.
    Ended,
    /// The deadline passed.
    Late,
}

impl From<Broken> for Failure {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::Ended => Failure::bad_request("The request is not complete."),
            Broken::Late => {
                Failure::new(StatusCode::REQUEST_TIMEOUT, "RequestTimeout", "The request did not arrive in time.")
            }
        }
    }
}

pub(super) struct Reader {
    stream: Socket,
    buffer: BytesMut,
    deadline: Instant,
}

impl Reader {
    pub(super) fn new(stream: Socket) -> Self {
        Self { stream, buffer: BytesMut::new(), deadline: Instant::now() }
    }

    /// From now on, reading gives up after `time`.
    pub(super) fn set_deadline(&mut self, time: Duration) {
        self.deadline = Instant::now() + time.min(LONGEST);
    }

    /// Waits for the first byte of a request; `false` if none came. Empty lines before a request are skipped.
    pub(super) fn wait_for_request(&mut self, idle: Duration) -> bool {
        self.set_deadline(idle);
        loop {
            let blank = self.buffer.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            drop(self.take(blank));
            if !self.buffer.is_empty() {
                return true;
            }
            if self.fill().is_err() {
                return false;
            }
        }
    }

    /// Waits until `time`; `false` if the connection is closed before. What the client sends ahead is kept.
    pub(super) fn pause_until(&mut self, time: Instant) -> bool {
        self.deadline = time;
        while self.buffer.len() <= MAX_AHEAD {
            match self.fill() {
                Ok(()) => {}
                Err(Broken::Late) => return true,
                Err(Broken::Ended) => return false,
            }
        }
        false
    }

    /// What was read and not taken.
    pub(super) fn buffer(&self) -> &[u8] {
        &self.buffer
    }

    /// Takes the first `count` bytes of the buffer, which has as many.
    pub(super) fn take(&mut self, count: usize) -> Bytes {
        self.buffer.split_to(count).freeze()
    }

    /// Reads until the buffer has `count` bytes, and takes them.
    pub(super) fn take_exactly(&mut self, count: usize) -> Result<Bytes, Broken> {
        while self.buffer.len() < count {
            self.fill()?;
        }
        Ok(self.take(count))
    }

    /// Reads some more bytes into the buffer.
    pub(super) fn fill(&mut self) -> Result<(), Broken> {
        let mut chunk = [0; 16 * 1024];
        loop {
            let left = self.deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Broken::Late);
            }
            self.stream.set_read_timeout(left).map_err(|_| Broken::Ended)?;
            match self.stream.read(&mut chunk) {
                Ok(0) => return Err(Broken::Ended),
                Ok(count) => {
                    self.buffer.extend_from_slice(&chunk[..count]);
                    return Ok(());
                }
                // Whose time it was is decided by the deadline.
                Err(error)
                    if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                }
                Err(_) => return Err(Broken::Ended),
            }
        }
    }
}
