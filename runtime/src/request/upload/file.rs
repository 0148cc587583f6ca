//! A file as the source of an upload.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use super::source::{SourceError, UploadSource};
use crate::client::byte_stream::ByteStream;

/// A file, read as it is sent, 64 KiB at a time, in the thread that sends it.
///
/// Its length and the time of its last change are those of when this was made. If they are others before a part is sent, or
/// it ends too early, the upload ends in [`SourceChanged`](crate::UploadErrorKind::SourceChanged): the service would get a
/// mixture of two files.
#[derive(Debug)]
pub struct UploadFile {
    file: Arc<Mutex<File>>,
    seen: Seen,
}

#[derive(Debug, PartialEq, Eq)]
struct Seen {
    length: u64,
    /// Not every system has it.
    modified: Option<SystemTime>,
}

impl Seen {
    fn new(metadata: &Metadata) -> Self {
        Self { length: metadata.len(), modified: metadata.modified().ok() }
    }
}

impl UploadFile {
    /// Opens the file at `path`.
    pub fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        Self::new(File::open(path)?)
    }

    /// A file that is open already. It is read from its start.
    pub fn new(file: File) -> io::Result<Self> {
        let seen = Seen::new(&file.metadata()?);
        Ok(Self { file: Arc::new(Mutex::new(file)), seen })
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Seen::new(&file.metadata()?) == self.seen)
    }
}

impl UploadSource for UploadFile {
    fn length(&self) -> u64 {
        self.seen.length
    }

    async fn part(&mut self, range: Range<u64>) -> Result<ByteStream, SourceError> {
        if !self.is_unchanged().map_err(SourceError::new)? {
            return Err(SourceError::changed());
        }
        let reader = Window { file: Arc::clone(&self.file), at: range.start, end: range.end };
        Ok(ByteStream::from_reader(reader, range.end.saturating_sub(range.start)))
    }
}

/// A part of a file. It keeps its own place: somebody else may still be reading another part.
struct Window {
    file: Arc<Mutex<File>>,
    at: u64,
    end: u64,
}

impl Read for Window {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end - self.at).unwrap_or(usize::MAX).min(buffer.len());
        let Some(buffer) = buffer.get_mut(..left).filter(|buffer| !buffer.is_empty()) else { return Ok(0) };
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.read(buffer)?;
        if read == 0 {
            return Err(io::Error::other(SourceError::changed()));
        }
        self.at += u64::try_from(read).unwrap_or(u64::MAX);
        Ok(read)
    }
}
