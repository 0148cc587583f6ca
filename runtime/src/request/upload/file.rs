//! A file as the source of an upload.

use std::collections::VecDeque;
use std::fmt;
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::SystemTime;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::source::{SourceError, UploadSource};
use crate::client::byte_stream::ByteStream;
use crate::client::http_client::{Sent, TransportError};

/// As much is read at once.
const CHUNK: usize = 128 * 1024;
/// More pieces than a transport has at a time.
const MAX_GIVEN: usize = 16;

/// A file, read as it is sent, 128 KiB at a time, in the thread that sends it.
///
/// Its length and the time of its last change are those of when this was made. If they are others before a part is sent, or
/// it ends too early, the upload ends in [`SourceChanged`](crate::upload::UploadErrorKind::SourceChanged): the service would get a
/// mixture of two files.
#[derive(Debug)]
pub struct UploadFile {
    shared: Arc<Mutex<Shared>>,
    seen: Seen,
}

/// What the parts of a file have in common.
struct Shared {
    file: File,
    /// Pieces that were given out: whose turn is over is read into once more. A transport has a few of them at a time.
    given: VecDeque<Bytes>,
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
        Ok(Self { shared: Arc::new(Mutex::new(Shared { file, given: VecDeque::new() })), seen })
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        Ok(Seen::new(&lock(&self.shared).file.metadata()?) == self.seen)
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
        let part = FilePart { shared: Arc::clone(&self.shared), at: range.start, end: range.end };
        Ok(ByteStream::new(part).with_length(range.end.saturating_sub(range.start)))
    }
}

impl Shared {
    /// The bytes at `at`.
    fn read(&mut self, at: u64, length: usize) -> Result<Bytes, SourceError> {
        let mut piece = self.buffer();
        piece.resize(length, 0);
        let read = self.file.seek(SeekFrom::Start(at)).and_then(|_| self.file.read_exact(&mut piece));
        read.map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => SourceError::changed(),
            _ => SourceError::new(error),
        })?;
        let piece = piece.freeze();
        if self.given.len() < MAX_GIVEN {
            self.given.push_back(piece.clone());
        }
        Ok(piece)
    }

    /// One that nobody has any more, or a new one.
    fn buffer(&mut self) -> BytesMut {
        let Some(oldest) = self.given.pop_front() else { return BytesMut::with_capacity(CHUNK) };
        oldest.try_into_mut().unwrap_or_else(|oldest| {
            self.given.push_front(oldest);
            BytesMut::with_capacity(CHUNK)
        })
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").field("file", &self.file).finish_non_exhaustive()
    }
}

/// A part of a file. It keeps its own place: somebody else may still be reading another part.
struct FilePart {
    shared: Arc<Mutex<Shared>>,
    at: u64,
    end: u64,
}

impl Stream for FilePart {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let left = usize::try_from(self.end.saturating_sub(self.at)).unwrap_or(usize::MAX);
        if left == 0 {
            return Poll::Ready(None);
        }
        let piece = lock(&self.shared).read(self.at, left.min(CHUNK));
        Poll::Ready(Some(match piece {
            Ok(piece) => {
                self.at += u64::try_from(piece.len()).unwrap_or(u64::MAX);
                Ok(piece)
            }
            Err(error) => Err(TransportError::new(Sent::Maybe, error)),
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{CHUNK, UploadFile};
    use crate::Error;
    use crate::client::byte_stream::ByteStream;
    use crate::client::send::ready;
    use crate::request::upload::source::UploadSource;

    const LENGTH: usize = 5 * CHUNK + 3;

    fn bytes() -> Vec<u8> {
        (0..LENGTH).map(|at| u8::try_from(at % 251).unwrap_or_default()).collect()
    }

    fn part(source: &mut UploadFile, range: std::ops::Range<u64>) -> ByteStream {
        ready(async { Ok(source.part(range).await.expect("a part")) }).expect("it is ready")
    }

    fn next(stream: &mut ByteStream) -> Result<Option<bytes::Bytes>, Error> {
        ready(async { Ok(stream.next().await.transpose()?) })
    }

    /// Two parts at once, and pieces that somebody still has: none is read over.
    #[test]
    fn a_piece_stays_what_it_is() {
        let path = std::env::temp_dir().join(format!("graph-entity-file-{}", std::process::id()));
        fs::write(&path, bytes()).expect("a file");
        let mut source = UploadFile::open(&path).expect("the file");
        let length = source.length();
        let (mut one, mut other) = (part(&mut source, 0..length), part(&mut source, 7..length));
        let (mut held, mut of_other) = (Vec::new(), Vec::new());
        loop {
            let (a, b) = (next(&mut one).expect("a piece"), next(&mut other).expect("a piece"));
            of_other.extend(b.iter().flatten().copied());
            held.extend(a.clone());
            if a.is_none() && b.is_none() {
                break;
            }
        }
        assert_eq!(held.concat(), bytes());
        assert_eq!(of_other, bytes()[7..]);
        drop(held);
        for _ in 0..3 {
            let mut again = part(&mut source, 1..length);
            let mut read = Vec::new();
            while let Some(piece) = next(&mut again).expect("a piece") {
                read.extend_from_slice(&piece);
            }
            assert_eq!(read, bytes()[1..]);
        }
        fs::remove_file(path).expect("it is there");
    }
}
